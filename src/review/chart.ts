import { isoDate } from '../cells/serial';
import { FEWEST, figures, judgingLimits, regimeStarts } from '../drift';
import type { Judged } from './judged';
import type { Chart } from './types';

/**
 * What a chart of a KPI shows.
 *
 * @param judged  the KPI with its figures
 * @param points  0-based periods that count as evidence
 */
export function chartOf({ kpi, periods, values, options }: Judged, points: readonly number[]): Chart {
  return {
    periods: periods.map(({ start, label }) => ({ date: isoDate(start), label })),
    values,
    regimes: figures(values).length < FEWEST ? [] : regimesOf(values, options),
    points: [...new Set(points)].sort((a, b) => a - b),
    target: kpi.target,
    low: kpi.low,
    high: kpi.high,
    format: kpi.format,
  };
}

function regimesOf(values: Judged['values'], { accepted, sparse }: Judged['options']): Chart['regimes'] {
  const starts = regimeStarts(values, accepted);
  return starts.flatMap((from, i) => {
    const to = (starts[i + 1] ?? values.length) - 1;
    const limits = judgingLimits(values.slice(from, to + 1), sparse);
    return limits ? [{ from, to, ...limits }] : [];
  });
}
