import { isFigure, median, type Series } from './series';

/** Neighbours on each side that a figure is compared with. */
const NEIGHBOURS = 3;
/** Robust standard deviations from them beyond which a figure stands alone. */
const ALONE = 4.5;
/** Median absolute deviation to standard deviation, for a normal distribution. */
const MAD_TO_SIGMA = 1.4826;

/** A figure that stands alone. */
export interface Outlier {
  /** Its 0-based period. */
  index: number;
  value: number;
  /** The median of its neighbours, in the unit of the figures. */
  expected: number;
  /** 10 or 100 where it is that many times what was expected, 0.1 or 0.01 where a digit seems lost; null otherwise. */
  factor: number | null;
}

/**
 * Figures that stand alone, far from all of their neighbours: a strike month, a typed-in extra zero. They are named and kept
 * out of what is estimated, never dropped. A change of level is not one: its figures have each other.
 *
 * @param values  one figure a period, oldest first; a blank is a gap
 * @returns       the outliers, oldest first; none below eight figures, or where most neighbours are equal
 * @source        Hampel filter: Pearson et al. (2016), Generalized Hampel Filters
 */
export function outliers(values: Series): Outlier[] {
  const places = values.map((value, place) => (isFigure(value) ? place : -1)).filter(place => place >= 0);
  if (places.length < 8) return [];
  const expected = places.map((_, i) => {
    const near = places.slice(Math.max(0, i - NEIGHBOURS), i + NEIGHBOURS + 1).filter(place => place !== places[i]);
    return median(near.map(place => values[place]!));
  });
  const distances = places.map((place, i) => Math.abs(values[place]! - expected[i]!));
  const limit = ALONE * MAD_TO_SIGMA * median(distances);
  if (!(limit > 0)) return [];
  return places.flatMap((index, i) => {
    const value = values[index]!;
    return distances[i]! > limit ? [{ index, value, expected: expected[i]!, factor: slip(value, expected[i]!) }] : [];
  });
}

/** A typing slip by whole digits: a figure within a third of 10, 100, a tenth or a hundredth of what was expected. */
function slip(value: number, expected: number): number | null {
  const ratio = value / expected;
  return [10, 100, 0.1, 0.01].find(factor => ratio > (factor * 2) / 3 && ratio < (factor * 3) / 2) ?? null;
}
