import { ratio } from './ratio';

/** Customers who bought for the first time in the same period. */
export interface Cohort {
  /** Running number of that period. */
  period: number;
  size: number;
  /** How many of them bought at least once in this period, the next one, and so on to the last of the ledger. */
  active: number[];
}

/**
 * The cohorts of a ledger of purchases.
 *
 * @param customers  who bought, one purchase a row, in any order
 * @param periods    running number of the period of each purchase: neighbouring periods differ by one
 * @returns          the cohorts with customers, oldest first
 * @source           Fader and Hardie (2009), Probability Models for Customer-Base Analysis, Journal of Interactive Marketing
 *                   23(1): repeat buying by cohort
 */
export function cohorts(customers: readonly (number | string)[], periods: ArrayLike<number>): Cohort[] {
  const places = new Map<number | string, number>();
  const starts: number[] = [];
  let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  const buyers = customers.map((customer, row) => {
    const period = periods[row]!;
    first = Math.min(first, period);
    last = Math.max(last, period);
    const known = places.get(customer);
    if (known === undefined) {
      places.set(customer, starts.length);
      return starts.push(period) - 1;
    }
    starts[known] = Math.min(starts[known]!, period);
    return known;
  });

  const found = new Map<number, Cohort>();
  for (const period of starts) {
    const cohort = found.get(period) ?? { period, size: 0, active: new Array<number>(last - period + 1).fill(0) };
    cohort.size += 1;
    found.set(period, cohort);
  }
  // However often a customer buys in a period, it counts once.
  const counted = new Set<number>();
  const span = last - first + 1;
  buyers.forEach((buyer, row) => {
    const visit = buyer * span + periods[row]! - first;
    if (counted.has(visit)) return;
    counted.add(visit);
    found.get(starts[buyer]!)!.active[periods[row]! - starts[buyer]!]! += 1;
  });
  return [...found.values()].sort((one, other) => one.period - other.period);
}

/**
 * Repeat purchase rate: the share of customers who bought twice or more.
 *
 * @param customers  who bought, one line a row, in any order
 * @param purchases  what tells purchases apart, one a row: lines of a customer with the same are one purchase; without it
 *                   every line is a purchase
 * @returns          fraction; NaN without customers
 * @source           Farris et al., Marketing Metrics, 4th ed., ch. 4: repeat rate
 */
export function repeatPurchaseRate(
  customers: readonly (number | string)[],
  purchases?: readonly (number | string)[],
): number {
  const first = new Map<number | string, number>();
  const repeated = new Set<number | string>();
  for (let i = 0; i < customers.length; i++) {
    const before = first.get(customers[i]!);
    if (before === undefined) first.set(customers[i]!, i);
    else if (!purchases || purchases[before] !== purchases[i]) repeated.add(customers[i]!);
  }
  return ratio(repeated.size, first.size);
}
