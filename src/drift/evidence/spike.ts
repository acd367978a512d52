import { median } from '../series';

/** The figure furthest out before widens the tail to so many times the next one at most: an absurd one is no measure. */
const WIDEST = 3;

/**
 * How far out the newest figure stands: its distance from the median, over that of the two figures that stood furthest out
 * on the same side before. It asks nothing of the noise but its own tail, so that a long tail is not a run of spikes, nor is a
 * count that now and then is one less.
 *
 * @param before  the figures of the regime before the newest one, six at least
 * @param newest  the newest figure
 * @returns       natural logarithm of the ratio for a spike upwards; −∞ below the median, and where the tail is unknown because
 *                no figure lies on that side
 */
export function spikeUpwards(before: readonly number[], newest: number): number {
  const centre = median(before);
  let [first, second] = [0, 0];
  for (const figure of before) {
    const distance = figure - centre;
    if (distance > first) [first, second] = [distance, first];
    else if (distance > second) second = distance;
  }
  const tail = second > 0 ? (Math.min(first, WIDEST * second) + second) / 2 : first / 2;
  return tail > 0 && newest > centre ? Math.log((newest - centre) / tail) : -Infinity;
}
