import { FIRST_SERIAL, LAST_SERIAL } from '../../cells/serial';
import { type Cell, type ErrorCell, isBlank, isError } from '../../cells/value';
import { CellError } from '../cellError';
import type { Parameter } from '../definition';
import { type Argument, argumentPlace, cellOf } from './argument';

/** What arithmetic may get from a cell; null is a blank. */
export type Value = number | string | boolean | null;

/**
 * The value of a cell as its parameter wants it. Nothing is guessed: text that looks like a number is text.
 *
 * @param argument  what was passed
 * @param index     the cell's number
 * @returns         its value; null where it is blank and the parameter has no default; an error cell as itself
 * @throws          CellError #VALUE! naming place and value, #NUM! for a number that is not finite
 */
export function coerced(argument: Argument, index: number): Value | ErrorCell {
  const { parameter } = argument;
  const cell = cellOf(argument, index);
  if (isError(cell)) return cell;
  if (isBlank(cell)) return parameter.default ?? null;
  switch (parameter.type) {
    case 'number':
    case 'date':
      if (typeof cell === 'number') return numberOf(cell, argument, index);
      break;
    case 'boolean':
      if (typeof cell === 'boolean') return cell;
      if (cell === 1 || cell === 0) return cell === 1;
      break;
    case 'text':
      if (typeof cell !== 'string') break;
      if (parameter.choices?.includes(cell)) return cell;
      if (parameter.choices?.includes(cell.trim().toLowerCase())) return cell.trim().toLowerCase();
      break;
    case 'any':
      if (typeof cell === 'string') return cell;
      if (typeof cell === 'number') return numberOf(cell, argument, index);
  }
  throw new CellError('#VALUE!', `${argumentPlace(argument, index)}: ${shown(cell)} ${complaint(cell, parameter)}.`);
}

/** Whether a blank there leaves nothing to calculate. */
export function isMissing(value: Value, parameter: Parameter): boolean {
  return value === null && !parameter.optional && parameter.mayBeBlank === undefined;
}

function numberOf(value: number, argument: Argument, index: number): number {
  const { type, from, to, hint } = argument.parameter;
  const place = () => argumentPlace(argument, index);
  if (!Number.isFinite(value)) throw new CellError('#NUM!', `${place()}: ${value} is not a finite number.`);
  if (type === 'date' && (value < FIRST_SERIAL || value >= LAST_SERIAL + 1)) {
    throw new CellError('#VALUE!', `${place()}: ${value} is not a date.`);
  }
  if ((from !== undefined && value < from) || (to !== undefined && value > to)) {
    const advice = hint ? `; ${hint}` : '';
    throw new CellError('#VALUE!', `${place()}: ${value} is not ${bounds(from, to)}${advice}.`);
  }
  return value;
}

function bounds(from: number | undefined, to: number | undefined): string {
  if (to === undefined) return `${from} or more`;
  return from === undefined ? `${to} or less` : `from ${from} to ${to}`;
}

/** What is wrong with a cell, after its value: "is not a number". */
function complaint(cell: Cell, { type, choices }: Parameter): string {
  if (choices) return `is not one of ${choices.slice(0, -1).join(', ')} or ${choices[choices.length - 1]}`;
  if (type === 'boolean') return 'is neither TRUE nor FALSE';
  const wanted = { number: 'a number', date: 'a date', text: 'a text', any: 'a number or a text' }[type];
  const looksLikeIt = typeof cell === 'string' && /^[\p{Sc}\s+-]*\d[\d.,:/'’\s-]*[%\p{Sc}]?$/u.test(cell.trim());
  return looksLikeIt ? `is text, not ${wanted}` : `is not ${wanted}`;
}

/** A value as it is quoted in a message. */
function shown(cell: Cell): string {
  if (typeof cell === 'string') return `'${cell.length > 40 ? `${cell.slice(0, 40)}…` : cell}'`;
  if (typeof cell === 'boolean') return cell ? 'TRUE' : 'FALSE';
  return typeof cell === 'number' ? String(cell) : 'this value';
}
