import type { Range } from '../../cells/address';
import type { AddChart } from '../../workbook/edit';
import type { Undo } from './looks';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Chart = GoogleAppsScript.Charts.ChartType;

/** Pixels of a row and of a column that nobody has made larger. */
const ROW = 21;
const COLUMN = 100;

/**
 * Draws a native chart over cells. Sheets takes the names of the series as an option, the labels as the first range.
 *
 * @param sheet  where it is drawn
 * @param edit   what it shows; its ranges may lie on other sheets
 * @param cells  finds a range of the spreadsheet
 */
export function addChart(
  sheet: Sheet,
  edit: AddChart,
  cells: (range: Range) => GoogleAppsScript.Spreadsheet.Range,
): Undo {
  const { row, column, rows, columns, title, categories, series, from } = edit;
  const across = categories.top === categories.bottom && categories.left !== categories.right;
  const builder = sheet
    .newChart()
    .setChartType(typeOf(edit))
    .addRange(cells(categories))
    .setMergeStrategy(across ? Charts.ChartMergeStrategy.MERGE_ROWS : Charts.ChartMergeStrategy.MERGE_COLUMNS)
    .setTransposeRowsAndColumns(across)
    .setNumHeaders(0)
    .setPosition(row + 1, column + 1, 0, 0)
    .setOption('title', title)
    .setOption('legend', { position: series.length > 1 ? 'bottom' : 'none' })
    .setOption('width', columns * COLUMN)
    .setOption('height', rows * ROW);
  if (from !== undefined) builder.setOption('vAxis.viewWindow.min', from);
  series.forEach(({ name, values, color, dashed }, index) => {
    builder.addRange(cells(values)).setOption(`series.${index}.labelInLegend`, name);
    if (color !== undefined) builder.setOption(`series.${index}.color`, color);
    if (dashed) builder.setOption(`series.${index}.lineDashStyle`, [4, 4]);
  });
  const chart = builder.build();
  sheet.insertChart(chart);
  return () => sheet.removeChart(chart);
}

function typeOf({ type }: AddChart): Chart {
  const { LINE, COLUMN, BAR } = Charts.ChartType;
  return { line: LINE, column: COLUMN, bar: BAR }[type];
}
