/** What happened together in a funnel, beyond what each of its factors would have done alone. */
export interface Synergy {
  /** By how much the product of the factors changed, in its unit. */
  change: number;
  /** The change less what each factor alone would have changed, in the same unit. */
  interaction: number;
  /** The interaction as a share of the change; null where nothing changed. */
  share: number | null;
}

/** How far the same product can be apart by rounding alone. */
const ROUNDING = 1e-12;

/**
 * Synergy: the part of a funnel's change that none of its factors made alone.
 *
 * @param before  the factors, as leads, lead quality, conversion and order value; any number of them
 * @param after   the same factors later
 * @returns       change and interaction in the unit of the product, and the share
 * @source        method.md section 2: the actual change minus the sum of the changes that each factor alone would have made
 */
export function synergy(before: readonly number[], after: readonly number[]): Synergy {
  const [from, to] = [product(before), product(after)];
  // The same product, but for the rounding of its factors, is no change.
  const change = Math.abs(to - from) <= ROUNDING * Math.abs(from) ? 0 : to - from;
  // Not by division: a factor of zero has no share to be divided out.
  const alone = before.reduce((sum, factor, i) => {
    const others = product(before.slice(0, i)) * product(before.slice(i + 1));
    return sum + (after[i]! - factor) * others;
  }, 0);
  const interaction = change - alone;
  return { change, interaction, share: change === 0 ? null : interaction / change };
}

function product(factors: readonly number[]): number {
  return factors.reduce((whole, factor) => whole * factor, 1);
}
