/** A stretch of figures seen through first-order autocorrelation: what whitening does to a level, and to each kind of change. */
export interface Whitening {
  /** log |covariance| of the figures, up to the scale. */
  logDeterminant: number;
  /** Weights of the figures in the inner product with a level, and a level's own squared length. */
  level: Float64Array;
  levelSquared: number;
  /** Weights in the inner product with each change, the level taken out, and the change's own squared length. */
  changes: { weights: Float64Array; squared: number }[];
}

/**
 * The generalised least squares geometry of changes in a stationary first-order autoregressive series.
 *
 * @param rho      lag-1 correlation, from 0 to below 1
 * @param count    how many figures
 * @param changes  the form of each change: its height at each figure
 * @returns        weights with which inner products after whitening are plain sums over the figures
 * @source         Prais and Winsten (1954)
 */
export function whitening(rho: number, count: number, changes: readonly (readonly number[])[]): Whitening {
  const variance = 1 - rho * rho;
  const level = inverseCovariance(new Array<number>(count).fill(1), rho);
  const levelSquared = sum(level);
  return {
    logDeterminant: (count - 1) * Math.log(variance),
    level,
    levelSquared,
    changes: changes.map(form => {
      const weights = inverseCovariance(form, rho);
      const share = sum(weights) / levelSquared;
      for (let i = 0; i < count; i++) weights[i]! -= share * level[i]!;
      return { weights, squared: form.reduce((total, height, i) => total + height * weights[i]!, 0) };
    }),
  };
}

/**
 * The squared length of figures after whitening.
 *
 * @param figures  the figures
 * @param rho      lag-1 correlation
 * @returns        figuresᵀ covariance⁻¹ figures, in squared units
 */
export function whitenedSquare(figures: ArrayLike<number>, rho: number): number {
  let square = figures[0]! * figures[0]!;
  const variance = 1 - rho * rho;
  for (let i = 1; i < figures.length; i++) {
    const innovation = figures[i]! - rho * figures[i - 1]!;
    square += (innovation * innovation) / variance;
  }
  return square;
}

/** covariance⁻¹ form, by the tridiagonal inverse of the autoregressive covariance. */
function inverseCovariance(form: readonly number[], rho: number): Float64Array {
  const last = form.length - 1;
  return Float64Array.from(form, (height, i) => {
    const neighbours = (form[i - 1] ?? 0) + (form[i + 1] ?? 0);
    const own = i === 0 || i === last ? 1 : 1 + rho * rho;
    return (own * height - rho * neighbours) / (1 - rho * rho);
  });
}

function sum(numbers: Float64Array): number {
  return numbers.reduce((a, b) => a + b, 0);
}
