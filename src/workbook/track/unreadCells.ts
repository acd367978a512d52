import { cellAt, printRange, type Range, sameCells } from '../../cells/address';
import type { Formula } from '../../cells/formula';
import { WORDS_FOR_NOTHING } from '../../cells/nothing';
import type { Cell } from '../../cells/value';
import type { Content, Edit } from '../edit';
import { planEdits } from '../edits/planEdits';
import { cellsOf, viewSheet } from '../sheets/sheetView';
import type { Snapshot } from '../snapshot';
import { hasTextDates, type SourceSeries } from '../sources/series';
import { firstUnread, type SourceCells, type SourceLines, unreadCount, unreadSpan } from '../sources/unreadFormulas';
import { addKpiColumns, kpiCell, rewriteKpi } from './writeKpi';

/** The columns of `Compass KPIs` that say what of a source is text. */
export const UNREAD = ['Unread', 'First unread', 'Unread from', 'Unread until'] as const;

/** What is added up of a source: of a ledger everything from its first line on. */
export function sourceLinesOf(series: SourceSeries): SourceLines {
  const { values, periods, ledger, entries } = series;
  const first = entries[0]?.cell;
  const textDates = hasTextDates(series);
  const lines = (cells: Range): SourceCells => ({ cells, header: ledger && first ? headerOf(cells, first) : null });
  return { values: lines(values), periods: { ...lines(periods), ...(textDates && { textDates }) } };
}

/** The same of a source that has an end, and no header within it. */
export function closedLines({ values, periods }: Record<'values' | 'periods', Range>, textDates: boolean): SourceLines {
  const lines = (cells: Range): SourceCells => ({ cells, header: null });
  return { values: lines(values), periods: { ...lines(periods), ...(textDates && { textDates }) } };
}

/** The part of a whole column or row above or before its first line. */
function headerOf(cells: Range, first: Range): Range | null {
  const { sheet, top, left } = cells;
  if (cells.right === null) {
    return first.left === 0 ? null : { sheet, top, bottom: top, left: 0, right: first.left - 1 };
  }
  return first.top === 0 ? null : { sheet, left, right: left, top: 0, bottom: first.top - 1 };
}

/**
 * What is under them in a KPI's row.
 *
 * @param snapshot  with the source read, for the results; without one the host works them out
 */
export function unreadCells(lines: SourceLines, snapshot: Snapshot | null): Record<(typeof UNREAD)[number], Content> {
  const { from, until } = unreadSpan(lines);
  const results = snapshot && resultsOf(lines, snapshot);
  const cell = (formula: Formula, header: (typeof UNREAD)[number]): Content => ({
    formula,
    ...(results && { value: results[header] }),
  });
  return {
    Unread: cell(unreadCount(lines), 'Unread'),
    'First unread': cell(firstUnread(lines), 'First unread'),
    'Unread from': cell(from, 'Unread from'),
    'Unread until': cell(until, 'Unread until'),
  };
}

/** What the formulas come to. */
function resultsOf({ values, periods }: SourceLines, snapshot: Snapshot): Record<(typeof UNREAD)[number], Cell> {
  const dates = textsIn(periods, snapshot);
  // Of dates that are counted it is the date itself that is unread.
  const amounts = sameCells(values.cells, periods.cells) ? [] : textsIn(values, snapshot);
  const days = datesBetween(periods, snapshot, amounts);
  const first = dates[0] ?? amounts[0];
  const extreme = (choose: (a: number, b: number) => number) =>
    amounts.length === 0 ? '' : days.length === 0 ? 0 : days.reduce((a, b) => choose(a, b));
  return {
    Unread: amounts.length + dates.length,
    'First unread': first ? printRange(cellAt(first.row, first.column)) : '',
    'Unread from': extreme(Math.min),
    'Unread until': extreme(Math.max),
  };
}

/** The dates of all lines from the first of some amounts to the last. */
function datesBetween({ cells }: SourceCells, snapshot: Snapshot, amounts: { index: number }[]): number[] {
  const view = viewSheet(snapshot, cells.sheet!);
  const [first, last] = [amounts[0]?.index ?? 0, amounts[amounts.length - 1]?.index ?? -1];
  return (view ? cellsOf(cells, view) : []).slice(first, last + 1).flatMap(({ row, column }) => {
    const day = view!.cell(row, column);
    return typeof day === 'number' ? [day] : [];
  });
}

/** Text among some lines that is no word for nothing, as the formulas find it. */
function textsIn({ cells, header, textDates }: SourceCells, snapshot: Snapshot) {
  const view = viewSheet(snapshot, cells.sheet!);
  const across = cells.bottom === cells.top;
  const before = header ? (across ? header.right! : header.bottom!) : -1;
  return (view ? cellsOf(cells, view) : []).flatMap(({ row, column }, index) => {
    const text = view!.cell(row, column);
    if (typeof text !== 'string' || text === '' || (across ? column : row) <= before) return [];
    if (textDates && /^.{4}-.{2}-.{2}/.test(text)) return [];
    return WORDS_FOR_NOTHING.includes(text.toLowerCase()) ? [] : [{ row, column, index }];
  });
}

/** Whether a KPI's row counts what is unread. */
export function hasUnread(snapshot: Snapshot, kpi: string): boolean {
  return kpiCell(snapshot, kpi, 'Unread')?.formula != null;
}

/** Puts them into the row of a KPI that is tracked already, in place of what it has. */
export function writeUnread(snapshot: Snapshot, kpi: string, lines: SourceLines, read: boolean): Edit[] {
  const plan = planEdits(snapshot);
  plan.add(now => addKpiColumns(now, [...UNREAD]));
  const cells = unreadCells(lines, read ? snapshot : null);
  for (const header of UNREAD) plan.add(now => rewriteKpi(now, kpi, header, cells[header]));
  return plan.finish();
}

/** Takes them out of the row of a KPI that is read cell by cell now: what is text there shows in `Compass Data`. */
export function closedUnread(snapshot: Snapshot, kpi: string): Edit[] {
  return UNREAD.flatMap(header => rewriteKpi(snapshot, kpi, header, null));
}
