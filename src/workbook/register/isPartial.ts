import { type Cadence, type Calendar, type CalendarPeriod, periodOf } from '../../cells/period';

/** Days by which the first week that begins in a period may come after the period's own first day. */
const WEEK_OVER = 6;

/**
 * Whether a source covers a period only in part: more than a sixth of its days, and more than two, lack an entry at an end.
 *
 * @param missing  days of the period before the source's first entry, or after its last
 * @param steps    the source's: a week may begin in the period before
 */
export function isPartial(missing: number, { start, end }: CalendarPeriod, steps: Cadence | null): boolean {
  return missing > Math.max(2, (end - start + 1) / 6) + (steps === 'week' ? WEEK_OVER : 0);
}

/**
 * How many days of a period have no entry before the first of a source or after its last, where these are so many that the
 * source covers the period only in part; else 0.
 *
 * @param period    the period
 * @param entries   the days of the source's first and last entry, those that are in this period
 * @param steps     the source's: an entry of a month covers all of it, on whatever day it is dated
 * @param calendar  the workbook's
 */
export function missingDays(
  period: CalendarPeriod,
  { first, last }: { first?: number | undefined; last?: number | undefined },
  steps: Cadence | null,
  calendar: Calendar,
): number {
  const covered = (day: number) =>
    steps === 'month' || steps === 'quarter'
      ? periodOf(day, { ...calendar, cadence: steps })
      : { start: day, end: steps === 'week' ? day + 6 : day };
  const before = first === undefined ? 0 : covered(first).start - period.start;
  const after = last === undefined ? 0 : period.end - covered(last).end;
  return Math.max(isPartial(before, period, steps) ? before : 0, isPartial(after, period, null) ? after : 0);
}
