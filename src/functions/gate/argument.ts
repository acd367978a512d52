import { FIRST_SERIAL, LAST_SERIAL } from '../../cells/serial';
import { type Cell, type Grid, isBlank } from '../../cells/value';
import { CellError } from '../cellError';
import type { Parameter } from '../definition';
import { scratch } from './scratch';

/** What was passed for one parameter: rows of cells, all of one length. A cell has one number, row after row from 0. */
export interface Argument {
  parameter: Parameter;
  grid: Grid;
  rows: number;
  columns: number;
  /** One cell alone, or a range of one cell: it is beside every cell of the other ranges. */
  single: boolean;
  /** Whether it came as rows of cells. */
  isGrid: boolean;
  /** Of a column that may hold numbers or dates: those that are taken as they are; NaN where a cell has to be looked at. */
  numbers: Float64Array | undefined;
  /** Whether there are cells that have to be looked at. */
  isMixed: boolean;
}

/** Rows and columns that arguments share. */
export interface Shape {
  rows: number;
  columns: number;
}

/**
 * Brings what a host passed into one form. A ragged grid is filled up with blanks, an empty one is a blank cell, a list
 * is a column.
 *
 * @param parameter  what it was passed for
 * @param value      a cell, rows of cells, or undefined where it was left out
 */
export function argumentOf(parameter: Parameter, value: Cell | Grid | undefined): Argument {
  const isGrid = Array.isArray(value);
  const { numbers, isMixed } = isGrid && value.length > 1 ? numbersOf(value, parameter) : NO_NUMBERS;
  const grid = numbers ? (value as Grid) : isGrid ? rectangle(value) : [[value ?? null]];
  const [rows, columns] = [grid.length, grid[0]!.length];
  return { parameter, grid, rows, columns, single: rows === 1 && columns === 1, isGrid, numbers, isMixed };
}

/** The numbers of a column, read while it is looked whether it is one: a million rows are costly to look at twice. */
function numbersOf(value: Grid, parameter: Parameter): Pick<Argument, 'numbers' | 'isMixed'> {
  const [low, high] = takenAsIs(parameter);
  if (low > high) return NO_NUMBERS;
  const numbers = scratch(value.length);
  let isMixed = false;
  for (let i = 0; i < value.length; i++) {
    const row = value[i]!;
    if (!Array.isArray(row) || row.length !== 1) return NO_NUMBERS;
    const cell = row[0];
    if (typeof cell === 'number' && cell >= low && cell <= high) {
      numbers[i] = cell;
    } else {
      numbers[i] = Number.NaN;
      isMixed = true;
    }
  }
  return { numbers, isMixed };
}

const NO_NUMBERS = { numbers: undefined, isMixed: true };

const NONE: readonly [low: number, high: number] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];

/** The numbers, from lowest to highest, that a parameter takes as they are: the short way for most cells of most ranges. */
function takenAsIs({ type, from, to }: Parameter): readonly [low: number, high: number] {
  if (type === 'number' || type === 'any') return [from ?? -Number.MAX_VALUE, to ?? Number.MAX_VALUE];
  return type === 'date' ? [FIRST_SERIAL, LAST_SERIAL] : NONE;
}

/** Rows of one length: as they came where they are that already, as they nearly always are. */
function rectangle(value: Grid): Grid {
  if (isRectangle(value)) return value;
  const rows = (value as (Cell | Cell[])[]).map(row => (Array.isArray(row) ? row : [row]));
  const columns = rows.reduce((widest, row) => Math.max(widest, row.length), 0);
  return columns === 0 ? [[null]] : rows.map(row => Array.from({ length: columns }, (_, i) => row[i] ?? null));
}

function isRectangle(value: Grid): boolean {
  const width = Array.isArray(value[0]) ? value[0].length : 0;
  // By index: a million rows are looked through four times as fast as by for … of.
  for (let i = 0; i < value.length; i++) {
    const row = value[i]!;
    if (!Array.isArray(row) || row.length !== width) return false;
  }
  return width > 0;
}

/** A cell by its number; a single cell is at every place. */
export function cellOf({ grid, columns, single }: Argument, index: number): Cell {
  if (single) return grid[0]![0]!;
  return columns === 1 ? grid[index]![0]! : grid[Math.floor(index / columns)]![index % columns]!;
}

/** The place of a cell for people: "lost", "row 5 of lost", "column 5 of lost", "row 5, column 2 of lost". */
export function argumentPlace({ parameter, rows, columns, single }: Argument, index: number): string {
  if (single) return parameter.name;
  if (columns === 1) return `row ${index + 1} of ${parameter.name}`;
  if (rows === 1) return `column ${index + 1} of ${parameter.name}`;
  return `row ${Math.floor(index / columns) + 1}, column ${(index % columns) + 1} of ${parameter.name}`;
}

/**
 * The shape that arguments share.
 *
 * @param args  those that must line up
 * @returns     the shape of the ranges among them; one cell where there is none
 * @throws      CellError #VALUE! naming two ranges of different shape
 */
export function commonShape(args: Argument[]): Shape {
  const ranges = args.filter(argument => !argument.single);
  const first = ranges[0];
  if (!first) return { rows: 1, columns: 1 };
  const other = ranges.find(range => range.rows !== first.rows || range.columns !== first.columns);
  if (other) throw mismatch(first, other);
  return { rows: first.rows, columns: first.columns };
}

/** As `commonShape`; but a single cell does not stand for a whole column that is required, nor for the dates; a blank may where it may be blank. */
export function pairedShape(args: Argument[]): Shape {
  const shape = commonShape(args);
  const range = args.find(({ single }) => !single);
  const lone = args.find(({ single, parameter, grid }) => {
    if (!single || (parameter.mayBeBlank !== undefined && isBlank(grid[0]![0]))) return false;
    return !parameter.optional || parameter.takes === 'dates';
  });
  if (range && lone) throw mismatch(range, lone);
  return shape;
}

function mismatch(one: Argument, other: Argument): CellError {
  const turned = one.rows === other.columns && one.columns === other.rows;
  const advice = turned ? 'turn one of them with TRANSPOSE' : 'choose ranges of the same size';
  return new CellError('#VALUE!', `${described(one)}, ${described(other)}: ${advice}.`);
}

function described({ parameter, rows, columns, single }: Argument): string {
  if (single) return `${parameter.name} is a single cell`;
  if (columns === 1) return `${parameter.name} is a column of ${rows} cells`;
  if (rows === 1) return `${parameter.name} is a row of ${columns} cells`;
  return `${parameter.name} is ${rows} rows of ${columns} cells`;
}
