/**
 * What each break must be worth in n · ln(cost), by number of figures. Independent normal noise, all allowed segmentations
 * searched, shows a break worth that much in under 1 % of series of that length.
 *
 * Origin: `node bench/breakPenalty.mjs`, seed 20161121.
 */
const PENALTIES: readonly (readonly [length: number, penalty: number])[] = [
  [9, 9.48],
  [10, 10.5],
  [11, 11.11],
  [12, 11.33],
  [14, 11.62],
  [16, 11.89],
  [18, 12.18],
  [21, 12.16],
  [24, 12.21],
  [30, 12.49],
  [36, 12.51],
  [48, 12.79],
  [60, 12.88],
  [90, 12.99],
  [120, 13.32],
  [240, 13.69],
  [480, 14],
];

/**
 * The penalty of a break for a series of a given length, between the calibrated lengths by the logarithm of the length.
 *
 * @param length  figures in the series
 * @returns       what a break must be worth, in n · ln(cost); that of the nearest calibrated length outside the table
 */
export function breakPenalty(length: number): number {
  const next = PENALTIES.findIndex(([n]) => n >= length);
  if (next === 0) return PENALTIES[0]![1];
  if (next < 0) return PENALTIES[PENALTIES.length - 1]![1];
  const [[n0, p0], [n1, p1]] = [PENALTIES[next - 1]!, PENALTIES[next]!];
  return p0 + ((p1 - p0) * Math.log(length / n0)) / Math.log(n1 / n0);
}
