/**
 * Allocation gap: the part of the money that is not where the strategy says.
 *
 * @param spend    spent on each goal, in currency, none negative
 * @param weights  weight of each goal, none negative, as many
 * @returns        0, all where it should be, to 1; NaN where nothing is spent or nothing weighs
 * @source         method.md section 2: ½ Σ |share of spend − share of weight|, the dissimilarity index of Duncan and Duncan (1955)
 */
export function allocationGap(spend: readonly number[], weights: readonly number[]): number {
  const [spent, weighed] = [total(spend), total(weights)];
  if (spent === 0 || weighed === 0) return Number.NaN;
  return spend.reduce((gap, amount, i) => gap + Math.abs(amount / spent - weights[i]! / weighed), 0) / 2;
}

function total(amounts: readonly number[]): number {
  return amounts.reduce((sum, amount) => sum + amount, 0);
}
