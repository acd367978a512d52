import type { Better } from '../alignment';
import { type Calendar, periodNumber, periodOf } from '../cells/period';
import { driftVerdict } from '../drift';
import type { FirstLook } from './finding';

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

/** What a review would say of some figures at first sight. */
export function firstLook({ values, days }: Aligned, better: Better, calendar: Calendar): FirstLook {
  const { verdict, since } = driftVerdict(values, better);
  return { verdict, since: since === null ? null : periodOf(days[since]!, calendar).label };
}
