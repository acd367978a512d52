import { modulo, weekday } from '../cells/serial';
import { exactMean } from './moments';
import { quantile } from './quantile';
import { ratio } from './ratio';

/** How many durations become one figure. */
export type DurationStatistic = 'median' | 'mean' | 'p90' | 'max';

/**
 * Order fulfilment time: how long orders take, from order to fulfilment.
 *
 * @param durations  days an order took, one an order, at least one
 * @param statistic  median; mean; p90: nine of ten orders take no longer; max: the slowest
 * @returns          days
 * @source           order fulfilment cycle time: ASCM, SCOR model, RS.1.1; p90 as PERCENTILE.INC
 */
export function orderFulfillmentTime(durations: ArrayLike<number>, statistic: DurationStatistic): number {
  switch (statistic) {
    case 'median':
      return quantile(durations, 0.5);
    case 'p90':
      return quantile(durations, 0.9);
    case 'max':
      return quantile(durations, 1);
    case 'mean':
      return exactMean(durations);
  }
}

/**
 * On time in full: the share of orders that came by the promised moment and complete. A promise without a time of day
 * holds for its whole day.
 *
 * @param promised   serials, one an order
 * @param delivered  serials, as many
 * @param ordered    how much was ordered, as many
 * @param received   how much was delivered, as many
 * @returns          fraction; NaN without orders
 * @source           ASCM, SCOR model, RL.1.1 perfect order fulfilment: delivered by the commit date, delivered in full
 */
export function onTimeInFull(
  promised: ArrayLike<number>,
  delivered: ArrayLike<number>,
  ordered: ArrayLike<number>,
  received: ArrayLike<number>,
): number {
  let kept = 0;
  for (let i = 0; i < promised.length; i++) {
    const due = promised[i]!;
    const came = delivered[i]!;
    const isOnTime = due === Math.floor(due) ? came < due + 1 : came <= due;
    if (isOnTime && received[i]! >= ordered[i]!) kept += 1;
  }
  return ratio(kept, promised.length);
}

/**
 * Working time between two moments: the part of it that lies on Mondays to Fridays without the holidays. Time on other
 * days does not count, a working day counts for its whole 24 hours; a date without a time is its midnight. Friday noon to
 * Monday noon is one day. Between whole dates it is NETWORKDAYS(start, end − 1).
 *
 * @param start     serial, with its time of day as a fraction
 * @param end       serial, not before `start`
 * @param holidays  whole serials in ascending order, each once, no weekends among them: see `workdayHolidays`
 * @returns         days
 */
export function workingDays(start: number, end: number, holidays: readonly number[] = []): number {
  const [from, to] = [Math.floor(start), Math.floor(end)];
  const whole = weekdaysBefore(to) - weekdaysBefore(from) - (countBefore(holidays, to) - countBefore(holidays, from));
  const part = (moment: number, day: number) => (isWorkday(day, holidays) ? moment - day : 0);
  return whole + part(end, to) - part(start, from);
}

/** Holidays as `workingDays` wants them: whole days, sorted, each once, those at weekends dropped. */
export function workdayHolidays(serials: readonly number[]): number[] {
  const days = new Set(serials.map(serial => Math.floor(serial)));
  return [...days].filter(day => weekday(day) <= 5).sort((a, b) => a - b);
}

/** Mondays to Fridays from serial 2, a Monday, to the day before `day`. */
function weekdaysBefore(day: number): number {
  return Math.floor((day - 2) / 7) * 5 + Math.min(modulo(day - 2, 7), 5);
}

function isWorkday(day: number, holidays: readonly number[]): boolean {
  return weekday(day) <= 5 && holidays[countBefore(holidays, day)] !== day;
}

/** How many of the sorted holidays lie before a day. */
function countBefore(holidays: readonly number[], day: number): number {
  let [low, high] = [0, holidays.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holidays[middle]! < day) low = middle + 1;
    else high = middle;
  }
  return low;
}
