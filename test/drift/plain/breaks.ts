import { type Season, withoutSeason } from '../../../src/drift';
import { type Cut, placed } from '../../../src/drift/breaks/placement';
import { curveCost, regimeCost, SHORTEST_SLOPE } from '../../../src/drift/breaks/regimeCost';
import { FIRST_REGIME, LATER_REGIME, type RegimeCost, type Segmentation } from '../../../src/drift/breaks/segmentation';
import { figures as figuresOf, isFigure, mean, type Series } from '../../../src/drift/series';
import { chanceOfSteps, mannKendall } from '../../../src/drift/statistics/mannKendall';
import { plainMedian } from './evidence';
import { plainSeason } from './season';

/** Lag-1 correlations of the noise between which the figures choose. */
const CORRELATIONS = [0, 0.3, 0.6, 0.8];
/** Fewer figures than this can't tell a wander as slow as the strongest correlation from a new level. */
const STRONGEST_FROM = 36;
/** From this correlation on, and from so many figures, a wander is told from levels without the edges in it. */
const WANDER = { correlation: 0.6, figures: 48 };
/**
 * From how many figures on lines and a curve compete with levels, with fewer only where nearly every figure is higher, or lower,
 * than the last; and what lines instead of levels must be worth, in units of ln(figures).
 */
const LINES = { from: 24, price: 2.5 };
/** What a break, each slope of a line, a curve, and a correlation must be worth, in units of ln(figures). */
const PRICE = { break: 3.5, slope: 0.5, curve: 4, correlation: 0.5 };
/** By so many figures less noise is known after each break: a dozen figures with a clear step would else show a second one. */
const KNOWN_LESS = 5;
/** A change that explains less than this share of the variance nobody sees in the chart: noise is never taken for less. */
const LEAST_NOISE = 0.002;
/** Chance at which a stretch without a trend may show one. */
const SLOPE_SIGNIFICANCE = 0.01;
/** More breaks than this are not looked for. */
const MOST_BREAKS = 20;
/** Longer series are looked at in blocks first, so that years of daily figures take a second, not an hour. */
const MOST_FIGURES = 700;
/** Level and scale are estimated before anything else is: a dozen figures would else seem to prove more than they do. */
const ESTIMATED = 2;

/**
 * How a series is best cut.
 *
 * @param values  one figure a period, oldest first; blanks are skipped
 * @param season  periods in a season, taken out where the figures prove it; 1 for none
 * @param lines   figures from which on lines and a parabola compete with levels, and the price of lines
 * @source  penalised likelihood of changes in normal data with unknown variance (Yao 1988), autoregressive noise as in
 *          Chakar et al. (2017); prices chosen by simulation, see bench/results/breaks.md
 */
export function plainCut(values: Series, season = 12, lines = LINES): Cut {
  const small = inSmallUnits(values);
  const [plain, smooth] = [withoutSpikes(small), withoutEdges(small)];
  const proven = plainSeason(plain, season);
  if (proven) {
    const steps = cutOf(plain, smooth, lines);
    if (isOnlySteps(plain, steps, season)) return steps;
  }
  return cutOf(withoutSeason(plain, proven), withoutSeason(smooth, plainSeason(smooth, season)), lines);
}

/**
 * The season of a series, where a test says that there is one and it is more than its steps: levels that rise every twelve
 * months look like one.
 *
 * @param values  one figure a period, oldest first; a blank is a gap
 * @param season  periods in a season
 * @returns       as provenSeason; null as well where it is gone once the levels are taken out
 */
export function plainSeasonBesideSteps(values: Series, season: number): Season | null {
  const proven = plainSeason(values, season);
  if (!proven) return null;
  const small = inSmallUnits(values);
  const plain = withoutSpikes(small);
  return isOnlySteps(plain, cutOf(plain, withoutEdges(small), LINES), season) ? null : proven;
}

/** Whether a season is gone once the steps are. */
function isOnlySteps(values: Series, { breaks, form }: Cut, season: number): boolean {
  if (form !== 'level' || breaks.length === 0) return false;
  const starts = [0, ...breaks];
  const levels = starts.map((from, i) => mean(figuresOf(values.slice(from, starts[i + 1]))));
  let regime = 0;
  const left = values.map((value, at) => {
    if (at === starts[regime + 1]) regime++;
    return isFigure(value) ? value - levels[regime]! : null;
  });
  return plainSeason(left, season) === null;
}

function cutOf(plain: Series, smooth: Series, lines: typeof LINES): Cut {
  const places = plain.map((value, place) => (isFigure(value) ? place : -1)).filter(place => place >= 0);
  const figures = places.map(place => plain[place]!);
  const width = Math.ceil(figures.length / MOST_FIGURES);
  const smoothed = places.map(place => smooth[place]!);
  const best = cheapest(blocks(figures, width), blocks(smoothed, width), lines);
  return { ...best, breaks: placed(figures, best, width).map(at => places[at]!) };
}

/** Figures in a unit in which the largest is 1 to 2, so that no square is too large for a number; a power of two costs no digit. */
function inSmallUnits(values: Series): Series {
  const largest = values.reduce<number>((most, value) => (isFigure(value) ? Math.max(most, Math.abs(value)) : most), 0);
  if (largest === 0) return values;
  const unit = 2 ** Math.floor(Math.log2(largest));
  return values.map(value => (isFigure(value) ? value / unit : value));
}

interface Candidate extends Cut {
  /** What its regimes leave unexplained, in squared units. */
  cost: number;
}

function cheapest(figures: readonly number[], smooth: readonly number[], lines: typeof LINES): Cut {
  const count = figures.length;
  const unit = Math.log(count);
  const whole = regimeCost(figures, 0, 'level')(0, count);
  let best: Cut = { breaks: [], form: 'level', correlation: 0 };
  if (!(whole > 0)) return best;
  let least = Infinity;
  for (const { cost, ...candidate } of candidates(figures, smooth, lines.from)) {
    const { breaks, form, correlation } = candidate;
    const own = 1 - correlation ** 2;
    const slopes = form === 'line' ? sloped(breaks, count) : [];
    const price =
      (count - ESTIMATED) * Math.log(cost / whole + LEAST_NOISE * own) -
      (breaks.length + 1) * Math.log(own) +
      unit * PRICE.break * worth(breaks.length, count) +
      (form === 'line' ? unit * (lines.price + PRICE.slope * Math.max(1, slopes.length)) : 0) +
      (form === 'curve' ? unit * PRICE.curve : 0) +
      (correlation > 0 ? unit * PRICE.correlation : 0);
    const sloping = form !== 'line' || count < lines.from || slopes.some(slope => rises(figures.slice(...slope)));
    if (price < least && sloping) {
      best = candidate;
      least = price;
    }
  }
  return best;
}

/** What so many breaks cost, in first ones: the more there are, the fewer figures say how large noise is. */
function worth(breaks: number, count: number): number {
  let total = 0;
  for (let before = 0; before < breaks; before++) total += (count - 2) / (count - 2 - KNOWN_LESS * before);
  return total;
}

/**
 * The best cut of each form, correlation and number of breaks; a curve has none. A long wander is full of edges
 * that are no steps, so it is judged by the smoothed figures.
 */
function candidates(figures: readonly number[], smooth: readonly number[], linesFrom: number): Candidate[] {
  const count = figures.length;
  const possible = count < STRONGEST_FROM ? CORRELATIONS.slice(0, -1) : CORRELATIONS;
  const climbs = count < linesFrom && chanceOfSteps(figures) < SLOPE_SIGNIFICANCE;
  return possible.flatMap(correlation => {
    const wanders = correlation >= WANDER.correlation && count >= WANDER.figures;
    const read = wanders ? smooth : figures;
    const cuts = (form: 'level' | 'line') =>
      plainSegmentations(count, regimeCost(read, correlation, form), MOST_BREAKS).map(
        (found): Candidate => ({ ...found, form, correlation }),
      );
    if (count < linesFrom) return climbs ? [...cuts('level'), climb(read, correlation)] : cuts('level');
    const curve: Candidate = { cost: curveCost(read, correlation), breaks: [], form: 'curve', correlation };
    return [...cuts('level'), curve, ...cuts('line')];
  });
}

/** One line through a few figures of which hardly one turns back. */
function climb(figures: readonly number[], correlation: number): Candidate {
  const cost = regimeCost(figures, correlation, 'line', FIRST_REGIME)(0, figures.length);
  return { cost, breaks: [], form: 'line', correlation };
}

/** The regimes that are long enough for a slope. */
function sloped(breaks: readonly number[], count: number): [number, number][] {
  const starts = [0, ...breaks];
  return starts
    .map((from, i): [number, number] => [from, starts[i + 1] ?? count])
    .filter(([from, to]) => to - from >= SHORTEST_SLOPE);
}

function rises(figures: readonly number[]): boolean {
  return mannKendall(figures).chance < SLOPE_SIGNIFICANCE;
}

/** Means of so many figures each; the last block may be shorter. */
function blocks(figures: readonly number[], width: number): readonly number[] {
  if (width <= 1) return figures;
  return Array.from({ length: Math.ceil(figures.length / width) }, (_, block) =>
    mean(figures.slice(block * width, (block + 1) * width)),
  );
}

/**
 * The best segmentations of a series into 1, 2, 3, … regimes, found exactly by dynamic programming over their ends.
 *
 * @param count  figures in the series
 * @param cost   of a regime
 * @param most   breaks at most
 * @returns      the cheapest segmentation for each number of breaks, from none on; none at all below a first regime
 * @source       Auger and Lawrence (1989), segment neighbourhood search
 */
function plainSegmentations(count: number, cost: RegimeCost, most: number): Segmentation[] {
  if (count < FIRST_REGIME) return [];
  let before = new Float64Array(count + 1).fill(Infinity);
  for (let end = FIRST_REGIME; end <= count; end++) before[end] = cost(0, end);
  const found: Segmentation[] = [{ cost: before[count]!, breaks: [] }];
  const later = laterCosts(count, cost);
  const starts: Int32Array[] = [];
  for (let k = 1; k <= most && FIRST_REGIME + k * LATER_REGIME <= count; k++) {
    const best = new Float64Array(count + 1).fill(Infinity);
    const start = new Int32Array(count + 1);
    for (let end = FIRST_REGIME + k * LATER_REGIME; end <= count; end++) {
      const costs = later[end]!;
      for (let at = FIRST_REGIME + (k - 1) * LATER_REGIME; at <= end - LATER_REGIME; at++) {
        const total = before[at]! + costs[at]!;
        if (total < best[end]!) {
          best[end] = total;
          start[end] = at;
        }
      }
    }
    starts.push(start);
    before = best;
    const breaks: number[] = [];
    for (let j = k, end = count; j > 0; j--) {
      end = starts[j - 1]![end]!;
      breaks.unshift(end);
    }
    found.push({ cost: best[count]!, breaks });
  }
  return found;
}

/** The cost of every regime but a first one, by its end and then by its beginning. */
function laterCosts(count: number, cost: RegimeCost): Float64Array[] {
  return Array.from({ length: count + 1 }, (_, end) => {
    const costs = new Float64Array(Math.max(0, end - LATER_REGIME + 1));
    for (let at = FIRST_REGIME; at < costs.length; at++) costs[at] = cost(at, end);
    return costs;
  });
}

/** Neighbours on each side that a figure is compared with. */
const NEIGHBOURS = 3;
/** Robust standard deviations from them beyond which a figure stands out. */
const FAR = 4.5;
/** Median absolute deviation to standard deviation, for a normal distribution. */
const MAD_TO_SIGMA = 1.4826;
/** Fewer figures than this do not say what is usual. */
const FEWEST = 8;
/** So many figures on one side, fewer at an end, show whether a figure is one of theirs. */
const COMPANY = { most: 6, least: 2 };

/**
 * A series in which figures that are like none of those around them are replaced by the median of their neighbours, spikes
 * that come back as well. The last figure before a step and the first after it are far from their neighbours' median too, and
 * stay: they are like the figures on their own side.
 *
 * @param values  one figure a period, oldest first; a blank is a gap
 * @returns       the series, in the unit of `values`
 * @source        Hampel filter, as `outliers`
 */
function withoutSpikes(values: Series): Series {
  return filtered(values, hasCompany);
}

/**
 * A series in which all figures far from the median of their neighbours are replaced by it, the edges of steps as well: a
 * wandering series has many of those, and none of them is a new level.
 *
 * @param values  one figure a period, oldest first; a blank is a gap
 * @returns       the series, in the unit of `values`
 * @source        Hampel filter, as `outliers`
 */
function withoutEdges(values: Series): Series {
  return filtered(values, () => false);
}

function filtered(
  values: Series,
  stays: (figures: readonly number[], place: number, limit: number) => boolean,
): Series {
  const { neighbourhoods, limit } = surroundings(values);
  if (!(limit > 0)) return values;
  const known = neighbourhoods.map(({ figure }) => figure);
  const replaced = [...values];
  neighbourhoods.forEach(({ index, figure, centre }, place) => {
    if (Math.abs(figure - centre) > limit && !stays(known, place, limit)) replaced[index] = centre;
  });
  return replaced;
}

/** Whether a figure is like those before it, or like those after it. */
function hasCompany(figures: readonly number[], place: number, limit: number): boolean {
  const { most, least } = COMPANY;
  const sides = [figures.slice(Math.max(0, place - most), place), figures.slice(place + 1, place + 1 + most)];
  return sides.some(side => side.length >= least && Math.abs(figures[place]! - plainMedian(side)) <= limit);
}

interface Neighbourhood {
  index: number;
  figure: number;
  /** The median of its neighbours, and the median of their distances from it. */
  centre: number;
  spread: number;
}

/** Each figure with what is around it, and the distance from there beyond which one is unusual. */
function surroundings(values: Series): { neighbourhoods: Neighbourhood[]; limit: number } {
  const places = values.map((value, place) => (isFigure(value) ? place : -1)).filter(place => place >= 0);
  if (places.length < FEWEST) return { neighbourhoods: [], limit: 0 };
  const neighbourhoods = places.map((index, i) => {
    const near = places.slice(Math.max(0, i - NEIGHBOURS), i + NEIGHBOURS + 1).filter(place => place !== index);
    const figures = near.map(place => values[place]!);
    const centre = plainMedian(figures);
    return {
      index,
      figure: values[index]!,
      centre,
      spread: plainMedian(figures.map(figure => Math.abs(figure - centre))),
    };
  });
  const distances = neighbourhoods.map(({ figure, centre }) => Math.abs(figure - centre));
  return { neighbourhoods, limit: FAR * MAD_TO_SIGMA * plainMedian(distances) };
}
