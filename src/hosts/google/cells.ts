import type { Cell } from '../../cells/value';
import { cellText } from '../typed';
import { isDate } from './serial';

/**
 * A cell as Sheets hands it over, in the core's words.
 *
 * @param value   number, text, boolean or `Date`; a blank is `""`, an error its text
 * @param serial  turns a date into its serial number
 * @returns       the cell; what is none of these, an image for one, is blank
 */
export function toCell(value: unknown, serial: (date: Date) => number): Cell {
  if (typeof value === 'number' || typeof value === 'boolean') return value;
  if (typeof value === 'string') return cellText(value);
  return isDate(value) ? serial(value) : null;
}
