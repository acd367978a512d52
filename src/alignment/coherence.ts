import { isBeyondChance } from './chance';

/**
 * Strategic coherence: whether the business functions move together. 1 where all improve, −1 where all worsen, 0 where
 * they pull apart.
 *
 * @param momenta  direction-adjusted momentum of each function, without unit
 * @param weights  of the functions, none negative, as many
 * @returns        −1 to 1; null where they move no more than by chance; NaN where all weights are zero
 * @source         method.md section 2: Σ w m / Σ w |m|
 */
export function strategicCoherence(momenta: readonly number[], weights: readonly number[]): number | null {
  if (!weights.some(weight => weight > 0)) return Number.NaN;
  if (!isBeyondChance(momenta, weights)) return null;
  // In shares of the largest ones, so that nothing overflows.
  const largest = momenta.reduce((most, momentum) => Math.max(most, Math.abs(momentum)), 0);
  const heaviest = weights.reduce((most, weight) => Math.max(most, weight), 0);
  let [together, moved] = [0, 0];
  momenta.forEach((momentum, i) => {
    const part = (weights[i]! / heaviest) * (momentum / largest);
    together += part;
    moved += Math.abs(part);
  });
  return together / moved;
}
