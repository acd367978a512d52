import { type Cell, type Grid, isError } from '../../cells/value';
import { evaluate } from '../../functions/evaluate';
import { toCell } from './cells';
import { serialsIn } from './serial';

/** What Sheets takes back from a custom function: it knows no error values and shows null as 0. */
function shown(cell: Cell): number | string | boolean {
  if (cell === null) return '';
  return isError(cell) ? cell.error : cell;
}

/**
 * Answers a formula in a cell: `=CHURN_RATE(B2:B13; C2:C13)` arrives here by way of its stub.
 *
 * @param name  of the function, as the catalogue spells it
 * @param args  as Sheets passes them: a scalar for a cell, rows of cells for a range, `Date` for a date, `""` for a blank
 * @returns     a value or rows of values to spill; a blank is `""`, an error cell is its text
 * @throws      what the function raises: Sheets shows `#ERROR!` and, on hover, the message
 */
export function callFunction(name: string, args: ArrayLike<unknown>): unknown {
  // The one service call, made once a formula at most, and only if a date was passed.
  let serial: ((date: Date) => number) | null = null;
  const serialOf = (date: Date) => {
    serial ??= serialsIn(SpreadsheetApp.getActiveSpreadsheet().getSpreadsheetTimeZone());
    return serial(date);
  };
  const argument = (value: unknown): Cell | Grid | undefined => {
    if (value === undefined) return undefined;
    if (Array.isArray(value)) return value.map((row: unknown[]) => row.map(cell => toCell(cell, serialOf)));
    return toCell(value, serialOf);
  };
  const result = evaluate(name, Array.from(args, argument));
  return Array.isArray(result) ? result.map(row => row.map(shown)) : shown(result);
}
