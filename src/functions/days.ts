import { periodOf } from '../cells/period';
import { PeriodError, readPeriod } from '../cells/readPeriod';
import { FIRST_SERIAL } from '../cells/serial';
import { CellError } from './cellError';
import type { Parameter } from './definition';

/** How long the period of a flow is. */
export const days: Parameter = {
  name: 'days',
  type: 'any',
  description: 'days in the period, or its date or name, such as Jan 2026 or Q1 2026; a date means its month',
  optional: true,
  default: 365,
  from: 1,
};

/** More days than a leap year has are no number of days but a date, or a year. */
const MOST = 366;
/** No date of a business lies before 1950. */
const EARLIEST = FIRST_SERIAL + 18_263;

/**
 * The days of a period as a cell says them.
 *
 * @param cell  a number of days, a date, or a period's name
 * @throws      CellError #VALUE! where it is none of them
 */
export function daysOf(cell: number | string): number {
  if (typeof cell === 'number' && cell <= MOST) return cell;
  try {
    const { unit, start, end } = readPeriod(cell);
    if (unit !== 'day') return end - start + 1;
    if (start < EARLIEST) throw new PeriodError(`${cell} is neither a number of days nor a date.`);
    const month = periodOf(start, 'month');
    return month.end - month.start + 1;
  } catch (error) {
    if (error instanceof PeriodError) throw new CellError('#VALUE!', `days: ${error.message}`);
    throw error;
  }
}
