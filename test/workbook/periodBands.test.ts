import type { Cell } from '../../src/cells/value';
import { applyEdits } from '../../src/workbook/edits/applyEdits';
import { readRegister } from '../../src/workbook/register/readRegister';
import { edgesToRead } from '../../src/workbook/register/sources';
import type { Snapshot } from '../../src/workbook/snapshot';
import { addUnread } from '../../src/workbook/track/addUnread';
import { previewTrack } from '../../src/workbook/track/trackedFigures';
import { problemsOf, tracked, typed, workbook } from './workbooks';

// Periods that several lines name together, or their neighbours, tracked without a choice of periods.

const of = (snapshot: Snapshot, range: string, sheet = 'S') => previewTrack(snapshot, { values: { sheet, range } });
const said = ({ source, cadence, count, first, newest }: ReturnType<typeof of>) => [
  source,
  cadence,
  count,
  first[0]!.label,
  newest.label,
];

describe('a year above its months', () => {
  const sheet: Cell[][] = [
    ['', 2023, null, null, 2024, null],
    ['Item', 'Oct', 'Nov', 'Dec', 'Jan', 'Feb'],
    ['Sales', 1, 2, 3, 4, 5],
  ];

  test('is found, and is part of the source', () => {
    expect(said(of(workbook({ S: sheet }), 'B3:F3'))).toEqual([
      'S!B3:F3 by S!B1:F2',
      'month',
      5,
      'Oct 2023',
      'Feb 2024',
    ]);
  });

  test('is followed: what is typed after it is offered and added, what was moved is named', () => {
    const shop = tracked(workbook({ S: sheet }), { kpi: 'Sales', values: { sheet: 'S', range: 'B3:F3' } });
    expect(edgesToRead(shop)).toEqual([{ sheet: 'S', range: 'B1:BN3' }]);
    const more = typed(shop, 'S', { G2: 'Mar', G3: 6 });
    expect(readRegister(more).unread).toMatchObject([{ periods: 1, place: { sheet: 'S', range: 'G3' } }]);
    const after = applyEdits(more, addUnread(more));
    expect(readRegister(after).kpis[0]!.values).toEqual([1, 2, 3, 4, 5, 6]);
    expect(readRegister(after).kpis[0]!.source!.text).toBe('S!B3:G3 by S!B1:G2');
    expect(problemsOf(after)).toEqual([]);
    expect(problemsOf(typed(shop, 'S', { E2: 'May' }))).toEqual([
      expect.stringMatching(/^S E1:E2 is May 2024 now, but Compass Data has its figure under Jan 2024/),
    ]);
  });
});

test('year and month number in two columns', () => {
  const rows: Cell[][] = [11, 12, 1, 2].map((month, i): Cell[] => [month > 6 ? 2023 : 2024, month, 100 + i]);
  expect(said(of(workbook({ S: [['Year', 'Month', 'Orders'], ...rows] }), 'C2:C5'))).toEqual([
    'S!C2:C5 by S!A2:B5',
    'month',
    4,
    'Nov 2023',
    'Feb 2024',
  ]);
});

describe('months without a year', () => {
  const rows: Cell[][] = ['Jan', 'Feb', 'Mar'].map((month, i): Cell[] => [month, 100 + i]);

  test('take it from the title, or the name of the sheet', () => {
    expect(of(workbook({ S: [['Sales 2024'], ['Month', 'Sales'], ...rows] }), 'B3:B5').newest.label).toBe('Mar 2024');
    expect(of(workbook({ 'Year 2023': [['Month', 'Sales'], ...rows] }), 'B2:B4', 'Year 2023').newest.label).toBe(
      'Mar 2023',
    );
    expect(() => of(workbook({ S: [['Month', 'Sales'], ...rows] }), 'B2:B4')).toThrow(/there is no year beside it/);
  });

  test('go on where they were tracked, though the title is not read again', () => {
    const shop = tracked(workbook({ S: [['Sales 2024'], ['Month', 'Sales'], ...rows] }), {
      kpi: 'Sales',
      values: { sheet: 'S', range: 'B3:B5' },
    });
    const more = typed(shop, 'S', { A6: 'Apr', B6: 103 });
    const untitled = typed(more, 'S', { A1: null });
    expect(readRegister(untitled).unread).toMatchObject([{ periods: 1 }]);
    expect(readRegister(applyEdits(untitled, addUnread(untitled))).periods.map(({ label }) => label)).toEqual([
      'Jan 2024',
      'Feb 2024',
      'Mar 2024',
      'Apr 2024',
    ]);
    expect(problemsOf(untitled)).toEqual([]);
  });
});

test('months that were tracked keep their years, though the title is gone and a new year has begun', () => {
  const names = ['Nov', 'Dec', 'Jan', 'Feb'];
  const titled: Cell[][] = [
    ['Sales 2023'],
    [],
    [],
    ['Month', 'Sales'],
    ...names.map((name, i): Cell[] => [name, 10 + i]),
  ];
  const shop = tracked(workbook({ S: titled }), { kpi: 'Sales', values: { sheet: 'S', range: 'B5:B8' } });
  const untitled = typed(shop, 'S', { A1: null, A9: 'Mar', B9: 14 });
  expect(problemsOf(untitled)).toEqual([]);
  const { periods, kpis } = readRegister(applyEdits(untitled, addUnread(untitled)));
  expect(periods.map(({ label }, i) => `${label} ${kpis[0]!.values[i]}`)).toEqual([
    'Nov 2023 10',
    'Dec 2023 11',
    'Jan 2024 12',
    'Feb 2024 13',
    'Mar 2024 14',
  ]);
});

describe('totals and differences among periods', () => {
  const sheet: Cell[][] = [
    ['', 'Jan 2024', 'Feb 2024', 'Mar 2024', 'Total Q1', '% change', 'Apr 2024'],
    ['Sales', 1, 2, 3, 6, 0.5, 4],
  ];

  test('are left out, each named', () => {
    const { count, notes } = of(workbook({ S: sheet }), 'B2:G2');
    expect(count).toBe(4);
    expect(notes).toEqual([
      "S!E2 is labelled 'Total Q1'; it is left out.",
      "S!F2 is labelled '% change'; it is left out.",
    ]);
  });

  test('the budget of each month is another series on the same lines', () => {
    const months: Cell[] = ['Jan 2024', null, 'Feb 2024', null, 'Mar 2024', null];
    const kinds: Cell[] = ['Actual', 'Budget', 'Actual', 'Budget', 'Actual', 'Budget'];
    const book = workbook({ S: [months, kinds, [1, 10, 2, 20, 3, 30]] });
    const values = (range: string, periods: string) =>
      previewTrack(book, { values: { sheet: 'S', range }, periods: { sheet: 'S', range: periods } }).first.map(
        ({ value }) => value,
      );
    expect(values('A3:E3', 'A1:E2')).toEqual([1, 2, 3]);
    expect(values('B3:F3', 'B1:F2')).toEqual([10, 20, 30]);
  });
});

test('many dates of one week are events, and added up', () => {
  const rows: Cell[][] = Array.from({ length: 30 }, (_, i): Cell[] => [46_027 + Math.floor(i / 3) * 7, 2]);
  const book = workbook({ S: [['Date', 'Amount'], ...rows] });
  expect(of(book, 'B2:B31').notes[0]).toMatch(/combined by week/);
});
