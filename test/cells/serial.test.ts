import fc from 'fast-check';
import {
  addMonths,
  dayOf,
  isoDate,
  isoWeekStart,
  readIsoDate,
  realDay,
  serialOf,
  weekday,
} from '../../src/cells/serial';

test.each([
  // Serials as Excel, Sheets and LibreOffice show them for these dates.
  [61, '1900-03-01'],
  [25_569, '1970-01-01'],
  [36_526, '2000-01-01'],
  [42_674, '2016-10-31'],
  [45_351, '2024-02-29'],
  [46_023, '2026-01-01'],
  [2_958_465, '9999-12-31'],
])('serial %d is %s', (serial, date) => {
  expect(isoDate(serial)).toBe(date);
  expect(readIsoDate(date)).toBe(serial);
});

test('a time of day belongs to its day', () => {
  expect(isoDate(46_023.99)).toBe('2026-01-01');
});

test('31 January plus a month is the last day of February, as EDATE says', () => {
  expect(isoDate(addMonths(serialOf(2026, 1, 31), 1))).toBe('2026-02-28');
  expect(isoDate(addMonths(serialOf(2024, 1, 31), 1))).toBe('2024-02-29');
  expect(isoDate(addMonths(serialOf(2026, 1, 15), -13))).toBe('2024-12-15');
});

test('days that no calendar has are none', () => {
  expect(realDay(2026, 2, 29)).toBeNull();
  expect(realDay(2026, 13, 1)).toBeNull();
  expect(realDay(1900, 2, 29)).toBeNull();
  expect(readIsoDate('2026-02-30')).toBeNull();
  expect(readIsoDate('5 Jan 2026')).toBeNull();
});

test('21 November 2016 is a Monday, 27 November a Sunday', () => {
  expect(weekday(serialOf(2016, 11, 21))).toBe(1);
  expect(weekday(serialOf(2016, 11, 27))).toBe(7);
});

test('ISO weeks: 2026 has a week 53, 2025 has none', () => {
  // ISO 8601: week 1 holds 4 January; 2026 begins on a Thursday.
  expect(isoDate(isoWeekStart(2026, 1)!)).toBe('2025-12-29');
  expect(isoDate(isoWeekStart(2026, 53)!)).toBe('2026-12-28');
  expect(isoWeekStart(2025, 53)).toBeNull();
  expect(isoWeekStart(2026, 0)).toBeNull();
});

test('every day has the date that the proleptic Gregorian calendar of JavaScript gives it', () => {
  fc.assert(
    fc.property(fc.integer({ min: 61, max: 2_958_465 }), serial => {
      const date = new Date((serial - 25_569) * 86_400_000);
      const day = { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
      expect(dayOf(serial)).toEqual(day);
      expect(serialOf(day.year, day.month, day.day)).toBe(serial);
      expect(weekday(serial) % 7).toBe(date.getUTCDay());
    }),
  );
});
