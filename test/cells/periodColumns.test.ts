import { detectCadence } from '../../src/cells/cadence';
import { readPeriod } from '../../src/cells/readPeriod';
import { serialOf } from '../../src/cells/serial';
import type { Cell } from '../../src/cells/value';

// Periods in a row in every form in which people write them. Expected names by hand from the calendar; ISO weeks from
// ISO 8601: week 5 of 2026 begins on Monday 26 January.
const numbers = [1, 2, 3, 4, 5, 6, 7];
const fortnight = [...numbers, 8, 9, 10, 11, 12, 13, 14];
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul'];
const two = (number: number) => String(number).padStart(2, '0');

const forms: [form: string, cells: Cell[], cadence: string, third: string][] = [
  ['Jan 2026', MONTHS.map(month => `${month} 2026`), 'month', 'Mar 2026'],
  ['2026-01', numbers.map(month => `2026-${two(month)}`), 'month', 'Mar 2026'],
  [
    'January 2026',
    'January February March April May June July'.split(' ').map(month => `${month} 2026`),
    'month',
    'Mar 2026',
  ],
  ["Jan '26", MONTHS.map(month => `${month} '26`), 'month', 'Mar 2026'],
  ['01/2026', numbers.map(month => `${two(month)}/2026`), 'month', 'Mar 2026'],
  ['a date at the start of the month', numbers.map(month => serialOf(2026, month, 1)), 'month', 'Mar 2026'],
  ['a date at the end of the month', numbers.map(month => serialOf(2026, month + 1, 0)), 'month', 'Mar 2026'],
  ['2026-01-31', numbers.map(month => `2026-${two(month)}-28`), 'month', 'Mar 2026'],
  ['Q1 FY26', ['Q1 FY25', 'Q2 FY25', 'Q3 FY25', 'Q4 FY25', 'Q1 FY26', 'Q2 FY26', 'Q3 FY26'], 'quarter', 'Q3 2025'],
  ['Q1 2026', ['Q1 2025', 'Q2 2025', 'Q3 2025', 'Q4 2025', 'Q1 2026', 'Q2 2026', 'Q3 2026'], 'quarter', 'Q3 2025'],
  ['W05 2026', numbers.map(week => `W${two(week + 2)} 2026`), 'week', 'week of 26 Jan 2026'],
  ['2026-W05', numbers.map(week => `2026-W${two(week + 2)}`), 'week', 'week of 26 Jan 2026'],
  [
    'w/c 2026-01-26',
    '01-12 01-19 01-26 02-02 02-09 02-16 02-23'.split(' ').map(day => `w/c 2026-${day}`),
    'week',
    'week of 26 Jan 2026',
  ],
  ['a serial of a day', fortnight.map(day => 46_023 + day), 'day', '4 Jan 2026'],
  ['5 Jan 2026', fortnight.map(day => `${day + 1} Jan 2026`), 'day', '4 Jan 2026'],
];

const startsOf = (cells: Cell[]) => cells.map(cell => readPeriod(cell).start);
const without = <T>(list: T[], index: number) => list.filter((_, i) => i !== index);

describe.each(forms)('periods written like %s', (_form, cells, cadence, third) => {
  test('run upwards or downwards, without a gap', () => {
    expect(detectCadence(startsOf(cells))).toMatchObject({ cadence, order: 'ascending', gaps: [], repeats: [] });
    expect(detectCadence(startsOf([...cells].reverse()))).toMatchObject({
      cadence,
      order: 'descending',
      gaps: [],
      repeats: [],
    });
  });

  test('one that appears twice is named', () => {
    const { repeats } = detectCadence(startsOf([...cells, cells[2]!]));
    expect(repeats).toEqual([{ at: [2, cells.length], label: third, message: `${third} stands 2 times` }]);
  });

  test('one that is missing is found', () => {
    const { gaps } = detectCadence(startsOf(without(cells, 2)));
    expect(gaps).toEqual([{ after: 1, count: 1, message: expect.stringMatching(`1 ${cadence} is missing between`) }]);
  });
});

test('a fiscal year has the name of the year in which it ends: FY26 from April is April 2025 to March 2026', () => {
  const quarters = ['Q1 FY26', 'Q2 FY26', 'Q3 FY26', 'Q4 FY26'];
  const serials = quarters.map(cell => readPeriod(cell, { fiscalYearStart: 4 }).start);
  expect(serials).toEqual([serialOf(2025, 4, 1), serialOf(2025, 7, 1), serialOf(2025, 10, 1), serialOf(2026, 1, 1)]);
  expect(detectCadence([...serials, serials[3]!], 4).repeats[0]!.label).toBe('Q4 FY26');
});
