import { CellError } from './cellError';

/**
 * A setting that counts something.
 *
 * @param name   the parameter's name, for the message
 * @param value  what was given
 * @throws       CellError #VALUE! where it is broken
 */
export function wholeNumber(name: string, value: number): number {
  if (Number.isInteger(value)) return value;
  throw new CellError('#VALUE!', `${name}: ${value} is not a whole number.`);
}
