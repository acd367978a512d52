import type { Cell } from '../../cells/value';
import { cellText } from '../typed';

/** A value of Excel's richer kind, as custom functions get errors and formatted numbers. */
interface RichValue {
  type: string;
  basicValue?: unknown;
}

/**
 * A cell as Excel hands it over, in the core's words; dates are serial numbers there already.
 *
 * @param value  number, text or boolean; a blank is `""` or null, an error its text or `{ type: 'Error', basicValue }`
 * @returns      the cell
 */
export function toCell(value: unknown): Cell {
  if (typeof value === 'number' || typeof value === 'boolean') return value;
  if (typeof value === 'string') return cellText(value);
  if (typeof value !== 'object' || value === null) return null;
  const { type, basicValue } = value as RichValue;
  return type === 'Empty' || typeof basicValue === 'object' ? null : toCell(basicValue);
}

/** Rows of cells as Excel hands them over, in the core's words. */
export function toCells(values: unknown[][]): Cell[][] {
  return values.map(row => row.map(toCell));
}
