import type { Better } from '../../alignment';
import { isFigure, mean, newestFigures } from '../series';

/** Mean moving range to standard deviation, for two normal figures. */
const D2 = 1.128;
const NEWEST = 3;
const FEWEST = 6;
const MOST = 12;

/** Fewer figures than this say nothing of momentum. */
export const MOMENTUM_FIGURES = NEWEST + FEWEST;

/** The band of an in-range KPI. */
export interface MomentumBand {
  low?: number | null;
  high?: number | null;
}

/**
 * Whether a KPI has lately been moving the right way: the mean of its last 3 figures against the mean of the up to 12 before,
 * in standard errors of routine variation. Beyond 2 it counts as better, beyond −2 as worse.
 *
 * @param values  one figure a period, oldest first; blanks are skipped
 * @param better  the direction that is good; in range, toward the band
 * @param band    the band of an in-range KPI
 * @returns       a number without unit, positive for the good direction; null with fewer than 9 figures, or without a band in range
 * @source        method.md section 2: (mean of 3 − mean of n) / (σ √(1/3 + 1/n)), σ = mean moving range / 1.128
 */
export function momentum(
  values: ArrayLike<number | null | undefined>,
  better: Better = 'higher',
  band: MomentumBand = {},
): number | null {
  const places = newestFigures(values, NEWEST + MOST);
  const known = places.map(place => values[place]!);
  const before = known.slice(0, -NEWEST);
  if (before.length < FEWEST) return null;
  const [now, then] = [mean(known.slice(-NEWEST)), mean(before)];
  const sigma = meanMovingRange(values, places.slice(0, -NEWEST)) / D2;
  const moved = better === 'in range' ? towardBand(now, then, band) : better === 'higher' ? now - then : then - now;
  if (moved === null) return null;
  if (moved === 0) return 0;
  return moved / (sigma * Math.sqrt(1 / NEWEST + 1 / before.length));
}

/** By how much the distance from the band has shrunk; inside it on both sides nothing has moved. */
function towardBand(now: number, then: number, { low, high }: MomentumBand): number | null {
  if (!isFigure(low) || !isFigure(high)) return null;
  const distance = (level: number) => Math.max(low - level, level - high, 0);
  return distance(then) - distance(now);
}

/** Of figures at some places, ranges across a gap left out. */
function meanMovingRange(values: ArrayLike<number | null | undefined>, before: readonly number[]): number {
  const ranges = before
    .slice(1)
    .map((at, i) => (at === before[i]! + 1 ? Math.abs(values[at]! - values[at - 1]!) : null))
    .filter(isFigure);
  return ranges.length ? mean(ranges) : Number.NaN;
}
