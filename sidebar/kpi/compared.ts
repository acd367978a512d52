import { addMonths, readIsoDate } from '../../src/cells/serial';
import type { Chart } from '../../src/review/types';

/** A stretch of periods and the same one a year before. */
export interface Compared {
  name: string;
  now: number;
  before: number;
}

/** A period may begin a few days earlier or later than the same one a year before. */
const NEAR = 3;

/**
 * The year so far and the newest twelve months, each against the same stretch a year before: sums where figures are added up
 * over time, means otherwise. What lacks a figure on either side is not compared.
 *
 * @param chart            the KPI's figures
 * @param combine          how its figures become one of a longer step
 * @param fiscalYearStart  first month of the year, 1 to 12
 */
export function yearOnYear(chart: Chart, combine: 'sum' | 'mean' | 'last', fiscalYearStart: number): Compared[] {
  const days = chart.periods.map(({ date }) => readIsoDate(date) ?? 0);
  const last = chart.values.reduce<number>((found, value, i) => (value === null ? found : i), -1);
  if (last < 0 || combine === 'last') return [];
  const newest = days[last]!;
  const { year, month } = monthOf(chart.periods[last]!.date);
  const first = `${month >= fiscalYearStart ? year : year - 1}-${String(fiscalYearStart).padStart(2, '0')}-01`;
  const stretches: [string, number][] = [
    ['This year so far', readIsoDate(first)! - NEAR],
    ['The last twelve months', addMonths(newest, -12) + NEAR + 1],
  ];
  return stretches.flatMap(([name, from]) => {
    const now = total(chart, days, from, newest, combine);
    const before = total(chart, days, addMonths(from, -12), addMonths(newest, -12) + NEAR, combine);
    return now && before && now.count === before.count ? [{ name, now: now.value, before: before.value }] : [];
  });
}

/** What the figures of a stretch come to; null where one is missing, or there are none. */
function total(chart: Chart, days: number[], from: number, to: number, combine: 'sum' | 'mean') {
  const inside = chart.values.filter((_, i) => days[i]! >= from && days[i]! <= to);
  if (inside.length === 0 || inside.some(value => value === null)) return null;
  const sum = inside.reduce<number>((all, value) => all + value!, 0);
  return { value: combine === 'sum' ? sum : sum / inside.length, count: inside.length };
}

function monthOf(date: string): { year: number; month: number } {
  return { year: Number(date.slice(0, 4)), month: Number(date.slice(5, 7)) };
}
