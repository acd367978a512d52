/**
 * The mean, exact to the last digit or two however far the values are from zero.
 *
 * @param values  at least one
 * @returns       in the unit of the values
 * @source        Neumaier (1974): compensated summation
 */
export function mean(values: readonly number[]): number {
  const total = compensatedSum(values);
  // A sum beyond what a cell can hold may still have a mean that is not.
  return Number.isFinite(total) ? total / values.length : compensatedSum(values, value => value / values.length);
}

/**
 * The sample variance, n − 1 below.
 *
 * @param values  at least two
 * @returns       in the squared unit of the values; NaN of a single value
 * @source        Chan, Golub and LeVeque (1983): corrected two-pass algorithm
 */
export function variance(values: readonly number[]): number {
  const centre = mean(values);
  const correction = compensatedSum(values, value => value - centre) ** 2 / values.length;
  const squares = compensatedSum(values, value => (value - centre) ** 2);
  return values.length < 2 ? Number.NaN : (squares - correction) / (values.length - 1);
}

/** The sum of what each value contributes, with what each addition rounds away carried along. */
function compensatedSum(values: readonly number[], contribution = (value: number) => value): number {
  let [total, lost] = [0, 0];
  for (let i = 0; i < values.length; i++) {
    const value = contribution(values[i]!);
    const next = total + value;
    lost += Math.abs(total) >= Math.abs(value) ? total - next + value : value - next + total;
    total = next;
  }
  return total + lost;
}
