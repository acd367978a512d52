/**
 * One figure over another.
 *
 * @returns  NaN where there is nothing to divide by: the rate of nothing is no number, not zero and not infinity
 */
export function ratio(part: number, whole: number): number {
  return whole === 0 ? Number.NaN : part / whole;
}
