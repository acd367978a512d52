import { isBeyondChance, largest, type Moves, movesOf } from './chance';

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
  const moves = movesOf(momenta, weights);
  if (weights && moves.weight === 0) return Number.NaN;
  if (!isBeyondChance(momenta, weights, moves)) return null;
  const { together, moved } = Number.isFinite(moves.moved) ? moves : inShares(momenta, weights);
  return together / moved;
}

/** The same in shares of the furthest one, where the sums would be beyond the largest number. */
function inShares(momenta: ArrayLike<number>, weights?: ArrayLike<number>): Moves {
  const furthest = largest(momenta);
  return movesOf(
    Float64Array.from(momenta, momentum => momentum / furthest),
    weights,
  );
}
