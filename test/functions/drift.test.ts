import { addMonths, serialOf } from '../../src/cells/serial';
import type { Cell } from '../../src/cells/value';
import { evaluate } from '../../src/functions/evaluate';
import { column, thrown } from './thrown';

// Eight months about 100, then a lower level for good: by hand the change begins with the ninth.
const figures = [100, 102, 98, 101, 99, 100, 103, 97, 70, 72, 69, 71];
const months = figures.map((_, i) => addMonths(serialOf(2025, 7, 1), i));

test('a drop that lasts is worse, or better where less is better', () => {
  expect(evaluate('DRIFT_SIGNAL', [column(...figures)])).toBe('worse since 3 periods ago');
  expect(evaluate('DRIFT_SIGNAL', [column(...figures), 'lower'])).toBe('better since 3 periods ago');
  expect(evaluate('DRIFT_SIGNAL', [[figures], 'in range'])).toBe('changed since 3 periods ago');
});

test('with periods it names the one in which the change began', () => {
  expect(evaluate('DRIFT_SIGNAL', [column(...figures), null, column(...months)])).toBe('worse since Mar 2026');
});

test('newest first is put in order', () => {
  const args = [column(...[...figures].reverse()), 'higher', column(...[...months].reverse())];
  expect(evaluate('DRIFT_SIGNAL', args)).toBe('worse since Mar 2026');
});

test('blank rows below are not periods', () => {
  expect(evaluate('DRIFT_SIGNAL', [column(...figures, null, '')])).toBe('worse since 3 periods ago');
  expect(evaluate('DRIFT_SIGNAL', [column(...figures, null), null, column(...months, null)])).toBe(
    'worse since Mar 2026',
  );
});

test('a month that is missing from the sheet is a gap, and the months after it keep their names', () => {
  const without = <T>(list: T[]) => list.filter((_, i) => i !== 4);
  expect(evaluate('DRIFT_SIGNAL', [column(...without(figures)), null, column(...without(months))])).toBe(
    'worse since Mar 2026',
  );
});

test('five figures are too few', () => {
  expect(evaluate('DRIFT_SIGNAL', [column(1, 2, 3, 4, 5)])).toBe('too early to tell');
  expect(evaluate('DRIFT_SIGNAL', [7])).toBe('too early to tell');
});

test('nothing at all is no series', () => {
  expect(thrown('DRIFT_SIGNAL', [column(null, '')])).toBe('#N/A DRIFT_SIGNAL finds no row with a figure in values.');
});

test('a period that is missing, doubled or unreadable is named', () => {
  expect(thrown('DRIFT_SIGNAL', [column(1, 2), null, column('Jan 2026', null)])).toBe(
    '#VALUE! row 2 of periods: the period of this figure is missing.',
  );
  expect(thrown('DRIFT_SIGNAL', [column(1, 2, 3), null, column('Jan 2026', 'Feb 2026', 'Feb 2026')])).toBe(
    '#VALUE! row 3 of periods: Feb 2026 appears a second time.',
  );
  expect(thrown('DRIFT_SIGNAL', [column(1, 2), null, column('Jan 2026', '03/04/2026')])).toMatch(
    /^#VALUE! row 2 of periods: '03\/04\/2026' can be 2026-04-03 or 2026-03-04/,
  );
});

// A year of about 100, then three months about 94: plain for one KPI with a budget of 10 % a year.
const routine = [100, 102, 98, 101, 99, 100, 103, 97, 101, 99, 102, 98];
const slipped = [...routine, 94, 94, 95];

test('the running month does not count where the last closed one is said', () => {
  const running = [...figures.slice(0, 8), 12];
  const args = [column(...running), 'higher', column(...months.slice(0, 9))];
  expect(evaluate('DRIFT_SIGNAL', args)).toBe('worse since Mar 2026');
  expect(evaluate('DRIFT_SIGNAL', [...args, months[7]!])).toBe('steady');
  expect(thrown('DRIFT_SIGNAL', [column(...running), null, null, months[7]!])).toBe(
    '#VALUE! until needs periods, the date of each figure.',
  );
});

test('the last closed period may be named as periods are', () => {
  // reported.json, P20: the last day of the month counts, of weeks and days too; a date is itself
  const running = [...figures.slice(0, 8), 12];
  const until = (last: Cell) =>
    evaluate('DRIFT_SIGNAL', [column(...running), 'higher', column(...months.slice(0, 9)), last]);
  expect(until('Feb 2026')).toBe('steady');
  expect(until('2026-02')).toBe('steady');
  expect(until('Q1 2026')).toBe('worse since Mar 2026');
  expect(until(serialOf(2026, 2, 28))).toBe('steady');
  expect(until(serialOf(2026, 3, 1))).toBe('worse since Mar 2026');
  expect(until(null)).toBe('worse since Mar 2026');
  expect(() => until('soon')).toThrow(
    "until: 'soon' is not a date or a period; write it like 2026-01-05, Jan 2026 or Q1 2026.",
  );
  expect(() => until('03/04/2026')).toThrow(/^until: '03\/04\/2026' can be/);
});

test('in range, the band says whether a change is for the worse', () => {
  const band = (low: number, high: number) => [column(...figures), 'in range', null, null, low, high];
  expect(evaluate('DRIFT_SIGNAL', band(90, 110))).toBe('worse since 3 periods ago');
  expect(evaluate('DRIFT_SIGNAL', band(60, 80))).toBe('better since 3 periods ago');
  expect(thrown('DRIFT_SIGNAL', band(110, 90))).toBe('#VALUE! low is 110 and high 90: low belongs below high.');
});

test('beside twenty others a KPI must be surer: together they may not cry wolf more often than one', () => {
  // Method, section 3: 10 % a year for one KPI, 1 − ½^(1/20) = 3.4 % for each of twenty.
  const among = (kpis: number) => evaluate('DRIFT_SIGNAL', [column(...slipped), null, null, null, null, null, kpis]);
  expect([among(1), among(20)]).toEqual(['worse since 2 periods ago', 'steady']);
});

test('what is looked at every week has fifty-two chances a year to be wrong, and must be surer at each', () => {
  // Method, section 3: for other cadences the threshold comes from the looks in a calendar year.
  const weeks = slipped.map((_, i) => serialOf(2025, 12, 15) + 7 * i);
  const monthly = slipped.map((_, i) => addMonths(serialOf(2025, 1, 1), i));
  expect(evaluate('DRIFT_SIGNAL', [column(...slipped), null, column(...monthly)])).toBe('worse since Jan 2026');
  expect(evaluate('DRIFT_SIGNAL', [column(...slipped), null, column(...weeks)])).toBe('steady');
});
