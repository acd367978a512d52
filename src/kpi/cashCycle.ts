import { shareOf } from './ratio';

/**
 * Days outstanding: how many days of a flow a balance is: receivables of revenue, payables or stock of the cost of goods.
 *
 * @param balance  at the end of the period, in currency
 * @param flow     of the period, in currency
 * @param days     in the period
 * @returns        days; NaN where the flow is zero or less
 * @source         Dahlquist and Knight, Principles of Finance (OpenStax), 6.2: days’ sales in inventory
 */
export function daysOutstanding(balance: number, flow: number, days: number): number {
  return shareOf(balance, flow) * days;
}

/**
 * Cash conversion cycle: the days from paying a supplier to being paid.
 *
 * @param receivables  days sales outstanding
 * @param inventory    days inventory outstanding
 * @param payables     days payable outstanding
 * @returns            days, below zero where customers pay first
 * @source             Richards and Laughlin (1980), A Cash Conversion Cycle Approach to Liquidity Analysis, Financial Management 9(1)
 */
export function cashConversionCycle(receivables: number, inventory: number, payables: number): number {
  return receivables + inventory - payables;
}
