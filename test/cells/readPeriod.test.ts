import { type PeriodCell, PeriodError, readPeriod } from '../../src/cells/readPeriod';
import { isoDate, serialOf } from '../../src/cells/serial';

function shown({ unit, start, end }: PeriodCell): string {
  return unit === 'day' ? isoDate(start) : `${unit} ${isoDate(start)} to ${isoDate(end)}`;
}

// Expected days by hand; ISO weeks from ISO 8601, 2026 begins on a Thursday.
test.each([
  ['Jan 2026', 'month 2026-01-01 to 2026-01-31'],
  ['January 2026', 'month 2026-01-01 to 2026-01-31'],
  ['  feb. 2024 ', 'month 2024-02-01 to 2024-02-29'],
  ['Sept 2026', 'month 2026-09-01 to 2026-09-30'],
  ["Jan '26", 'month 2026-01-01 to 2026-01-31'],
  ['Jan-26', 'month 2026-01-01 to 2026-01-31'],
  ['2026 Jan', 'month 2026-01-01 to 2026-01-31'],
  ['2026-01', 'month 2026-01-01 to 2026-01-31'],
  ['2026/1', 'month 2026-01-01 to 2026-01-31'],
  ['01/2026', 'month 2026-01-01 to 2026-01-31'],
  ['12/2026', 'month 2026-12-01 to 2026-12-31'],
  [202601, 'month 2026-01-01 to 2026-01-31'],
  ['Q1 2026', 'quarter 2026-01-01 to 2026-03-31'],
  ['2026-Q4', 'quarter 2026-10-01 to 2026-12-31'],
  ['2026 Q2', 'quarter 2026-04-01 to 2026-06-30'],
  ['3Q26', 'quarter 2026-07-01 to 2026-09-30'],
  ['Q1 FY26', 'quarter 2026-01-01 to 2026-03-31'],
  ['W05 2026', 'week 2026-01-26 to 2026-02-01'],
  ['2026-W05', 'week 2026-01-26 to 2026-02-01'],
  ['Week 53 of 2026', 'week 2026-12-28 to 2027-01-03'],
  ['week of 21 Nov 2016', 'week 2016-11-21 to 2016-11-27'],
  ['w/c 2016-11-21', 'week 2016-11-21 to 2016-11-27'],
  ['week ending 27 Nov 2016', 'week 2016-11-21 to 2016-11-27'],
  ['2026-01-05', '2026-01-05'],
  ['2026-01-05T23:30', '2026-01-05'],
  ['2026-01-05T23:30:00Z', '2026-01-05'],
  ['31/01/2026 23:59 UTC', '2026-01-31'],
  ['Jan 31, 2026 5:00 PM PST', '2026-01-31'],
  ['5.1.26', '2026-01-05'],
  ['31/1/26', '2026-01-31'],
  ['2026M03', 'month 2026-03-01 to 2026-03-31'],
  ['29 Dec - 4 Jan 2026', 'week 2025-12-29 to 2026-01-04'],
  ['5-11 Jan 2026', 'week 2026-01-05 to 2026-01-11'],
  ['Jan 5, 2026 - Jan 11, 2026', 'week 2026-01-05 to 2026-01-11'],
  ['1 Jan 2026 - 31 Jan 2026', 'month 2026-01-01 to 2026-01-31'],
  ['2026/1/5', '2026-01-05'],
  [20260105, '2026-01-05'],
  ['5 Jan 2026', '2026-01-05'],
  ['Mon 5 Jan 2026', '2026-01-05'],
  ['January 5, 2026', '2026-01-05'],
  ['5-Jan-26', '2026-01-05'],
  ['25/04/2026', '2026-04-25'],
  ['04/25/2026', '2026-04-25'],
  ['03/03/2026', '2026-03-03'],
  ['03.04.2026', '2026-04-03'],
  [46_027, '2026-01-05'],
  [46_027.75, '2026-01-05'],
  ['FY26', 'year 2026-01-01 to 2026-12-31'],
  [2026, 'year 2026-01-01 to 2026-12-31'],
])('%p is %s', (cell, expected) => {
  expect(shown(readPeriod(cell))).toBe(expected);
});

test.each([
  ['FY26', 'year 2025-04-01 to 2026-03-31'],
  ['FY2025/26', 'year 2025-04-01 to 2026-03-31'],
  ['2025/26', 'year 2025-04-01 to 2026-03-31'],
  ['Q1 FY26', 'quarter 2025-04-01 to 2025-06-30'],
  ['FY26 Q4', 'quarter 2026-01-01 to 2026-03-31'],
  ['Q1 2026', 'quarter 2026-01-01 to 2026-03-31'],
])('with a fiscal year from April, %s is %s: FY26 ends in 2026', (cell, expected) => {
  expect(shown(readPeriod(cell, { fiscalYearStart: 4 }))).toBe(expected);
});

test.each([
  ['de-DE', 'März 2026', 'month 2026-03-01 to 2026-03-31'],
  ['de-DE', 'Mrz 2026', 'month 2026-03-01 to 2026-03-31'],
  ['de-DE', 'KW 5 2026', 'week 2026-01-26 to 2026-02-01'],
  ['de-DE', '5. Dezember 2026', '2026-12-05'],
  ['de-DE', 'May 2026', 'month 2026-05-01 to 2026-05-31'],
  ['fr-FR', 'août 2026', 'month 2026-08-01 to 2026-08-31'],
  ['fr-FR', 'T2 2026', 'quarter 2026-04-01 to 2026-06-30'],
  ['es', '5 de enero de 2026', '2026-01-05'],
  // A file does not tell its language: the others are read as well.
  ['en', 'März 2026', 'month 2026-03-01 to 2026-03-31'],
  ['en', 'mrt 2026', 'month 2026-03-01 to 2026-03-31'],
  ['en', 'maggio 2026', 'month 2026-05-01 to 2026-05-31'],
  ['en', 'out/26', 'month 2026-10-01 to 2026-10-31'],
  ['en', 'maj 2026', 'month 2026-05-01 to 2026-05-31'],
  ['en', '2026年3月', 'month 2026-03-01 to 2026-03-31'],
  ['en', '2026年第2四半期', 'quarter 2026-04-01 to 2026-06-30'],
  ['en', '1. Quartal 2026', 'quarter 2026-01-01 to 2026-03-31'],
  ['en', '2º trimestre de 2026', 'quarter 2026-04-01 to 2026-06-30'],
  ['en', 'v.5 2026', 'week 2026-01-26 to 2026-02-01'],
])('in %s, %s is %s', (locale, cell, expected) => {
  expect(shown(readPeriod(cell, { locale }))).toBe(expected);
});

test('a date whose order cannot be known asks for the order, and names both days', () => {
  expect(() => readPeriod('03/04/2026')).toThrow(PeriodError);
  expect(() => readPeriod('03/04/2026')).toThrow(/2026-04-03 or 2026-03-04: say which comes first, day or month/);
  expect(() => readPeriod('3-4-2026', { locale: 'en-US' })).toThrow(/say which comes first/);
});

test("'Jan 26' may be a month or a day, and is not guessed", () => {
  expect(() => readPeriod('Jan 26')).toThrow(/a month or a day: write the year in full/);
  expect(shown(readPeriod('Jan 99'))).toBe('month 2099-01-01 to 2099-01-31');
});

test.each([
  [null, /missing/],
  ['', /missing/],
  [{ error: '#N/A' as const }, /#N\/A is where a period should be/],
  [true, /'true' is not a date or a period/],
  ['Total', /'Total' is not a date or a period; write it like 2026-01-05, Jan 2026 or Q1 2026/],
  ['Ju 2026', /not a date/],
  ['2026-02-30', /not a date/],
  ['2026-13', /not a date/],
  ['W54 2026', /not a date/],
  ['Q5 2026', /not a date/],
  // Where the fiscal year is the calendar year nobody writes it so: it may be a fraction, or the wrong setting.
  ['2025/26', /not a date/],
  ['Tue 5 Jan 2026', /not a date/],
  [-3, /-3 is not a date/],
  [0.5, /0.5 is not a date/],
])('%p is no period, and the message says why', (cell, message) => {
  expect(() => readPeriod(cell)).toThrow(message);
});

test('a real date keeps its day', () => {
  expect(readPeriod(serialOf(2016, 11, 21))).toEqual({ unit: 'day', start: 42_695, end: 42_695 });
});

describe('stretches of months and days', () => {
  const quarter = (year: number, first: number) => ({
    unit: 'quarter',
    start: serialOf(year, first, 1),
    end: serialOf(year, first + 3, 1) - 1,
  });

  test.each([
    ['Jan - Mar 2024', quarter(2024, 1)],
    ['October–December 2023', quarter(2023, 10)],
    // Not a quarter of the calendar: its days depend on the fiscal year.
    ['Nov 2023 - Jan 2024', { ...quarter(2023, 11), fiscal: true }],
    ['Nov - Jan 2024', { ...quarter(2023, 11), fiscal: true }],
    ['Jan - Dec 2024', { unit: 'year', start: serialOf(2024, 1, 1), end: serialOf(2024, 12, 31) }],
    ['Jan 1 - 31, 2026', { unit: 'month', start: serialOf(2026, 1, 1), end: serialOf(2026, 1, 31) }],
    ['Jan 1 - 5, 2026', { unit: 'month', start: serialOf(2026, 1, 1), end: serialOf(2026, 1, 31), partial: true }],
  ])('%s', (text, period) => {
    expect(readPeriod(text)).toEqual(period);
  });

  test.each(['Jan - Feb 2024', 'Jan 0 - 5, 2026', 'Feb 1 - 30, 2026', 'Foo - Bar 2024'])('%s is none', text => {
    expect(() => readPeriod(text)).toThrow(PeriodError);
  });
});
