import type { Cell } from '../../src/cells/value';
import { readRegister } from '../../src/workbook/register/readRegister';
import { viewSheet } from '../../src/workbook/sheets/sheetView';
import { previewTrack } from '../../src/workbook/track/trackedFigures';
import type { TrackRequest } from '../../src/workbook/track/trackRequest';
import { month, rowsOf, tracked, typed, week, workbook } from './workbooks';

// Whether figures are pointed at or added up by date, and what a period without a line comes to. Sums are counted by hand.

const book = (rows: Cell[][]) => workbook({ S: [['Day', 'Sales'], ...rows] });
const of = (rows: Cell[][], more: Partial<TrackRequest> = {}) =>
  previewTrack(book(rows), {
    values: { sheet: 'S', range: `B2:B${rows.length + 1}` },
    periods: { sheet: 'S', range: `A2:A${rows.length + 1}` },
    ...more,
  });
const ledger = { values: { sheet: 'S', range: 'B:B' }, periods: { sheet: 'S', range: 'A:A' } };
const said = ({ first }: ReturnType<typeof of>) => first.map(({ label, value }) => `${label} ${value}`);
const dataOf = (rows: Cell[][], more: Partial<TrackRequest> = {}) => {
  const shop = tracked(book(rows), { kpi: 'Sales', ...ledger, cadence: 'month', ...more });
  return rowsOf(shop, 'Compass Data')
    .slice(1)
    .map(row => row[1]);
};

describe('figures are added up by date', () => {
  const weeks = (count: number) => Array.from({ length: count }, (_, i): Cell[] => [week(i), 10 + i]);

  test('of whole columns, though a row is a week: lines may come to any of them', () => {
    expect(of(weeks(9)).notes).toEqual([]);
    expect(of(weeks(9), ledger).notes[0]).toBe('The figures are combined by week (sum), using the dates in S!A:A.');
  });

  test('where they follow no steps, not where there is a single one', () => {
    // 3 January, 20 January, 20 February, 28 March and 29 March: no cadence has such steps.
    const days = [2, 19, 50, 86, 87];
    const rows = days.map((day, i): Cell[] => [month(1) + day, 2 ** i]);
    expect(said(of(rows, { cadence: 'month', combine: 'mean' }))).toEqual([
      'Jan 2026 1.5',
      'Feb 2026 4',
      'Mar 2026 12',
    ]);
    const monthly = tracked(
      workbook({
        S: [
          ['Month', 'Sales'],
          [month(1), 1],
          [month(2), 2],
          [month(3), 3],
        ],
      }),
      {
        kpi: 'Sales',
        values: { sheet: 'S', range: 'B2:B4' },
      },
    );
    const one = typed(monthly, 'S', { D1: 'Month', E1: 'Survey', D2: month(3) + 5, E2: 7 });
    const { notes, newest } = previewTrack(one, {
      values: { sheet: 'S', range: 'E1:E2' },
      periods: { sheet: 'S', range: 'D1:D2' },
    });
    expect(notes).toEqual(["S!E1 'Survey' is read as the header."]);
    expect(newest).toEqual({ label: 'Mar 2026', value: 7 });
  });

  test('where more than one date in five repeats a week; fewer are slips, and named', () => {
    const again = (count: number, repeats: number) => [
      ...weeks(count),
      ...Array.from({ length: repeats }, (_, i): Cell[] => [week(i) + 1, 1]),
    ];
    // One of nine, one of five, two of nine.
    expect(() => of(again(8, 1))).toThrow(/^week of 5 Jan 2026 appears twice: in S!A2 and in S!A10\./);
    expect(() => of(again(4, 1))).toThrow(/appears twice/);
    expect(said(of(again(7, 2)))).toEqual([
      'week of 5 Jan 2026 11',
      'week of 12 Jan 2026 12',
      'week of 19 Jan 2026 12',
    ]);
  });
});

describe('a month without a line', () => {
  // Lines in January and March or April, none between; the first and last lines are at the ends of their months.
  const lines = (...ends: number[]): Cell[][] => [
    [month(1), 1],
    [month(1) + 30, 2],
    ...ends.map((day): Cell[] => [day, 4]),
  ];
  const one = lines(month(3), month(4) - 1);
  const two = lines(month(4), month(5) - 1);

  test('counts as 0 in a ledger, which is said in as many words', () => {
    const words = "without a line counts as 0; choose 'unknown' for gaps if lines may be missing.";
    expect(dataOf(one)).toEqual([3, 0, 8]);
    expect(of(one, { ...ledger, cadence: 'month' }).notes[1]).toBe(`1 month ${words}`);
    expect(dataOf(two)).toEqual([3, 0, 0, 8]);
    expect(of(two, { ...ledger, cadence: 'month' }).notes[1]).toBe(`2 months ${words.replace('counts', 'count')}`);
  });

  test('is blank where gaps are unknown, and always of means and newest figures', () => {
    for (const combine of ['sum', 'mean', 'last'] as const) {
      const figures = { sum: [3, '', 8], mean: [1.5, '', 4], last: [2, '', 4] }[combine];
      expect(dataOf(one, { combine, gaps: 'unknown' })).toEqual(figures);
      expect(of(one, { ...ledger, cadence: 'month', combine, gaps: 'unknown' }).notes).toHaveLength(1);
    }
    expect(dataOf(one, { combine: 'mean' })).toEqual([1.5, '', 4]);
  });
});

test('a list that waits for its first figures has blanks where its formulas show them, and no zeros', () => {
  const waiting = Array.from({ length: 59 }, (_, day): Cell[] => [month(1) + day, null]);
  for (const combine of ['sum', 'mean', 'last'] as const)
    expect(dataOf(waiting, { combine, blank: true, gaps: 'unknown' })).toEqual(['', '']);
  const closed = { values: { sheet: 'S', range: 'B2:B60' }, periods: { sheet: 'S', range: 'A2:A60' } };
  const shop = tracked(book(waiting), { kpi: 'Sales', ...closed, cadence: 'month', blank: true });
  expect(rowsOf(shop, 'Compass Data').slice(1)).toEqual([
    [month(1), ''],
    [month(2), ''],
  ]);
  // IF(COUNTIFS(…,values,">-1E+300")=0,"",…): nothing is counted, so the cell shows an empty text.
  expect(viewSheet(shop, 'Compass Data')!.formula(1, 1)).toMatch(/^=IF\(COUNTIFS\(.*\)=0,"",SUMIFS\(/);
  expect(readRegister(shop).kpis[0]!.values).toEqual([null, null]);
});

test('figures that are words for nothing only are none', () => {
  const none = ['n/a', '-', 'tbd'].map((word, i): Cell[] => [month(i + 1), word]);
  expect(() => of(none)).toThrow('S!B2:B4 holds no numbers.');
  expect(() => of(none.map(([day]): Cell[] => [day!, null]))).toThrow('S!B2:B4 holds no numbers.');
});
