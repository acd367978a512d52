import { readIsoDate } from '../../src/cells/serial';
import type { Chart } from '../../src/review/types';

/** Days that a period may begin later or earlier than a year before: a week never begins on the same day. */
const NEAR = 3;

/**
 * A part of a chart.
 *
 * @param chart  the whole
 * @param from   the first period that is shown, 0-based
 * @param to     the one after the last
 * @returns      the same limits and points, counted from the first period that is left
 */
export function partOfChart(chart: Chart, from: number, to: number): Chart {
  if (from <= 0 && to >= chart.periods.length) return chart;
  return {
    ...chart,
    periods: chart.periods.slice(from, to),
    values: chart.values.slice(from, to),
    ...(chart.targets && { targets: chart.targets.slice(from, to) }),
    regimes: chart.regimes
      .filter(regime => regime.to >= from && regime.from < to)
      .map(regime => ({
        ...regime,
        from: Math.max(0, regime.from - from),
        to: Math.min(regime.to, to - 1) - from,
      })),
    season: chart.season && { ...chart.season, effects: chart.season.effects.slice(from, to) },
    points: chart.points.flatMap(point => (point >= from && point < to ? [point - from] : [])),
  };
}

/**
 * For each period the figure of the same one a year before.
 *
 * @param chart  with periods of any step
 * @returns      null where there is none
 */
export function yearBefore({ periods, values }: Chart): (number | null)[] {
  const days = periods.map(({ date }) => readIsoDate(date) ?? Number.NaN);
  return periods.map(({ date }) => {
    const then = readIsoDate(`${Number(date.slice(0, 4)) - 1}${date.slice(4)}`);
    if (then === null) return null;
    const found = days.findIndex(day => Math.abs(day - then) <= NEAR);
    return found < 0 ? null : (values[found] ?? null);
  });
}
