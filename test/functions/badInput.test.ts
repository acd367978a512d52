import { type Cell, type Grid, isError } from '../../src/cells/value';
import { functions } from '../../src/functions/catalogue';
import { CellError } from '../../src/functions/cellError';
import type { CellFunction, Parameter } from '../../src/functions/definition';
import { evaluate } from '../../src/functions/evaluate';

// Every function × every kind of bad input: what the cell shows follows from the design's rules, not from the function.

/** A column of four good cells for a parameter. */
function good({ type, from = 1, to = 5 }: Parameter): Cell[] {
  return type === 'date' ? [46_027, 46_028, 46_029, 46_030] : [1, 2, 3, 4].map(n => Math.min(Math.max(n, from), to));
}

/** What a cell shows in the end: an error's code, or the value; in a grid each cell so. */
function shown(name: string, args: (Cell | Grid | undefined)[]): unknown {
  try {
    const result = evaluate(name, args);
    const cell = (value: Cell) => (isError(value) ? value.error : value);
    return Array.isArray(result) ? result.map(row => row.map(cell)) : cell(result);
  } catch (error) {
    if (error instanceof CellError) return error.code;
    throw error;
  }
}

const column = (cells: Cell[]): Grid => cells.map(cell => [cell]);

/** A call with one cell of the first column replaced, in the third row. */
function withCell(definition: CellFunction, cell: Cell): (Cell | Grid)[] {
  return required(definition).map((parameter, i) =>
    column(good(parameter).map((g, row) => (i === 0 && row === 2 ? cell : g))),
  );
}

const required = ({ parameters }: CellFunction) => parameters.filter(parameter => !parameter.optional);
const all = functions.map(definition => [definition.name, definition] as const);
const elementWise = all.filter(([, { shape }]) => shape === 'element-wise');
const aggregates = all.filter(([, { shape }]) => shape !== 'element-wise');
const paired = all.filter(([, definition]) => required(definition).length > 1);

const inPlace: [kind: string, cell: Cell, code: string][] = [
  ['a word', 'n/a', '#VALUE!'],
  ['a number as text', '12', '#VALUE!'],
  ['text with quotes', 'he said "no"', '#VALUE!'],
  ['a formula as text', '=1+1', '#VALUE!'],
  ['TRUE', true, '#VALUE!'],
  ['NaN', Number.NaN, '#NUM!'],
  ['infinity', Number.POSITIVE_INFINITY, '#NUM!'],
  ['an error cell', { error: '#REF!' }, '#REF!'],
];

describe.each(inPlace)('%s in the third row', (_kind, cell, code) => {
  test.each(elementWise)('is an error in the third row of %s, and the other rows stand', (name, definition) => {
    const clean = shown(name, withCell(definition, 3)) as unknown[][];
    const result = shown(name, withCell(definition, cell)) as unknown[][];
    expect(result[2]).toEqual([code]);
    expect([result[0], result[1], result[3]]).toEqual([clean[0], clean[1], clean[3]]);
  });

  test.each(aggregates)('is the error that %s shows', (name, definition) => {
    expect(shown(name, withCell(definition, cell))).toBe(code);
  });
});

test.each(paired)('%s refuses a row beside a column', (name, definition) => {
  const args = required(definition).map((parameter, i) => (i === 0 ? column(good(parameter)) : [good(parameter)]));
  expect(shown(name, args)).toBe('#VALUE!');
});

test.each(paired)('%s refuses columns of unequal length', (name, definition) => {
  const args = required(definition).map((parameter, i) => column(good(parameter).slice(i === 0 ? 1 : 0)));
  expect(shown(name, args)).toBe('#VALUE!');
});

test.each(all)('%s over empty ranges shows nothing, or that there is nothing', (name, definition) => {
  const empty = definition.shape === 'element-wise' ? [['']] : '#N/A';
  expect(
    shown(
      name,
      required(definition).map(() => []),
    ),
  ).toEqual(empty);
  expect(
    shown(
      name,
      required(definition).map(() => [[]]),
    ),
  ).toEqual(empty);
});

test.each(all)('%s takes one cell', (name, definition) => {
  const result = shown(
    name,
    required(definition).map(parameter => good(parameter)[3]!),
  );
  expect(['number', 'string']).toContain(typeof result);
  expect(String(result)).not.toMatch(/^#/);
});

test.each(all)('%s with blanks at the ends and inside gives what the filled rows give', (name, definition) => {
  const columns = required(definition).map(good);
  const spaced = columns.map(([a, b, c, d]) => column([null, a!, b!, '', c!, d!, ' ']));
  const result = shown(name, spaced);
  const compact = shown(name, columns.map(column));
  if (definition.shape !== 'element-wise') expect(result).toEqual(compact);
  else expect((result as unknown[][]).flat().filter(cell => cell !== '')).toEqual((compact as unknown[][]).flat());
});

test.each(all)('%s comes to the limits of numbers without an exception', (name, definition) => {
  for (const extreme of [1e308, -1e308, 5e-324, -0, -5]) {
    const result = shown(
      name,
      required(definition).map(() => extreme),
    );
    expect(['number', 'string']).toContain(typeof result);
    if (typeof result === 'number') expect(Number.isFinite(result) && !Object.is(result, -0)).toBe(true);
  }
});
