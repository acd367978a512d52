/**
 * The standard normal quantile.
 *
 * @param probability  between 0 and 1, both excluded
 * @returns            the number that a standard normal figure stays below with that probability
 * @source             Acklam's rational approximation (2003), relative error under 1.15e-9
 */
export function normalQuantile(probability: number): number {
  if (probability > 0.5) return -normalQuantile(1 - probability);
  if (probability < 0.02425) {
    const q = Math.sqrt(-2 * Math.log(probability));
    return polynomial(TAIL_TOP, q) / (polynomial(TAIL_BOTTOM, q) * q + 1);
  }
  const q = probability - 0.5;
  const r = q * q;
  return (polynomial(CENTRE_TOP, r) * q) / (polynomial(CENTRE_BOTTOM, r) * r + 1);
}

const CENTRE_TOP = [
  -39.69683028665376, 220.9460984245205, -275.9285104469687, 138.357751867269, -30.66479806614716, 2.506628277459239,
];
const CENTRE_BOTTOM = [
  -54.47609879822406, 161.5858368580409, -155.6989798598866, 66.80131188771972, -13.28068155288572,
];
const TAIL_TOP = [
  -0.007784894002430293, -0.3223964580411365, -2.400758277161838, -2.549732539343734, 4.374664141464968,
  2.938163982698783,
];
const TAIL_BOTTOM = [0.007784695709041462, 0.3224671290700398, 2.445134137142996, 3.754408661907416];

function polynomial(coefficients: readonly number[], x: number): number {
  return coefficients.reduce((sum, coefficient) => sum * x + coefficient, 0);
}

const blom: Float64Array[] = [];

/**
 * Blom's normal scores: what figures would be, by their rank alone, had they come from a standard normal distribution.
 *
 * @param count  how many figures are ranked
 * @returns      the scores of the lowest to the highest, in standard deviations
 * @source       Blom (1958): the normal quantile of (rank − 3/8) / (count + 1/4)
 */
export function normalScores(count: number): Float64Array {
  blom[count] ??= Float64Array.from({ length: count }, (_, i) => normalQuantile((i + 0.625) / (count + 0.25)));
  return blom[count]!;
}
