import { type Cutting, cutting } from '../breaks/breaks';
import type { Series } from '../series';

/** A level that people accepted: from then on the regime starts where it began. */
export interface AcceptedLevel {
  /** 0-based period at which the accepted level began. */
  from: number;
  /** The newest period when it was accepted, 0-based: only what comes after it is judged by the new level. */
  after: number;
}

/**
 * Where the newest accepted level began, as known before a period was judged.
 *
 * @param accepted  levels that were accepted
 * @param period    0-based; the number of periods for what is known at the end
 * @returns         0-based period; 0 where none was accepted
 */
export function regimeOrigin(accepted: readonly AcceptedLevel[], period: number): number {
  return Math.max(0, ...accepted.filter(level => level.after < period).map(level => level.from));
}

/** The cuts of any stretch of a series, from a period up to but not including another, 0-based; each is worked out once. */
export type Cuttings = (from: number, to: number) => Cutting;

/**
 * The cuts of any stretch of a series.
 *
 * @param values  one figure a period, oldest first; a blank is a gap
 * @param season  periods in a season, as driftBreaks takes it
 */
export function cuttingsOf(values: Series, season = 12): Cuttings {
  const known = new Map<string, Cutting>();
  return (from, to) => {
    const key = `${from} ${to}`;
    const cuts = known.get(key) ?? cutting(values.slice(from, to), season);
    known.set(key, cuts);
    return cuts;
  };
}

/**
 * Where the regimes of a series begin: at its first period, where a new level was accepted, and at breaks.
 *
 * @param cuts      of the series
 * @param periods   how many it has
 * @param accepted  levels that were accepted
 * @returns         the first period of each regime, 0-based, oldest first
 */
export function regimeStarts(cuts: Cuttings, periods: number, accepted: readonly AcceptedLevel[] = []): number[] {
  const origins = [...new Set([0, ...accepted.map(level => level.from)])].sort((a, b) => a - b);
  return origins.flatMap((origin, i) => [origin, ...breaksBetween(cuts, origin, origins[i + 1] ?? periods)]);
}

/** The breaks of a stretch, 0-based periods of the series. */
export function breaksBetween(cuts: Cuttings, from: number, to: number): number[] {
  return cuts(from, to)
    .by()
    .breaks.map(at => at + from);
}
