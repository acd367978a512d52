import type { Better } from '../../alignment';
import { isFigure, mean, type Series } from '../series';
import { type Trend, trend, varianceInflation } from './trend';

/** How many periods until a trend reaches its target, from the last period. */
export interface PeriodsToTarget {
  estimate: number;
  /** The interval holds the true number in 80 of 100 cases; latest is null where the figures set no upper bound, or where the level seems to meet the target and may yet be short of it. */
  earliest: number;
  latest: number | null;
}

/** Chance at which a regime without a trend may show one. */
const SIGNIFICANCE = 0.05;
/** Half width of the interval in standard errors: 80 % of a normal figure. */
const WIDTH = 1.2816;
/**
 * Standard errors by which figures may drag each other along more than they show: with these the interval holds 80 % at lag-1
 * 0.3 and nearly that at 0.6, more in independent noise. Origin: bench/results/drift.md.
 */
const CAUTION = 1.65;

/**
 * When the trend of the last regime, going on as it does, reaches the target.
 *
 * @param values  one figure a period, oldest first; blanks are skipped but count as time
 * @param target  in the unit of the figures
 * @param better  the direction that is good
 * @param season  periods in a season, as driftBreaks takes it
 * @param line    their trend, where it is known already
 * @returns       periods from the last one; estimate 0 where the level meets it already; null without a significant trend towards it
 * @source        Theil (1950), Sen (1968); interval by inverting the error of the line (Fieller 1954)
 */
export function periodsToTarget(
  values: Series,
  target: number,
  better: Better = 'higher',
  season = 12,
  line: Trend | null = trend(values, season),
): PeriodsToTarget | null {
  if (!line) return null;
  const missing = target - line.level;
  const met = better === 'higher' ? missing <= 0 : missing >= 0;
  const leads = line.chance <= SIGNIFICANCE && (better === 'higher' ? line.slope > 0 : line.slope < 0);
  if (!met && !leads) return null;
  const last = values.length - 1;
  const points = values.flatMap((value, at) =>
    isFigure(value) && at >= line.from ? [[at - last, value] as const] : [],
  );
  const { earliest, latest, open } = interval(points, line.slope, missing);
  if (!met) return { estimate: missing / line.slope, earliest, latest };
  return { estimate: 0, earliest: 0, latest: open ? (leads ? latest : null) : 0 };
}

/**
 * The numbers of periods at which the line's own error allows the target.
 *
 * @param points   place, counted from the last period, and figure of each
 * @param slope    of the line
 * @param missing  from its level at the last period to the target
 * @returns        earliest and latest, null without a bound; and whether the level at the last period may be the target
 */
function interval(points: readonly (readonly [number, number])[], slope: number, missing: number) {
  const residuals = points.map(([x, y]) => y - slope * x);
  const [centre, place] = [mean(residuals), mean(points.map(([x]) => x))];
  const spread = points.reduce((sum, [x]) => sum + (x - place) ** 2, 0);
  const variance = residuals.reduce((sum, residual) => sum + (residual - centre) ** 2, 0) / (points.length - 2);
  const error = WIDTH ** 2 * variance * varianceInflation(residuals, CAUTION);
  // (missing − slope · h)² = error · (1/n + (h − place)² / spread), solved for h.
  const a = slope ** 2 - error / spread;
  const b = slope * missing - (error * place) / spread;
  const c = missing ** 2 - error / points.length - (error * place ** 2) / spread;
  const root = Math.sqrt(Math.max(0, b * b - a * c));
  const [one, other] = [(b - root) / a, (b + root) / a];
  if (a > 0) return { earliest: Math.max(0, one), latest: Math.max(0, other), open: c < 0 };
  return { earliest: Math.max(0, a === 0 ? c / (2 * b) : Math.max(one, other)), latest: null, open: c < 0 };
}
