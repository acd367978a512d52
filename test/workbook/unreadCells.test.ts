import { isoDate } from '../../src/cells/serial';
import type { Cell } from '../../src/cells/value';
import { readRegister } from '../../src/workbook/register/readRegister';
import { viewSheet } from '../../src/workbook/sheets/sheetView';
import type { Snapshot } from '../../src/workbook/snapshot';
import { previewTrack } from '../../src/workbook/track/trackedFigures';
import { month, problemsOf, rowsOf, tracked, typed, workbook } from './workbooks';

// What Compass KPIs says of text in a till: counted by hand.

/** A line every second day from 1 January 2026 on, ten each: 16 in January, 14 in February, 15 in March. */
const lines = Array.from({ length: 45 }, (_, i): Cell[] => [month(1) + 2 * i, 10]);
const request = { kpi: 'Takings', values: { sheet: 'Till', range: 'B:B' }, cadence: 'month' as const };
const unreadOf = (rows: Cell[][], more: Partial<typeof request> = {}) => {
  const shop = tracked(workbook({ Till: rows }), { ...request, ...more });
  const [headers, row] = rowsOf(shop, 'Compass KPIs');
  return ['Unread', 'First unread', 'Unread from', 'Unread until'].map(name => row![headers!.indexOf(name)]);
};
/** The till with some lines replaced, by their number from 1. */
const till = (replaced: Record<number, Cell[]>): Cell[][] => [
  ['Date', 'Amount'],
  ...lines.map((line, i) => replaced[i + 1] ?? line),
];

describe('a till that is tracked', () => {
  test('counts nothing where every line is read, and nothing of words for nothing', () => {
    expect(unreadOf(till({}))).toEqual([0, '', '', '']);
    expect(unreadOf(till({ 3: [month(1) + 4, 'n/a'], 4: [month(1) + 6, '-'], 5: [month(1) + 8, ''] }))).toEqual([
      0,
      '',
      '',
      '',
    ]);
  });

  test('does not count its title and header, nor a header alone', () => {
    expect(unreadOf([['My till', 'in €'], [], ...till({})])).toEqual([0, '', '', '']);
    expect(unreadOf(lines)).toEqual([0, '', '', '']);
  });

  test('across counts to the right of its header, as its formulas do', () => {
    const across = [
      ['Date', ...lines.map(([day]) => day!)],
      ['Amount', ...lines.map(([, amount]) => amount!)],
    ];
    const shop = tracked(workbook({ Till: across }), { ...request, values: { sheet: 'Till', range: '2:2' } });
    const at = rowsOf(shop, 'Compass KPIs')[0]!.indexOf('Unread');
    expect(rowsOf(shop, 'Compass KPIs')[1]!.slice(at, at + 4)).toEqual([0, '', '', '']);
    // The header is the one cell before the first line.
    expect(viewSheet(shop, 'Compass KPIs')!.formula(1, at)).toContain('-COUNTIF(Till!$A$2,"?*")');
  });
});

describe('what is found after it was tracked', () => {
  /** The four cells as a spreadsheet works them out are copied here: what they hide is read from them. */
  const shop = tracked(workbook({ Till: till({}) }), request);
  const column = (name: string) => String.fromCharCode(65 + rowsOf(shop, 'Compass KPIs')[0]!.indexOf(name));
  const counted = (unread: Cell, first: Cell, from: Cell, until: Cell, snapshot: Snapshot = shop) =>
    typed(snapshot, 'Compass KPIs', {
      [`${column('Unread')}2`]: unread,
      [`${column('First unread')}2`]: first,
      [`${column('Unread from')}2`]: from,
      [`${column('Unread until')}2`]: until,
    });
  const valuesOf = (snapshot: Snapshot) => readRegister(snapshot).kpis[0]!.values;

  test('hides the months from the first text to the last, and no others', () => {
    const hidden = counted(2, 'B20', month(2) + 5, month(2) + 9);
    expect(valuesOf(hidden)).toEqual([160, null, 150]);
    expect(readRegister(hidden).kpis[0]!.unreadText).toEqual({
      count: 2,
      place: { sheet: 'Till', range: 'B20' },
      hides: { from: month(2) + 5, until: month(2) + 9 },
    });
    expect(problemsOf(hidden)).toEqual([
      'Takings: not judged for Feb 2026: 2 amounts are text, the first in Till!B20. Convert the text to numbers.',
    ]);
    expect(valuesOf(counted(1, 'B20', month(1), month(1)))).toEqual([null, 140, 150]);
    expect(valuesOf(counted(1, 'B20', month(1) + 30, month(2)))).toEqual([null, null, 150]);
    expect(problemsOf(counted(3, 'B20', month(2), month(3)))).toEqual([
      'Takings: not judged from Feb 2026 to Mar 2026: 3 amounts are text, the first in Till!B20. Convert the text to numbers.',
    ]);
  });

  test('hides everything where it is a date that is text, or nobody knows where it is', () => {
    expect(valuesOf(counted(1, 'A20', '', ''))).toEqual([null, null, null]);
    expect(problemsOf(counted(1, 'A20', '', ''))).toEqual([
      'Takings: not judged: 1 date or amount is text, in Till!A20. Convert the text to dates and numbers.',
    ]);
  });

  test('counts for nothing where the count is none', () => {
    for (const unread of [0, -1, '', 'many', null]) {
      expect(valuesOf(counted(unread, 'B20', month(2), month(2)))).toEqual([160, 140, 150]);
      expect(problemsOf(counted(unread, 'B20', month(2), month(2)))).toEqual([]);
    }
  });
});

describe('events that are counted by their dates', () => {
  const COMPLAINTS: Cell[][] = [['Date', 'What'], ...lines.map(([day]): Cell[] => [day!, 'cold soup'])];
  const dates = (range: string) => ({
    values: { sheet: 'S', range },
    periods: { sheet: 'S', range },
    cadence: 'month' as const,
  });
  const of = (rows: Cell[][], range = 'A:A') => previewTrack(workbook({ S: rows }), dates(range));

  test('are one a line; what is no date below the first is named', () => {
    const { first, notes } = of([...COMPLAINTS, ['soon', ''], ['Total', ''], ['', ''], ['later', '']]);
    expect(first.map(({ label, value }) => [label, value])).toEqual([
      ['Jan 2026', 16],
      ['Feb 2026', 14],
      ['Mar 2026', 15],
    ]);
    expect(notes[0]).toBe("2 lines without a date are not counted: S!A47 'soon'.");
    expect(of([...COMPLAINTS, ['soon', '']]).notes[0]).toBe("1 line without a date is not counted: S!A47 'soon'.");
    expect(of(COMPLAINTS).notes[0]).toBe('The lines are counted by month, using the dates in S!A:A.');
  });

  test('may be dates as an export with a time zone writes them, or a part of a column', () => {
    // The 1st, 3rd … 29th of each month, 15 days; February has no 29th.
    const exported = lines.map((_, i): Cell[] => [
      `2026-0${1 + Math.floor(i / 15)}-${String(2 * (i % 15) + 1).padStart(2, '0')}T08:00:00Z`,
    ]);
    const { first } = of([['Date'], ...exported]);
    expect(first.map(({ value }) => value)).toEqual([15, 14, 15]);
    expect(of(COMPLAINTS, 'A2:A46').first[1]!.value).toBe(14);
  });

  test('have nothing unread where their dates are text that formulas read, and each other text once', () => {
    const unread = (rows: Cell[][]) => {
      const shop = tracked(workbook({ S: [['Date'], ...rows] }), { kpi: 'Complaints', ...dates('A:A') });
      const [headers, row] = rowsOf(shop, 'Compass KPIs');
      const cells = ['Unread', 'First unread', 'Unread from', 'Unread until'].map(name => row![headers!.indexOf(name)]);
      return [cells, problemsOf(shop)];
    };
    const exported = lines.map(([day]): Cell[] => [`${isoDate(Number(day))}T08:00:00Z`]);
    expect(unread(exported)).toEqual([[0, '', '', ''], []]);
    // The formula counts them once, where that of a till looks for text among the amounts and among the dates.
    const formula = (rows: Cell[][], cells: object) => {
      const shop = tracked(workbook({ Till: rows }), { ...request, ...cells });
      return viewSheet(shop, 'Compass KPIs')!.formula(1, rowsOf(shop, 'Compass KPIs')[0]!.indexOf('Unread'))!;
    };
    const once = { values: { sheet: 'Till', range: 'A:A' }, periods: { sheet: 'Till', range: 'A:A' } };
    expect([once, {}].map(cells => formula(till({}), cells).match(/SUMPRODUCT/g))).toEqual([
      ['SUMPRODUCT'],
      ['SUMPRODUCT', 'SUMPRODUCT'],
    ]);
    // Line 47 of the sheet; from and until are of amounts, of which there are none.
    expect(unread([...COMPLAINTS.slice(1).map(([day]): Cell[] => [day!]), ['soon']])).toEqual([
      [1, 'A47', '', ''],
      ['Complaints: not judged: 1 date or amount is text, in S!A47. Convert the text to dates and numbers.'],
    ]);
  });

  test('are dates though most cells of their range are blank, and the first 200 tell', () => {
    const sparse = Array.from({ length: 60 }, (_, i): Cell[] => [i % 4 === 0 ? month(1) + i : null]);
    // 1 January and every fourth day: 8 in January, 7 in February.
    expect(of([['Date'], ...sparse], 'A2:A61').first.map(({ value }) => value)).toEqual([8, 7]);
    const words = (count: number) => Array.from({ length: count }, (): Cell[] => ['no date']);
    const days = Array.from({ length: 120 }, (_, i): Cell[] => [month(1) + (i % 59)]);
    expect(of([...days, ...words(200)], 'A1:A320').notes[0]).toMatch(/^200 lines without a date are not counted/);
    expect(() => of([...words(120), ...days], 'A1:A240')).toThrow('share cells');
  });

  test('are none where most of the column is something else', () => {
    const mixed: Cell[][] = [
      ['Date'],
      ...lines.slice(0, 4).map(([day]): Cell[] => [day!]),
      ...Array.from({ length: 9 }, (_, i): Cell[] => [i]),
    ];
    expect(() => of(mixed, 'A2:A14')).toThrow('share cells');
  });
});

describe('rates whose totals are divided', () => {
  /** Won of visits: the visits of February are ten times those of January. */
  const day = (i: number): Cell[] => {
    const visits = (i < 31 ? 10 : 100) + (i % 5);
    const won = 1 + (i % 3);
    return [month(1) + i, won, visits, won / visits];
  };
  const days = Array.from({ length: 59 }, (_, i) => day(i));
  const quotient = (of: Cell[][], part = 1, whole = 2) =>
    of.reduce((sum, row) => sum + Number(row[part]), 0) / of.reduce((sum, row) => sum + Number(row[whole]), 0);
  const preview = (rows: Cell[][], headers: Cell[] = ['Day', 'Won', 'Visits', 'Rate']) =>
    previewTrack(workbook({ S: [headers, ...rows] }), {
      values: { sheet: 'S', range: `D2:D${rows.length + 1}` },
      periods: { sheet: 'S', range: `A2:A${rows.length + 1}` },
      cadence: 'month',
    });

  test('are those of two columns beside them, which are named', () => {
    const { first, notes } = preview(days);
    expect(first.map(({ value }) => value)).toEqual([quotient(days.slice(0, 31)), quotient(days.slice(31))]);
    expect(notes[0]).toMatch(/^Each month is its Won divided by its Visits, by the dates in S!A2:A60: /);
    expect(preview(days, ['Day', '', '', 'Rate']).notes[0]).toMatch(/its column 2 of S divided by its column 3 of S/);
  });

  test('may be rounded, and wrong in a few lines, not in many', () => {
    const rounded = days.map(([date, won, visits, rate]): Cell[] => [
      date!,
      won!,
      visits!,
      Math.round(Number(rate) * 1000) / 1000,
    ]);
    expect(preview(rounded).first[0]!.value).toBe(quotient(days.slice(0, 31)));
    const wrong = (count: number) => days.map((row, i): Cell[] => (i < count ? [...row.slice(0, 3), 0.9] : row));
    // Of 59 lines one in twenty is not quite three.
    expect(preview(wrong(2)).notes[0]).toMatch(/divided by/);
    expect(preview(wrong(9)).notes[0]).not.toMatch(/divided by/);
  });

  test('are no whole numbers, and need eight lines and a whole that varies', () => {
    const counts = days.map(([date, won]): Cell[] => [date!, Number(won) * 20, 20 + Number(won), 4]);
    expect(preview(counts).notes[0]).not.toMatch(/divided by/);
    const few = (count: number) =>
      previewTrack(workbook({ S: [['Day', 'Won', 'Visits', 'Rate'], ...days.slice(0, count)] }), {
        values: { sheet: 'S', range: `D2:D${count + 1}` },
        periods: { sheet: 'S', range: `A2:A${count + 1}` },
        cadence: 'week',
        combine: 'mean',
      }).notes[0];
    expect(few(8)).toMatch(/divided by/);
    expect(few(7)).not.toMatch(/divided by/);
    const alike = days.map(([date, won], i): Cell[] => [date!, won!, i % 2 ? 10 : 20, Number(won) / (i % 2 ? 10 : 20)]);
    expect(preview(alike).notes[0]).not.toMatch(/divided by/);
  });

  test('that are ratings or shares are averaged, other figures added up', () => {
    const by = (header: string, say: (i: number) => number) =>
      previewTrack(workbook({ S: [['Day', header], ...days.map(([date], i): Cell[] => [date!, say(i)])] }), {
        values: { sheet: 'S', range: 'B2:B60' },
        cadence: 'month',
      }).first[0]!.value;
    // 1, 2, 3, 4, 5 in turn over the 31 days of January: six rounds of 15 and a 1.
    expect(by('Star rating', i => 1 + (i % 5))).toBeCloseTo(91 / 31, 12);
    expect(by('Sales', i => 1 + (i % 5))).toBe(91);
    // From 0 to 10 a person rates; above, it is a count of ratings.
    expect(by('Ratings', i => (i === 3 ? 11 : 1))).toBe(41);
    expect(by('Ratings', i => (i === 3 ? 10 : 0))).toBeCloseTo(10 / 31, 12);
    expect(by('Score', i => (i === 3 ? -1 : 1))).toBe(29);
  });
});

test('a note on what is tracked under another name already', () => {
  const shop = tracked(workbook({ Till: till({}) }), request);
  const { kpi: _, ...cells } = request;
  expect(previewTrack(shop, cells).notes).toContain(
    'These cells are tracked already, as Takings; the score would count them twice.',
  );
});
