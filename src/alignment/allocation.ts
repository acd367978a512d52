/**
 * Allocation gap: the part of the money that is not where the strategy says.
 *
 * @param spend    spent on each goal, in currency, none negative
 * @param weights  weight of each goal, none negative, as many
 * @returns        0, all where it should be, to 1; NaN where nothing is spent or nothing weighs
 * @source         method.md section 2: ½ Σ |share of spend − share of weight|, the dissimilarity index of Duncan and Duncan (1955)
 */
export function allocationGap(spend: ArrayLike<number>, weights: ArrayLike<number>): number {
  const [spent, weighed] = [total(spend), total(weights)];
  if (spent === 0 || weighed === 0) return Number.NaN;
  let gap = 0;
  for (let i = 0; i < spend.length; i++) gap += Math.abs(spend[i]! / spent - weights[i]! / weighed);
  return gap / 2;
}

function total(amounts: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < amounts.length; i++) sum += amounts[i]!;
  return sum;
}
