import { type ErrorCell, isError } from '../../cells/value';
import { CellError } from '../cellError';
import type { Column } from '../definition';
import { type Argument, argumentPlace } from './argument';
import { coerced, isMissing, type Value } from './coerce';
import { scratch } from './scratch';

/** The values of a column: numbers and dates with NaN for a blank, anything else with null for one. */
export type Values = Float64Array | Value[];

/** Columns without the lines that don't count. */
export interface Read {
  columns: Column<Values>[];
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
  const read: Reading[] = [];
  for (const argument of args) {
    const values = readColumn(argument, count, lines, isMissing(null, argument.parameter) ? skip : undefined);
    if (isError(values)) return values;
    read.push(values);
  }
  const left = missing && placesLeft(missing);
  const rest = left ? left.length : count;
  const cells = left ? (lines ? left.map(place => lines[place]!) : left) : lines;
  return {
    columns: args.map((argument, i) => {
      const reading = read[i]!;
      if ('same' in reading) return new ReadColumn(argument, undefined, rest, cells, reading.same);
      return new ReadColumn(argument, left ? among(reading, left) : reading, rest, cells, undefined);
    }),
    lines: cells,
  };
}

/** One value for all rows, or one for each. */
type Reading = { same: Value } | Values;

function readColumn(
  argument: Argument,
  count: number,
  lines: number[] | undefined,
  onMissing: ((line: number) => void) | undefined,
): Reading | ErrorCell {
  const { single, numbers, isMixed } = argument;
  if (single) {
    const same = coerced(argument, 0);
    if (isError(same)) return same;
    for (let i = 0; same === null && onMissing && i < count; i++) onMissing(i);
    return { same };
  }
  if (numbers && !isMixed && !lines) return numbers;
  const isNumeric = isNumberColumn(argument);
  // The lines of one period are few, and periods many: they get room of their own.
  const values: Values = isNumeric ? (lines ? new Float64Array(count) : scratch(count)) : new Array<Value>(count);
  for (let i = 0; i < count; i++) {
    const line = lines ? lines[i]! : i;
    const number = numbers ? numbers[line]! : Number.NaN;
    if (!Number.isNaN(number)) {
      values[i] = number;
      continue;
    }
    const value = coerced(argument, line);
    if (isError(value)) return value;
    if (value === null) onMissing?.(i);
    values[i] = isNumeric ? ((value as number | null) ?? Number.NaN) : value;
  }
  return values;
}

function isNumberColumn({ parameter: { type } }: Argument): boolean {
  return type === 'number' || type === 'date';
}

function placesLeft(missing: Uint8Array): Uint32Array {
  const places = new Uint32Array(missing.reduce((sum, one) => sum - one, missing.length));
  for (let i = 0, next = 0; i < missing.length; i++) if (!missing[i]) places[next++] = i;
  return places;
}

function among(values: Values, places: Uint32Array): Values {
  const left: Values = Array.isArray(values) ? new Array<Value>(places.length) : new Float64Array(places.length);
  for (let i = 0; i < places.length; i++) left[i] = values[places[i]!]!;
  return left;
}

/** A column as arithmetic gets it. */
class ReadColumn implements Column<Values> {
  readonly name: string;

  constructor(
    private readonly argument: Argument,
    private written: Values | undefined,
    private readonly count: number,
    private readonly lines: ArrayLike<number> | undefined,
    readonly same: Value | undefined,
  ) {
    this.name = argument.parameter.name;
  }

  /** One value for all rows is only written down for each when somebody asks for them. */
  get values(): Values {
    if (this.written) return this.written;
    const { argument, same, count } = this;
    this.written = isNumberColumn(argument)
      ? new Float64Array(count).fill((same as number | null) ?? Number.NaN)
      : new Array<Value>(count).fill(same!);
    return this.written;
  }

  place(index: number): string {
    return argumentPlace(this.argument, this.lines ? this.lines[index]! : index);
  }

  refuse(index: number, reason: string): never {
    throw new CellError('#VALUE!', `${this.place(index)}: ${reason}.`);
  }
}
