/**
 * The value below which a share of the values lies, interpolated between neighbours.
 *
 * @param values  at least one, in any order
 * @param share   0 to 1; 0.5 is the median
 * @returns       in the unit of the values
 * @source        Hyndman and Fan (1996), definition 7: PERCENTILE.INC of Excel and Sheets, R's default
 */
export function quantile(values: ArrayLike<number>, share: number): number {
  const sorted = new Float64Array(values).sort();
  const place = (sorted.length - 1) * share;
  const below = Math.floor(place);
  const lower = sorted[below]!;
  return lower + (place - below) * ((sorted[below + 1] ?? lower) - lower);
}
