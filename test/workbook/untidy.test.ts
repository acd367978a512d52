import { serialOf } from '../../src/cells/serial';
import type { Cell } from '../../src/cells/value';
import { readRegister } from '../../src/workbook/register/readRegister';
import type { Snapshot } from '../../src/workbook/snapshot';
import { previewTrack } from '../../src/workbook/track/trackedFigures';
import { month, tracked, workbook } from './workbooks';

// Layouts and cells of owners and of bookkeeping that users of other tools reported; where each was, the test says.

const sales = Array.from({ length: 24 }, (_, i) => 100 + (i % 5));
const months = sales.map((_, i) => month(i + 1, 2024));
const NAMES = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** Months down, with some cells of the figures replaced, by their place among them. */
function down(replaced: Record<number, Cell> = {}, periods: Cell[] = months, more: Cell[][] = []): Snapshot {
  const rows = sales.map((value, i): Cell[] => [periods[i]!, i in replaced ? replaced[i]! : value]);
  return workbook({ Sheet1: [['Month', 'Sales'], ...rows, ...more] });
}

const cells = (range: string) => ({ values: { sheet: 'Sheet1', range } });
const of = (snapshot: Snapshot, range = 'B2:B25') => previewTrack(snapshot, cells(range));
const values = (snapshot: Snapshot, range = 'B2:B25') =>
  readRegister(tracked(snapshot, { kpi: 'Sales', better: 'higher', ...cells(range) })).kpis[0]!.values;

describe('words for nothing (dannymcc/may#250)', () => {
  test.each(['n/a', 'N/A', '-', '–', 'tbd', 'TBC', 'none', '...', 'k.A.', 'n.d.'])('%s is a blank, counted', word => {
    const { count, notes } = of(down({ 3: word }));
    expect(count).toBe(23);
    expect(notes).toEqual([`1 cell with '${word}' counts as blank.`]);
    expect(values(down({ 3: word }))[3]).toBeNull();
    expect(
      readRegister(tracked(down({ 3: word }), { kpi: 'Sales', better: 'higher', ...cells('B2:B25') })).problems,
    ).toEqual([]);
  });

  test('several are counted together, however many there are', () => {
    const { count, notes } = of(
      down(Object.fromEntries([1, 3, 5, 7, 9, 11, 13].map(i => [i, i % 4 === 1 ? 'n/a' : '-']))),
    );
    expect(count).toBe(17);
    expect(notes).toEqual(["7 cells with 'n/a', '-' count as blank."]);
  });

  test('other words are not: a figure may be meant', () => {
    expect(() => of(down({ 3: 'closed' }))).toThrow("Sheet1!B5: 'closed' is not a number.");
    expect(() => of(down({ 3: '1,234' }))).toThrow("Sheet1!B5: '1,234' is text, not a number.");
  });
});

describe('error cells (charts that skip #N/A)', () => {
  test('one is left out and named, as it is when it comes afterwards', () => {
    const { count, notes } = of(down({ 5: { error: '#N/A' } }));
    expect(count).toBe(23);
    expect(notes).toEqual(['Sheet1!B7 holds #N/A; left out until corrected.']);
    expect(values(down({ 5: { error: '#N/A' } }))[5]).toBeNull();
  });

  test('more than one in five are a fault to correct first', () => {
    const many = (count: number) =>
      down(Object.fromEntries(Array.from({ length: count }, (_, i) => [2 * i, { error: '#REF!' }])));
    expect(of(many(4)).count).toBe(20);
    // Of 10 figures two are one in five exactly, of 9 they are more.
    expect(of(many(2), 'B2:B11').count).toBe(8);
    expect(() => of(many(2), 'B2:B10')).toThrow(/and in 1 more cell\. Correct it/);
    const gone = (count: number) => of(many(count)).notes[0]!;
    expect(gone(3)).toBe(
      'Sheet1!B2 holds #REF!, Sheet1!B4 holds #REF!, Sheet1!B6 holds #REF!; left out until corrected.',
    );
    expect(gone(4)).toMatch(/, Sheet1!B6 holds #REF! and 1 more cell an error; left out until corrected\.$/);
    expect(() => of(many(5))).toThrow(
      'Sheet1!B2: #REF! is where a number should be and in 4 more cells. Correct it, or choose cells without it.',
    );
  });

  test('in a ledger its period is unknown, and the others are added up', () => {
    const rows = Array.from({ length: 60 }, (_, i): Cell[] => [
      serialOf(2026, 1, 1) + 2 * i,
      i === 20 ? { error: '#N/A' } : 10,
    ]);
    const ledger = workbook({ Sheet1: [['Date', 'Amount'], ...rows] });
    const range = {
      values: { sheet: 'Sheet1', range: 'B:B' },
      periods: { sheet: 'Sheet1', range: 'A:A' },
      cadence: 'month' as const,
    };
    const register = readRegister(tracked(ledger, { kpi: 'Sales', better: 'higher', ...range }));
    // 1 January and every second day: 16 lines in January, 14 in February with the error among them, 15 in March.
    expect(register.kpis[0]!.values.slice(0, 3)).toEqual([160, null, 150]);
  });
});

describe('the end of a report', () => {
  test('several rows that sum up are left out, each named', () => {
    const { count, notes } = of(
      down({}, months, [
        ['Total', 2448],
        ['Average', 102],
      ]),
      'B2:B27',
    );
    expect(count).toBe(24);
    expect(notes).toEqual([
      "Sheet1!B27 is labelled 'Average'; it is left out.",
      "Sheet1!B26 is labelled 'Total'; it is left out.",
    ]);
  });

  test('the month to date and the total of QuickBooks are left out', () => {
    const header: Cell[] = [
      '',
      ...sales.map((_, i) => `${NAMES[i % 12]} ${2024 + Math.floor(i / 12)}`),
      'Jan 1 - 5, 2026',
      'Total',
    ];
    const across = workbook({ Sheet1: [header, ['Sales', ...sales, 12, 2460]] });
    const { count, newest, notes } = of(across, 'B2:AA2');
    expect(count).toBe(24);
    expect(newest.label).toBe('Dec 2025');
    expect(notes).toEqual([
      "Sheet1!AA2 is labelled 'Total'; it is left out.",
      "Sheet1!Z2 is only part of a month, 'Jan 1 - 5, 2026'; it is left out.",
    ]);
  });
});

describe('periods as other programs write them', () => {
  test('quarters named by their months (QuickBooks by quarter)', () => {
    const header: Cell[] = ['', 'Jan - Mar 2024', 'Apr - Jun 2024', 'Jul - Sep 2024', 'Oct - Dec 2024', 'Jan–Mar 2025'];
    const found = of(workbook({ Sheet1: [header, ['Sales', 1, 2, 3, 4, 5]] }), 'B2:F2');
    expect([found.cadence, found.count, found.newest.label]).toEqual(['quarter', 5, 'Q1 2025']);
  });

  test('a year that stands once above its months (pandas#4679, tidyverse/readxl#379)', () => {
    const above: Cell[] = [null, ...sales.map((_, i) => (i % 12 === 0 ? 2024 + i / 12 : null))];
    const across = workbook({ Sheet1: [above, [null, ...sales.map((_, i) => NAMES[i % 12]!)], ['Sales', ...sales]] });
    const { source, count, newest } = of(across, 'B3:Y3');
    expect([source, count, newest.label]).toEqual(['Sheet1!B3:Y3 by Sheet1!B1:Y2', 24, 'Dec 2025']);
  });

  test('dates whose order one of them settles (wealthfolio#1601)', () => {
    const written = (order: (m: number, y: number) => string) =>
      months.map((_, i) => order((i % 12) + 1, 2024 + Math.floor(i / 12)));
    const american = written((m, y) => (m === 1 && y === 2025 ? '1/31/2025' : `${m}/1/${y}`));
    const british = written((m, y) => (m === 3 && y === 2024 ? '31/3/2024' : `1/${m}/${y}`));
    for (const periods of [american, british]) {
      const { cadence, count, newest } = of(down({}, periods));
      expect([cadence, count, newest.label]).toEqual(['month', 24, 'Dec 2025']);
    }
  });

  test('dates whose order none settles, or two settle differently, are asked about', () => {
    const unclear = months.map((_, i) => `${(i % 12) + 1}/1/${2024 + Math.floor(i / 12)}`);
    expect(() => of(down({}, unclear))).toThrow('say which comes first, day or month');
    expect(() => of(down({}, ['1/31/2024', '31/1/2024', ...unclear.slice(2)]))).toThrow('say which comes first');
  });

  test('twelve months that an import made twelve days of January are pointed out', () => {
    const days = months.map((_, i) => serialOf(2024 + Math.floor(i / 12), 1, (i % 12) + 1));
    expect(of(down({}, days)).notes).toContain(
      'The dates in Sheet1!A2:A25 are 1 to 12 January of 2024 and 2025. If months are meant, day and month changed places when they were typed or imported: correct them first.',
    );
    expect(of(down()).notes).toEqual([]);
  });
});

test('figures in euros and yen in one column are pointed out (twentyhq/twenty#10615)', () => {
  const mixed = down();
  const formats = mixed.sheets[0]!.formats!.map((row, i) => [row[0]!, i % 3 === 1 ? '[$¥-411]#,##0' : '#,##0.00 €']);
  const snapshot = { ...mixed, sheets: [{ ...mixed.sheets[0]!, formats }] };
  expect(of(snapshot).notes).toEqual([
    'Sheet1!B2:B25 holds figures in ¥ and €, taken together as if they were one currency.',
  ]);
  // The review goes on saying it, until the owner clears the Note.
  const { problems } = readRegister(tracked(snapshot, { kpi: 'Sales', better: 'higher', ...cells('B2:B25') }));
  expect(problems.map(({ severity, message }) => [severity, message])).toEqual([
    [
      'note',
      'Sales: Sheet1!B2:B25 holds figures in ¥ and €, taken together as if they were one currency. (Its Note says so.)',
    ],
  ]);
});

test('a ledger of a few lines a month over two years is reviewed by month, and by week where that is asked for', () => {
  const rows = Array.from({ length: 104 }, (_, i): Cell[] => [serialOf(2024, 1, 2) + 7 * i, 1]);
  const ledger = workbook({ Sheet1: [['Date', 'Complaint'], ...rows] });
  const range = { values: { sheet: 'Sheet1', range: 'B:B' }, periods: { sheet: 'Sheet1', range: 'A:A' } };
  expect(previewTrack(ledger, range).cadence).toBe('month');
  expect(previewTrack(ledger, { ...range, cadence: 'week' }).cadence).toBe('week');
});
