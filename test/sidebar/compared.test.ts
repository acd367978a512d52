import { partOfChart, yearBefore } from '../../sidebar/charts/chartWindow';
import { yearOnYear } from '../../sidebar/kpi/compared';
import { addMonths, isoDate, serialOf } from '../../src/cells/serial';
import type { Chart } from '../../src/review/types';

/** Months from January 2024 on: the first holds 1, the next 2, and so on. */
function months(count: number, part: Partial<Chart> = {}): Chart {
  const periods = Array.from({ length: count }, (_, i) => {
    const date = isoDate(addMonths(serialOf(2024, 1, 1), i));
    return { date, label: date };
  });
  const rest = { regimes: [], season: null, points: [], target: null, low: null, high: null, format: '0' };
  return { periods, values: periods.map((_, i) => i + 1), ...rest, ...part };
}

describe('a KPI against the year before', () => {
  // By hand, months 1 to 28 (January 2024 to April 2026): 25 + 26 + 27 + 28 = 106 against 13 + … + 16 = 58;
  // 17 + … + 28 = 270 against 5 + … + 16 = 126.
  test('compares the year so far and the last twelve months', () => {
    expect(yearOnYear(months(28), 'sum', 1)).toEqual([
      { name: 'This year so far', now: 106, before: 58 },
      { name: 'The last twelve months', now: 270, before: 126 },
    ]);
  });

  test('takes means of what is no sum, and begins the year where the business does', () => {
    // April to April alone: one month of a fiscal year from April on.
    expect(yearOnYear(months(28), 'mean', 4)).toEqual([
      { name: 'This year so far', now: 28, before: 16 },
      { name: 'The last twelve months', now: 22.5, before: 10.5 },
    ]);
  });

  test('compares nothing where a figure is missing on either side, or where figures are levels', () => {
    const gap = months(28);
    gap.values[14] = null;
    expect(yearOnYear(gap, 'sum', 1)).toEqual([]);
    expect(yearOnYear(months(20), 'sum', 1)).toEqual([{ name: 'This year so far', now: 132, before: 36 }]);
    expect(yearOnYear(months(28), 'last', 1)).toEqual([]);
    expect(yearOnYear(months(0), 'sum', 1)).toEqual([]);
  });

  test('finds the same week a year before, whatever day it begins on', () => {
    const days = [serialOf(2025, 4, 21), serialOf(2026, 4, 13), serialOf(2026, 4, 20)];
    const weeks = { ...months(3), periods: days.map(day => ({ date: isoDate(day), label: '' })) };
    expect(yearBefore(weeks)).toEqual([null, null, 1]);
    expect(yearBefore(months(13))).toEqual([...Array(12).fill(null), 1]);
  });
});

test('a part of a chart keeps its limits and its points where they belong', () => {
  const whole = months(30, {
    regimes: [
      { from: 0, to: 3, centre: 1, lower: 0, upper: 2 },
      { from: 4, to: 29, centre: 20, lower: 5, upper: 35 },
    ],
    points: [2, 10, 29],
  });
  const part = partOfChart(whole, 6, 30);
  expect(part.values[0]).toBe(7);
  expect(part.regimes).toEqual([{ from: 0, to: 23, centre: 20, lower: 5, upper: 35 }]);
  expect(part.points).toEqual([4, 23]);
  expect(partOfChart(whole, 0, 30)).toBe(whole);
  // From the middle: what is later is left out as well.
  const middle = partOfChart(whole, 2, 10);
  expect(middle.regimes.map(({ from, to }) => [from, to])).toEqual([
    [0, 1],
    [2, 7],
  ]);
  expect(middle.points).toEqual([0]);
  expect(middle.periods).toHaveLength(8);
});
