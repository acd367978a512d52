import { driftBreaks } from '../breaks/breaks';
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

/**
 * Where the regimes of a series begin: at its first period, where a new level was accepted, and at breaks.
 *
 * @param values    one figure a period, oldest first; a blank is a gap
 * @param accepted  levels that were accepted
 * @param season    periods in a season, as driftBreaks takes it
 * @returns         the first period of each regime, 0-based, oldest first
 */
export function regimeStarts(values: Series, accepted: readonly AcceptedLevel[] = [], season = 12): number[] {
  const origins = [...new Set([0, ...accepted.map(level => level.from)])].sort((a, b) => a - b);
  return origins.flatMap((origin, i) => [
    origin,
    ...driftBreaks(values.slice(origin, origins[i + 1]), season).map(at => at + origin),
  ]);
}

/**
 * The breaks that were known at any time since any origin.
 *
 * @param values  one figure a period, oldest first; a blank is a gap
 * @param season  periods in a season, as driftBreaks takes it
 * @returns       a function from an origin and a number of periods (0-based, of the whole series) to the breaks between them
 */
export function breaksSince(values: Series, season = 12): (origin: number, periods: number) => number[] {
  const known = new Map<string, number[]>();
  return (origin, periods) => {
    const key = `${origin} ${periods}`;
    const breaks = known.get(key) ?? driftBreaks(values.slice(origin, periods), season).map(at => at + origin);
    known.set(key, breaks);
    return breaks;
  };
}
