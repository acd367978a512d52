import { printRange, sameSheet } from '../cells/address';
import { detectCadence } from '../cells/cadence';
import { type Cadence, type CalendarPeriod, periodOf } from '../cells/period';
import { type PeriodCell, PeriodError, type PeriodOptions, readPeriod } from '../cells/readPeriod';
import { isBlank } from '../cells/value';
import { type Calendar, isCoarser, periodIn } from './calendar';
import { periodCellOf } from './locateSource';
import type { DataSheet } from './readData';
import type { TrackedKpi } from './readTracked';
import type { Problem } from './register';
import { type SheetView, viewSheet } from './sheetView';
import type { Snapshot } from './snapshot';

/**
 * The review period in which a source's own period stands: the one it lies in, or, if it is longer than a review period,
 * the one in which it ends.
 *
 * @param named     what the source's period cell names
 * @param cadence   the steps of the source; null where they are unknown
 * @param calendar  the workbook's
 */
export function standsIn(named: PeriodCell, cadence: Cadence | null, calendar: Calendar): CalendarPeriod {
  if (cadence === null || !isCoarser(cadence, calendar.cadence)) return periodIn(calendar, named.start);
  return periodIn(calendar, periodOf(named.end, cadence, calendar.fiscalYearStart, calendar.weekStart).end);
}

/**
 * Figures whose source no longer stands beside the period that `Compass Data` has for them: the owner's table was sorted,
 * or its dates were changed.
 *
 * @returns  the 0-based periods of `data` that must not be trusted; the first is named in `problems`
 */
export function misplacedFigures(
  tracked: TrackedKpi,
  data: DataSheet,
  snapshot: Snapshot,
  problems: Problem[],
): Set<number> {
  const { row, origins } = tracked;
  const misplaced = new Set<number>();
  if (!row.source) return misplaced;
  const options = { locale: snapshot.locale, fiscalYearStart: data.calendar.fiscalYearStart };
  let view: SheetView | null = null;
  const named = origins.map(origin => {
    if (!origin || !('cell' in origin)) return null;
    const cell = periodCellOf(row.source!, origin.cell);
    if (!sameSheet(view?.name, cell.sheet)) view = viewSheet(snapshot, cell.sheet!);
    return { cell, period: namedIn(view, cell.top, cell.left, options) };
  });
  const steps = detectCadence(named.flatMap(found => found?.period?.end ?? [])).cadence;
  let first: string | null = null;
  for (const [index, found] of named.entries()) {
    if (!found?.period) continue;
    const now = standsIn(found.period, steps, data.calendar);
    const then = data.periods[index]!;
    if (now.start === then.start) continue;
    misplaced.add(index);
    if (first !== null) continue;
    const { sheet, ...cell } = found.cell;
    first = printRange(cell);
    problems.push({
      severity: 'error',
      message: `${sheet} ${first} is ${now.label} now, but ${data.view.name} has its figure under ${then.label}: the rows of ${sheet} were sorted or their dates changed. Sort them back by date; until then these figures of '${row.name}' are left out.`,
      place: { sheet: sheet!, range: first },
    });
  }
  return misplaced;
}

/**
 * What a period cell names.
 *
 * @param view     the sheet it stands on
 * @param options  language of month names, first month of the fiscal year
 * @returns        null where the cell was not read, is blank or names no period
 */
export function namedIn(
  view: SheetView | null,
  row: number,
  column: number,
  options: PeriodOptions,
): PeriodCell | null {
  const cell = view?.cell(row, column) ?? null;
  if (isBlank(cell)) return null;
  try {
    return readPeriod(cell, options);
  } catch (error) {
    if (error instanceof PeriodError) return null;
    throw error;
  }
}
