import { isFigure, type Series } from '../series';

/**
 * Proportions with known denominators, brought to equal precision: a share of few trials is drawn toward the pooled share
 * by as much as chance alone had pushed it from there, so that small months do not pass for changes.
 *
 * @param shares  one share a period; a blank is a gap
 * @param trials  the denominator of each; a share without one is left out
 * @returns       shares as they would be at the mean number of trials, in the unit of `shares`
 * @source        standardised p chart (Montgomery, Introduction to Statistical Quality Control, ch. 7), in the unit of the share
 */
export function atEqualPrecision(shares: Series, trials: Series): (number | null)[] {
  const known = shares.map((share, i) => isFigure(share) && isFigure(trials[i]) && trials[i]! > 0);
  const [count, total] = [known.filter(Boolean).length, sum(trials, known)];
  const pooled =
    sum(
      shares.map((share, i) => (share ?? 0) * (trials[i] ?? 0)),
      known,
    ) / total;
  return shares.map((share, i) =>
    known[i] ? pooled + (share! - pooled) * Math.sqrt((trials[i]! * count) / total) : null,
  );
}

function sum(numbers: Series, known: readonly boolean[]): number {
  return numbers.reduce<number>((total, number, i) => (known[i] ? total + number! : total), 0);
}
