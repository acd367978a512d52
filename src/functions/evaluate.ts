import type { Cell, Grid } from '../cells/value';
import { functions } from './catalogue';
import { CellError } from './cellError';
import { type OnError, pass } from './gate';

const byName = new Map(functions.map(definition => [definition.name, definition]));

/** Whether a name is one of the add-in's own functions; for printing formulas. */
export function isCellFunction(name: string): boolean {
  return byName.has(name.toUpperCase());
}

/**
 * Calls a cell function as a sheet would.
 *
 * @param name     `CHURN_RATE`
 * @param args     one a parameter: a cell or rows of cells; blank is null or `""`, left out is undefined, a date is its serial
 * @param onError  told of each error that a cell of a spilled grid shows: its 0-based row and column, and the error with its message
 * @returns        a cell or a grid; a blank is `""`, an error cell that was given comes back as itself
 * @throws         CellError: `code` is what the cell shows, `message` what was wrong
 */
export function evaluate(name: string, args: (Cell | Grid | undefined)[], onError?: OnError): Cell | Grid {
  const definition = byName.get(name.toUpperCase());
  if (!definition) throw new CellError('#NAME?', `There is no function ${name}.`);
  return pass(definition, args, onError);
}
