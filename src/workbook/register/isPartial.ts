import type { Cadence, CalendarPeriod } from '../../cells/period';

const STEP_DAYS: Record<Cadence, number> = { day: 1, week: 7, month: 31, quarter: 92 };

/**
 * Whether a source covers a period only in part: more than a sixth of its days, and more than two, lack an entry at an end.
 *
 * @param missing  days of the period before the source's first entry, or after its last
 * @param steps    the source's; an entry covers as many days
 */
export function isPartial(missing: number, { start, end }: CalendarPeriod, steps: Cadence | null): boolean {
  return missing > Math.max(2, (end - start + 1) / 6) + STEP_DAYS[steps ?? 'day'] - 1;
}
