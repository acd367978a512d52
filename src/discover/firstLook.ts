import { type Calendar, periodNumber, periodOf, previousPeriod } from '../cells/period';
import { weekday } from '../cells/serial';
import { driftVerdict } from '../drift';
import type { Finding, FirstLook } from './finding';

/** Figures by their periods, as drift reads them. */
export interface Aligned {
  /** One a period, oldest first; null where there is none. */
  values: (number | null)[];
  /** A day of each period. */
  days: number[];
}

/** Figures that a first look and a sparkline need. */
export const SHOWN = 60;

/**
 * Puts figures in the order of their periods, the newest sixty of them.
 *
 * @param figures  a day of each period, and its figure
 */
export function aligned(figures: { day: number; value: number }[], calendar: Calendar): Aligned {
  const numbers = figures.map(({ day }) => periodNumber(day, calendar));
  let [least, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const number of numbers) {
    if (number < least) least = number;
    if (number > last) last = number;
  }
  const first = Math.max(least, last - SHOWN + 1);
  const byPeriod: ({ day: number; value: number } | undefined)[] = Array(last - first + 1).fill(undefined);
  for (const [index, number] of numbers.entries()) if (number >= first) byPeriod[number - first] = figures[index];
  const days: number[] = [];
  const values: (number | null)[] = [];
  for (let index = 0; index <= last - first; index++) {
    const found = byPeriod[index];
    values.push(found?.value ?? null);
    days.push(found?.day ?? days[days.length - 1] ?? 0);
  }
  return { values, days };
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
