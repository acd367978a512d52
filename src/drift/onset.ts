import { judgingLimits } from './limits';
import { type Direction, figures, isFigure, mean, type Series } from './series';

/**
 * When a change began: the start of the later part of the best two-level split, among the splits in its direction.
 *
 * @param values     one figure a period, oldest first; a blank is a gap
 * @param from       first period of the regime, 0-based
 * @param to         the period at which the change is raised, 0-based
 * @param direction  the way the raw figure moved
 * @returns          the 0-based index of the estimated onset, after `from` and not after `to`
 * @source           least squares estimate of a single change point (Hinkley 1970)
 */
export function onset(values: Series, from: number, to: number, direction: Direction): number {
  const places: number[] = [];
  for (let i = from; i <= to; i++) if (isFigure(values[i])) places.push(i);
  const first = values[places[0]!]!;
  const total = places.reduce((sum, i) => sum + values[i]! - first, 0);
  let before = 0;
  let best = { gain: 0, at: to };
  for (let count = 1; count < places.length; count++) {
    before += values[places[count - 1]!]! - first;
    const after = places.length - count;
    const difference = (total - before) / after - before / count;
    const gain = ((count * after) / places.length) * difference * difference;
    if (difference > 0 === (direction === 'up') && gain > best.gain) best = { gain, at: places[count]! };
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
