import { type Calendar, periodNumber, periodOf, previousPeriod } from '../cells/period';
import { weekday } from '../cells/serial';
import { driftVerdict } from '../drift';
import type { Finding, FirstLook } from './finding';

/** Figures that a first look and a sparkline need. */
export const SHOWN = 60;

/**
 * Figures in the order of their periods, the newest sixty of them, as drift reads them.
 *
 * @param figures  a day of each period, and its figure
 * @returns        one a period, oldest first; null where there is none
 */
export function aligned(figures: { day: number; value: number }[], calendar: Calendar): (number | null)[] {
  const numbers = figures.map(({ day }) => periodNumber(day, calendar));
  let [least, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const number of numbers) {
    if (number < least) least = number;
    if (number > last) last = number;
  }
  const first = Math.max(least, last - SHOWN + 1);
  const byPeriod: (number | undefined)[] = [];
  for (let index = 0; index < figures.length; index++) {
    const at = numbers[index]! - first;
    if (at >= 0) byPeriod[at] = figures[index]!.value;
  }
  const values: (number | null)[] = [];
  for (let at = 0; at <= last - first; at++) values.push(byPeriod[at] ?? null);
  return values;
}

/**
 * What a review would say of a series at first sight: of its newest sixty figures, which takes a few milliseconds.
 *
 * @param finding          from `discover`
 * @param fiscalYearStart  first month of the fiscal year, for the names of quarters
 */
export function lookAt(
  finding: Pick<Finding, 'figures' | 'better' | 'cadence' | 'until'>,
  fiscalYearStart = 1,
): FirstLook {
  const { figures, better, cadence, until } = finding;
  const { verdict, since } = driftVerdict(figures, better);
  if (since === null) return { verdict, since: null };
  const calendar: Calendar = { cadence, fiscalYearStart, weekStart: (weekday(until) % 7) + 1 };
  let day = until;
  for (let back = figures.length - 1; back > since; back--) day = previousPeriod(day, calendar).end;
  return { verdict, since: periodOf(day, calendar).label };
}
