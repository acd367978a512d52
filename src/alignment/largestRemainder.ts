/**
 * Rounds parts so that, as they are shown, they still add up: each is rounded down, and the units left over go to those
 * with the largest remainders (of equal ones, to the earlier).
 *
 * @param parts     what is to be shown, none negative
 * @param decimals  decimals shown
 * @param total     what the shown parts must add up to; by default the rounded sum of the parts
 * @returns         the parts, in the same order, each less than one unit of the last decimal away from its exact value where the total allows it
 * @source          Hamilton's method of apportionment (Balinski and Young, Fair Representation, 1982)
 */
export function largestRemainder(
  parts: readonly number[],
  decimals: number,
  total = parts.reduce((a, b) => a + b, 0),
): number[] {
  const unit = 10 ** decimals;
  // The tiny addition keeps 0.3, stored as 0.2999…, from being rounded down to 0.2.
  const units = parts.map(part => Math.floor(part * unit + 1e-9));
  let left = Math.round(total * unit) - units.reduce((a, b) => a + b, 0);
  const byRemainder = parts
    .map((part, index) => ({ index, remainder: part * unit - units[index]! }))
    .sort((a, b) => b.remainder - a.remainder || a.index - b.index);
  const step = Math.sign(left);
  if (step < 0) byRemainder.reverse();
  for (let i = 0; left !== 0 && byRemainder.length > 0; i = (i + 1) % byRemainder.length, left -= step) {
    units[byRemainder[i]!.index]! += step;
  }
  return units.map(u => u / unit);
}
