/** A figure of a period, in the order of time. */
export interface InPeriod {
  /** Running number of its period: neighbours differ by one. */
  period: number;
  /** The running number of the first period of its year. */
  yearFrom: number;
  /** NaN where it is a gap. */
  value: number;
  /** What the value is out of; 1 where it is no rate. */
  denominator: number;
}

/** How figures of several periods become one. */
export type Aggregation = 'sum' | 'mean';

/**
 * Year to date: of each period the total, or the mean, from the first period of its year on.
 *
 * @param figures  in the order of time, each period once
 * @param combine  total or mean; `rate`: total of values over total of denominators
 * @returns        one for each; NaN from a gap on to the end of the year, and where there is nothing to divide by
 * @source         year-to-date as in management accounts; a rate as totals out of totals
 */
export function yearToDate(figures: readonly InPeriod[], combine: Aggregation | 'rate'): number[] {
  let [total, parts, next] = [0, 0, Number.NaN];
  return figures.map(({ period, yearFrom, value, denominator }) => {
    if (period === yearFrom) [total, parts] = [0, 0];
    else if (period !== next) total = Number.NaN;
    total += value;
    parts += denominator;
    next = period + 1;
    if (combine === 'sum') return total;
    return parts > 0 ? total / (combine === 'mean' ? period - yearFrom + 1 : parts) : Number.NaN;
  });
}

/**
 * Trailing figure: of each period the total, or the mean, of it and those before.
 *
 * @param figures  in the order of time, each period once
 * @param window   how many periods, 1 or more
 * @param combine  total or mean
 * @returns        one for each; NaN where the window has a gap, or begins before the figures
 * @source         moving total and moving average
 */
export function trailing(figures: readonly InPeriod[], window: number, combine: Aggregation): number[] {
  return figures.map(({ period }, at) => {
    const first = at - window + 1;
    // Each period is there once: the window is whole where so many places back it is so many periods ago.
    if (first < 0 || figures[first]!.period !== period - window + 1) return Number.NaN;
    let total = 0;
    for (let i = first; i <= at; i++) total += figures[i]!.value;
    return combine === 'sum' ? total : total / window;
  });
}
