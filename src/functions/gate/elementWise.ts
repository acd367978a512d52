import { type Cell, type ErrorCell, type Grid, isError } from '../../cells/value';
import { CellError } from '../cellError';
import type { CellFunction } from '../definition';
import { type Argument, argumentPlace, commonShape } from './argument';
import { coerced, isMissing, type Value } from './coerce';
import { finish } from './finish';

/** Told of every error that a cell of a spilled grid shows: its 0-based place there, and the error with its message. */
export type OnError = (row: number, column: number, error: CellError) => void;

/** So far beyond a bound a result is one by the rounding of decimals: 0.1 + 0.2 of 0.3. */
const ROUNDING = 1e-12;

/** So many values a call has at most, nearly always: the short way knows no more. */
const MOST = 6;

/**
 * Fills every cell of a range by itself. An error cell comes back as itself, a blank required input gives a blank.
 *
 * @returns  a cell for cells, a grid of the common shape for ranges
 * @throws   CellError where there is only one cell to show it in, or ranges are of different shape
 */
export function elementWise(definition: CellFunction, args: Argument[], onError?: OnError): Cell | Grid {
  const { rows, columns } = commonShape(args);
  const calculate = definition.calculate as (...values: Value[]) => Value;
  const { from = -Number.MAX_VALUE, to = Number.MAX_VALUE } = definition.bounds ?? {};
  const values: Value[] = new Array(MOST);
  if (rows === 1 && columns === 1) {
    const result = finish(resultAt(0), definition, 'single');
    return args.some(argument => argument.isGrid) ? [[result]] : result;
  }
  const figures = figuresOf(args, values);
  const [first, second, third, fourth, fifth, sixth] = figures ?? [];
  const grid: Grid = new Array(rows);
  for (let row = 0; row < rows; row++) {
    const figure = figures && figureAt(row);
    if (typeof figure === 'number' && figure >= from && figure <= to) {
      grid[row] = [figure === 0 ? 0 : figure];
      continue;
    }
    const line: Cell[] = [spilled(row, 0)];
    for (let column = 1; column < columns; column++) line.push(spilled(row, column));
    grid[row] = line;
  }
  return grid;

  /**
   * The short way, for a row of figures that are taken as they are; null for any other. Spelled out for each argument: a
   * million lists of them would take longer than what they are for.
   */
  function figureAt(row: number): Value {
    if (isGap(first, row) || isGap(second, row) || isGap(third, row)) return null;
    if (isGap(fourth, row) || isGap(fifth, row) || isGap(sixth, row)) return null;
    try {
      return calculate(
        first ? first[row]! : values[0]!,
        second ? second[row]! : values[1]!,
        third ? third[row]! : values[2]!,
        fourth ? fourth[row]! : values[3]!,
        fifth ? fifth[row]! : values[4]!,
        sixth ? sixth[row]! : values[5]!,
      );
    } catch {
      // The long way comes to it again, and says what is wrong where.
      return null;
    }
  }

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
    const given: Value[] = [];
    let missing = false;
    for (const argument of args) {
      const value = coerced(argument, index);
      if (isError(value)) return value;
      if (isMissing(value, argument.parameter)) missing = true;
      given.push(value);
    }
    if (missing) return null;
    const result = calculate(...given);
    return typeof result === 'number' && Number.isFinite(result) ? held(result, given, index) : result;
  }

  function held(result: number, given: Value[], index: number): number {
    const within = Math.min(Math.max(result, from), to);
    if (Math.abs(result - within) <= ROUNDING) return within;
    const place = argumentPlace(args.find(({ single }) => !single) ?? args[0]!, index);
    const said = args.map(({ parameter }, i) => `${parameter.name} ${given[i]}`).filter((_, i) => given[i] !== null);
    const limits = to === Number.MAX_VALUE ? `${from} or more` : `from ${from} to ${to}`;
    throw new CellError(
      '#VALUE!',
      `${place}: with ${said.join(', ')} the result would be ${Number(result.toPrecision(4))}, but it is always ${limits}.`,
    );
  }
}

/** Whether the cell of a column in a row is not a figure that is taken as it is. */
function isGap(numbers: Float64Array | undefined, row: number): boolean {
  return numbers !== undefined && Number.isNaN(numbers[row]!);
}

/**
 * The numbers of the columns among arguments, in their places; the single cells are put into `values`, once for all rows.
 * Null where there are more than `MOST`, a column is not of numbers, or a cell is an error or missing.
 */
function figuresOf(args: Argument[], values: Value[]): (Float64Array | undefined)[] | null {
  if (args.length > MOST) return null;
  for (const [at, argument] of args.entries()) {
    if (argument.single) {
      const value = sameForAll(argument);
      if (value === undefined) return null;
      values[at] = value;
    } else if (!argument.numbers) return null;
  }
  return args.map(({ single, numbers }) => (single ? undefined : numbers));
}

/** The value of a single cell; undefined where it is an error, missing or not what it should be, which the long way tells. */
function sameForAll(argument: Argument): Value | undefined {
  try {
    const value = coerced(argument, 0);
    return isError(value) || isMissing(value, argument.parameter) ? undefined : value;
  } catch {
    return undefined;
  }
}
