import { type ErrorCell, isError } from '../../cells/value';
import { CellError } from '../cellError';
import type { Column } from '../definition';
import { type Argument, argumentPlace, cellOf } from './argument';
import { coerced, isMissing, takenAsIs, type Value } from './coerce';

/**
 * Reads columns, leaving out the lines on which a required one is blank.
 *
 * @param args   the columns, of one shape
 * @param count  how many lines there are
 * @param lines  numbers of the cells to read, `count` of them; all from the first on where left out
 * @returns      a `Column` for each, all of one length; an error cell among them as itself
 * @throws       CellError naming the place of a cell that is not what its column wants
 */
export function readColumns(args: Argument[], count: number, lines?: number[]): Column<Value>[] | ErrorCell {
  const read: Value[][] = [];
  let kept = lines;
  for (const argument of args) {
    const values = readColumn(argument, count, lines);
    if (isError(values)) return values;
    read.push(values);
  }
  const missing = missingIn(args, read, count);
  if (missing) {
    const places = Array.from({ length: count }, (_, i) => i).filter(i => !missing[i]);
    kept = places.map(i => lines?.[i] ?? i);
    read.forEach((values, i) => {
      read[i] = places.map(place => values[place]!);
    });
  }
  return args.map((argument, i) => columnOf(argument, read[i]!, kept));
}

function readColumn(argument: Argument, count: number, lines?: number[]): Value[] | ErrorCell {
  const { grid, single, columns } = argument;
  const [low, high] = takenAsIs(argument.parameter);
  const whole = columns === 1 && !single && !lines;
  const values: Value[] = new Array(count);
  for (let i = 0; i < count; i++) {
    const line = lines ? lines[i]! : i;
    const cell = whole ? grid[i]![0]! : cellOf(argument, line);
    if (typeof cell === 'number' && cell >= low && cell <= high) {
      values[i] = cell;
      continue;
    }
    const value = coerced(argument, line);
    if (isError(value)) return value;
    values[i] = value;
  }
  return values;
}

/** Which lines have a blank in a required column; null where none has. */
function missingIn(args: Argument[], read: Value[][], count: number): boolean[] | null {
  let found: boolean[] | null = null;
  args.forEach(({ parameter }, column) => {
    if (!isMissing(null, parameter)) return;
    const values = read[column]!;
    for (let i = 0; i < count; i++) {
      if (values[i] !== null) continue;
      found ??= new Array<boolean>(count).fill(false);
      found[i] = true;
    }
  });
  return found;
}

function columnOf(argument: Argument, values: Value[], lines?: number[]): Column<Value> {
  const place = (index: number) => argumentPlace(argument, lines ? lines[index]! : index);
  return {
    name: argument.parameter.name,
    values,
    place,
    refuse(index, reason) {
      throw new CellError('#VALUE!', `${place(index)}: ${reason}.`);
    },
  };
}
