import { type Cadence, periodOf } from '../../cells/period';
import { type Cell, type ErrorCell, type Grid, isBlank, isError } from '../../cells/value';
import { CellError } from '../cellError';
import type { CellFunction, Column, Parameter } from '../definition';
import { type Argument, cellOf, pairedShape } from './argument';
import { coerced, type Value } from './coerce';
import { type Read, readColumns, type Values } from './columns';
import type { OnError } from './elementWise';
import { finish } from './finish';

/** What a cell function gets for one parameter. */
type Given = Setting | Column<Values>;
/** What is said once for the whole call: a cell, the filled cells of a list, or the rows of a table. */
type Setting = Value | Value[] | Grid;
/** What one gives. */
type Figure = Value | Grid | Float64Array;

/** An aggregate's arguments, sorted by what they are for. */
interface Parts {
  columns: Argument[];
  /** What is said once for the whole call, by parameter. */
  settings: Map<Parameter, Setting>;
  dates: Argument | undefined;
  by: Cadence;
}

/**
 * Makes one figure of whole columns, or with dates one a period: rows of its first day and figure, oldest first. A row
 * with a blank in a required column is left out; a period without any row that counts is not listed.
 *
 * @returns  a cell, blank where a required setting is; with dates a grid, its first column days; a table's own grid; of a
 *           series a cell for each that was given, in the same rows and columns
 * @throws   CellError, #N/A where no row is left
 */
export function aggregate(definition: CellFunction, args: Argument[], onError?: OnError): Cell | Grid {
  const parts = partsOf(args);
  if (isError(parts)) return parts;
  const unset = [...parts.settings].some(([parameter, value]) => value === null && !parameter.optional);
  if (unset) return '';
  const { rows, columns } = pairedShape(parts.columns);
  const count = rows * columns;
  if (parts.dates) return byPeriod(definition, parts, count, onError);
  const read = readColumns(parts.columns, count);
  if (isError(read)) return read;
  const result = figure(definition, parts, read);
  if (result === undefined) throw nothingLeft(definition, parts, count);
  if (result instanceof Float64Array) return inPlace(result, rows, columns, read.lines, definition);
  if (!Array.isArray(result)) return finish(result, definition, 'single');
  return result.map(row => row.map(cell => finish(cell, definition, 'column')));
}

/** The figures of a series, each in the cell of its row; the cells of rows that were left out are blank. */
function inPlace(
  figures: Float64Array,
  rows: number,
  columns: number,
  lines: Read['lines'],
  definition: CellFunction,
): Grid {
  const grid: Grid = new Array(rows);
  for (let row = 0; row < rows; row++) grid[row] = columns === 1 ? [''] : new Array<Cell>(columns).fill('');
  for (let i = 0; i < figures.length; i++) {
    const cell = lines ? lines[i]! : i;
    const finished = finish(figures[i]!, definition, 'column');
    if (columns === 1) grid[cell]![0] = finished;
    else grid[Math.floor(cell / columns)]![cell % columns] = finished;
  }
  return grid;
}

function byPeriod(definition: CellFunction, parts: Parts, count: number, onError?: OnError): Cell | Grid {
  const dates = parts.dates!;
  pairedShape([...parts.columns, dates]);
  const periods = linesByPeriod(dates, count, parts.by);
  if (isError(periods)) return periods;
  const grid: Grid = [];
  for (const [start, members] of [...periods].sort(([a], [b]) => a - b)) {
    const cells = periodCells(members, grid.length);
    if (cells) grid.push([start, ...cells]);
  }
  if (grid.length === 0) throw nothingLeft(definition, parts, count);
  return grid;

  /** The figure of a period, or its row of figures; undefined where no line of it counts. */
  function periodCells(members: number[], row: number): Cell[] | undefined {
    const width = definition.result.columns?.length ?? 1;
    try {
      const read = readColumns(parts.columns, members.length, members);
      const result = isError(read) ? read : figure(definition, parts, read);
      if (result === undefined) return undefined;
      const cells = Array.isArray(result) ? result[0]! : new Array<Cell>(width).fill(result as Cell);
      return cells.map(cell => finish(cell, definition, 'column'));
    } catch (error) {
      if (!(error instanceof CellError)) throw error;
      onError?.(row, 1, error);
      return new Array<Cell>(width).fill({ error: error.code });
    }
  }
}

/** The numbers of the lines of each period, by its first day; lines without a date are left out. */
function linesByPeriod(dates: Argument, count: number, by: Cadence): Map<number, number[]> | ErrorCell {
  const periods = new Map<number, number[]>();
  // Ledgers have many lines a day, and the calendar is asked once for each day.
  const ofDay = new Map<number, number[]>();
  for (let line = 0; line < count; line++) {
    const moment = coerced(dates, line);
    if (isError(moment)) return moment;
    if (moment === null) continue;
    const day = Math.floor(moment as number);
    let members = ofDay.get(day);
    if (!members) {
      const { start } = periodOf(day, by);
      members = periods.get(start) ?? [];
      periods.set(start, members);
      ofDay.set(day, members);
    }
    members.push(line);
  }
  return periods;
}

/** The figure of the lines that were read; undefined where none of them counts. */
function figure(definition: CellFunction, parts: Parts, { columns }: Read): Figure | undefined {
  const needed = columns.filter((_, i) => !parts.columns[i]!.parameter.optional);
  if (needed.length > 0 && needed.every(column => filledIn(column, 1) === 0)) return undefined;
  if (definition.fewest !== undefined) refuseTooFew(definition, needed[0]!, definition.fewest);
  const given = definition.parameters.flatMap((parameter): Given[] => {
    const place = parts.columns.findIndex(argument => argument.parameter === parameter);
    if (place >= 0) return [columns[place]!];
    return parts.settings.has(parameter) ? [parts.settings.get(parameter)!] : [];
  });
  return (definition.calculate as (...given: Given[]) => Figure)(...given);
}

/** How many values of a column are no blanks, up to a number. */
function filledIn({ values }: Column<Values>, most: number): number {
  let found = 0;
  for (let i = 0; i < values.length && found < most; i++) {
    if (values[i] !== null && !Number.isNaN(values[i])) found += 1;
  }
  return found;
}

function refuseTooFew({ name }: CellFunction, column: Column<Values>, fewest: number): void {
  const found = filledIn(column, fewest);
  if (found === fewest) return;
  const there = found === 1 ? 'there is 1' : `there are ${found}`;
  throw new CellError('#N/A', `${name} needs ${fewest} figures in ${column.name} at least; ${there}.`);
}

function partsOf(args: Argument[]): Parts | ErrorCell {
  const taking = (what: string) => args.filter(({ parameter }) => (parameter.takes ?? 'column') === what);
  const settings: Parts['settings'] = new Map();
  for (const argument of [...taking('one'), ...taking('list'), ...taking('table'), ...taking('by')]) {
    const value = settingOf(argument);
    if (isError(value)) return value;
    settings.set(argument.parameter, value);
  }
  const [dates, by] = [taking('dates')[0], taking('by')[0]];
  const dated = dates && !isLeftOut(dates);
  if (by && !isLeftOut(by) && !dated) {
    throw new CellError('#VALUE!', `${by.parameter.name} needs ${dates!.parameter.name}, the day of each row.`);
  }
  const cadence = by && (settings.get(by.parameter) as Cadence);
  if (by) settings.delete(by.parameter);
  return { columns: taking('column'), settings, dates: dated ? dates : undefined, by: cadence ?? 'month' };
}

/** One cell, the filled cells of a list, or the cells of a table as they are; null where a table was left out. */
function settingOf(argument: Argument): Setting | ErrorCell {
  const { parameter, rows, columns, single, grid } = argument;
  if (parameter.takes === 'table') {
    const alone = single ? grid[0]![0]! : null;
    return isError(alone) ? alone : parameter.optional && isLeftOut(argument) ? null : grid;
  }
  if (parameter.takes !== 'list') {
    if (!single) throw new CellError('#VALUE!', `${parameter.name} is one cell, not a range.`);
    return coerced(argument, 0);
  }
  const values: Value[] = [];
  for (let i = 0; i < rows * columns; i++) {
    const value = coerced(argument, i);
    if (isError(value)) return value;
    if (value !== null) values.push(value);
  }
  return values;
}

function isLeftOut(argument: Argument): boolean {
  return argument.single && isBlank(cellOf(argument, 0));
}

function nothingLeft(definition: CellFunction, { columns, dates }: Parts, count: number): CellError {
  const needed = [...columns.filter(({ parameter }) => !parameter.optional), ...(dates ? [dates] : [])];
  const filledCells = (argument: Argument) => {
    let filled = 0;
    for (let line = 0; line < count; line++) if (!isBlank(cellOf(argument, line))) filled += 1;
    return filled;
  };
  const filled = Object.fromEntries(needed.map(argument => [argument.parameter.name, filledCells(argument)]));
  const where = needed.map(({ parameter }) => parameter.name).join(' and ');
  return new CellError(
    '#N/A',
    definition.overNothing?.(filled) ?? `${definition.name} finds no row with a figure in ${where}.`,
  );
}
