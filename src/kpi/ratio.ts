/**
 * One figure over another.
 *
 * @returns  NaN where there is nothing to divide by: the rate of nothing is no number, not zero and not infinity
 */
export function ratio(part: number, whole: number): number {
  return whole === 0 ? Number.NaN : part / whole;
}

/**
 * A figure as a share of a base that has to be above zero, as revenue and equity have.
 *
 * @returns  NaN where the base is zero or less: a loss over negative revenue is no positive margin
 */
export function shareOf(part: number, base: number): number {
  return base > 0 ? part / base : Number.NaN;
}
