import { detectCadence, isCoarser } from '../../cells/cadence';
import { counted } from '../../cells/english';
import { type Cadence, type Calendar, isClosed, nextPeriod, periodOf, periodsApart } from '../../cells/period';
import { PeriodError, readPeriod } from '../../cells/readPeriod';
import { weekday } from '../../cells/serial';
import { isBlank } from '../../cells/value';
import type { Period, Problem } from '../register';
import { DATA } from '../sheets/compassSheets';
import { sameName } from '../sheets/names';
import { shown } from '../sheets/rowReader';
import { type SheetView, viewSheet } from '../sheets/sheetView';
import { cellName, cellPlace, findTable, type Table } from '../sheets/tables';
import type { Snapshot } from '../snapshot';
import type { Strategy } from './readStrategy';

/** `Compass Data` as it is: which row is which period, and which column whose. */
export interface DataSheet {
  view: SheetView;
  table: Table;
  calendar: Calendar;
  /** Oldest first, without a gap. */
  periods: Period[];
  /** The 0-based row of each period; null where the sheet has none for it. */
  rows: (number | null)[];
  /** Every header beside *Period*; of two with one name the first. */
  columns: { name: string; column: number }[];
}

/** Rows that may be missing between two before the later date counts as a slip rather than as a pause. */
const LONGEST_GAP = 60;

interface DatedRow {
  row: number;
  day: number;
}

/**
 * Reads the periods and headers of `Compass Data`, in whatever order its rows and columns are.
 *
 * @param snapshot  the workbook
 * @param strategy  cadence, where it is written, and first month of the fiscal year
 * @param problems  takes what is wrong
 * @param sheet     another one of the same form: `Compass Targets`
 * @returns         null where the workbook has no such sheet, or no *Period* on it
 */
export function readData(snapshot: Snapshot, strategy: Strategy, problems: Problem[], sheet = DATA): DataSheet | null {
  const view = viewSheet(snapshot, sheet.name);
  if (!view || view.rows === 0) return null;
  const table = findTable(view, ['Period'], problems);
  if (!table) return null;
  const columns = readHeaders(view, table, problems);
  const dated = readDays(view, table, columns, { locale: snapshot.locale, ...strategy }, problems);
  const calendar = calendarOf(dated, strategy, view, problems);
  const { periods, rows } = inOrder(dated, calendar, table, snapshot.today, problems);
  return { view, table, calendar, periods, rows, columns };
}

function readHeaders(view: SheetView, table: Table, problems: Problem[]): DataSheet['columns'] {
  const columns: DataSheet['columns'] = [];
  for (let column = 0; column < view.columns; column++) {
    const header = view.cell(table.headerRow, column);
    if (isBlank(header) || sameName(header, 'Period')) continue;
    const name = shown(header);
    const first = columns.find(other => sameName(other.name, name));
    if (!first) columns.push({ name, column });
    else {
      problems.push({
        severity: 'error',
        message: `${cellName(view, table.headerRow, column)}: '${name}' has two columns; the first one is read, this one is not.`,
        place: cellPlace(view, table.headerRow, column),
      });
    }
  }
  return columns;
}

function readDays(
  view: SheetView,
  table: Table,
  columns: DataSheet['columns'],
  options: { locale: string; fiscalYearStart: number },
  problems: Problem[],
): DatedRow[] {
  const periodColumn = table.columns.get('Period')!;
  const dated: DatedRow[] = [];
  for (let row = table.headerRow + 1; row < view.rows; row++) {
    const cell = view.cell(row, periodColumn);
    if (isBlank(cell) && columns.every(({ column }) => isBlank(view.cell(row, column)))) continue;
    try {
      dated.push({ row, day: readPeriod(cell, options).start });
    } catch (error) {
      if (!(error instanceof PeriodError)) throw error;
      const message = `${cellName(view, row, periodColumn)}: ${error.message} The row is left out.`;
      problems.push({ severity: 'error', message, place: cellPlace(view, row, periodColumn) });
    }
  }
  return dated;
}

/** The steps of the rows: the workbook's own cadence, or shorter ones, which are put together for the review. */
function calendarOf(dated: DatedRow[], strategy: Strategy, view: SheetView, problems: Problem[]): Calendar {
  const { fiscalYearStart } = strategy;
  const detected = detectCadence(
    dated.map(({ day }) => day),
    fiscalYearStart,
  );
  const reviewed = reviewCadence(strategy, detected.cadence);
  const shorter = detected.cadence && isCoarser(reviewed, detected.cadence) ? detected.cadence : null;
  const cadence = shorter ?? reviewed;
  const weekStart = cadence === 'week' ? weekdayOf(dated) : 1;
  const say = (message: string) => problems.push({ severity: 'note', message, place: { sheet: view.name } });
  if (!strategy.cadence && dated.length > 0)
    say(`Compass Strategy has no 'Review every'; taken as ${reviewed} from ${view.name}.`);
  if (shorter)
    say(
      `The rows of ${view.name} are ${shorter}s; for a review every ${reviewed} they are combined by each KPI's Combine.`,
    );
  return { cadence, fiscalYearStart, weekStart };
}

/**
 * How often a workbook is reviewed: as it says, else as its rows run; nobody reviews every day.
 *
 * @param strategy  what `Compass Strategy` says
 * @param rows      the steps of the rows of `Compass Data`, or null
 */
export function reviewCadence({ cadence }: Pick<Strategy, 'cadence'>, rows: Cadence | null): Cadence {
  return cadence ?? (rows === 'day' ? 'month' : (rows ?? 'month'));
}

/** The weekday on which most of the rows are, 1 Monday to 7 Sunday; Monday without rows. */
function weekdayOf(dated: DatedRow[]): number {
  const counts = [1, 2, 3, 4, 5, 6, 7].map(day => dated.filter(row => weekday(row.day) === day).length);
  return counts.indexOf(Math.max(...counts)) + 1;
}

function inOrder(
  dated: DatedRow[],
  calendar: Calendar,
  { view, columns }: Table,
  today: number,
  problems: Problem[],
): { periods: Period[]; rows: (number | null)[] } {
  const byPeriod = new Map<number, DatedRow & { label: string }>();
  const column = columns.get('Period')!;
  for (const entry of dated) {
    const { start, label } = periodOf(entry.day, calendar);
    const first = byPeriod.get(start);
    if (!first) byPeriod.set(start, { ...entry, label });
    else {
      problems.push({
        severity: 'error',
        message: `${cellName(view, entry.row, column)}: ${label} appears twice; row ${first.row + 1} is read, this one is not.`,
        place: cellPlace(view, entry.row, column),
      });
    }
  }
  const starts = [...byPeriod.keys()].sort((a, b) => a - b);
  const periods: Period[] = [];
  const rows: (number | null)[] = [];
  const add = (day: number, row: number | null) => {
    const period = periodOf(day, calendar);
    periods.push({ ...period, closed: isClosed(period, today) });
    rows.push(row);
  };
  for (const [index, start] of starts.entries()) {
    const entry = byPeriod.get(start)!;
    const before = starts[index - 1];
    const missing = before === undefined ? 0 : periodsApart(before, start, calendar) - 1;
    if (missing > 0) {
      const after = byPeriod.get(before!)!.label;
      const slip = missing > LONGEST_GAP;
      problems.push({
        severity: slip ? 'error' : 'note',
        message: slip
          ? `${cellName(view, entry.row, column)}: ${entry.label} comes ${counted(missing + 1, calendar.cadence)} after ${after}; is the date right?`
          : `${view.name} has no row for ${missing === 1 ? nextPeriod(before!, calendar).label : `${counted(missing, calendar.cadence)} after ${after}`}; it counts as blank.`,
        place: cellPlace(view, entry.row, column),
      });
      if (!slip)
        for (let next = nextPeriod(before!, calendar); next.start < start; next = nextPeriod(next.start, calendar))
          add(next.start, null);
    }
    add(start, entry.row);
  }
  return { periods, rows };
}
