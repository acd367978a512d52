import type { Cell } from '../../src/cells/value';
import { readRegister } from '../../src/workbook/register/readRegister';
import type { TrackRequest } from '../../src/workbook/track/trackRequest';
import { month, problemsOf, tracked, typed, workbook } from './workbooks';

// Weeks or months of Compass Data put together for a longer review. Sums and means are worked out by hand beside each.

/** Months from January 2026 on, with 1, 2, 3 … as their figures. */
const monthly = (count: number, from = 1): Cell[][] => [
  ['Month', 'Sales'],
  ...Array.from({ length: count }, (_, i): Cell[] => [month(from + i), i + 1]),
];
/** The same, to be reviewed every quarter. */
const quarterly = (count: number, request: Partial<TrackRequest> = {}, from = 1, today = month(12)) => {
  const shop = tracked(workbook({ S: monthly(count, from) }, today), {
    kpi: 'Sales',
    values: { sheet: 'S', range: `B2:B${count + 1}` },
    ...request,
  });
  return typed(shop, 'Compass Strategy', { B5: 'quarter' });
};
const valuesOf = (...of: Parameters<typeof quarterly>) => readRegister(quarterly(...of)).kpis[0]!.values;

test('sums, means and last figures of months make those of their quarters', () => {
  // 1 + 2 + 3, 4 + 5 + 6.
  expect(valuesOf(6)).toEqual([6, 15]);
  expect(valuesOf(6, { combine: 'mean' })).toEqual([2, 5]);
  expect(valuesOf(6, { combine: 'last' })).toEqual([3, 6]);
  const { periods, kpis } = readRegister(quarterly(6));
  expect(periods.map(({ label, closed }) => [label, closed])).toEqual([
    ['Q1 2026', true],
    ['Q2 2026', true],
  ]);
  expect(kpis[0]!.cells).toEqual([
    { sheet: 'S', range: 'B2:B4' },
    { sheet: 'S', range: 'B5:B7' },
  ]);
});

test('a sum leaves out a first or last quarter that is covered only in part, which is said; a mean does not', () => {
  // February to August: the 31 days of January are missing of Q1 and the 30 of September of Q3.
  expect(valuesOf(7, {}, 2)).toEqual([null, 3 + 4 + 5, null]);
  expect(problemsOf(quarterly(7, {}, 2)).slice(1)).toEqual([
    'Sales: Q1 2026 is left out, since 31 of its 90 days have no figure.',
    'Sales: Q3 2026 is left out, since 30 of its 92 days have no figure.',
  ]);
  expect(valuesOf(7, { combine: 'mean' }, 2)).toEqual([1.5, 4, 6.5]);
});

test('a quarter that is still running has the sum of its months so far', () => {
  // Read on 10 June 2026: April and May of Q2.
  const running = readRegister(quarterly(5, {}, 1, month(6) + 9));
  expect(running.kpis[0]!.values).toEqual([6, 9]);
  expect(running.periods.map(({ closed }) => closed)).toEqual([true, false]);
});

test('a month without a figure in the middle leaves its quarter what there is, and a quarter without any has none', () => {
  const blank = (cells: Record<string, Cell>) =>
    readRegister(typed(quarterly(9), 'Compass Data', cells)).kpis[0]!.values;
  expect(blank({ B6: null })).toEqual([6, 4 + 6, 24]);
  expect(blank({ B5: null, B6: null, B7: null })).toEqual([6, null, 24]);
  // The last figure is that of April, whatever rows without one are below: Q2 lacks 61 days.
  expect(blank({ B6: null, B7: null, B8: null, B9: null, B10: null })).toEqual([6, null, null]);
});

test('a quarter goes to the cells that have a figure, and to all of them where none has', () => {
  const rows = monthly(9);
  for (const at of [4, 7, 8, 9]) rows[at] = [rows[at]![0]!, null];
  const request = { kpi: 'Sales', values: { sheet: 'S', range: 'B2:B10' } };
  const shop = typed(tracked(workbook({ S: rows }, month(12)), request), 'Compass Strategy', { B5: 'quarter' });
  // April is blank, and July to September: February is in row 3, April in row 5, July in row 8.
  expect(readRegister(shop).kpis[0]!.cells.map(({ range }) => range)).toEqual(['B2:B4', 'B6:B7', 'B8:B10']);
});

test('a first quarter of which the first figure comes late is told by that figure', () => {
  // February and March blank of January to September: Q1 is covered by January alone, which is not its end.
  const shop = typed(quarterly(9), 'Compass Data', { B2: null, B3: null });
  expect(readRegister(shop).kpis[0]!.values).toEqual([null, 15, 24]);
  // 31 days of January and 28 of February.
  expect(problemsOf(shop).slice(1)).toEqual(['Sales: Q1 2026 is left out, since 59 of its 90 days have no figure.']);
});

test('the target of a quarter is that of its months put together; of a sum only where each has one', () => {
  const withTargets = (combine: 'sum' | 'mean' | 'last') => {
    const budget: Cell[][] = [
      ['Month', 'Sales', 'Budget'],
      ...monthly(6)
        .slice(1)
        .map((row, i): Cell[] => [...row, i === 4 ? null : 10 + i]),
    ];
    const shop = tracked(workbook({ S: budget }, month(12)), {
      kpi: 'Sales',
      values: { sheet: 'S', range: 'B2:B7' },
      targets: { sheet: 'S', range: 'C2:C7' },
      targetPeriods: { sheet: 'S', range: 'A2:A7' },
      combine,
    });
    return readRegister(typed(shop, 'Compass Strategy', { B5: 'quarter' })).kpis[0]!.targets;
  };
  // 10 + 11 + 12; 13 and 15 with the target of May missing.
  expect(withTargets('sum')).toEqual([33, null]);
  expect(withTargets('mean')).toEqual([11, 14]);
  expect(withTargets('last')).toEqual([12, 15]);
});

test('a KPI of its own longer steps keeps them only where they are longer than the review’s', () => {
  const book = workbook(
    { S: monthly(12), T: [['Quarter', 'Happy'], ...[1, 4, 7, 10].map((n): Cell[] => [month(n), n])] },
    month(12) + 40,
  );
  const shop = tracked(
    book,
    { kpi: 'Sales', values: { sheet: 'S', range: 'B2:B13' } },
    { kpi: 'Happy', values: { sheet: 'T', range: 'B2:B5' }, combine: 'mean' },
  );
  expect(readRegister(shop).kpis.map(({ cadence }) => cadence)).toEqual([undefined, 'quarter']);
  const longer = readRegister(typed(shop, 'Compass Strategy', { B5: 'quarter' }));
  expect(longer.kpis.map(({ cadence }) => cadence)).toEqual([undefined, undefined]);
  expect(longer.kpis[1]!.values).toEqual([1, 4, 7, 10]);
});
