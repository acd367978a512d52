import { ratio } from './ratio';

/**
 * Budget variance: by how much of the budget the spending misses it.
 *
 * @param actual  spent, in currency
 * @param budget  planned, in currency
 * @returns       fraction, positive over budget; NaN without a budget
 * @source        Horngren, Cost Accounting, 16th ed., ch. 7: static-budget variance, as a share of the budget
 */
export function budgetVariance(actual: number, budget: number): number {
  return ratio(actual - budget, budget);
}
