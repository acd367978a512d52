import { shareOf } from './ratio';

/**
 * Growth rate of each figure over the one some places before.
 *
 * @param values  one a period, oldest first; NaN for a gap
 * @param lag     places back, 1 or more
 * @returns       fractions, as many; NaN where either is a gap or the earlier is not positive
 * @source        rate of change over the base period
 */
export function growthRates(values: ArrayLike<number>, lag: number): Float64Array {
  const rates = new Float64Array(values.length).fill(Number.NaN, 0, lag);
  for (let i = lag; i < values.length; i++) {
    const before = values[i - lag]!;
    rates[i] = shareOf(values[i]! - before, before);
  }
  return rates;
}

/**
 * Compound growth rate: the equal growth a period that leads from the first figure to the last.
 *
 * @param first    figure before the first of the periods
 * @param last     figure after the last of them
 * @param periods  how many, need not be whole
 * @returns        fraction a period; NaN where the first is not positive, the last negative or no time passes
 * @source         Brealey, Myers and Allen, Principles of Corporate Finance, 13th ed., ch. 2
 */
export function compoundGrowthRate(first: number, last: number, periods: number): number {
  return last < 0 || periods <= 0 ? Number.NaN : shareOf(last, first) ** (1 / periods) - 1;
}

/**
 * Rule of 40: growth and margin of a subscription business in one figure.
 *
 * @param growth  of revenue over a year, a fraction
 * @param margin  of profit, a fraction
 * @returns       points, 40 and more being good
 * @source        Feld (2015), The Rule of 40% For a Healthy SaaS Company
 */
export function ruleOf40(growth: number, margin: number): number {
  const points = 100 * (growth + margin);
  // 29 % and 11 % are 40, not 39.99999999999999: whoever asks whether it is 40 must not be told no.
  return Math.abs(points) < 1e5 ? Math.round(points * 1e10) / 1e10 : points;
}

/**
 * Burn multiple: what is burnt to win a unit of currency of new recurring revenue.
 *
 * @param netBurn              what goes out less what comes in, in currency
 * @param netNewRecurringRevenue  recurring revenue at the end less that at the start, in currency
 * @returns                    ratio, zero and less where nothing is burnt; NaN where no recurring revenue was won
 * @source                     Sacks (2020), The Burn Multiple
 */
export function burnMultiple(netBurn: number, netNewRecurringRevenue: number): number {
  return shareOf(netBurn, netNewRecurringRevenue);
}
