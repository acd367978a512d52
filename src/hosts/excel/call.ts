import { type Cell, type ErrorCode, type Grid, isError } from '../../cells/value';
import type { CellFunction } from '../../functions/definition';
import { evaluate } from '../../functions/evaluate';
import { toCell, toCells } from './cells';
import { withoutZeroDays } from './zeroDays';

/** Excel shows a message of ours with these two codes only. */
const speaking: readonly string[] = ['#VALUE!', '#N/A'];

/** An error as Excel takes it from a custom function; the members of its enumeration are the errors' own texts. */
function excelError(code: ErrorCode, message?: string): CustomFunctions.Error {
  // Excel lets a function raise neither #REF! nor #NAME?, only pass on that something it was given is wrong.
  const known: ErrorCode = code === '#REF!' || code === '#NAME?' ? '#VALUE!' : code;
  const said = speaking.includes(known) ? message : undefined;
  return new CustomFunctions.Error(known as unknown as CustomFunctions.ErrorCode, said);
}

/** What Excel takes back: it shows null as 0, and takes an error inside a spilled array as an object. */
function shown(cell: Cell, message?: string): number | string | boolean | CustomFunctions.Error {
  if (cell === null) return '';
  return isError(cell) ? excelError(cell.error, message) : cell;
}

/** The only cell of a range of one cell, which is how Excel passes a single value; rows of cells as they are. */
function single(value: unknown): unknown {
  return Array.isArray(value) && value.length === 1 && value[0].length === 1 ? value[0][0] : value;
}

/**
 * Answers a formula in a cell, `=COMPASS.CHURN_RATE(B2:B13, C2:C13)`.
 *
 * @param definition  of the function
 * @param args        as Excel passes them: rows of cells, of one cell for a single value; null for what is left out
 * @returns           rows of values, as functions.json promises; a blank is `""`. One value where all that came was single values
 * @throws            CustomFunctions.Error with the code of the error, and the message where Excel shows one
 */
export function callFunction({ name, parameters }: CellFunction, args: unknown[]): unknown {
  const argument = (given: unknown, index: number): Cell | Grid | undefined => {
    const value = single(given);
    if (Array.isArray(value)) return toCells(value);
    const leftOut = value === undefined || (value === null && parameters[index]?.optional);
    return leftOut ? undefined : toCell(value);
  };
  const messages = new Map<string, string>();
  let result: Cell | Grid;
  try {
    result = evaluate(name, withoutZeroDays(parameters, args.map(argument)), (row, column, error) =>
      messages.set(`${row},${column}`, error.message),
    );
  } catch (reason) {
    const { code, message } = reason as { code?: ErrorCode; message: string };
    throw excelError(code ?? '#VALUE!', message);
  }
  if (Array.isArray(result)) {
    return result.map((line, row) => line.map((cell, column) => shown(cell, messages.get(`${row},${column}`))));
  }
  if (isError(result)) throw excelError(result.error);
  return args.some(Array.isArray) ? [[shown(result)]] : shown(result);
}
