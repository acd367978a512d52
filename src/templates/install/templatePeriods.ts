import {
  type Cadence,
  type Calendar,
  type CalendarPeriod,
  periodOf,
  periodsBetween,
  previousPeriod,
} from '../../cells/period';
import type { CompassTables } from '../../workbook/register/readTracked';

/** Periods of an empty template before today's, to be filled from memory: what a first verdict needs, and as many to come. */
const BEFORE: Record<Cadence, number> = { day: 28, week: 26, month: 12, quarter: 8 };

/**
 * The periods of a template with sample data: the workbook's own closed ones if it has any, else the last closed ones.
 *
 * @param tracked   the workbook's Compass sheets
 * @param calendar  the workbook's, or the one it is going to have
 * @param today     serial
 * @param most      how many figures the sample has
 * @returns         oldest first; the newest figure of the sample belongs to the last of them
 */
export function samplePeriods(
  { data }: CompassTables,
  calendar: Calendar,
  today: number,
  most: number,
): CalendarPeriod[] {
  const own = data?.periods.filter(({ closed }) => closed) ?? [];
  return (own.length > 0 ? own : closedPeriods(calendar, today, most)).slice(-most);
}

function closedPeriods(calendar: Calendar, today: number, count: number): CalendarPeriod[] {
  const periods: CalendarPeriod[] = [];
  let period = periodOf(today, calendar);
  for (let i = 0; i < count; i++) {
    period = previousPeriod(period.start, calendar);
    periods.unshift(period);
  }
  return periods;
}

/**
 * The periods of an empty template: some before today's, to be filled in from the books, and as many from today's on.
 *
 * @param count  how many in all; twice what a year of reviews needs unless told
 */
export function emptyPeriods(
  calendar: Calendar,
  today: number,
  count = 2 * BEFORE[calendar.cadence],
): CalendarPeriod[] {
  const before = closedPeriods(calendar, today, Math.floor(count / 2));
  const first = before[0] ?? periodOf(today, calendar);
  // Enough days for the count in any cadence, cut to it.
  return periodsBetween(first.start, today + count * 92, calendar).slice(0, count);
}

/** Periods of a block's own: so many that have closed, and so many from today's on. */
export function ownPeriods(
  calendar: Calendar,
  today: number,
  { closed, ahead }: { closed: number; ahead: number },
): CalendarPeriod[] {
  const before = closedPeriods(calendar, today, closed);
  const periods = [...before];
  let day = Math.floor(today);
  while (periods.length < closed + ahead) {
    const period = periodOf(day, calendar);
    periods.push(period);
    day = period.end + 1;
  }
  return periods;
}
