import { type DriftOptions, type Outlier, outliers, type Series } from '../drift';

/** What a figure that is so many times what was expected looks like. */
const SLIPS: Record<number, string> = {
  10: 'about ten times what its neighbours make one expect: an extra zero?',
  100: 'about a hundred times what its neighbours make one expect: two extra zeros?',
  0.1: 'about a tenth of what its neighbours make one expect: is a digit missing?',
  0.01: 'about a hundredth of what its neighbours make one expect: are two digits missing?',
};

/** What an outlier looks like, behind "is"; empty where it is no slip by whole digits. */
export function slipOf({ factor }: Outlier): string {
  return factor === null ? '' : SLIPS[factor]!;
}

/**
 * What the figure of a period looks like if a digit too many or too few was typed.
 *
 * @param values   the figures, one a period
 * @param period   0-based
 * @param options  season
 * @returns        words behind "is"; empty where it looks like no such slip
 */
export function slipInWords(values: Series, period: number, { season }: DriftOptions): string {
  const found = outliers(values, season).find(({ index }) => index === period);
  return found ? slipOf(found) : '';
}
