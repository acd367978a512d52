import type { Range } from '../../cells/address';
import type { AddChart } from '../../workbook/edit';

const TYPES = { line: 'Line', column: 'ColumnClustered', bar: 'BarClustered' } as const;

/**
 * Puts a native chart into the batch that the next sync sends.
 *
 * @param sheet  where it is drawn
 * @param edit   what it shows
 * @param cells  finds a range, on whatever sheet
 */
export function addChart(sheet: Excel.Worksheet, edit: AddChart, cells: (range: Range) => Excel.Range): void {
  const { row, column, rows, columns, type, title, categories, series, format, from } = edit;
  const [first] = series;
  if (!first) return;
  const across = first.values.top === first.values.bottom && first.values.left !== first.values.right;
  const chart = sheet.charts.add(TYPES[type], cells(first.values), across ? 'Rows' : 'Columns');
  chart.setPosition(
    sheet.getRangeByIndexes(row, column, 1, 1),
    sheet.getRangeByIndexes(row + rows - 1, column + columns - 1, 1, 1),
  );
  chart.title.text = title;
  chart.legend.visible = series.length > 1;
  if (series.length > 1) chart.legend.position = 'Bottom';
  if (format !== undefined) chart.axes.valueAxis.numberFormat = format;
  if (from !== undefined) chart.axes.valueAxis.minimum = from;
  series.forEach(({ name, values, color, dashed }, index) => {
    // Excel has made the first one of the cells that the chart was made for.
    const drawn = index === 0 ? chart.series.getItemAt(0) : chart.series.add(name);
    if (index === 0) drawn.name = name;
    else drawn.setValues(cells(values));
    drawn.setXAxisValues(cells(categories));
    if (type === 'line') drawn.markerStyle = 'None';
    if (color !== undefined && type === 'line') drawn.format.line.color = color;
    else if (color !== undefined) drawn.format.fill.setSolidColor(color);
    if (dashed) drawn.format.line.lineStyle = 'Dash';
  });
}
