import type { Chart } from '../../src/review/types';

/** The usual range of one period. */
export interface NormalRange {
  centre: number;
  lower: number;
  upper: number;
}

/**
 * The usual range of a period as it is drawn around the figures: that of its regime, with what the season adds there.
 *
 * @param chart   the chart
 * @param regime  one of its regimes
 * @param period  0-based
 * @returns       in the unit of the figures
 */
function bandAt({ season }: Chart, { centre, lower, upper }: Chart['regimes'][number], period: number): NormalRange {
  if (!season) return { centre, lower, upper };
  const effect = season.effects[period] ?? (season.kind === 'additive' ? 0 : 1);
  const seasonal = (level: number) => (season.kind === 'additive' ? level + effect : level * effect);
  return { centre: seasonal(centre), lower: seasonal(lower), upper: seasonal(upper) };
}

/**
 * The stretches of a regime over which the usual range stays the same: the whole of it, or with a season each of its periods.
 *
 * @param chart   the chart
 * @param regime  one of its regimes
 * @returns       first and last period (0-based, inclusive) with the range, oldest first
 */
export function bands(chart: Chart, regime: Chart['regimes'][number]): (NormalRange & { from: number; to: number })[] {
  const { from, to } = regime;
  if (!chart.season) return [{ ...bandAt(chart, regime, from), from, to }];
  return Array.from({ length: to - from + 1 }, (_, i) => from + i).map(period => ({
    ...bandAt(chart, regime, period),
    from: period,
    to: period,
  }));
}
