import type { Cell } from '../../cells/value';
import { CellError } from '../cellError';
import type { CellFunction } from '../definition';

/**
 * Turns a result into a cell: no blank goes out as null, no NaN or infinity ever does.
 *
 * @param value  of the arithmetic; NaN says that there was nothing to divide by
 * @param into   a `single` cell shows #DIV/0! for that, a cell of a `column` stays blank
 * @throws       CellError #DIV/0!, or #NUM! where the result is too large for a cell
 */
export function finish(value: Cell, { name, base }: CellFunction, into: 'single' | 'column'): Cell {
  if (value === null) return '';
  if (typeof value !== 'number') return value;
  if (Number.isNaN(value)) {
    if (into === 'column') return '';
    throw new CellError('#DIV/0!', `${name} has nothing to divide by here${base ? `: ${base} is not above 0` : ''}.`);
  }
  if (!Number.isFinite(value)) throw new CellError('#NUM!', `${name} gives a result too large for a cell.`);
  return value === 0 ? 0 : value;
}
