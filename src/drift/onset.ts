import { earliestOnset } from './evidence';
import { judgingLimits } from './limits';
import { type Direction, figures, mean, type Series } from './series';

/**
 * When a change began: the start of the later part of the best two-level split, among the splits that were judged.
 *
 * @param figures    the figures of the regime up to the one at which the change is raised, oldest first, no blanks
 * @param direction  the way the raw figure moved
 * @param earliest   0-based place from which on it may have begun
 * @returns          the 0-based place among `figures` of the estimated onset
 * @source           least squares estimate of a single change point (Hinkley 1970)
 */
export function onset(figures: readonly number[], direction: Direction, earliest = 0): number {
  const last = figures.length - 1;
  let after = 0;
  let best = { gain: 0, at: last };
  const total = figures.reduce((sum, figure) => sum + figure - figures[0]!, 0);
  for (let at = last; at >= Math.max(earliestOnset(figures.length), earliest); at--) {
    after += figures[at]! - figures[0]!;
    const count = figures.length - at;
    const difference = after / count - (total - after) / at;
    const gain = ((count * at) / figures.length) * difference * difference;
    if (difference > 0 === (direction === 'up') && gain > best.gain) best = { gain, at };
  }
  return best.at;
}

/**
 * The level of a stretch of periods: the centre line of its own judging limits, so that a spike does not shift it.
 *
 * @param values  the stretch, oldest first; a blank is a gap
 * @param sparse  whether the figures stand further apart than one period, so that blanks are no gaps
 * @returns       the level, in the unit of `values`; NaN where there is no figure
 */
export function level(values: Series, sparse = false): number {
  return judgingLimits(values, sparse)?.centre ?? mean(figures(values));
}
