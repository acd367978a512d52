import { once } from '../once';
import { isFigure, mean, type Series } from '../series';
import { chanceOfSteps, mannKendall } from '../statistics/mannKendall';
import { leastCost } from './leastCost';
import { type Cut, placed } from './placement';
import { curveCost, regimeCost, SHORTEST_SLOPE } from './regimeCost';
import { FIRST_REGIME, LATER_REGIME, type Segmentations, segmentations } from './segmentation';

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
export const LINES = { from: 24, price: 2.5 };
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

/** When lines and a parabola compete with levels, and what lines cost. */
export type Lines = typeof LINES;

/** Levels or lines with noise of one correlation: the cuts by number of breaks, and what none of them leaves less than. */
interface Way {
  cuts: Segmentations;
  least: () => (breaks: number) => number;
}

/** The ways to cut a series, each worked out when it is asked for. */
export interface Ways {
  /** The places of its figures in the series. */
  places: readonly number[];
  figures: readonly number[];
  /** Figures in a block: a long series is cut in blocks, whose means these are. */
  width: number;
  blocks: readonly number[];
  way: (correlation: number, form: 'level' | 'line') => Way;
  /** What one curve through everything leaves, and one line where hardly a figure turns back. */
  curve: (correlation: number) => number;
  climb: (correlation: number) => number;
}

/**
 * The ways to cut a series.
 *
 * @param plain   the series without figures that stand alone
 * @param smooth  the same without edges: a long wander is full of those, and none is a step, so it is judged by this one
 */
export function waysOf(plain: Series, smooth: Series): Ways {
  const places = plain.map((value, place) => (isFigure(value) ? place : -1)).filter(place => place >= 0);
  const figures = places.map(place => plain[place]!);
  const width = Math.ceil(figures.length / MOST_FIGURES);
  const typed = inBlocks(figures, width);
  const smoothed = inBlocks(
    places.map(place => smooth[place]!),
    width,
  );
  const count = typed.length;
  const read = (correlation: number) =>
    correlation >= WANDER.correlation && count >= WANDER.figures ? smoothed : typed;
  const ways = new Map<string, Way>();
  return {
    ...{ places, figures, width, blocks: typed },
    way(correlation, form) {
      const key = form + correlation;
      const way = ways.get(key) ?? {
        cuts: segmentations(count, regimeCost(read(correlation), correlation, form)),
        least: once(() => leastCost(read(correlation), correlation, form)),
      };
      ways.set(key, way);
      return way;
    },
    curve: correlation => curveCost(read(correlation), correlation),
    climb: correlation => regimeCost(read(correlation), correlation, 'line', FIRST_REGIME)(0, count),
  };
}

/**
 * The cut that is cheapest once its breaks have paid their price, among those of each form, correlation and number of breaks.
 * A number of breaks that could not win whatever is best cut is passed over.
 *
 * @param ways   to cut the series
 * @param lines  when lines compete, and what they cost
 */
export function cheapest(ways: Ways, lines: Lines = LINES): Cut {
  const { places, figures, width } = ways;
  const best = cheapestOf(ways, lines);
  return { ...best, breaks: placed(figures, best, width).map(at => places[at]!) };
}

/** The same, its breaks counted in blocks. */
function cheapestOf({ blocks, way, curve, climb }: Ways, lines: Lines): Cut {
  const count = blocks.length;
  const unit = Math.log(count);
  const whole = regimeCost(blocks, 0, 'level')(0, count);
  let best: Cut = { breaks: [], form: 'level', correlation: 0 };
  if (!(whole > 0)) return best;
  let least = Infinity;
  const priceOf = (cost: number, breaks: number, { form, correlation }: Omit<Cut, 'breaks'>, slopes: number) => {
    const own = 1 - correlation ** 2;
    return (
      (count - ESTIMATED) * Math.log(cost / whole + LEAST_NOISE * own) -
      (breaks + 1) * Math.log(own) +
      unit * PRICE.break * worth(breaks, count) +
      (form === 'line' ? unit * (lines.price + PRICE.slope * Math.max(1, slopes)) : 0) +
      (form === 'curve' ? unit * PRICE.curve : 0) +
      (correlation > 0 ? unit * PRICE.correlation : 0)
    );
  };
  const consider = (cost: number, candidate: Cut) => {
    const { breaks, form } = candidate;
    const slopes = form === 'line' ? sloped(breaks, count) : [];
    const price = priceOf(cost, breaks.length, candidate, slopes.length);
    if (!(price < least)) return;
    if (form === 'line' && count >= lines.from && !slopes.some(slope => rises(blocks.slice(...slope)))) return;
    best = candidate;
    least = price;
  };
  const considerCuts = (correlation: number, form: 'level' | 'line') => {
    const { cuts, least: leastCost } = way(correlation, form);
    const most = Math.min(MOST_BREAKS, Math.floor((count - FIRST_REGIME) / LATER_REGIME));
    for (let breaks = 0; breaks <= most; breaks++) {
      if (breaks > 1 && priceOf(leastCost()(breaks), breaks, { form, correlation }, 1) >= least) continue;
      const found = cuts(breaks);
      if (found) consider(found.cost, { breaks: found.breaks, form, correlation });
    }
  };
  const climbs = count < lines.from && chanceOfSteps(blocks) < SLOPE_SIGNIFICANCE;
  for (const correlation of count < STRONGEST_FROM ? CORRELATIONS.slice(0, -1) : CORRELATIONS) {
    considerCuts(correlation, 'level');
    if (climbs) consider(climb(correlation), { breaks: [], form: 'line', correlation });
    if (count < lines.from) continue;
    consider(curve(correlation), { breaks: [], form: 'curve', correlation });
    considerCuts(correlation, 'line');
  }
  return best;
}

/** What so many breaks cost, in first ones: the more there are, the fewer figures say how large noise is. */
function worth(breaks: number, count: number): number {
  let total = 0;
  for (let before = 0; before < breaks; before++) total += (count - 2) / (count - 2 - KNOWN_LESS * before);
  return total;
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
function inBlocks(figures: readonly number[], width: number): readonly number[] {
  if (width <= 1) return figures;
  return Array.from({ length: Math.ceil(figures.length / width) }, (_, block) =>
    mean(figures.slice(block * width, (block + 1) * width)),
  );
}
