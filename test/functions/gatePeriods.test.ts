import type { Grid } from '../../src/cells/value';
import type { Column } from '../../src/functions/definition';
import { pass } from '../../src/functions/gate';
import { made, number, said, sum } from './madeFunctions';
import { column } from './thrown';

// What the gate promises to arithmetic by period, of whole tables and of series; expected values by hand.

describe('by period', () => {
  const byMonth = (calculate: unknown, columns?: string[]) =>
    made(
      'aggregate',
      [
        number('figures'),
        number('factor', { optional: true }),
        { name: 'dates', type: 'date', description: 'days', optional: true, takes: 'dates' },
        { name: 'by', type: 'text', description: 'by', optional: true, takes: 'by', choices: ['day', 'month'] },
      ],
      calculate,
      columns ? { result: { type: 'number', columns: columns.map(name => ({ name })) } } : {},
    );
  const total = byMonth(({ values }: Column) => sum(...values));
  // 31 January 2026 is 46053, 1 February 46054.
  const [january, february] = [46_023, 46_054];

  test('the evening of the last day of a month belongs to it, and months come in order', () => {
    expect(pass(total, [column(5, 1, 2), undefined, column(46_054, 46_053.9, 46_023)])).toEqual([
      [january, 3],
      [february, 5],
    ]);
    expect(pass(total, [column(1, 2), undefined, column(46_053.9, 46_053.1), 'day'])).toEqual([[46_053, 3]]);
  });
  test('a month in which no row counts is not listed, and where none is left that is said', () => {
    expect(pass(total, [column(5, null), undefined, column(46_054, 46_053)])).toEqual([[february, 5]]);
    expect(said(total, [column(null, 5), undefined, column(46_054, null)])).toBe(
      '#N/A MADE finds no row with a figure in figures and dates.',
    );
  });
  test('a figure that stands beside all is there in each month, once a row', () => {
    const scaled = byMonth((figures: Column, factor: Column) =>
      sum(...figures.values.map((f, i) => f * factor.values[i]!)),
    );
    expect(pass(scaled, [column(1, 2, 3), 10, column(46_023, 46_054, 46_055)])).toEqual([
      [january, 10],
      [february, 50],
    ]);
    expect(pass(scaled, [column(1, null, 3), 10, column(46_054, 46_054, 46_055)])).toEqual([[february, 40]]);
  });
  test('an error fills the row of its month, however wide it is, and names the owner’s row', () => {
    const told: unknown[] = [];
    const refusing = byMonth(
      (figures: Column) => {
        const at = figures.values.findIndex(figure => figure < 0);
        return at < 0 ? [[figures.values.length, 0.5]] : figures.refuse(at, 'is negative');
      },
      ['count', 'share'],
    );
    const given = [column(1, null, 2, -3), undefined, column(46_023, 46_054, 46_054, 46_054)];
    expect(pass(refusing, given, (...error) => told.push([error[0], error[1], error[2].message]))).toEqual([
      [january, 1, 0.5],
      [february, { error: '#VALUE!' }, { error: '#VALUE!' }],
    ]);
    expect(told).toEqual([[1, 1, 'row 4 of figures: is negative.']]);
    const broken = byMonth(() => {
      throw new TypeError('ours');
    });
    expect(() => pass(broken, [column(1), undefined, column(46_023)])).toThrow(TypeError);
  });
  test('an error cell in a date is the whole result, one in a figure is that of its month', () => {
    const error = { error: '#REF!' } as const;
    expect(pass(total, [column(1, 2), undefined, column(46_023, error)])).toEqual(error);
    expect(pass(total, [column(1, error), undefined, column(46_023, 46_054)])).toEqual([
      [january, 1],
      [february, error],
    ]);
  });
  test('a blank among the settings that are needed leaves everything blank', () => {
    const needed = made('aggregate', [number('figures'), number('top', { takes: 'one' })], () => 1);
    expect(pass(needed, [column(1, 2), null])).toBe('');
    const list = made(
      'aggregate',
      [number('figures'), number('days', { takes: 'list', optional: true })],
      (_: Column, days: number[]) => days.length,
    );
    expect(pass(list, [column(1, 2), column(7, null, 8)])).toBe(2);
    expect(pass(list, [column(1, 2), undefined])).toBe(0);
    expect(pass(list, [column(1, 2), column(7, { error: '#N/A' })])).toEqual({ error: '#N/A' });
    expect(said(list, [column(1, 2), column(7, 'x')])).toBe("#VALUE! row 2 of days: 'x' is not a number.");
  });
});

describe('whole tables', () => {
  const size = made(
    'aggregate',
    [
      { name: 'sheet', type: 'any', description: 'sheet', takes: 'table' },
      { name: 'log', type: 'any', description: 'log', takes: 'table', optional: true },
    ],
    (sheet: Grid, log: Grid | null) => [[sheet.length, log === null ? 'none' : log.length]],
  );
  test('are handed on as they are, those left out as nothing', () => {
    expect(pass(size, [[['a', 1]], [['b'], ['c']]])).toEqual([[1, 2]]);
    expect(pass(size, [[['a', 1]], undefined])).toEqual([[1, 'none']]);
    expect(pass(size, [[['a', 1]], [[null]]])).toEqual([[1, 'none']]);
    expect(pass(size, [null, 5])).toEqual([[1, 1]]);
  });
  test('that are one error cell are that error', () => {
    expect(pass(size, [[[{ error: '#REF!' }]]])).toEqual({ error: '#REF!' });
    expect(pass(size, [[['a', { error: '#REF!' }]]])).toEqual([[1, 'none']]);
  });
});

describe('a series', () => {
  const doubled = made('series', [number('figures')], ({ values }: Column) => Float64Array.from(values, f => 2 * f));
  test('has a cell for each that was given, in its place, also in a block', () => {
    expect(pass(doubled, [column(1, null, 3)])).toEqual(column(2, '', 6));
    expect(pass(doubled, [[[1, null, 3]]])).toEqual([[2, '', 6]]);
    const block = [
      [1, null, 3],
      [null, 5, 6],
    ];
    expect(pass(doubled, [block])).toEqual([
      [2, '', 6],
      ['', 10, 12],
    ]);
    expect(pass(doubled, [column(1, { error: '#N/A' })])).toEqual({ error: '#N/A' });
  });
});
