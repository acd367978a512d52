import { type Cadence, type Calendar, nextPeriod, periodsApart } from '../../cells/period';
import type { Content, Edit } from '../edit';
import type { DataSheet } from '../register/readData';
import { firstFreeColumn, firstFreeRow } from '../sheets/sheetView';

/** How the first day of a period is shown. */
export const PERIOD_FORMAT: Record<Cadence, string> = {
  day: 'yyyy-mm-dd',
  week: 'yyyy-mm-dd',
  month: 'mmm yyyy',
  quarter: 'mmm yyyy',
};
/** Periods between two that are there which are given blank rows, so that every period has its row. */
const LONGEST_GAP = 60;

/** `Compass Data` with a row for each of some periods, and the edits that make those it lacks. */
export interface PeriodRows {
  edits: Edit[];
  /** The 0-based row of a period, by its first day, once the edits are applied. */
  rows: Map<number, number>;
}

/**
 * Makes rows for periods that `Compass Data` does not have: below its last row, or, where they lie between or before
 * others and the rows are in order, in their place.
 *
 * @param data      the data sheet
 * @param calendar  the workbook's, or the one it is going to have
 * @param starts    first days of the periods that are needed
 */
export function periodRows(data: DataSheet, calendar: Calendar, starts: number[]): PeriodRows {
  const existing = data.periods.flatMap(({ start }, index) => {
    const row = data.rows[index]!;
    return row === null ? [] : [{ start, row }];
  });
  const there = new Set(existing.map(({ start }) => start));
  const missing = withGaps(calendar, there, starts);
  const inOrder = existing.every(({ row }, index) => index === 0 || row > existing[index - 1]!.row);
  const rows = new Map(existing.map(({ start, row }) => [start, row]));
  const edits: Edit[] = [];
  const { view, table } = data;
  // From the bottom up, so that no insertion moves the place of the next one.
  for (const { start, row } of inOrder ? [...existing].reverse() : []) {
    const before = missing.filter(day => day < start && !rows.has(day));
    const previous = existing.filter(other => other.start < start).pop();
    const here = before.filter(day => previous === undefined || day > previous.start);
    if (here.length === 0) continue;
    edits.push({ kind: 'insert rows', sheet: view.name, row, count: here.length });
    for (const [day, place] of rows) if (place >= row) rows.set(day, place + here.length);
    for (const [index, day] of here.entries()) rows.set(day, row + index);
  }
  let end =
    Math.max(firstFreeRow(view), table.headerRow + 1) +
    edits.reduce((sum, edit) => sum + ('count' in edit ? edit.count : 0), 0);
  for (const day of missing) if (!rows.has(day)) rows.set(day, end++);
  return { edits: [...edits, ...missing.flatMap(day => writePeriod(data, calendar, rows.get(day)!, day))], rows };
}

/** The periods that are needed and missing, with those between them and their neighbours, oldest first. */
function withGaps(calendar: Calendar, there: Set<number>, starts: number[]): number[] {
  const needed = [...new Set(starts)].filter(start => !there.has(start));
  const all = [...needed, ...there].sort((a, b) => a - b);
  const missing = new Set(needed);
  for (const [index, start] of all.entries()) {
    const before = all[index - 1];
    if (before === undefined || (there.has(before) && there.has(start))) continue;
    if (periodsApart(before, start, calendar) > LONGEST_GAP) continue;
    for (let next = nextPeriod(before, calendar); next.start < start; next = nextPeriod(next.start, calendar)) {
      missing.add(next.start);
    }
  }
  return [...missing].sort((a, b) => a - b);
}

function writePeriod({ view, table, rows }: DataSheet, calendar: Calendar, row: number, start: number): Edit[] {
  const column = table.columns.get('Period')!;
  const other = rows.find(at => at !== null);
  const shown = other === undefined || other === null ? 'General' : view.format(other, column);
  const number = shown === 'General' ? PERIOD_FORMAT[calendar.cadence] : shown;
  return [
    { kind: 'write', sheet: view.name, row, column, cells: [[start]] },
    { kind: 'format', sheet: view.name, row, column, rows: 1, columns: 1, format: { number, align: 'left' } },
  ];
}

/**
 * The column in which a new KPI goes: right of everything that is on the sheet.
 *
 * @returns  0-based
 */
export function newColumn({ view, table }: DataSheet): number {
  return Math.max(firstFreeColumn(view), table.columns.get('Period')! + 1);
}

/**
 * Writes figures into one column of `Compass Data`.
 *
 * @param figures  what each row is to hold, by its 0-based row once rows were made
 * @param format   number format of the figures, or General
 */
export function writeFigures(data: DataSheet, column: number, figures: Map<number, Content>, format: string): Edit[] {
  const sheet = data.view.name;
  return [...figures].flatMap(([row, content]): Edit[] => [
    { kind: 'write', sheet, row, column, cells: [[content]] },
    ...(format === 'General'
      ? []
      : [{ kind: 'format' as const, sheet, row, column, rows: 1, columns: 1, format: { number: format } }]),
  ]);
}
