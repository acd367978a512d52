import { ratio } from './ratio';

/**
 * Inventory turnover: how often the stock was sold in a period.
 *
 * @param costOfGoods   cost of what was sold, in currency
 * @param openingStock  stock at the start at cost, in currency
 * @param closingStock  stock at the end at cost, in currency
 * @returns             times; NaN where there was no stock
 * @source              Heizer, Render and Munson, Operations Management, 13th ed., ch. 11: inventory turnover
 */
export function inventoryTurnover(costOfGoods: number, openingStock: number, closingStock: number): number {
  return ratio(costOfGoods, openingStock / 2 + closingStock / 2);
}

/**
 * Stock-out rate: the share of days on which something was sold out.
 *
 * @param daysOut   days on which it was
 * @param daysOpen  days on which the shop was open
 * @returns         fraction; NaN where it was never open
 * @source          Gruen and Corsten (2007), A Comprehensive Guide to Retail Out-of-Stock Reduction: availability by time
 */
export function stockoutRate(daysOut: number, daysOpen: number): number {
  return ratio(daysOut, daysOpen);
}

/**
 * Waste rate: the share of what was made that was thrown away.
 *
 * @param discarded  thrown away, in any unit
 * @param produced   made, in the same unit
 * @returns          fraction; NaN where nothing was made
 * @source           FLW Protocol, Food Loss and Waste Accounting and Reporting Standard (2016)
 */
export function wasteRate(discarded: number, produced: number): number {
  return ratio(discarded, produced);
}

/**
 * Capacity utilization: how much of what could be done was done.
 *
 * @param used       in any unit
 * @param available  in the same unit
 * @returns          fraction, above 1 with overtime; NaN where nothing was available
 * @source           Heizer, Render and Munson, Operations Management, 13th ed., supplement 7: utilization
 */
export function capacityUtilization(used: number, available: number): number {
  return ratio(used, available);
}
