/** The figure furthest out before widens the tail to so many times the next one at most: an absurd one is no measure. */
const WIDEST = 3;

/**
 * How far out the newest figure is: its distance from the median, over that of the two figures that was furthest out
 * on the same side before. It asks nothing of the noise but its own tail, so that a long tail is not a run of spikes, nor is a
 * count that now and then is one less.
 *
 * @param before  the figures of the regime before the newest one, six at least, in any order
 * @param newest  the newest figure
 * @returns       natural logarithm of the ratio for a spike upwards; −∞ below the median, and where the tail is unknown because
 *                no figure lies on that side
 */
export function spikeUpwards(before: readonly number[], newest: number): number {
  return spikeBeyond(Float64Array.from(before).sort(), newest, 1);
}

/**
 * The same in either direction, where the figures before are in order.
 *
 * @param before  the figures of the regime before the newest one, the lowest first
 * @param newest  the newest figure
 * @param sign    1 for a spike upwards, −1 for one downwards
 */
export function spikeBeyond(before: ArrayLike<number>, newest: number, sign: 1 | -1): number {
  const last = before.length - 1;
  const centre = (before[last >> 1]! + before[(last + 1) >> 1]!) / 2;
  const furthest = sign > 0 ? last : 0;
  const next = sign > 0 ? last - 1 : 1;
  const first = sign * (before[furthest]! - centre);
  const second = sign * (before[next]! - centre);
  const tail = second > 0 ? (Math.min(first, WIDEST * second) + second) / 2 : first / 2;
  const distance = sign * (newest - centre);
  return tail > 0 && distance > 0 ? Math.log(distance / tail) : -Infinity;
}
