import { serialOf } from '../../src/cells/serial';
import type { Cell } from '../../src/cells/value';
import { readRegister } from '../../src/workbook/register/readRegister';
import { parseSource } from '../../src/workbook/register/sources';
import { previewTrack } from '../../src/workbook/track/trackedFigures';
import { month, previewOf as of, TICKETS, tracked, typed, WEEKLY, week, workbook } from './workbooks';

// Where a rule ends: one day, one cell or one word further and the answer is another. Counted by hand.

test('a month of 30 days may lack five of them at its end, not six', () => {
  // A line a day from 1 March 2026 on; April has 30 days, a sixth of which are five.
  const until = (day: number) => {
    const days = Array.from({ length: 31 + day }, (_, i): Cell[] => [month(3) + i, 1]);
    const found = previewTrack(workbook({ S: [['Day', 'Sales'], ...days] }), {
      values: { sheet: 'S', range: `B2:B${days.length + 1}` },
      cadence: 'month',
    });
    return found.newest;
  };
  expect(until(25)).toEqual({ label: 'Apr 2026', value: 25 });
  expect(until(24)).toEqual({ label: 'Mar 2026', value: 31 });
});

test('a week may lack two days at its end, not three', () => {
  const until = (days: number) =>
    of([['Day', 'Sales'], ...Array.from({ length: 14 + days }, (_, i): Cell[] => [week(0) + i, 1])], `B2:B${15 + days}`)
      .newest;
  expect(until(5)).toEqual({ label: 'week of 19 Jan 2026', value: 5 });
  expect(until(4)).toEqual({ label: 'week of 12 Jan 2026', value: 7 });
});

test('the text of Source may have "by" in its sheets’ names, however often', () => {
  for (const sheet of ['a by b', 'a by b by c', 'by by by']) {
    const text = `'${sheet}'!B4:B26 by '${sheet}'!A4:A26`;
    expect(parseSource(text)).toMatchObject({
      values: { sheet, left: 1, top: 3, bottom: 25 },
      periods: { sheet, left: 0, top: 3, bottom: 25 },
      text,
    });
  }
});

describe('the year of months', () => {
  test('is looked for in the corner, past words without one', () => {
    const rows: Cell[][] = [
      ['2023', 'Plan', 'Jan', 'Feb', 'Mar'],
      ['', 'Sales', 1, 2, 3],
    ];
    expect(of(rows, 'C2:E2').first[0]!.label).toBe('Jan 2023');
  });

  test('is not in a blank column beside them: the months are one line', () => {
    const rows: Cell[][] = [
      ['Sales 2024'],
      ['', 'Month', 'Sales'],
      ...['Jan', 'Feb', 'Mar'].map((name, i): Cell[] => ['', name, i]),
    ];
    expect(of(rows, 'C3:C5').source).toBe('S!C3:C5 by S!B3:B5');
  });
});

describe('periods that are further up or down than their figures', () => {
  const months: Cell[][] = [
    ['Month'],
    ['Jan 2026'],
    ['Feb 2026'],
    ['Total'],
    ['Mar 2026'],
    [],
    ['Sales'],
    [10],
    [20],
    [30],
    [40],
  ];

  test('name them line by line, totals and all', () => {
    const { first, newest, notes } = of(months, 'A8:A11', 'A2:A5');
    expect([...first.map(({ label, value }) => `${label} ${value}`), newest.label]).toEqual([
      'Jan 2026 10',
      'Feb 2026 20',
      'Mar 2026 40',
      'Mar 2026',
    ]);
    expect(notes).toEqual(["S!A10 is labelled 'Total'; it is left out."]);
  });

  test('name the cell that is no period', () => {
    const rows = months.map(row => [...row]);
    rows[2] = ['soon'];
    expect(() => of(rows, 'A8:A11', 'A2:A5')).toThrow(/^S!A3: 'soon'/);
    rows[2] = [];
    expect(() => of(rows, 'A8:A11', 'A2:A5')).toThrow('S!A9 has a figure, but S!A3 beside it names no period.');
  });
});

test('a sum over weeks that run across is known by the name above it', () => {
  const rows: Cell[][] = [
    ['', '', '', 'January', '', ''],
    ['Week of', week(0), week(1), null, week(2), week(3)],
    ['Sales', 10, 20, 30, 40, 50],
  ];
  const { count, notes } = of(rows, 'B3:F3', 'B2:F2');
  expect(count).toBe(4);
  expect(notes).toEqual(["S!D3 belongs to 'January', which sums up others; it is left out."]);
});

test('a rating with days without an answer is averaged still', () => {
  const days = Array.from({ length: 31 }, (_, i): Cell[] => [month(1) + i, i % 3 === 1 ? 'n/a' : 4]);
  const found = previewTrack(workbook({ S: [['Day', 'Rating'], ...days] }), {
    values: { sheet: 'S', range: 'B2:B32' },
    cadence: 'month',
  });
  expect(found.first).toEqual([{ label: 'Jan 2026', value: 4 }]);
});

test('the columns that a rate divides are named by the text above them, five rows up at most', () => {
  const rows = Array.from({ length: 31 }, (_, i): Cell[] => {
    const visits = 10 + (i % 5);
    return [month(1) + i, 1 + (i % 3), visits, (1 + (i % 3)) / visits];
  });
  const note = (blanks: number) => {
    const above = Array.from({ length: blanks }, (): Cell[] => []);
    const from = 2 + blanks;
    return previewTrack(workbook({ S: [['Day', 'Won', 'Visits', 'Rate'], ...above, ...rows] }), {
      values: { sheet: 'S', range: `D${from}:D${from + 30}` },
      periods: { sheet: 'S', range: `A${from}:A${from + 30}` },
      cadence: 'month',
    }).notes[0]!;
  };
  expect(note(4)).toMatch(/its Won divided by its Visits/);
  expect(note(5)).toMatch(/its column 2 of S divided by its column 3 of S/);
});

describe('gaps between the rows of Compass Data', () => {
  const shop = tracked(workbook({ Weekly: WEEKLY }), TICKETS);
  const said = (day: number) =>
    readRegister(typed(shop, 'Compass Data', { A11: day })).problems.map(({ severity, message }) => [
      severity,
      message,
    ]);

  test('of up to 60 weeks are a pause, of more a slip of the pen, which is an error', () => {
    // The row before is that of 2 March 2026, the ninth week; 60 weeks without a row, then 61.
    expect(said(week(8 + 61))[0]).toEqual([
      'note',
      'Compass Data has no row for 60 weeks after week of 2 Mar 2026; it counts as blank.',
    ]);
    expect(said(week(8 + 62))[0]).toEqual([
      'error',
      'Compass Data A11: week of 10 May 2027 comes 62 weeks after week of 2 Mar 2026; is the date right?',
    ]);
    expect(week(8 + 62)).toBe(serialOf(2027, 5, 10));
  });
});

test('a figure in weeks counts by where most rows are: Sundays stay Sundays', () => {
  const rows = [0, 1, 2, 3].map((n): Cell[] => [week(n) - 1, n]);
  rows[3] = [week(3), 3];
  const book = workbook({
    'Compass Data': [['Period', 'Sales'], ...rows],
    'Compass KPIs': [
      ['KPI', 'Better'],
      ['Sales', 'higher'],
    ],
  });
  expect(readRegister(book).periods.map(({ start }) => start)).toEqual([0, 1, 2, 3].map(n => week(n) - 1));
});
