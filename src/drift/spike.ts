import { pulledIn } from './scores';
import { median } from './series';

/**
 * How far out the newest figure stands: its distance from the median, over that of the two figures that stood furthest out
 * on the same side before. It asks nothing of the noise but its own tail, so that a long tail is not a run of spikes.
 *
 * @param before  the figures of the regime before the newest one, six at least
 * @param newest  the newest figure
 * @returns       natural logarithm of the ratio for a spike upwards; −∞ below the median, and where the tail is unknown because
 *                all figures on that side are equal
 */
export function spikeUpwards(before: readonly number[], newest: number): number {
  const centre = median(before);
  let [first, second] = [-Infinity, -Infinity];
  for (const figure of pulledIn(before)) {
    if (figure > first) [first, second] = [figure, first];
    else if (figure > second) second = figure;
  }
  const tail = (first + second) / 2 - centre;
  return tail > 0 && newest > centre ? Math.log((newest - centre) / tail) : -Infinity;
}
