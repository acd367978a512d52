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
export function cohorts(customers: ArrayLike<number | string>, periods: ArrayLike<number>): Cohort[] {
  const places = new Map<number | string, number>();
  const starts: number[] = [];
  let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  const buyers = new Uint32Array(customers.length);
  for (let row = 0; row < buyers.length; row++) {
    const period = periods[row]!;
    first = Math.min(first, period);
    last = Math.max(last, period);
    let buyer = places.get(customers[row]!);
    if (buyer === undefined) {
      buyer = starts.length;
      places.set(customers[row]!, buyer);
      starts.push(period);
    }
    starts[buyer] = Math.min(starts[buyer]!, period);
    buyers[row] = buyer;
  }

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
 * @param purchases  what tells purchases apart, one a row: lines of a customer with the same are one purchase, a line with
 *                   null can't be told from others and is left out; without it every line is a purchase
 * @returns          fraction; NaN without customers
 * @source           Farris et al., Marketing Metrics, 4th ed., ch. 4: repeat rate
 */
export function repeatPurchaseRate(
  customers: ArrayLike<number | string>,
  purchases?: ArrayLike<number | string | null>,
): number {
  const first = new Map<number | string, number>();
  // By the row of a customer's first purchase: a set of customers would take longer than all the rest.
  const cameBack = new Uint8Array(customers.length);
  let repeated = 0;
  for (let i = 0; i < customers.length; i++) {
    const purchase = purchases ? purchases[i]! : i;
    if (purchase === null) continue;
    const before = first.get(customers[i]!);
    if (before === undefined) {
      first.set(customers[i]!, i);
    } else if (!cameBack[before] && (!purchases || purchases[before] !== purchase)) {
      cameBack[before] = 1;
      repeated += 1;
    }
  }
  return ratio(repeated, first.size);
}
