import { type Cell, type ErrorCell, type Grid, isError } from '../../cells/value';
import { CellError } from '../cellError';
import type { CellFunction } from '../definition';
import { type Argument, cellOf, commonShape } from './argument';
import { coerced, isMissing, takenAsIs, type Value } from './coerce';
import { finish } from './finish';

/** Told of every error that a cell of a spilled grid shows: its 0-based place there, and the error with its message. */
export type OnError = (row: number, column: number, error: CellError) => void;

/**
 * Fills every cell of a range by itself. An error cell comes back as itself, a blank required input gives a blank.
 *
 * @returns  a cell for cells, a grid of the common shape for ranges
 * @throws   CellError where there is only one cell to show it in, or ranges are of different shape
 */
export function elementWise(definition: CellFunction, args: Argument[], onError?: OnError): Cell | Grid {
  const { rows, columns } = commonShape(args);
  const calculate = definition.calculate as (...values: Value[]) => Value;
  const asIs = args.map(({ parameter }) => takenAsIs(parameter));
  const values: Value[] = new Array(args.length);
  if (rows === 1 && columns === 1) {
    const result = finish(resultAt(0), definition, 'single');
    return args.some(argument => argument.isGrid) ? [[result]] : result;
  }
  const grid: Grid = new Array(rows);
  for (let row = 0; row < rows; row++) {
    const line: Cell[] = [spilled(row, 0)];
    for (let column = 1; column < columns; column++) line.push(spilled(row, column));
    grid[row] = line;
  }
  return grid;

  function spilled(row: number, column: number): Cell {
    try {
      return finish(resultAt(row * columns + column), definition, 'column');
    } catch (error) {
      if (!(error instanceof CellError)) throw error;
      onError?.(row, column, error);
      return { error: error.code };
    }
  }

  function resultAt(index: number): Value | ErrorCell {
    let missing = false;
    for (let i = 0; i < args.length; i++) {
      const argument = args[i]!;
      const cell = cellOf(argument, index);
      if (typeof cell === 'number' && cell >= asIs[i]![0] && cell <= asIs[i]![1]) {
        values[i] = cell;
        continue;
      }
      const value = coerced(argument, index);
      if (isError(value)) return value;
      if (isMissing(value, argument.parameter)) missing = true;
      values[i] = value;
    }
    return missing ? null : calculate(...values);
  }
}
