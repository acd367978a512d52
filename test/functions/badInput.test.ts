import { type Cell, type Grid, isError } from '../../src/cells/value';
import { functions } from '../../src/functions/catalogue';
import type { Parameter } from '../../src/functions/definition';
import { call, columnOf, enough, good, goodCall, isColumn, isOfCells, neededColumns, required, shown } from './given';
import { thrown } from './thrown';

// Every function × every kind of bad input: what the cell shows follows from the design's rules and from what the parameter
// says it takes, not from the function. An exception that is no error of a cell fails the test: `shown` throws it on.

const ofCells = functions.filter(isOfCells);
const all = ofCells.map(definition => [definition.name, definition] as const);
const paired = all.filter(([, definition]) => neededColumns(definition).length > 1);

/** Every column of every function, the optional ones too. */
const columns = ofCells.flatMap(definition =>
  definition.parameters
    .filter(isColumn)
    .map(parameter => [`${parameter.name} of ${definition.name}`, definition, parameter] as const),
);
/** Every single setting of every function. */
const settings = ofCells.flatMap(definition =>
  definition.parameters
    .filter(({ takes }) => takes === 'one' || takes === 'by')
    .map(parameter => [`${parameter.name} of ${definition.name}`, definition, parameter] as const),
);

type Kind = [kind: string, cell: Cell, codes: (parameter: Parameter) => string[]];

/** The codes that a cell may give; a value is always named `value`. */
const text = ({ type, choices }: Parameter): string[] =>
  type === 'any' || (type === 'text' && !choices) ? ['value', '#VALUE!'] : ['#VALUE!'];
const number = ({ type, choices, from = -Infinity, to = Infinity }: Parameter, value: number): string[] => {
  if (choices || type === 'text' || type === 'boolean') return ['#VALUE!'];
  if (type === 'date' && (value < 1 || value > 1e7)) return ['#VALUE!'];
  return value < from || value > to ? ['#VALUE!'] : ['value', '#VALUE!', '#DIV/0!', '#NUM!', '#N/A'];
};
const notFinite = ({ type, choices }: Parameter): string[] =>
  choices || type === 'text' || type === 'boolean' ? ['#VALUE!'] : ['#NUM!'];

const kinds: Kind[] = [
  ['a word', 'n/a', text],
  ['a number as text', '12', text],
  ['text with quotes in it', 'he said "it\'s ""fine"""', text],
  ['a formula as text', '=1+1', text],
  ['TRUE', true, ({ type }) => (type === 'boolean' ? ['value'] : ['#VALUE!'])],
  ['a date', 46_027, parameter => number(parameter, 46_027)],
  ['a very large number', 1e308, parameter => number(parameter, 1e308)],
  ['a very small number', -1e308, parameter => number(parameter, -1e308)],
  ['a number next to nothing', 5e-324, parameter => number(parameter, 5e-324)],
  ['minus zero', -0, parameter => (parameter.type === 'boolean' ? ['value'] : number(parameter, 0))],
  ['a negative count', -5, parameter => number(parameter, -5)],
  ['NaN', Number.NaN, notFinite],
  ['infinity', Number.POSITIVE_INFINITY, notFinite],
  ['an error cell', { error: '#REF!' }, () => ['#REF!']],
];

/** What a cell holds, as the kinds name it. */
function outcome(cell: Cell): string {
  expectShowable(cell);
  return typeof cell === 'string' && cell.startsWith('#') ? cell : 'value';
}

function expectShowable(cell: Cell): void {
  if (typeof cell === 'number') expect(Number.isFinite(cell) && !Object.is(cell, -0)).toBe(true);
  else expect(typeof cell === 'string' || typeof cell === 'boolean' || isError(cell)).toBe(true);
}

describe.each(kinds)('%s', (_kind, cell, codes) => {
  test.each(columns)('in the third row of %s', (_name, definition, parameter) => {
    const count = enough(definition);
    const spoilt = columnOf(good(parameter, count).map((fine, row) => (row === 2 ? cell : fine)));
    const result = shown(definition, goodCall(definition, count, { [parameter.name]: spoilt }));
    if (definition.shape !== 'element-wise') {
      const cells = Array.isArray(result) ? result.flat() : [result];
      const found = cells.map(outcome).find(one => one !== 'value') ?? 'value';
      expect(codes(parameter)).toContain(found);
      return;
    }
    const fine = columnOf(good(parameter, count));
    const clean = shown(definition, goodCall(definition, count, { [parameter.name]: fine })) as Grid;
    const rows = result as Grid;
    expect(codes(parameter)).toContain(outcome(rows[2]![0]!));
    expect(rows.filter((_, row) => row !== 2)).toEqual(clean.filter((_, row) => row !== 2));
  });

  test.each(settings)('as %s', (_name, definition, parameter) => {
    const count = enough(definition);
    const dates = definition.parameters.filter(({ takes }) => takes === 'dates');
    const ranges = [...neededColumns(definition), ...dates].map(
      column => [column.name, columnOf(good(column, count))] as const,
    );
    const result = shown(definition, call(definition, { ...Object.fromEntries(ranges), [parameter.name]: cell }));
    const cells = Array.isArray(result) ? result.flat() : [result];
    expect(codes(parameter)).toContain(cells.map(outcome).find(one => one !== 'value') ?? 'value');
  });
});

const counts = columns.filter(([, , { from, type }]) => from === 0 && type === 'number');

test.each(counts)('a negative figure in %s names its row', (_name, definition, parameter) => {
  const count = enough(definition);
  const spoilt = columnOf(good(parameter, count).map((fine, row) => (row === 2 ? -5 : fine)));
  const args = goodCall(definition, count, { [parameter.name]: spoilt });
  const alone = args.map((value): Cell | undefined => (Array.isArray(value) ? value[2]![0]! : value));
  const message = definition.shape === 'element-wise' ? thrown(definition.name, alone) : thrown(definition.name, args);
  const place = definition.shape === 'element-wise' ? parameter.name : `row 3 of ${parameter.name}`;
  const limits = parameter.to === undefined ? '0 or more' : `from 0 to ${parameter.to}`;
  expect(message).toBe(`#VALUE! ${place}: -5 is not ${limits}${parameter.hint ? `; ${parameter.hint}` : ''}.`);
});

test.each(paired)('%s refuses a row beside a column', (_name, definition) => {
  const [first, ...others] = neededColumns(definition);
  const rows = Object.fromEntries(others.map(parameter => [parameter.name, [good(parameter, enough(definition))]]));
  expect(first).toBeDefined();
  expect(shown(definition, goodCall(definition, enough(definition), rows))).toBe('#VALUE!');
});

test.each(paired)('%s refuses columns of unequal length', (_name, definition) => {
  const [first] = neededColumns(definition);
  const shorter = { [first!.name]: columnOf(good(first!, enough(definition) - 1)) };
  expect(shown(definition, goodCall(definition, enough(definition), shorter))).toBe('#VALUE!');
});

test.each(all)('%s over empty ranges shows nothing, or that there is nothing', (_name, definition) => {
  const nothing = definition.shape === 'element-wise' ? [['']] : '#N/A';
  for (const empty of [[], [[]], [[null]], [['']]]) {
    const ranges = Object.fromEntries(neededColumns(definition).map(({ name }) => [name, empty]));
    expect(shown(definition, call(definition, ranges))).toEqual(nothing);
  }
});

test.each(all)('%s takes one cell, or says how many it needs', (_name, definition) => {
  const cells = Object.fromEntries(
    neededColumns(definition).map(parameter => [parameter.name, good(parameter, 4)[3]!]),
  );
  const result = shown(definition, call(definition, cells));
  if ((definition.fewest ?? 0) > 1) expect(result).toBe('#N/A');
  else for (const cell of Array.isArray(result) ? result.flat() : [result]) expect(outcome(cell)).toBe('value');
});

test.each(all)('%s along a row gives what it gives along a column', (_name, definition) => {
  const count = enough(definition);
  const rows = Object.fromEntries(
    neededColumns(definition).map(parameter => [parameter.name, [good(parameter, count)]]),
  );
  const down = shown(definition, goodCall(definition, count));
  const across = shown(definition, goodCall(definition, count, rows));
  if (definition.shape === 'element-wise' || definition.shape === 'series')
    expect(across).toEqual([(down as Grid).flat()]);
  else expect(JSON.stringify(across).replace(/column (\d+) of/g, 'row $1 of')).toBe(JSON.stringify(down));
});

test.each(all)('%s with blanks at the ends and inside gives what the filled rows give', (_name, definition) => {
  const count = enough(definition);
  const spaced = (cells: Cell[]) => columnOf([null, ...cells.slice(0, 2), '', ...cells.slice(2), ' ']);
  const ranges = Object.fromEntries(
    neededColumns(definition).map(parameter => [parameter.name, spaced(good(parameter, count))]),
  );
  const compact = shown(definition, goodCall(definition, count));
  const result = shown(definition, goodCall(definition, count, ranges));
  if (definition.shape === 'element-wise') {
    const filled = (grid: Cell | Grid) => (grid as Grid).flat().filter(cell => cell !== '');
    expect(filled(result)).toEqual(filled(compact));
  } else if (!definition.ordered && definition.name !== 'ALIGNMENT_BREAKDOWN') {
    expect(result).toEqual(compact);
  } else {
    // In a series a blank is a gap, and a breakdown names rows by their places: there is a result, and it can be shown.
    for (const cell of Array.isArray(result) ? result.flat() : [result]) expect(outcome(cell)).toBe('value');
  }
});

test.each(all)('%s comes to the limits of numbers without an exception', (_name, definition) => {
  for (const extreme of [1e308, -1e308, 5e-324, -0, -5]) {
    const cells = Object.fromEntries(required(definition).map(parameter => [parameter.name, extreme]));
    const long = Object.fromEntries(
      neededColumns(definition).map(({ name }) => [name, columnOf(new Array<Cell>(enough(definition)).fill(extreme))]),
    );
    for (const given of [cells, long]) {
      const result = shown(definition, call(definition, given));
      for (const cell of Array.isArray(result) ? result.flat() : [result]) expectShowable(cell);
    }
  }
});
