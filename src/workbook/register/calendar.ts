import { type CalendarPeriod, nextPeriod, periodNumber, periodOf } from '../../cells/period';
import type { Cadence } from '../register';

/** How a workbook counts its review periods. */
export interface Calendar {
  cadence: Cadence;
  /** First month of the fiscal year, 1 to 12. */
  fiscalYearStart: number;
  /** First day of a week, 1 Monday to 7 Sunday. */
  weekStart: number;
}

/** The review period that a day lies in. */
export function periodIn({ cadence, fiscalYearStart, weekStart }: Calendar, serial: number): CalendarPeriod {
  return periodOf(serial, cadence, fiscalYearStart, weekStart);
}

/** The review period after the one that a day lies in. */
export function periodAfter({ cadence, fiscalYearStart, weekStart }: Calendar, serial: number): CalendarPeriod {
  return nextPeriod(serial, cadence, fiscalYearStart, weekStart);
}

/** How many review periods one day lies after another. */
export function periodsApart({ cadence, fiscalYearStart, weekStart }: Calendar, from: number, to: number): number {
  const number = (serial: number) => periodNumber(serial, cadence, fiscalYearStart, weekStart);
  return number(to) - number(from);
}

const LENGTHS: Cadence[] = ['day', 'week', 'month', 'quarter'];

/** Whether one cadence has longer periods than another. */
export function isCoarser(one: Cadence, other: Cadence): boolean {
  return LENGTHS.indexOf(one) > LENGTHS.indexOf(other);
}

/** "3 weeks", "1 month" */
export function countPeriods(count: number, cadence: Cadence): string {
  return `${count} ${cadence}${count === 1 ? '' : 's'}`;
}
