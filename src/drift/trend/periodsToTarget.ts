import type { Better } from '../../alignment';
import { isFigure, mean, type Series } from '../series';
import { trend, varianceInflation } from './trend';

/** How many periods until a trend reaches its target, from the last period. */
export interface PeriodsToTarget {
  estimate: number;
  /** The interval holds the true number in 80 of 100 cases; latest is null where the figures set no upper bound. */
  earliest: number;
  latest: number | null;
}

/** Chance at which a regime without a trend may show one. */
const SIGNIFICANCE = 0.05;
/**
 * Half width of the interval in standard errors, and the least that lag-1 correlation is feared: short series show less of it
 * than they have. With these the interval holds 80 % at lag-1 0.3, and more in independent noise. Origin: bench/results/drift.md.
 */
const WIDTH = 1.6;
const LEAST_INFLATION = (1 + 0.3) / (1 - 0.3);

/**
 * When the trend of the last regime, going on as it does, reaches the target.
 *
 * @param values  one figure a period, oldest first; blanks are skipped but count as time
 * @param target  in the unit of the figures
 * @param better  the direction that is good
 * @param season  periods in a season, as driftBreaks takes it
 * @returns       periods from the last one; 0 where the level meets it already; null without a significant trend towards it
 * @source        Theil (1950), Sen (1968); interval by inverting the error of the line (Fieller 1954)
 */
export function periodsToTarget(
  values: Series,
  target: number,
  better: Better = 'higher',
  season = 12,
): PeriodsToTarget | null {
  const line = trend(values, season);
  if (!line) return null;
  const missing = target - line.level;
  if (better === 'higher' ? missing <= 0 : missing >= 0) return { estimate: 0, earliest: 0, latest: 0 };
  if (line.chance > SIGNIFICANCE || Math.sign(missing) !== Math.sign(line.slope)) return null;
  const last = values.length - 1;
  const points = values.flatMap((value, at) =>
    isFigure(value) && at >= line.from ? [[at - last, value] as const] : [],
  );
  const [earliest, latest] = interval(points, line.slope, missing);
  return { estimate: missing / line.slope, earliest, latest };
}

/**
 * The numbers of periods at which the line's own error allows the target.
 *
 * @param points   place, counted from the last period, and figure of each
 * @param slope    of the line
 * @param missing  from its level at the last period to the target
 */
function interval(
  points: readonly (readonly [number, number])[],
  slope: number,
  missing: number,
): [number, number | null] {
  const residuals = points.map(([x, y]) => y - slope * x);
  const [centre, place] = [mean(residuals), mean(points.map(([x]) => x))];
  const spread = points.reduce((sum, [x]) => sum + (x - place) ** 2, 0);
  const variance = residuals.reduce((sum, residual) => sum + (residual - centre) ** 2, 0) / (points.length - 2);
  const error = WIDTH ** 2 * variance * Math.max(LEAST_INFLATION, varianceInflation(residuals));
  // (missing − slope · h)² = error · (1/n + (h − place)² / spread), solved for h.
  const a = slope ** 2 - error / spread;
  const b = slope * missing - (error * place) / spread;
  const c = missing ** 2 - error / points.length - (error * place ** 2) / spread;
  const root = Math.sqrt(Math.max(0, b * b - a * c));
  const [one, other] = [(b - root) / a, (b + root) / a];
  if (a > 0) return [Math.max(0, one), Math.max(0, other)];
  return [Math.max(0, a === 0 ? c / (2 * b) : Math.max(one, other)), null];
}
