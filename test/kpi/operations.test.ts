import fc from 'fast-check';
import { serialOf, weekday } from '../../src/cells/serial';
import { orderFulfillmentTime, workdayHolidays, workingDays } from '../../src/kpi/operations';
import { quantile } from '../../src/kpi/quantile';

// 5 January 2026 is a Monday.
const monday = serialOf(2026, 1, 5);
const [wednesday, friday, saturday, nextMonday] = [monday + 2, monday + 4, monday + 5, monday + 7];

test('the median order took two days, the slowest twenty', () => {
  const days = [1, 2, 2, 3, 20];
  expect(orderFulfillmentTime(days, 'median')).toBe(2);
  expect(orderFulfillmentTime(days, 'mean')).toBe(5.6); // by hand: 28 / 5
  expect(orderFulfillmentTime(days, 'max')).toBe(20);
  expect(orderFulfillmentTime(days, 'p90')).toBeCloseTo(13.2, 12); // LibreOffice: =PERCENTILE.INC({1;2;2;3;20};0.9)
});

test('quantiles are those of PERCENTILE.INC', () => {
  expect(quantile([15, 20, 35, 40, 50], 0.4)).toBe(29); // LibreOffice: =PERCENTILE.INC({15;20;35;40;50};0.4)
  expect(quantile([2, 1], 0.5)).toBe(1.5);
  expect(quantile([7], 0.9)).toBe(7);
});

test('Friday to Monday is one working day, with a holiday on Friday none', () => {
  expect(workingDays(friday, nextMonday)).toBe(1);
  expect(workingDays(friday, nextMonday, [friday])).toBe(0);
  expect(workingDays(monday, friday)).toBe(4);
});

test('Friday noon to Monday noon is one working day: two halves', () => {
  expect(workingDays(friday + 0.5, nextMonday + 0.5)).toBe(1);
});

test('what happens at a weekend takes no working time', () => {
  expect(workingDays(saturday + 0.25, saturday + 1.75)).toBe(0);
  expect(workingDays(saturday + 0.25, nextMonday + 0.25)).toBe(0.25);
});

test('an hour on a working day is a 24th of a day, on a holiday nothing', () => {
  expect(workingDays(wednesday + 9 / 24, wednesday + 10 / 24)).toBeCloseTo(1 / 24, 9);
  expect(workingDays(wednesday + 9 / 24, wednesday + 10 / 24, [wednesday])).toBe(0);
});

test('holidays may be doubled, unsorted, at weekends and with a time of day', () => {
  expect(workdayHolidays([friday + 0.5, saturday, monday, friday])).toEqual([monday, friday]);
});

/** NETWORKDAYS by counting day after day. */
function networkdays(start: number, end: number, holidays: number[]): number {
  let days = 0;
  for (let day = start; day <= end; day++) if (weekday(day) <= 5 && !holidays.includes(day)) days += 1;
  return days;
}

const anyDay = fc.integer({ min: 40_000, max: 40_400 });

test('between whole dates it is NETWORKDAYS to the day before', () => {
  fc.assert(
    fc.property(anyDay, fc.nat(400), fc.array(anyDay, { maxLength: 30 }), (start, length, free) => {
      const holidays = workdayHolidays(free);
      expect(workingDays(start, start + length, holidays)).toBe(networkdays(start, start + length - 1, holidays));
    }),
  );
});

test('working time adds up over any moment between, and is never negative', () => {
  const moment = fc.double({ min: 40_000, max: 40_100, noNaN: true });
  fc.assert(
    fc.property(moment, moment, moment, fc.array(anyDay, { maxLength: 10 }), (a, b, c, free) => {
      const [start, middle, end] = [a, b, c].sort((x, y) => x - y) as [number, number, number];
      const holidays = workdayHolidays(free);
      const whole = workingDays(start, end, holidays);
      expect(whole).toBeGreaterThanOrEqual(0);
      expect(whole).toBeLessThanOrEqual(end - start + 1e-9);
      expect(workingDays(start, middle, holidays) + workingDays(middle, end, holidays)).toBeCloseTo(whole, 9);
    }),
  );
});
