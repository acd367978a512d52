import { provenSeason, withoutSeason } from '../season';
import { isFigure, median, type Series } from '../series';

/** Neighbours on each side that a figure is compared with. */
const NEIGHBOURS = 3;
/** Robust standard deviations from them beyond which a figure stands out. */
const FAR = 4.5;
/** Median absolute deviation to standard deviation, for a normal distribution. */
const MAD_TO_SIGMA = 1.4826;
/** How many times further from its neighbours' median than they are themselves: the end of a steep climb is no outlier. */
const ALONE = 3;
/** Fewer figures than this do not say what is usual. */
const FEWEST = 8;
/** So many figures on one side, fewer at an end, show whether a figure is one of theirs. */
const COMPANY = { most: 6, least: 2 };

/** A figure that stands alone. */
export interface Outlier {
  /** Its 0-based period. */
  index: number;
  value: number;
  /** What its neighbours make one expect, in the unit of the figures. */
  expected: number;
  /** 10 or 100 where it is that many times what was expected, 0.1 or 0.01 where a digit seems lost; null otherwise. */
  factor: number | null;
}

/**
 * Figures that stand alone, far from all of their neighbours: a strike month, a typed-in extra zero. They are named and kept
 * out of what is estimated, never dropped. A change of level is not one: its figures have each other. Nor is what comes back
 * every season. Where most figures are equal, only a slip by whole digits is one.
 *
 * @param values  one figure a period, oldest first; a blank is a gap
 * @param season  periods in a season, taken out where the figures prove it; 1 for none
 * @returns       the outliers, oldest first; none below eight figures
 * @source        Hampel filter: Pearson et al. (2016), Generalized Hampel Filters
 */
export function outliers(values: Series, season = 12): Outlier[] {
  const proven = provenSeason(values, season);
  const known = withoutSeason(values, proven);
  const { neighbourhoods, limit: seasonless } = surroundings(known);
  // A season found in few years follows their noise as well, which makes what it leaves look too regular.
  const limit = proven ? Math.max(seasonless, surroundings(values).limit) : seasonless;
  const places = neighbourhoods.map(({ index }) => index);
  return neighbourhoods.flatMap(({ index, figure, centre }, place) => {
    const distance = Math.abs(figure - centre);
    if (!(distance > limit)) return [];
    const distances = neighboursOf(known, places, place).map(neighbour => Math.abs(neighbour - centre));
    if (!(distance > ALONE * median(distances))) return [];
    const value = values[index]!;
    const expected = proven?.kind === 'multiplicative' ? (value / figure) * centre : value - figure + centre;
    const factor = slip(value, expected);
    return limit > 0 || factor !== null ? [{ index, value, expected, factor }] : [];
  });
}

/**
 * A series in which figures that are like none of those around them are replaced by the median of their neighbours, spikes
 * that come back as well. The last figure before a step and the first after it are far from their neighbours' median too, and
 * stay: they are like the figures on their own side.
 *
 * @param values  one figure a period, oldest first; a blank is a gap
 * @returns       the series, in the unit of `values`; and the same smoothed, without those edges of steps as well: a wandering
 *                series has many of them, and none of them is a new level
 * @source        Hampel filter, as `outliers`
 */
export function withoutAlone(values: Series): { plain: Series; smooth: Series } {
  const { neighbourhoods, limit } = surroundings(values);
  if (!(limit > 0)) return { plain: values, smooth: values };
  if (!neighbourhoods.some(({ figure, centre }) => Math.abs(figure - centre) > limit))
    return { plain: values, smooth: values };
  const known = neighbourhoods.map(({ figure }) => figure);
  const [plain, smooth] = [[...values], [...values]];
  neighbourhoods.forEach(({ index, figure, centre }, place) => {
    if (Math.abs(figure - centre) <= limit) return;
    smooth[index] = centre;
    if (!hasCompany(known, place, limit)) plain[index] = centre;
  });
  return { plain, smooth };
}

/** Whether a figure is like those before it, or like those after it. */
function hasCompany(figures: readonly number[], place: number, limit: number): boolean {
  const { most, least } = COMPANY;
  const sides = [figures.slice(Math.max(0, place - most), place), figures.slice(place + 1, place + 1 + most)];
  return sides.some(side => side.length >= least && Math.abs(figures[place]! - median(side)) <= limit);
}

interface Neighbourhood {
  index: number;
  figure: number;
  /** The median of its neighbours. */
  centre: number;
}

/** Each figure with what is around it, and the distance from there beyond which one is unusual. */
function surroundings(values: Series): { neighbourhoods: Neighbourhood[]; limit: number } {
  const places: number[] = [];
  for (let place = 0; place < values.length; place++) if (isFigure(values[place])) places.push(place);
  if (places.length < FEWEST) return { neighbourhoods: [], limit: 0 };
  const neighbourhoods = places.map((index, i) => {
    return { index, figure: values[index]!, centre: median(neighboursOf(values, places, i)) };
  });
  const distances = neighbourhoods.map(({ figure, centre }) => Math.abs(figure - centre));
  return { neighbourhoods, limit: FAR * MAD_TO_SIGMA * median(distances) };
}

/** The figures around the one at a place. */
function neighboursOf(values: Series, places: readonly number[], place: number): number[] {
  const figures: number[] = [];
  for (let j = Math.max(0, place - NEIGHBOURS); j < places.length && j <= place + NEIGHBOURS; j++) {
    if (j !== place) figures.push(values[places[j]!]!);
  }
  return figures;
}

/** A typing slip by whole digits: a figure within a third of 10, 100, a tenth or a hundredth of what was expected. */
function slip(value: number, expected: number): number | null {
  const ratio = value / expected;
  return [10, 100, 0.1, 0.01].find(factor => ratio > (factor * 2) / 3 && ratio < (factor * 3) / 2) ?? null;
}
