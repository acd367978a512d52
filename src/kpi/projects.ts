import { ratio } from './ratio';

/**
 * Cost performance index: what was earned for each unit of currency spent.
 *
 * @param earnedValue  budgeted cost of the work done, in currency
 * @param actualCost   what it cost, in currency
 * @returns            ratio, below 1 where it cost more than budgeted; NaN where nothing was spent
 * @source             PMI, Practice Standard for Earned Value Management, 2nd ed.: EV / AC
 */
export function costPerformanceIndex(earnedValue: number, actualCost: number): number {
  return ratio(earnedValue, actualCost);
}

/**
 * Schedule performance index: the work done over the work planned so far.
 *
 * @param earnedValue   budgeted cost of the work done, in currency
 * @param plannedValue  budgeted cost of the work that should be done by now, in currency
 * @returns             ratio, below 1 where it is behind; NaN where nothing was planned yet
 * @source              PMI, Practice Standard for Earned Value Management, 2nd ed.: EV / PV
 */
export function schedulePerformanceIndex(earnedValue: number, plannedValue: number): number {
  return ratio(earnedValue, plannedValue);
}
