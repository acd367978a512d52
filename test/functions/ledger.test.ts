import { serialOf } from '../../src/cells/serial';
import type { Grid } from '../../src/cells/value';
import { evaluate } from '../../src/functions/evaluate';
import { cdnow } from '../fixtures/cdnow/ledger';
import { column, thrown } from './thrown';

const purchases = cdnow();
const customers = column(...purchases.map(({ customer }) => customer));
const dates = column(...purchases.map(({ date }) => date));
const [january, february, march] = [serialOf(2026, 1, 5), serialOf(2026, 2, 2), serialOf(2026, 3, 2)];

describe('cohorts of a ledger', () => {
  test('CDNOW by quarter: one cohort of 2,357, six quarters', () => {
    const [head, ...rows] = evaluate('COHORT_RETENTION', [customers, dates, 'quarter']) as Grid;
    expect(head).toEqual(['Cohort', 'Customers', ...[0, 1, 2, 3, 4, 5].map(i => `quarter ${i}`)]);
    expect(rows).toHaveLength(1);
    expect(rows[0]!.slice(0, 3)).toEqual(['Q1 1997', 2357, 1]);
    // By a pass over the file: customers with a purchase from April to June 1997, of 2,357.
    const spring = new Set(
      purchases.filter(({ year, month }) => year === 1997 && month > 3 && month < 7).map(p => p.customer),
    );
    expect(rows[0]![3]).toBe(spring.size / 2357);
  });

  test('CDNOW by month: three cohorts, and blanks beyond the data', () => {
    const [head, ...rows] = evaluate('COHORT_RETENTION', [customers, dates]) as Grid;
    expect(head).toHaveLength(2 + 18);
    expect(rows.map(([name]) => name)).toEqual(['Jan 1997', 'Feb 1997', 'Mar 1997']);
    expect(rows.map(([, size]) => size as number).reduce((a, b) => a + b)).toBe(2357);
    expect(rows.map(row => row.slice(2).filter(cell => cell === '').length)).toEqual([0, 1, 2]);
    expect(new Set(rows.map(row => row.length))).toEqual(new Set([20]));
  });

  test('the order of the lines does not matter', () => {
    expect(evaluate('COHORT_RETENTION', [[...customers].reverse(), [...dates].reverse()])).toEqual(
      evaluate('COHORT_RETENTION', [customers, dates]),
    );
  });

  test('a period in which nobody was new has no row', () => {
    const table = evaluate('COHORT_RETENTION', [column('Ann', 'Ann', 'Ben'), column(january, february, march)]);
    // By hand: Ann came in January and February, Ben in March.
    expect(table).toEqual([
      ['Cohort', 'Customers', 'month 0', 'month 1', 'month 2'],
      ['Jan 2026', 1, 1, 1, 0],
      ['Mar 2026', 1, 1, '', ''],
    ]);
  });

  test('names are one whatever their case, numbers whether typed as text or not, and times of day are days', () => {
    const ids = column('Ann', ' ann ', 4, '4');
    const table = evaluate('COHORT_RETENTION', [ids, column(january, february + 0.7, january, january)]) as Grid;
    expect(table[1]).toEqual(['Jan 2026', 2, 1, 0.5]);
  });

  test('lines without a customer or a date are left out; a date that is none is named', () => {
    const ids = column('Ann', null, 'Ben', 'Cem');
    expect(evaluate('COHORT_RETENTION', [ids, column(january, january, null, january)])).toEqual([
      ['Cohort', 'Customers', 'month 0'],
      ['Jan 2026', 2, 1],
    ]);
    expect(thrown('COHORT_RETENTION', [column('Ann', 'Ben'), column(january, '5.1.2026')])).toBe(
      "#VALUE! row 2 of dates: '5.1.2026' is text, not a date.",
    );
  });

  test('years of days are no table: it asks for longer periods', () => {
    const years = column(january, january + 2000);
    expect(thrown('COHORT_RETENTION', [column('Ann', 'Ann'), years, 'day'])).toBe(
      '#VALUE! by: 2001 days are too many for a table; choose a longer period than a day.',
    );
  });
});

describe('repeat purchases', () => {
  test('CDNOW: .48876 by lines, .48324 by days', () => {
    // Method, section 1.
    expect(evaluate('REPEAT_PURCHASE_RATE', [customers])).toBeCloseTo(0.48876, 5);
    expect(evaluate('REPEAT_PURCHASE_RATE', [customers, dates])).toBeCloseTo(0.48324, 5);
  });

  test('two lines of one day, or of one order, are one purchase', () => {
    const ids = column('Ann', 'Ann', 'Ben');
    expect(evaluate('REPEAT_PURCHASE_RATE', [ids])).toBe(0.5);
    expect(evaluate('REPEAT_PURCHASE_RATE', [ids, column(january + 0.4, january + 0.8, january)])).toBe(0);
    expect(evaluate('REPEAT_PURCHASE_RATE', [ids, column('A-17', 'a-17 ', 'A-18')])).toBe(0);
    expect(evaluate('REPEAT_PURCHASE_RATE', [ids, column('A-17', 'A-19', 'A-18')])).toBe(0.5);
  });

  test('a line without its order number is left out', () => {
    expect(evaluate('REPEAT_PURCHASE_RATE', [column('Ann', 'Ann', 'Ben'), column(1, null, 2)])).toBe(0);
  });

  test('by quarter it counts who came back within the quarter', () => {
    const ids = column('Ann', 'Ann', 'Ben', 'Ben');
    const days = column(january, february, january, serialOf(2026, 5, 4));
    // By hand: Ann twice and Ben once in the first quarter, Ben once in the second.
    expect(evaluate('REPEAT_PURCHASE_RATE', [ids, null, days, 'quarter'])).toEqual([
      [serialOf(2026, 1, 1), 0.5],
      [serialOf(2026, 4, 1), 0],
    ]);
  });
});
