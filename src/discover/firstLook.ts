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
  const byPeriod = new Map(figures.map(({ day, value }) => [periodNumber(day, calendar), { day, value }] as const));
  const numbers = [...byPeriod.keys()].sort((a, b) => a - b);
  const last = numbers[numbers.length - 1]!;
  const first = Math.max(numbers[0]!, last - SHOWN + 1);
  const days: number[] = [];
  const values: (number | null)[] = [];
  for (let number = first; number <= last; number++) {
    const found = byPeriod.get(number);
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
