/**
 * Chance that a standard normal figure lies above a value.
 *
 * @source  Abramowitz and Stegun 26.2 by the continued fraction of the incomplete gamma function
 */
export function normalTail(value: number): number {
  const tail = value * value > 1e-300 ? 0.5 * gammaTail(0.5, (value * value) / 2) : 0.5;
  return value >= 0 ? tail : 1 - tail;
}

/**
 * Chance that a Student t figure lies above a value.
 *
 * @param value    the t figure
 * @param degrees  degrees of freedom
 */
export function tTail(value: number, degrees: number): number {
  const tail = 0.5 * betaShare(degrees / (degrees + value * value), degrees / 2, 0.5);
  return value >= 0 ? tail : 1 - tail;
}

/**
 * Chance that an F figure lies above a value.
 *
 * @param value  the ratio of two mean squares
 * @param top    degrees of freedom of the upper one
 * @param below  degrees of freedom of the lower one
 */
export function fDistributionTail(value: number, top: number, below: number): number {
  return value <= 0 ? 1 : betaShare(below / (below + top * value), below / 2, top / 2);
}

/** The regularised incomplete beta function. @source Numerical Recipes, 3rd ed., 6.4 (continued fraction of Lentz) */
function betaShare(x: number, a: number, b: number): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  if (x > (a + 1) / (a + b + 2)) return 1 - betaShare(1 - x, b, a);
  const front = Math.exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log(1 - x)) / a;
  let [c, d] = [1, 1 / atLeast(1 - ((a + b) * x) / (a + 1))];
  let fraction = d;
  for (let m = 1; m < 300; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / atLeast(1 + even * d);
    c = atLeast(1 + even / c);
    fraction *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / atLeast(1 + odd * d);
    c = atLeast(1 + odd / c);
    fraction *= d * c;
    if (Math.abs(d * c - 1) < 1e-15) break;
  }
  return front * fraction;
}

/** The upper regularised incomplete gamma function. @source Numerical Recipes, 3rd ed., 6.2 */
function gammaTail(a: number, x: number): number {
  if (x <= 0) return 1;
  const front = Math.exp(-x + a * Math.log(x) - logGamma(a));
  if (x < a + 1) {
    let term = 1 / a;
    let series = term;
    for (let n = 1; term > series * 1e-16; n++) {
      term *= x / (a + n);
      series += term;
    }
    return 1 - front * series;
  }
  let b = x + 1 - a;
  let c = 1e300;
  let d = 1 / b;
  let fraction = d;
  for (let n = 1; n < 300; n++) {
    const step = -n * (n - a);
    b += 2;
    d = 1 / atLeast(step * d + b);
    c = atLeast(b + step / c);
    fraction *= d * c;
    if (Math.abs(d * c - 1) < 1e-15) break;
  }
  return front * fraction;
}

function atLeast(value: number): number {
  return Math.abs(value) < 1e-300 ? 1e-300 : value;
}

/** The logarithm of the gamma function. @source Lanczos's approximation, g = 7 */
export function logGamma(x: number): number {
  const shifted = x - 1;
  const series = LANCZOS.reduce((sum, c, i) => (i === 0 ? c : sum + c / (shifted + i)), 0);
  const t = shifted + 7.5;
  return 0.5 * Math.log(2 * Math.PI) + (shifted + 0.5) * Math.log(t) - t + Math.log(series);
}

const LANCZOS = [
  0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059,
  12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
];
