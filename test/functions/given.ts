import fc from 'fast-check';
import { type Cell, type Grid, isError } from '../../src/cells/value';
import { CellError } from '../../src/functions/cellError';
import type { CellFunction, Parameter } from '../../src/functions/definition';
import { evaluate } from '../../src/functions/evaluate';

// Calls of any function, made from its definition.

export const required = ({ parameters }: CellFunction): Parameter[] => parameters.filter(({ optional }) => !optional);

/** Whether a parameter has a cell a row. */
export const isColumn = ({ takes = 'column' }: Parameter): boolean => takes === 'column';

/** The parameters that need a cell in every row of a call. */
export const neededColumns = (definition: CellFunction): Parameter[] => required(definition).filter(isColumn);

export const columnOf = (cells: Cell[]): Grid => cells.map(cell => [cell]);

/** A number that a parameter takes, as near to another as it may be. */
const held = ({ from = Number.NEGATIVE_INFINITY, to = Number.POSITIVE_INFINITY }: Parameter, number: number) =>
  Math.min(Math.max(number, from), to);

/** Good cells of a column: as many as asked for, no two neighbours alike where the parameter allows it. */
export function good(parameter: Parameter, count: number): Cell[] {
  const { name, type, choices, partOf } = parameter;
  return Array.from({ length: count }, (_, i) => {
    if (name === 'periods' && type === 'any') return 46_023 + i;
    if (partOf !== undefined) return ((i % 4) + 1) / 4;
    if (choices) return choices[i % choices.length]!;
    if (type === 'date') return 46_027 + i;
    if (type === 'boolean') return i % 2 === 0;
    return type === 'text' ? `name ${i}` : held(parameter, (i % 4) + 1);
  });
}

/** So many rows that every function can say something. */
export const enough = ({ fewest = 0 }: CellFunction): number => Math.max(4, fewest);

/** Whether it is made of cells that are side by side; what takes whole sheets has tests of its own. */
export const isOfCells = ({ parameters }: CellFunction): boolean => !parameters.some(({ takes }) => takes === 'table');

/** A setting that fits. */
export function setting(parameter: Parameter): Cell {
  if (parameter.choices) return parameter.choices[0]!;
  if (parameter.type === 'boolean') return true;
  return parameter.type === 'date' ? 46_027 : held(parameter, 5);
}

/**
 * Arguments for a call: columns where cells are given for a parameter, settings for what else is needed, the rest left out.
 *
 * @param cells  by the parameter's name, one a row; as rows of cells or as a single cell
 */
export function call(definition: CellFunction, cells: Record<string, Cell | Grid>): (Cell | Grid | undefined)[] {
  return definition.parameters.map(parameter => {
    if (parameter.name in cells) return cells[parameter.name];
    return parameter.optional ? undefined : setting(parameter);
  });
}

/** A call with good columns of a length, some of them replaced. */
export function goodCall(definition: CellFunction, count = enough(definition), replaced: Record<string, Grid> = {}) {
  const columns = neededColumns(definition).map(
    parameter => [parameter.name, columnOf(good(parameter, count))] as const,
  );
  return call(definition, { ...Object.fromEntries(columns), ...replaced });
}

/** What a cell shows in the end: an error's code, or the value; in a grid each cell so. Anything but a CellError is thrown on. */
export function shown({ name }: CellFunction, args: (Cell | Grid | undefined)[]): Cell | Grid {
  const cell = (value: Cell): Cell => (isError(value) ? value.error : value);
  try {
    const result = evaluate(name, args);
    return Array.isArray(result) ? result.map(row => row.map(cell)) : cell(result);
  } catch (error) {
    if (error instanceof CellError) return error.code;
    throw error;
  }
}

/** The numbers of a result, in ascending order. */
export function numbersOf(result: Cell | Grid): number[] {
  const cells = Array.isArray(result) ? result.flat() : [result];
  return cells.filter((cell): cell is number => typeof cell === 'number').sort((a, b) => a - b);
}

/**
 * Rows of figures that make sense for a function: within what its parameters allow, parts not more than their whole.
 *
 * @param parameters  columns to fill
 * @param most        the largest number, unless a parameter allows less
 */
export function sensibleRows(parameters: Parameter[], most: number, count: { min: number; max: number }) {
  const row = fc.record(Object.fromEntries(parameters.map(parameter => [parameter.name, sensible(parameter, most)])));
  const rows = fc.array(row, { minLength: count.min, maxLength: count.max });
  return rows.map(found => found.map(cells => withoutExcess(parameters, inTime(parameters, cells))));
}

function sensible(parameter: Parameter, most: number): fc.Arbitrary<Cell> {
  const { type, choices, from = 1, to = Math.max(from, most) } = parameter;
  if (choices) return fc.constantFrom(...choices);
  if (type === 'date') return fc.integer({ min: 46_023, max: 46_400 });
  if (type === 'boolean') return fc.boolean();
  if (type !== 'number') return fc.constantFrom('Sales', 'Operations', 'Marketing', 7);
  const thousandths = fc.integer({ min: from * 1000, max: to * 1000 }).map(number => number / 1000);
  return fc.oneof(fc.integer({ min: Math.ceil(from), max: Math.floor(to) }), thousandths);
}

/** What comes later in the list of parameters comes later in time: an order before its fulfilment. */
function inTime(parameters: Parameter[], cells: Record<string, Cell>): Record<string, Cell> {
  const names = parameters.filter(({ type }) => type === 'date').map(({ name }) => name);
  const days = names.map(name => Number(cells[name])).sort((a, b) => a - b);
  return { ...cells, ...Object.fromEntries(names.map((name, i) => [name, days[i]!])) };
}

/** Parts that are more than their whole are cut down to it, all in the same measure. */
function withoutExcess(parameters: Parameter[], cells: Record<string, Cell>): Record<string, Cell> {
  const cut = { ...cells };
  for (const whole of parameters) {
    const parts = parameters.filter(({ partOf }) => partOf === whole.name).map(({ name }) => name);
    const sum = parts.reduce((total, name) => total + Number(cells[name]), 0);
    const share = sum > Number(cells[whole.name]) ? Number(cells[whole.name]) / sum : 1;
    for (const name of parts) cut[name] = Number(cells[name]) * share;
  }
  return cut;
}

/** Columns of rows of named cells. */
export function columnsOf(rows: Record<string, Cell>[]): Record<string, Grid> {
  const names = Object.keys(rows[0] ?? {});
  return Object.fromEntries(names.map(name => [name, rows.map(row => [row[name]!])]));
}
