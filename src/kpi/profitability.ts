import { shareOf } from './ratio';

/**
 * Profit margin, operating or net: the share of revenue that is left as profit.
 *
 * @param profit   operating or net, in currency
 * @param revenue  in currency
 * @returns        fraction; NaN where revenue is zero or less
 * @source         Dahlquist and Knight, Principles of Finance (OpenStax), 6.6
 */
export function profitMargin(profit: number, revenue: number): number {
  return shareOf(profit, revenue);
}

/**
 * EBITDA margin: operating profit before depreciation and amortization, as a share of revenue.
 *
 * @param operatingProfit              in currency
 * @param depreciationAndAmortization  what was taken off for wear, in currency
 * @param revenue                      in currency
 * @returns                            fraction; NaN where revenue is zero or less
 * @source                             Koller, Goedhart and Wessels, Valuation, 7th ed., ch. 11
 */
export function ebitdaMargin(operatingProfit: number, depreciationAndAmortization: number, revenue: number): number {
  return shareOf(operatingProfit + depreciationAndAmortization, revenue);
}

/**
 * Return on assets or on equity: net profit over the mean of the balance at the start and at the end.
 *
 * @param netProfit  of the period, in currency
 * @param opening    assets or equity at its start, in currency
 * @param closing    the same at its end
 * @returns          fraction; NaN where the mean is zero or less
 * @source           Dahlquist and Knight, Principles of Finance (OpenStax), 6.6
 */
export function returnOnMean(netProfit: number, opening: number, closing: number): number {
  return shareOf(netProfit, opening / 2 + closing / 2);
}

/**
 * Return on capital employed: operating profit over what is lent or owned for more than a year.
 *
 * @param operatingProfit     in currency
 * @param totalAssets         in currency
 * @param currentLiabilities  in currency
 * @returns                   fraction; NaN where no capital is employed
 * @source                    Atrill and McLaney, Accounting and Finance for Non-Specialists, 11th ed., ch. 7
 */
export function returnOnCapitalEmployed(
  operatingProfit: number,
  totalAssets: number,
  currentLiabilities: number,
): number {
  return shareOf(operatingProfit, totalAssets - currentLiabilities);
}

/**
 * Break-even revenue: the revenue at which costs are just covered.
 *
 * @param fixedCosts     of the period, whatever is sold, in currency
 * @param variableCosts  that rise with what is sold, in currency
 * @param revenue        with which they came, in currency
 * @returns              currency; NaN where a sale brings no more than it costs: it is never reached
 * @source               Franklin, Graybeal and Cooper, Principles of Managerial Accounting (OpenStax), 3.2
 */
export function breakEvenRevenue(fixedCosts: number, variableCosts: number, revenue: number): number {
  return shareOf(fixedCosts, shareOf(revenue - variableCosts, revenue));
}

/**
 * Margin of safety: the share of its revenue that a business can lose before it makes a loss.
 *
 * @param revenue    in currency
 * @param breakEven  break-even revenue, in currency
 * @returns          fraction, below zero in a loss; NaN where revenue is zero or less
 * @source           Franklin, Graybeal and Cooper, Principles of Managerial Accounting (OpenStax), 3.5
 */
export function marginOfSafety(revenue: number, breakEven: number): number {
  return shareOf(revenue - breakEven, revenue);
}
