/**
 * The middle of a list.
 *
 * @param {number[]} list
 */
export function middle(list) {
  return quantile(list, 0.5);
}

/**
 * How one contender compares with another, from the ratio of each round: the middle one, and the middle half of them.
 *
 * @param {number[] | undefined} one    its time in each round
 * @param {number[] | undefined} other  that of the other in the same rounds
 * @returns {string}  `2.3 (2.1 to 2.6)`; empty where one of them was not timed
 */
export function ratioOf(one, other) {
  if (!one || !other) return '';
  const ratios = one.map((time, round) => time / other[round]);
  const [low, mid, high] = [0.25, 0.5, 0.75].map(share => quantile(ratios, share).toFixed(1));
  return `${mid} (${low} to ${high})`;
}

/** @type {(list: number[], share: number) => number} */
function quantile(list, share) {
  const sorted = [...list].sort((a, b) => a - b);
  return sorted[Math.round(share * (sorted.length - 1))];
}
