import fc from 'fast-check';
import type { Grid } from '../../src/cells/value';
import { evaluate } from '../../src/functions/evaluate';
import { column, thrown } from './thrown';

const variance = (...columns: number[][]) =>
  (
    evaluate(
      'PRICE_VOLUME_VARIANCE',
      columns.map(each => column(...each)),
    ) as Grid
  )[0] as number[];

test('price 10, volume 266.6667, mix 233.3333 of two products', () => {
  // Method, section 6: revenue 2,000 to 2,510.
  const [price, volume, mix] = variance([10, 20], [100, 50], [11, 19], [90, 80]);
  expect(price).toBeCloseTo(10, 9);
  expect(volume).toBeCloseTo(266.6667, 4);
  expect(mix).toBeCloseTo(233.3333, 4);
});

test('prices alone, pieces alone, mix alone', () => {
  expect(variance([10, 20], [5, 5], [12, 20], [5, 5])).toEqual([10, 0, 0]); // by hand
  expect(variance([10, 20], [5, 5], [10, 20], [10, 10])).toEqual([0, 150, 0]); // by hand
  expect(variance([10, 20], [5, 5], [10, 20], [0, 10])).toEqual([0, 0, 50]); // by hand
});

test('price, volume and mix add up to the change of revenue, with products new and gone', () => {
  const money = fc.integer({ min: 0, max: 1_000_000 }).map(cents => cents / 100);
  const pieces = fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 5000 }), money);
  const products = fc.array(fc.tuple(money, pieces, money, pieces), { minLength: 1, maxLength: 30 });
  fc.assert(
    fc.property(products, rows => {
      if (rows.every(([, before]) => before === 0)) return;
      const columns = [0, 1, 2, 3].map(i => rows.map(row => row[i]!));
      const change = rows.reduce((sum, [p0, q0, p1, q1]) => sum + (p1 * q1 - p0 * q0), 0);
      const size = rows.reduce((sum, [p0, q0, p1, q1]) => sum + p1 * q1 + p0 * q0, 1);
      const total = variance(...columns).reduce((a, b) => a + b, 0);
      expect(Math.abs(total - change)).toBeLessThanOrEqual(1e-9 * size);
    }),
    { numRuns: 500 },
  );
});

test('a price may be blank where nothing was sold, and nowhere else', () => {
  const args = [column(10, null), column(1, 2), column(10, 20), column(1, 2)];
  expect(thrown('PRICE_VOLUME_VARIANCE', args)).toBe(
    '#VALUE! row 2 of prices_before: the price of 2 pieces is missing.',
  );
  expect(
    thrown(
      'PRICE_VOLUME_VARIANCE',
      [column(10), column(0), column(10), column(5)].map(each => [...each, [null]]),
    ),
  ).toBe('#DIV/0! PRICE_VOLUME_VARIANCE finds nothing sold before: all of it is new.');
});

test('half with the largest of five, and a Herfindahl index of .325', () => {
  // Method, section 6.
  const amounts = column(500, 200, 150, 100, 50);
  expect(evaluate('CONCENTRATION', [amounts])).toEqual([[0.5, expect.closeTo(0.325, 12)]]);
  expect(evaluate('CONCENTRATION', [amounts, 2])).toEqual([[0.7, expect.closeTo(0.325, 12)]]);
  expect(evaluate('CONCENTRATION', [amounts, 9])).toEqual([[expect.closeTo(1, 12), expect.closeTo(0.325, 12)]]);
});

test('amounts of one name are one, whatever its case; without a name each is its own', () => {
  const names = column('Ann', ' ann', 'Ben', null, '');
  expect(evaluate('CONCENTRATION', [column(100, 200, 300, 200, 200), 1, names])).toEqual([
    [0.3, expect.closeTo(0.09 + 0.09 + 0.04 + 0.04, 12)],
  ]);
});

test('by month, nothing in a month is blank, and alone #DIV/0!; refunds are refused', () => {
  const dates = column(46_023, 46_024, 46_054);
  expect(evaluate('CONCENTRATION', [column(3, 1, 0), null, null, dates])).toEqual([
    [46_023, 0.75, 0.625],
    [46_054, '', ''],
  ]);
  expect(thrown('CONCENTRATION', [column(0, 0)])).toMatch('#DIV/0!');
  expect(thrown('CONCENTRATION', [column(5, -1)])).toBe('#VALUE! row 2 of amounts: -1 is not 0 or more.');
});

test('equal shares of n have an index of 1 / n', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 200 }), fc.integer({ min: 1, max: 9999 }), (n, amount) => {
      const [[share, index]] = evaluate('CONCENTRATION', [column(...new Array(n).fill(amount))]) as [[number, number]];
      expect(share).toBeCloseTo(1 / n, 12);
      expect(index).toBeCloseTo(1 / n, 12);
    }),
  );
});
