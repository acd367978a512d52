/**
 * Welch's test: how probable so large a difference of two means, either way, would be if both groups came from one mean,
 * whatever their variances.
 *
 * @param one    figures of a group, two at least
 * @param other  those of the other group, two at least
 * @returns      a fraction; 0 where both groups are of one mind each, and of different ones
 * @source       Welch, “The Generalization of ‘Student’s’ Problem …”, Biometrika 34, 1947
 */
export function welch(one: readonly number[], other: readonly number[]): number {
  const [a, b] = [moments(one), moments(other)];
  const noise = a.error + b.error;
  if (noise === 0) return a.mean === b.mean ? 1 : 0;
  const t = Math.abs(a.mean - b.mean) / Math.sqrt(noise);
  const freedom = noise ** 2 / (a.error ** 2 / (one.length - 1) + b.error ** 2 / (other.length - 1));
  return outside(t, freedom);
}

/** Mean, and the squared standard error of it. */
function moments(values: readonly number[]): { mean: number; error: number } {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { mean, error: squares / (values.length - 1) / values.length };
}

/** Student's t: the probability beyond ±t. With t = √ν tan θ its density is that of cos^(ν−1) θ. */
function outside(t: number, freedom: number): number {
  const density = (angle: number) => Math.cos(angle) ** (freedom - 1);
  const edge = Math.atan(t / Math.sqrt(freedom));
  return integral(density, edge, Math.PI / 2) / integral(density, 0, Math.PI / 2);
}

const STEPS = 1000;

/** Simpson's rule. */
function integral(of: (x: number) => number, from: number, to: number): number {
  const step = (to - from) / STEPS;
  let sum = 0;
  for (let i = 0; i <= STEPS; i++) sum += (i === 0 || i === STEPS ? 1 : i % 2 === 1 ? 4 : 2) * of(from + i * step);
  return (sum * step) / 3;
}
