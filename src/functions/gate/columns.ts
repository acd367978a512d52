import { type ErrorCell, isError } from '../../cells/value';
import { CellError } from '../cellError';
import type { Column } from '../definition';
import { type Argument, cellOf, placeOf } from './argument';
import { coerced, isMissing, takenAsIs, type Value } from './coerce';

/** The values of a column: numbers and dates with NaN for a blank, anything else with null for one. */
export type Values = Float64Array | Value[];

/** Columns without the lines that don't count. */
export interface Read {
  columns: Column<Values>[];
  /** How many lines are left. */
  count: number;
  /** The numbers of their cells; undefined where all are there, from the first on. */
  lines: ArrayLike<number> | undefined;
}

/**
 * Reads columns, leaving out the lines on which a required one is blank.
 *
 * @param args   the columns, of one shape
 * @param count  how many lines there are
 * @param lines  numbers of the cells to read, `count` of them; all from the first on where left out
 * @returns      a `Column` for each, all of one length; an error cell among them as itself
 * @throws       CellError naming the place of a cell that is not what its column wants
 */
export function readColumns(args: Argument[], count: number, lines?: number[]): Read | ErrorCell {
  // Which lines have a blank in a required column; nearly always none has.
  let missing: Uint8Array | undefined;
  const skip = (line: number) => {
    missing ??= new Uint8Array(count);
    missing[line] = 1;
  };
  const read: Values[] = [];
  for (const argument of args) {
    const values = readColumn(argument, count, lines, isMissing(null, argument.parameter) ? skip : undefined);
    if (isError(values)) return values;
    read.push(values);
  }
  const kept = missing && missing.reduce((sum, one) => sum - one, count);
  const left = kept === undefined ? undefined : placesLeft(missing!, kept);
  const cells = left ? (lines ? left.map(place => lines[place]!) : left) : lines;
  return {
    columns: args.map((argument, i) => columnOf(argument, left ? among(read[i]!, left) : read[i]!, cells)),
    count: kept ?? count,
    lines: cells,
  };
}

function readColumn(
  argument: Argument,
  count: number,
  lines: number[] | undefined,
  onMissing: ((line: number) => void) | undefined,
): Values | ErrorCell {
  const { grid, single, columns, parameter } = argument;
  const isNumeric = parameter.type === 'number' || parameter.type === 'date';
  const values: Values = isNumeric ? new Float64Array(count) : new Array<Value>(count);
  if (single) {
    const value = coerced(argument, 0);
    if (isError(value)) return value;
    for (let i = 0; value === null && onMissing && i < count; i++) onMissing(i);
    return (values as Value[]).fill(isNumeric ? (value ?? Number.NaN) : value);
  }
  const [low, high] = takenAsIs(parameter);
  const whole = columns === 1 && !lines;
  for (let i = 0; i < count; i++) {
    const line = lines ? lines[i]! : i;
    const cell = whole ? grid[i]![0]! : cellOf(argument, line);
    if (typeof cell === 'number' && cell >= low && cell <= high) {
      values[i] = cell;
      continue;
    }
    const value = coerced(argument, line);
    if (isError(value)) return value;
    if (value === null) onMissing?.(i);
    values[i] = isNumeric ? ((value as number | null) ?? Number.NaN) : value;
  }
  return values;
}

function placesLeft(missing: Uint8Array, count: number): Uint32Array {
  const places = new Uint32Array(count);
  for (let i = 0, next = 0; i < missing.length; i++) if (!missing[i]) places[next++] = i;
  return places;
}

function among(values: Values, places: Uint32Array): Values {
  const left: Values = Array.isArray(values) ? new Array<Value>(places.length) : new Float64Array(places.length);
  for (let i = 0; i < places.length; i++) left[i] = values[places[i]!]!;
  return left;
}

function columnOf(argument: Argument, values: Values, lines?: ArrayLike<number>): Column<Values> {
  const place = (index: number) => placeOf(argument, lines ? lines[index]! : index);
  return {
    name: argument.parameter.name,
    values,
    place,
    refuse(index, reason) {
      throw new CellError('#VALUE!', `${place(index)}: ${reason}.`);
    },
  };
}
