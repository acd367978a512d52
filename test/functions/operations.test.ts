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
    '#VALUE! row 3 of fulfilled: 2026-01-09 lies before its order, 2026-01-11.',
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
