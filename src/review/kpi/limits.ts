import {
  type Cutting,
  type DriftOptions,
  figures,
  isFigure,
  judgingLimits,
  type Limits,
  type Outlier,
  type Season,
  type Series,
  withoutSeason,
} from '../../drift';
import { median } from '../../drift/series';

/** The season of a KPI, its figures without it, and how much it costs to know it. */
export interface Seasonless {
  season: Season | null;
  values: (number | null)[];
  /** How much more the figures vary around their season than it seems from it: it was found in the same figures. */
  inflation: number;
}

/** What arithmetic leaves in the last digits of a figure. */
const GRAIN = 1e-9;

/**
 * A KPI's figures without their season, where they prove one. One that leaves nothing at all is not taken out: no routine
 * variation would be left to draw limits from.
 *
 * @param values  one figure a period, oldest first
 * @param period  periods in a season
 * @param cuts    of these figures
 */
export function seasonless(values: Series, period: number, cuts: Cutting): Seasonless {
  const season = cuts.season();
  const plain = withoutSeason(values, season);
  if (!season || leavesNothing(plain)) {
    return { season: null, values: withoutSeason(values, null), inflation: 1 };
  }
  const count = figures(values).length;
  return { season, values: plain, inflation: count / (count - period + 1) };
}

function leavesNothing(plain: Series): boolean {
  const known = figures(plain);
  const moves = known.slice(1).map((value, i) => Math.abs(value - known[i]!));
  return median(moves) <= GRAIN * Math.max(...known.map(Math.abs));
}

/**
 * The limits of stretches of a KPI, without its season. A figure that stands alone is kept out of them where it would widen
 * them so far that it lies inside.
 *
 * @param plain    the figures that are known, one a period, without their season
 * @param options  season and sparseness
 * @param alone    figures that stand alone
 * @returns        a function from the first and last period of a stretch (0-based, inclusive) to its limits, in the unit of
 *                 the figures; null where no two figures are next to each other
 */
export function limitsAround(
  { values: plain, inflation }: Seasonless,
  { sparse }: DriftOptions,
  alone: readonly Outlier[],
): (from: number, to: number) => Limits | null {
  const places = new Set(alone.map(({ index }) => index));
  return (from, to) => {
    const stretch = plain.slice(from, to + 1);
    const limits = judgingLimits(stretch, sparse);
    if (!limits) return null;
    const widens = (value: number | null, i: number) =>
      isFigure(value) && places.has(from + i) && value >= limits.lower && value <= limits.upper;
    const rest = stretch.map((value, i) => (widens(value, i) ? null : value));
    const narrow = stretch.some(widens) ? (judgingLimits(rest, sparse) ?? limits) : limits;
    return wider(narrow, Math.sqrt(inflation));
  };
}

function wider({ centre, lower, upper }: Limits, times: number): Limits {
  return { centre, lower: centre - times * (centre - lower), upper: centre + times * (upper - centre) };
}

/**
 * Limits as wide as a season makes them, from the lowest of its places to the highest, and no narrower than those of the
 * figures as they are: only what holds for both is said of a whole year.
 *
 * @param limits  without the season
 * @param season  or null, which leaves them as they are
 * @param plain   the limits of the figures with their season
 */
export function throughTheYear(limits: Limits, season: Season | null, plain: Limits): Limits {
  if (!season) return limits;
  const [least, most] = [Math.min(...season.effects), Math.max(...season.effects)];
  const { centre, lower, upper } = limits;
  const [low, high] =
    season.kind === 'additive'
      ? [lower + least, upper + most]
      : // A factor below 1 lifts a limit that lies below zero.
        [Math.min(lower * least, lower * most), Math.max(upper * least, upper * most)];
  return { centre, lower: Math.min(low, plain.lower), upper: Math.max(high, plain.upper) };
}
