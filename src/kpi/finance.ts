import { ratio, shareOf } from './ratio';

/**
 * Budget variance: by how much of the budget's size the spending misses it.
 *
 * @param actual  spent, in currency
 * @param budget  planned, in currency
 * @returns       fraction, positive over budget, also of a negative one; NaN without a budget
 * @source        Horngren, Cost Accounting, 16th ed., ch. 7: static-budget variance, as a share of the budget
 */
export function budgetVariance(actual: number, budget: number): number {
  return ratio(actual - budget, Math.abs(budget));
}

/**
 * Gross margin: the share of revenue that is left after the cost of what was sold.
 *
 * @param revenue      in currency
 * @param costOfGoods  cost of what was sold, in currency
 * @returns            fraction; NaN where revenue is zero or less, as where refunds beat sales
 * @source             Horngren, Cost Accounting, 16th ed., ch. 3: gross margin percentage
 */
export function grossMargin(revenue: number, costOfGoods: number): number {
  return shareOf(revenue - costOfGoods, revenue);
}

/**
 * Revenue per employee.
 *
 * @param revenue    in currency
 * @param employees  full-time equivalents
 * @returns          currency an employee; NaN without employees
 * @source           Fitz-enz, The ROI of Human Capital, 2nd ed., ch. 2: revenue per full-time equivalent
 */
export function revenuePerEmployee(revenue: number, employees: number): number {
  return ratio(revenue, employees);
}

/**
 * Cash runway: how long the cash lasts at the present burn.
 *
 * @param cash     in currency
 * @param netBurn  what goes out less what comes in, a period, in currency
 * @returns        periods, 0 where there is no cash; null where nothing is burnt: it has no end
 * @source         Ries, The Lean Startup (2011), ch. 8: cash over monthly burn
 */
export function cashRunway(cash: number, netBurn: number): number | null {
  return netBurn > 0 ? Math.max(0, cash / netBurn) : null;
}
