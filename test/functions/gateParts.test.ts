import type { CellError } from '../../src/functions/cellError';
import type { Column, Parameter } from '../../src/functions/definition';
import { pass } from '../../src/functions/gate';
import { made, number } from './madeFunctions';
import { column, thrown } from './thrown';

/** What the gate promises to arithmetic that is not there yet: functions made for the test, expected values by hand. */

describe('arithmetic cell by cell', () => {
  const sum = made('element-wise', [number('first'), number('second')], (a: number, b: number) => a + b);

  test('never gets a blank that it needs, beside a column as beside a cell: a sum with nothing is blank', () => {
    expect(pass(sum, [column(1, 2), 3])).toEqual(column(4, 5));
    expect(pass(sum, [column(1, 2), null])).toEqual(column('', ''));
    expect(pass(sum, [null, column(1, 2)])).toEqual(column('', ''));
    expect(pass(sum, [column(1, null, 3), column(1, 2, null)])).toEqual(column(2, '', ''));
  });

  test('gets the default of an optional cell for every row', () => {
    const scaled = made(
      'element-wise',
      [number('first'), number('factor', { optional: true, default: 10 })],
      (a: number, factor: number) => a * factor,
    );
    expect(pass(scaled, [column(1, 2), undefined])).toEqual(column(10, 20));
    expect(pass(scaled, [column(1, 2), 3])).toEqual(column(3, 6));
  });

  test('may break down itself: a mistake in it is never shown as one of the owner’s cells', () => {
    const broken = made('element-wise', [number('first')], () => {
      throw new TypeError('ours');
    });
    for (const given of [5, column(5, 6), column(5, null), [[5, 6]]])
      expect(() => pass(broken, [given])).toThrow(TypeError);
  });
});

describe('arithmetic of whole columns', () => {
  const seen = made(
    'aggregate',
    [number('figures'), number('factor', { optional: true })],
    (figures: Column, factor: Column) => figures.values.reduce((all, figure, i) => all + figure * factor.values[i]!, 0),
  );

  test('gets a cell that stands beside a column once for each of its rows, those left out not counted', () => {
    expect(pass(seen, [column(1, 2, 3), 2])).toBe(12);
    expect(pass(seen, [column(1, null, 3), 2])).toBe(8);
    expect(pass(seen, [column(1, 2, 3), column(1, 10, 100)])).toBe(321);
    expect(pass(seen, [column(1, null, 3), column(1, 10, 100)])).toBe(301);
  });

  test('names the owner’s row, also where rows above it were left out', () => {
    const refusing = made('aggregate', [number('figures')], (figures: Column) =>
      figures.refuse(
        figures.values.findIndex(figure => figure < 0),
        'is negative',
      ),
    );
    expect(() => pass(refusing, [column(1, null, 3, -4)])).toThrow('row 4 of figures: is negative.');
    expect(() => pass(refusing, [[[1, -2]]])).toThrow('column 2 of figures: is negative.');
  });

  test('of periods tells an error at the figure of its period, not at its day, and goes on', () => {
    const byDay: Parameter[] = [
      number('figures'),
      { name: 'dates', type: 'date', description: 'days', optional: true, takes: 'dates' },
      { name: 'by', type: 'text', description: 'by', optional: true, takes: 'by', default: 'day', choices: ['day'] },
    ];
    const refusing = made('aggregate', byDay, (figures: Column) => {
      const at = figures.values.findIndex(figure => figure < 0);
      return at < 0 ? figures.values.length : figures.refuse(at, 'is negative');
    });
    const told: [number, number, string][] = [];
    const note = (row: number, place: number, { message }: CellError) => told.push([row, place, message]);
    // 46,027 is 5 January 2026, a Monday; the third line belongs to the first day again.
    const days = column(46_027, 46_028, 46_027, 46_029);
    expect(pass(refusing, [column(1, 2, 3, -4), days], note)).toEqual([
      [46_027, 2],
      [46_028, 1],
      [46_029, { error: '#VALUE!' }],
    ]);
    expect(told).toEqual([[2, 1, 'row 4 of figures: is negative.']]);
  });

  test('is not asked where it needs more figures than there are, blanks not counted', () => {
    const trend = made('aggregate', [number('figures')], ({ values }: Column) => values.length, { fewest: 3 });
    expect(pass(trend, [column(1, 2, 3)])).toBe(3);
    expect(() => pass(trend, [column(1, null, 3, null)])).toThrow(
      'MADE needs 3 figures in figures at least; there are 2.',
    );
    expect(() => pass(trend, [column(null, 3)])).toThrow('there is 1.');
  });
});

describe('what a message quotes', () => {
  test('is the cell as it is: a number, TRUE, or text that only looks like a number', () => {
    const orders = [column(46_027), column(46_029)];
    expect(thrown('ORDER_FULFILLMENT_TIME', [...orders, 7])).toMatch(/^#VALUE! statistic: 7 is not one of median/);
    expect(thrown('ORDER_FULFILLMENT_TIME', [...orders, true])).toMatch(/^#VALUE! statistic: TRUE is not one of/);
    expect(thrown('CHURN_RATE', [' 12 ', 100])).toBe("#VALUE! lost: ' 12 ' is text, not a number.");
  });
  test('is cut after forty characters', () => {
    expect(thrown('CHURN_RATE', ['x'.repeat(40), 100])).toBe(`#VALUE! lost: '${'x'.repeat(40)}' is not a number.`);
    expect(thrown('CHURN_RATE', ['x'.repeat(41), 100])).toBe(`#VALUE! lost: '${'x'.repeat(40)}…' is not a number.`);
  });
});
