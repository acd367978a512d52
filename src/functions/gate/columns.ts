import { type ErrorCell, isError } from '../../cells/value';
import { CellError } from '../cellError';
import type { Column } from '../definition';
import { type Argument, placeOf } from './argument';
import { coerced, isMissing, type Value } from './coerce';

/**
 * Reads columns line by line, leaving out the lines on which a required one is blank.
 *
 * @param args   the columns, of one shape
 * @param lines  numbers of the cells to read
 * @returns      a `Column` for each, all of one length; an error cell among them as itself
 * @throws       CellError naming the place of a cell that is not what its column wants
 */
export function readColumns(args: Argument[], lines: number[]): Column<Value>[] | ErrorCell {
  const columns: Value[][] = args.map(() => []);
  const kept: number[] = [];
  const found: Value[] = new Array(args.length);
  for (const line of lines) {
    let missing = false;
    for (let i = 0; i < args.length; i++) {
      const value = coerced(args[i]!, line);
      if (isError(value)) return value;
      if (isMissing(value, args[i]!.parameter)) missing = true;
      found[i] = value;
    }
    if (missing) continue;
    kept.push(line);
    for (let i = 0; i < args.length; i++) columns[i]!.push(found[i]!);
  }
  return args.map((argument, i) => columnOf(argument, columns[i]!, kept));
}

function columnOf(argument: Argument, values: Value[], lines: number[]): Column<Value> {
  const place = (index: number) => placeOf(argument, lines[index]!);
  return {
    name: argument.parameter.name,
    values,
    place,
    refuse(index, reason) {
      throw new CellError('#VALUE!', `${place(index)}: ${reason}.`);
    },
  };
}
