import { type Cutting, cutting } from '../breaks/breaks';
import { SHORTEST_SLOPE } from '../breaks/regimeCost';
import { isFigure, mean, median, type Series } from '../series';
import { leastChance, mannKendall } from '../statistics/mannKendall';

/** A line through the last regime of a series. */
export interface Trend {
  /** First period of the last regime, 0-based. */
  from: number;
  /** Theil and Sen's slope, in the unit of the figures a period, and the level it gives the last period. */
  slope: number;
  level: number;
  /** Two-sided chance of such a slope in a regime without one (Mann and Kendall, corrected for lag-1 correlation). */
  chance: number;
}

/** Here a line is what is asked for: it competes wherever one is long enough, and costs less than it does among breaks. */
const LINES = { from: SHORTEST_SLOPE, price: 1.5 };
/** Lag-1 correlation is believed up to here; a short line leaves more than this only by chance. */
const MOST_CORRELATION = 0.9;

/**
 * The trend of the last regime.
 *
 * @param values  one figure a period, oldest first; blanks are skipped but count as time
 * @param season  periods in a season, as driftBreaks takes it
 * @param cuts    of these values, where they are known already
 * @param atMost  the largest chance that is of interest: a line that can't be as sure is not measured
 * @returns       slope, level and significance; null where the last regime has fewer than six figures, and where the chance
 *                would be larger than the one of interest
 * @source        Theil (1950), Sen (1968); Mann (1945), Kendall; Yue and Wang (2004) on autocorrelation
 */
export function trend(values: Series, season = 12, cuts: Cutting = cutting(values, season), atMost = 1): Trend | null {
  const found = cuts.by(LINES);
  const from = found.breaks[found.breaks.length - 1] ?? 0;
  const points = values.flatMap((value, at) => (isFigure(value) && at >= from ? [[at, value] as const] : []));
  const figures = points.map(([, value]) => value);
  if (points.length < 6 || leastChance(figures) > atMost) return null;
  const slope = theilSen(points);
  const last = values.length - 1;
  const level = median(points.map(([at, value]) => value + slope * (last - at)));
  const residuals = points.map(([at, value]) => value - slope * at);
  const { chance } = mannKendall(figures, varianceInflation(residuals));
  return chance > atMost ? null : { from, slope, level, chance };
}

/**
 * The median slope of all pairs of points.
 *
 * @param points  place and figure of each
 * @returns       figures' unit a place
 * @source        Theil (1950), Sen (1968)
 */
export function theilSen(points: readonly (readonly [number, number])[]): number {
  const slopes = new Float64Array((points.length * (points.length - 1)) / 2);
  let pairs = 0;
  for (let i = 0; i < points.length; i++) {
    const [x, y] = points[i]!;
    for (let j = i + 1; j < points.length; j++) slopes[pairs++] = (points[j]![1] - y) / (points[j]![0] - x);
  }
  return median(slopes);
}

/**
 * How much more a mean varies than that of independent figures, from lag-1 correlation; never less than 1.
 *
 * @param residuals  what a line leaves
 * @param caution    standard errors that are added to the correlation, since few figures show less of it than they have
 * @source           (1 + ρ) / (1 − ρ), the large-sample factor of a first-order autoregression; ρ corrected for its bias in
 *                   short series (Kendall 1954), (count · r + 2) / (count − 4); its standard error 1 / √count (Bartlett 1946)
 */
export function varianceInflation(residuals: readonly number[], caution = 0): number {
  const centre = mean(residuals);
  let [product, square] = [0, 0];
  residuals.forEach((residual, i) => {
    square += (residual - centre) ** 2;
    if (i > 0) product += (residual - centre) * (residuals[i - 1]! - centre);
  });
  if (!(square > 0)) return 1;
  const count = residuals.length;
  const shown = ((count * product) / square + 2) / Math.max(1, count - 4);
  const rho = Math.min(MOST_CORRELATION, Math.max(0, shown + caution / Math.sqrt(count)));
  return (1 + rho) / (1 - rho);
}
