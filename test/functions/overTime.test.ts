import fc from 'fast-check';
import { serialOf } from '../../src/cells/serial';
import type { Cell, Grid } from '../../src/cells/value';
import { evaluate } from '../../src/functions/evaluate';
import { column, thrown } from './thrown';

const NAMES = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');
const month = (i: number) => `${NAMES[i % 12]} ${2025 + Math.floor(i / 12)}`;
/** Months from April 2025 on. */
const fromApril = (count: number) => Array.from({ length: count }, (_, i) => month(i + 3));
const ytd = (values: Cell[], periods: Cell[], ...rest: (Cell | Grid)[]) =>
  (evaluate('YEAR_TO_DATE', [column(...values), column(...periods), ...rest]) as Grid).flat();

describe('year to date', () => {
  const values = Array.from({ length: 15 }, (_, i) => i + 1);

  test('across a fiscal year that starts in April: 1 to 12, then anew', () => {
    // By hand: triangular numbers up to March, then 13, 27, 42.
    expect(ytd(values, fromApril(15), 4)).toEqual([1, 3, 6, 10, 15, 21, 28, 36, 45, 55, 66, 78, 13, 27, 42]);
  });

  test('the mean, and a rate as totals out of totals', () => {
    expect(ytd([1, 2, 6], fromApril(3), 4, 'mean')).toEqual([1, 1.5, 3]);
    expect(ytd([1, 2, 6], fromApril(3), 4, null, column(10, 10, 40))).toEqual([0.1, 0.15, 0.15]);
    expect(ytd([1, 2], fromApril(2), 4, null, column(0, 10))).toEqual(['', 0.3]);
  });

  test('is blank from a gap on to the end of the year: a row that is not there, or a blank figure', () => {
    const without =
      (at: number) =>
      <T>(list: T[]) =>
        list.filter((_, i) => i !== at);
    expect(ytd(without(2)(values), without(2)(fromApril(15)), 4)).toEqual([1, 3, ...new Array(9).fill(''), 13, 27, 42]);
    expect(ytd([1, null, 3], fromApril(3), 4)).toEqual([1, '', '']);
  });

  test('of a year whose beginning is not there is blank', () => {
    expect(ytd([1, 2, 3], ['Feb 2025', 'Mar 2025', 'Apr 2025'], 4)).toEqual(['', '', 3]);
  });

  test('belongs to each row, newest first too, along a row, with empty rows between', () => {
    const down = [...fromApril(4)].reverse();
    expect(ytd([4, 3, 2, 1], down, 4)).toEqual([10, 6, 3, 1]);
    expect(evaluate('YEAR_TO_DATE', [[[4, 3, 2, 1]], [down], 4])).toEqual([[10, 6, 3, 1]]);
    expect(ytd([2, null, 1, ''], ['May 2025', '', 'Apr 2025', null], 4)).toEqual([3, '', 1, '']);
  });

  test('by week: the ISO year of 2026 has 53 weeks, and week 1 of 2027 begins anew', () => {
    const weeks = [
      'W01 2026',
      ...Array.from({ length: 52 }, (_, i) => `W${String(i + 2).padStart(2, '0')} 2026`),
      'W01 2027',
    ];
    const totals = ytd(
      weeks.map(() => 1),
      weeks,
    );
    expect(totals.slice(51)).toEqual([52, 53, 1]);
  });

  test('by week in a fiscal year from April: the week of 30 March 2026 has its Thursday in April', () => {
    const mondays = [serialOf(2026, 3, 23), serialOf(2026, 3, 30), serialOf(2026, 4, 6)];
    expect(ytd([1, 2, 3], mondays, 4)).toEqual(['', 2, 5]);
  });

  test('by quarter: Q1 FY26 is April to June 2025 where the year begins in April', () => {
    expect(ytd([1, 2, 3, 4, 5], ['Q1 FY26', 'Q2 FY26', 'Q3 FY26', 'Q4 FY26', 'Q1 FY27'], 4)).toEqual([1, 3, 6, 10, 5]);
    expect(ytd([1, 2], ['Q2 2025', 'Q3 2025'], 4)).toEqual([1, 3]);
    expect(thrown('YEAR_TO_DATE', [column(1, 2), column('Q1 2025', 'Q2 2025'), 2])).toBe(
      '#VALUE! row 1 of periods: Q1 2025 is in two fiscal years that begin in month 2.',
    );
  });

  test('by day: a weekday that is never open is no gap, another day is', () => {
    const monday = serialOf(2024, 1, 1);
    const workdays = [0, 1, 2, 3, 4, 7, 8, 10].map(day => monday + day);
    expect(
      ytd(
        workdays.map(() => 1),
        workdays,
      ),
    ).toEqual([1, 2, 3, 4, 5, 6, 7, '']);
  });

  test('what it can not read it names', () => {
    expect(thrown('YEAR_TO_DATE', [column(1, 2), column('Jan 2026', 'soon')])).toMatch(
      /^#VALUE! row 2 of periods: 'soon'/,
    );
    expect(thrown('YEAR_TO_DATE', [column(1, 2), column('Jan 2026', null)])).toBe(
      '#VALUE! row 2 of periods: the period of this figure is missing.',
    );
    expect(thrown('YEAR_TO_DATE', [column(1, 2, 3), column('Jan 2026', 'Feb 2026', 'Jan 2026')])).toBe(
      '#VALUE! row 3 of periods: Jan 2026 appears a second time.',
    );
    expect(thrown('YEAR_TO_DATE', [column(1), column('Jan 2026'), 13])).toBe(
      '#VALUE! fiscal_start: 13 is not from 1 to 12.',
    );
    expect(thrown('YEAR_TO_DATE', [column(1), column('Jan 2026'), 1.5])).toBe(
      '#VALUE! fiscal_start: 1.5 is not a whole number.',
    );
  });
});

describe('trailing', () => {
  test('twelve months as they are added up by hand, blank before them and across a gap', () => {
    const values = Array.from({ length: 26 }, (_, i) => i * i);
    const gone = (_: unknown, i: number) => i !== 13;
    const found = evaluate('TRAILING', [column(...values.filter(gone)), column(...fromApril(26).filter(gone))]) as Grid;
    const expected = values.map((_, i) => {
      if (i < 11 || (i >= 13 && i < 25)) return '';
      return values.slice(i - 11, i + 1).reduce((a, b) => a + b, 0);
    });
    expect(found.flat()).toEqual(expected.filter(gone));
  });

  test('a window must be whole, from 1 to 1000', () => {
    expect(thrown('TRAILING', [column(1, 2), column('Jan 2026', 'Feb 2026'), 1.5])).toBe(
      '#VALUE! window: 1.5 is not a whole number.',
    );
    expect(evaluate('TRAILING', [column(1, 2), column('Feb 2026', 'Jan 2026'), 2])).toEqual(column(3, ''));
  });
});

describe('the same period last year', () => {
  const last = (values: Cell[], periods: Cell[]) =>
    (evaluate('SAME_PERIOD_LAST_YEAR', [column(...values), column(...periods)]) as Grid).flat();

  test('is found by period, whatever the order and whatever is missing', () => {
    expect(last([5, 3, 1], ['Mar 2026', 'Feb 2026', 'Feb 2025'])).toEqual(['', 1, '']);
    expect(last([5, 1], [serialOf(2026, 3, 31), serialOf(2025, 3, 1)])).toEqual([1, '']);
    expect(last([4, 3, 2, 1, 0], ['Q1 2026', 'Q4 2025', 'Q3 2025', 'Q2 2025', 'Q1 2025'])).toEqual([0, '', '', '', '']);
    expect(last([4, 3], ['2026', '2025'])).toEqual([3, '']);
  });

  test('29 February has its like only in leap years, and 1 March of the year after has its own', () => {
    const days = [
      serialOf(2023, 2, 28),
      serialOf(2023, 3, 1),
      serialOf(2024, 2, 28),
      serialOf(2024, 2, 29),
      serialOf(2024, 3, 1),
    ];
    expect(last([1, 2, 3, 4, 5], days)).toEqual(['', '', 1, '', 2]);
  });

  test('for any months, shuffled, it is the figure whose month is twelve less', () => {
    const months = fc.uniqueArray(fc.integer({ min: 0, max: 60 }), { minLength: 3, maxLength: 40 });
    fc.assert(
      fc.property(months, numbers => {
        // So that it is clear that these are months, and no quarters or years.
        const all = [...new Set([...numbers, 100, 101, 102, 103, 104, 105, ...numbers.map(n => n + 1)])];
        const found = last(all, all.map(month));
        expect(found).toEqual(all.map(n => (all.includes(n - 12) ? n - 12 : '')));
      }),
    );
  });
});

describe('growth', () => {
  test('with a lag of twelve is the growth over the same month last year', () => {
    const values = Array.from({ length: 14 }, (_, i) => 100 + i);
    const found = (evaluate('GROWTH_RATE', [column(...values), 12]) as Grid).flat();
    expect(found.slice(0, 12)).toEqual(new Array(12).fill(''));
    expect(found[12]).toBeCloseTo(0.12, 12);
  });

  test('from nothing, from a loss or across a gap there is none', () => {
    expect(evaluate('GROWTH_RATE', [column(0, 5, -5, 5, null, 5)])).toEqual(column('', '', -2, '', '', ''));
    expect(thrown('GROWTH_RATE', [column(1, 2), 0])).toBe('#VALUE! lag: 0 is not 1 or more.');
  });
});
