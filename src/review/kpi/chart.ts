import { isoDate } from '../../cells/serial';
import type { Chart } from '../types';
import type { Judged } from './judged';

/**
 * What a chart of a KPI shows.
 *
 * @param judged  the KPI with its figures
 * @param points  0-based periods that count as evidence
 */
export function chartOf({ kpi, periods, values, regimes, season }: Judged, points: readonly number[]): Chart {
  return {
    periods: periods.map(({ start, label }) => ({ date: isoDate(start), label })),
    values,
    regimes,
    season: season && { kind: season.kind, effects: periods.map((_, i) => season.effects[i % season.period]!) },
    points: [...new Set(points)].sort((a, b) => a - b),
    target: kpi.targets ? null : kpi.target,
    ...(kpi.targets && { targets: periods.map((_, i) => kpi.targets![i] ?? null) }),
    low: kpi.low,
    high: kpi.high,
    format: kpi.format,
  };
}
