import { ratio, shareOf } from './ratio';

/**
 * Current ratio: how often current assets pay current liabilities.
 *
 * @param currentAssets       cash, receivables, stock and what else becomes cash within a year, in currency
 * @param currentLiabilities  what is due within a year, in currency
 * @returns                   ratio; NaN where nothing is due
 * @source                    Dahlquist and Knight, Principles of Finance (OpenStax), 6.3
 */
export function currentRatio(currentAssets: number, currentLiabilities: number): number {
  return ratio(currentAssets, currentLiabilities);
}

/**
 * Quick ratio, the acid test: the same without the stock, which has to be sold first.
 *
 * @param currentAssets       in currency
 * @param inventory           the stock among them, in currency
 * @param currentLiabilities  what is due within a year, in currency
 * @returns                   ratio; NaN where nothing is due
 * @source                    Dahlquist and Knight, Principles of Finance (OpenStax), 6.3
 */
export function quickRatio(currentAssets: number, inventory: number, currentLiabilities: number): number {
  return ratio(currentAssets - inventory, currentLiabilities);
}

/**
 * Working capital ratio: working capital as a share of revenue.
 *
 * @param currentAssets       in currency
 * @param currentLiabilities  in currency
 * @param revenue             of the period, in currency
 * @returns                   fraction; NaN where revenue is zero or less
 * @source                    Brealey, Myers and Allen, Principles of Corporate Finance, 13th ed., ch. 28
 */
export function workingCapitalRatio(currentAssets: number, currentLiabilities: number, revenue: number): number {
  return shareOf(currentAssets - currentLiabilities, revenue);
}

/**
 * Debt to equity: what lenders put in for each unit of currency of the owners.
 *
 * @param debt    in currency
 * @param equity  in currency, below zero where debts are more than everything owned
 * @returns       ratio; NaN where equity is zero or less
 * @source        Dahlquist and Knight, Principles of Finance (OpenStax), 6.4
 */
export function debtToEquity(debt: number, equity: number): number {
  return shareOf(debt, equity);
}

/**
 * Interest cover, times interest earned: how often operating profit pays the interest.
 *
 * @param operatingProfit  before interest and tax, in currency
 * @param interest         in currency
 * @returns                times, below zero in a loss; NaN without interest
 * @source                 Dahlquist and Knight, Principles of Finance (OpenStax), 6.4
 */
export function interestCover(operatingProfit: number, interest: number): number {
  return ratio(operatingProfit, interest);
}
