import type { Cell, Grid } from '../../src/cells/value';
import { CellError } from '../../src/functions/cellError';
import { evaluate } from '../../src/functions/evaluate';

/** What a cell shows for a call that raises an error: its code and its message; fails where none is raised. */
export function thrown(name: string, args: (Cell | Grid | undefined)[]): string {
  try {
    const result = evaluate(name, args);
    throw new Error(`${name} gave ${JSON.stringify(result)} where an error was expected`);
  } catch (error) {
    if (error instanceof CellError) return `${error.code} ${error.message}`;
    throw error;
  }
}

/** A column of cells. */
export const column = (...cells: Cell[]): Grid => cells.map(cell => [cell]);
