import fc from 'fast-check';
import {
  type Cadence,
  isClosed,
  nextPeriod,
  periodNumber,
  periodOf,
  periodsBetween,
  previousPeriod,
} from '../../src/cells/period';
import { isoDate, serialOf } from '../../src/cells/serial';

test.each([
  // By hand from the calendar; 21 November 2016 is a Monday.
  ['day', 1, '2026-01-05', '2026-01-05', '2026-01-05', '5 Jan 2026'],
  ['week', 1, '2016-11-27', '2016-11-21', '2016-11-27', 'week of 21 Nov 2016'],
  ['month', 1, '2026-01-31', '2026-01-01', '2026-01-31', 'Jan 2026'],
  ['quarter', 1, '2026-03-31', '2026-01-01', '2026-03-31', 'Q1 2026'],
  ['quarter', 4, '2026-03-31', '2026-01-01', '2026-03-31', 'Q4 FY26'],
  ['quarter', 4, '2026-04-01', '2026-04-01', '2026-06-30', 'Q1 FY27'],
  ['quarter', 2, '2026-01-15', '2025-11-01', '2026-01-31', 'Q4 FY26'],
] as const)(
  'a %s with fiscal years from month %d: %s lies in %s to %s, %s',
  (cadence, fiscal, day, from, to, label) => {
    const [year, month, date] = day.split('-').map(Number) as [number, number, number];
    const period = periodOf(serialOf(year, month, date), { cadence, fiscalYearStart: fiscal, weekStart: 1 });
    expect([isoDate(period.start), isoDate(period.end), period.label]).toEqual([from, to, label]);
  },
);

test('a week may begin on Sunday', () => {
  expect(periodOf(serialOf(2016, 11, 27), { cadence: 'week', fiscalYearStart: 1, weekStart: 7 }).label).toBe(
    'week of 27 Nov 2016',
  );
});

test('a period is closed from the day after its last one', () => {
  const january = periodOf(serialOf(2026, 1, 5), 'month');
  expect(isClosed(january, serialOf(2026, 1, 31))).toBe(false);
  expect(isClosed(january, serialOf(2026, 1, 31) + 0.9)).toBe(false);
  expect(isClosed(january, serialOf(2026, 2, 1))).toBe(true);
});

test('a year has twelve months, named in order', () => {
  const months = periodsBetween(serialOf(2026, 1, 31), serialOf(2026, 12, 1), 'month');
  expect(months).toHaveLength(12);
  expect(months.map(month => month.label).slice(0, 2)).toEqual(['Jan 2026', 'Feb 2026']);
});

const cadences = fc.constantFrom<Cadence>('day', 'week', 'month', 'quarter');
const anyDay = fc.integer({ min: 20_000, max: 80_000 });

test('periods cover every day once: the next begins the day after, and its number is one higher', () => {
  fc.assert(
    fc.property(
      anyDay,
      cadences,
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 1, max: 7 }),
      (day, cadence, fiscal, start) => {
        const calendar = { cadence, fiscalYearStart: fiscal, weekStart: start };
        const period = periodOf(day, calendar);
        const next = nextPeriod(day, calendar);
        expect(period.start).toBeLessThanOrEqual(day);
        expect(period.end).toBeGreaterThanOrEqual(day);
        expect(next.start).toBe(period.end + 1);
        expect(previousPeriod(next.start, calendar)).toEqual(period);
        const number = (serial: number) => periodNumber(serial, calendar);
        expect(number(period.start)).toBe(number(period.end));
        expect(number(next.start)).toBe(number(day) + 1);
      },
    ),
  );
});
