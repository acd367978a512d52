import { isBeyondChance, largest } from './chance';

/**
 * Strategic coherence: whether the business functions move together. 1 where all improve, −1 where all worsen, 0 where
 * they pull apart.
 *
 * @param momenta  direction-adjusted momentum of each function, without unit
 * @param weights  of the functions, none negative, as many; all alike where left out
 * @returns        −1 to 1; null where they move no more than by chance; NaN where all weights are zero
 * @source         method.md section 2: Σ w m / Σ w |m|
 */
export function strategicCoherence(momenta: ArrayLike<number>, weights?: ArrayLike<number>): number | null {
  const heaviest = weights ? largest(weights) : 1;
  if (heaviest === 0) return Number.NaN;
  if (!isBeyondChance(momenta, weights)) return null;
  // In shares of the largest ones, so that nothing overflows.
  const furthest = largest(momenta);
  let together = 0;
  let moved = 0;
  for (let i = 0; i < momenta.length; i++) {
    const part = (weights ? weights[i]! / heaviest : 1) * (momenta[i]! / furthest);
    together += part;
    moved += Math.abs(part);
  }
  return together / moved;
}
