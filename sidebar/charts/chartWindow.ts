import { readIsoDate } from '../../src/cells/serial';
import type { Chart } from '../../src/review/types';

/** Days that a period may begin later or earlier than a year before: a week never begins on the same day. */
const NEAR = 3;

/**
 * A part of a chart: the newest periods.
 *
 * @param chart  the whole
 * @param count  how many periods
 * @returns      the same limits and points, counted from the first period that is left
 */
export function newestPeriods(chart: Chart, count: number): Chart {
  const from = Math.max(0, chart.periods.length - count);
  if (from === 0) return chart;
  return {
    ...chart,
    periods: chart.periods.slice(from),
    values: chart.values.slice(from),
    ...(chart.targets && { targets: chart.targets.slice(from) }),
    regimes: chart.regimes
      .filter(regime => regime.to >= from)
      .map(regime => ({ ...regime, from: Math.max(0, regime.from - from), to: regime.to - from })),
    season: chart.season && { ...chart.season, effects: chart.season.effects.slice(from) },
    points: chart.points.flatMap(point => (point >= from ? [point - from] : [])),
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
