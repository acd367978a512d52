import type { IWorkbookData, IWorksheetData } from '@univerjs/core';
import { type Range, sameSheet } from '../../../cells/address';
import { type Move, movedSpan } from '../../../cells/references';
import type { AddChart } from '../../../workbook/edit';
import type { Custom } from '../edits/setCustom';

/**
 * A chart as its sheet keeps it: the grid draws none, the saved file has it. Ranges of its own sheet go without a name, so
 * that it belongs to the sheet whatever that is called.
 */
export type KeptChart = Omit<AddChart, 'kind' | 'sheet'>;

/** Where a sheet keeps them, among what users of Univer may keep with a sheet. */
const KEY = 'compassCharts';

/** The charts of a sheet, in the order in which they were made. */
export function chartsOf({ custom }: Partial<IWorksheetData>): KeptChart[] {
  return (custom as Record<string, KeptChart[]> | undefined)?.[KEY] ?? [];
}

/**
 * What a sheet keeps so that it has these charts.
 *
 * @param custom  what else is kept with the sheet
 */
export function withCharts(charts: KeptChart[], custom: Custom): Custom {
  const { [KEY]: _, ...others } = (custom ?? {}) as Record<string, unknown>;
  const kept = { ...others, ...(charts.length > 0 && { [KEY]: charts }) };
  return Object.keys(kept).length > 0 ? kept : undefined;
}

/** A chart as an edit wants it. */
export function keptChart({ kind, sheet, ...chart }: AddChart): KeptChart {
  return withRanges(chart, range => {
    const { sheet: name, ...cells } = range;
    return name === undefined || sameSheet(name, sheet) ? cells : range;
  })!;
}

/** The edits that draw a workbook's charts in a file. */
export function chartEdits({ sheetOrder, sheets }: IWorkbookData): AddChart[] {
  return sheetOrder.flatMap(id => {
    const sheet = sheets[id]!;
    return chartsOf(sheet).map((chart): AddChart => ({ kind: 'chart', sheet: sheet.name!, ...chart }));
  });
}

/**
 * A chart after rows or columns came or went, as it would follow them in Excel: its ranges grow and shrink with the cells.
 *
 * @param own   the sheet it is on
 * @param move  of that sheet or another one
 * @returns     null where nothing is left of what it drew
 */
export function chartAfter(chart: KeptChart, own: string, move: Move): KeptChart | null {
  const followed = withRanges(chart, range => {
    if (!sameSheet(range.sheet ?? own, move.sheet)) return range;
    const [from, to] = move.axis === 'row' ? (['top', 'bottom'] as const) : (['left', 'right'] as const);
    const last = range[to];
    if (last === null) return range;
    const span = movedSpan(range[from], last, move);
    return span && { ...range, [from]: span[0], [to]: span[1] };
  });
  if (!followed || !sameSheet(own, move.sheet)) return followed;
  const place = chart[move.axis];
  return { ...followed, [move.axis]: movedSpan(place, place, move)?.[0] ?? move.at };
}

/** A chart with other ranges; a series whose cells are gone goes, and the chart with its labels or its last series. */
function withRanges(chart: KeptChart, change: (range: Range) => Range | null): KeptChart | null {
  const categories = change(chart.categories);
  const series = chart.series.flatMap(one => {
    const values = change(one.values);
    return values ? [{ ...one, values }] : [];
  });
  return categories && series.length > 0 ? { ...chart, categories, series } : null;
}
