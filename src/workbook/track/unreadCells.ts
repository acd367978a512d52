import type { Range } from '../../cells/address';
import type { Formula } from '../../cells/formula';
import type { Cell } from '../../cells/value';
import type { Content, Edit } from '../edit';
import { planEdits } from '../edits/planEdits';
import type { Snapshot } from '../snapshot';
import type { Series } from '../sources/series';
import { firstUnread, type Lines, type SourceLines, unreadCount, unreadSpan } from '../sources/unreadFormulas';
import { addKpiColumns, kpiCell, rewriteKpi } from './writeKpi';

/** The columns of `Compass KPIs` that say what of a source is text. */
export const UNREAD = ['Unread', 'First unread', 'Unread from', 'Unread until'] as const;

/** What is added up of a source: of a ledger everything from its first line on. */
export function linesOf({ values, periods, ledger, entries }: Series): SourceLines {
  const first = entries[0]?.cell;
  if (!ledger || !first) return closedLines({ values, periods });
  const lines = (cells: Range): Lines => ({ cells, header: headerOf(cells, first) });
  return { values: lines(values), periods: lines(periods) };
}

/** The same of a source that has an end, and no header within it. */
export function closedLines({ values, periods }: Record<'values' | 'periods', Range>): SourceLines {
  return { values: { cells: values, header: null }, periods: { cells: periods, header: null } };
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
 * What stands under them in a KPI's row.
 *
 * @param read  whether all of the source was just read, so that there is nothing unread
 */
export function unreadCells(lines: SourceLines, read = true): Record<(typeof UNREAD)[number], Content> {
  const { from, until } = unreadSpan(lines);
  const cell = (formula: Formula, value: Cell): Content => ({ formula, ...(read && { value }) });
  return {
    Unread: cell(unreadCount(lines), 0),
    'First unread': cell(firstUnread(lines), ''),
    'Unread from': cell(from, ''),
    'Unread until': cell(until, ''),
  };
}

/** Whether a KPI's row counts what is unread. */
export function hasUnread(snapshot: Snapshot, kpi: string): boolean {
  return kpiCell(snapshot, kpi, 'Unread')?.formula != null;
}

/** Puts them into the row of a KPI that is tracked already, in place of what it has. */
export function writeUnread(snapshot: Snapshot, kpi: string, lines: SourceLines, read: boolean): Edit[] {
  const plan = planEdits(snapshot);
  plan.add(now => addKpiColumns(now, [...UNREAD]));
  const cells = unreadCells(lines, read);
  for (const header of UNREAD) plan.add(now => rewriteKpi(now, kpi, header, cells[header]));
  return plan.finish();
}
