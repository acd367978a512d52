import { serialOf } from '../../src/cells/serial';
import { evaluate } from '../../src/functions/evaluate';
import { column, thrown } from './thrown';

// 5 January 2026 is a Monday, serial 46027; 9 January a Friday. Expected days by hand.

test('open orders are left out', () => {
  expect(evaluate('ORDER_FULFILLMENT_TIME', [column(46_027, 46_028, 46_029), column(46_029, null, 46_033)])).toBe(3);
});

test('where all orders are open, they are counted', () => {
  expect(thrown('ORDER_FULFILLMENT_TIME', [column(46_027, 46_028), column(null, '')])).toBe(
    '#N/A All 2 orders are open: none of them has a date in fulfilled.',
  );
});

test('an order that was fulfilled before it was placed names its row and both days', () => {
  expect(thrown('ORDER_FULFILLMENT_TIME', [column(46_027, null, 46_033), column(46_029, null, 46_031)])).toBe(
    '#VALUE! row 3 of fulfilled: 2026-01-09 is before its order, 2026-01-11.',
  );
});

test('times of day count, and a fulfilment without one on the day of the order took no time', () => {
  expect(evaluate('ORDER_FULFILLMENT_TIME', [46_027.25, 46_028.75])).toBe(1.5);
  expect(evaluate('ORDER_FULFILLMENT_TIME', [46_027.6, 46_027])).toBe(0);
});

test('workdays leave weekends and holidays out', () => {
  const friday = 46_031;
  expect(evaluate('ORDER_FULFILLMENT_TIME', [friday, friday + 3])).toBe(3);
  expect(evaluate('ORDER_FULFILLMENT_TIME', [friday, friday + 3, null, true])).toBe(1);
  expect(evaluate('ORDER_FULFILLMENT_TIME', [friday, friday + 4, null, 1, friday + 3])).toBe(1);
  expect(evaluate('ORDER_FULFILLMENT_TIME', [friday, friday + 4, null, true, column(friday + 3, null)])).toBe(1);
});

test('every statistic of 1, 2, 2, 3 and 20 days', () => {
  const ordered = column(46_027, 46_027, 46_027, 46_027, 46_027);
  const fulfilled = column(46_028, 46_029, 46_029, 46_030, 46_047);
  const statistic = (name: string) => evaluate('ORDER_FULFILLMENT_TIME', [ordered, fulfilled, name]);
  expect(statistic('Median')).toBe(2);
  expect(statistic('mean')).toBe(5.6); // by hand: 28 / 5
  expect(statistic('p90')).toBeCloseTo(13.2, 12); // LibreOffice: =PERCENTILE.INC({1;2;2;3;20};0.9)
  expect(statistic('max')).toBe(20);
});

test('what cannot be understood is named', () => {
  expect(thrown('ORDER_FULFILLMENT_TIME', [46_027, 46_028, 'average'])).toBe(
    "#VALUE! statistic: 'average' is not one of median, mean, p90 or max.",
  );
  expect(thrown('ORDER_FULFILLMENT_TIME', [46_027, 46_028, null, 'yes'])).toBe(
    "#VALUE! workdays_only: 'yes' is neither TRUE nor FALSE.",
  );
  expect(thrown('ORDER_FULFILLMENT_TIME', [-3, 46_028])).toBe('#VALUE! ordered: -3 is not a date.');
});

test('by the month in which orders were placed', () => {
  const ordered = column(46_027, 46_028, 46_058);
  const fulfilled = column(46_029, 46_032, 46_059);
  expect(evaluate('ORDER_FULFILLMENT_TIME', [ordered, fulfilled, 'mean', false, null, ordered, 'month'])).toEqual([
    [46_023, 3],
    [46_054, 1],
  ]);
});

test('a night in which the clocks change is one day like any other: serials know no summer time', () => {
  // Europe's clocks went forward on 29 March 2026 and back on 25 October; serials from the calendar.
  for (const night of [serialOf(2026, 3, 28), serialOf(2026, 10, 24)]) {
    expect(evaluate('ORDER_FULFILLMENT_TIME', [night + 0.75, night + 1.75])).toBe(1);
    expect(evaluate('ORDER_FULFILLMENT_TIME', [night - 1 + 0.5, night + 2 + 0.5, null, true])).toBe(1); // Friday noon to Monday noon
  }
});

test('a range of holidays may hold blanks, weekends, doubles and times of day, and stand in a row', () => {
  const [friday, monday] = [46_031, 46_034];
  const holidays = [[monday + 0.5, null, friday + 1, monday, '']];
  expect(evaluate('ORDER_FULFILLMENT_TIME', [friday, monday + 2, null, true, holidays])).toBe(2);
  expect(thrown('ORDER_FULFILLMENT_TIME', [friday, monday, null, true, column(monday, 'Easter')])).toBe(
    "#VALUE! row 2 of holidays: 'Easter' is not a date.",
  );
});

test('an order that was ready on a holiday took no working time on it', () => {
  const monday = 46_034;
  expect(evaluate('ORDER_FULFILLMENT_TIME', [monday - 3, monday + 0.5, null, true, monday])).toBe(1); // Friday alone
});

describe('on time in full', () => {
  const [promised, delivered] = [column(46_027, 46_028, 46_029, 46_030), column(46_027, 46_029, 46_029, null)];

  test('late, short and open orders', () => {
    // By hand: the first is fine, the second late, the third short, the fourth still open.
    expect(evaluate('ON_TIME_IN_FULL', [promised, delivered, column(5, 5, 5, 5), column(5, 5, 4, 5)])).toBeCloseTo(
      1 / 3,
      12,
    );
  });

  test('a blank quantity leaves its order out', () => {
    expect(evaluate('ON_TIME_IN_FULL', [promised, delivered, column(5, 5, 5, 5), column(5, 5, null, 5)])).toBe(0.5);
  });

  test('where all orders are open, they are counted', () => {
    expect(
      thrown('ON_TIME_IN_FULL', [promised, column(null, '', null, null), column(1, 1, 1, 1), column(1, 1, 1, 1)]),
    ).toBe('#N/A All 4 orders are open: none of them has a date in delivered.');
  });

  test('a negative quantity names its row', () => {
    expect(thrown('ON_TIME_IN_FULL', [46_027, 46_027, 5, -5])).toBe('#VALUE! delivered_quantity: -5 is not 0 or more.');
  });
});
