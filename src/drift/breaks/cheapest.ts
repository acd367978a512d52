import { once } from '../../cells/once';
import { isFigure, mean, type Series } from '../series';
import { chanceOfSteps, mannKendall } from '../statistics/mannKendall';
import { leastCosts } from './leastCost';
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

/** Levels or lines with noise of one correlation: the cuts by number of breaks, and bounds that none of them leaves less than. */
interface Way {
  cuts: Segmentations;
  least: () => ReturnType<typeof leastCosts>;
}

/**
 * The cut of a series that is cheapest once its breaks have paid their price, among those of each form, correlation and number of
 * breaks. A number of breaks that could not win whatever is best cut is passed over.
 *
 * @param plain   the series without figures that stand alone
 * @param smooth  the same without edges: a long wander is full of those, and none is a step, so it is judged by this one
 * @returns       a function from when lines and the curve compete, and what lines cost; what two answers have in common is worked out once
 */
export function cheapestCut(plain: Series, smooth: Series): (lines: Lines) => Cut {
  const places = plain.map((value, place) => (isFigure(value) ? place : -1)).filter(place => place >= 0);
  const figures = places.map(place => plain[place]!);
  const width = Math.ceil(figures.length / MOST_FIGURES);
  const typed = inBlocks(figures, width);
  const smoothed = inBlocks(
    places.map(place => smooth[place]!),
    width,
  );
  const count = typed.length;
  const whole = regimeCost(typed, 0, 'level')(0, count);
  const read = (correlation: number) =>
    correlation >= WANDER.correlation && count >= WANDER.figures ? smoothed : typed;
  const ways = new Map<string, Way>();
  const wayOf = (form: 'level' | 'line', correlation: number): Way => {
    const way = ways.get(form + correlation) ?? {
      cuts: segmentations(count, regimeCost(read(correlation), correlation, form)),
      least: once(() => leastCosts(read(correlation), correlation, form)),
    };
    ways.set(form + correlation, way);
    return way;
  };
  const unit = Math.log(count);
  const worths: number[] = [];
  const correlations = count < STRONGEST_FROM ? CORRELATIONS.slice(0, -1) : CORRELATIONS;
  const curves = new Map<number, number>();
  const curveAt = (correlation: number): number => {
    const cost = curves.get(correlation) ?? curveCost(read(correlation), correlation);
    curves.set(correlation, cost);
    return cost;
  };
  // Whatever lines cost, levels cost the same.
  const withoutLines = once(() => cheapest(null, { best: NOTHING_CHANGED, least: Infinity }));
  return lines => {
    const { best } = whole > 0 ? cheapest(lines, withoutLines()) : { best: NOTHING_CHANGED };
    return { ...best, breaks: placed(figures, best, width).map(at => places[at]!) };
  };

  /**
   * The cheapest cut so far, its breaks counted in blocks.
   *
   * @param lines  when lines and the curve compete, and what lines cost; null for levels alone
   * @param known  the cheapest before
   */
  function cheapest(lines: Lines | null, known: { best: Cut; least: number }): { best: Cut; least: number } {
    let { best, least } = known;
    const priceOf = (cost: number, breaks: number, form: Cut['form'], correlation: number, slopes: number) => {
      worths[breaks] ??= worth(breaks, count);
      const own = 1 - correlation ** 2;
      return (
        (count - ESTIMATED) * Math.log(cost / whole + LEAST_NOISE * own) -
        (breaks + 1) * Math.log(own) +
        unit * PRICE.break * worths[breaks]! +
        (form === 'line' ? unit * (lines!.price + PRICE.slope * Math.max(1, slopes)) : 0) +
        (form === 'curve' ? unit * PRICE.curve : 0) +
        (correlation > 0 ? unit * PRICE.correlation : 0)
      );
    };
    const consider = (cost: number, breaks: number[], form: Cut['form'], correlation: number) => {
      const slopes = form === 'line' ? sloped(breaks, count) : [];
      const price = priceOf(cost, breaks.length, form, correlation, slopes.length);
      if (!(price < least)) return;
      if (form === 'line' && count >= lines!.from && !slopes.some(slope => rises(typed.slice(...slope)))) return;
      best = { breaks, form, correlation };
      least = price;
    };
    const considerCuts = (form: 'level' | 'line', correlation: number) => {
      const way = wayOf(form, correlation);
      for (let breaks = 0; breaks <= MOST_BREAKS; breaks++) {
        if (count < FIRST_REGIME + breaks * LATER_REGIME) return;
        const isTooDear = (bound: (breaks: number) => number) =>
          priceOf(bound(breaks), breaks, form, correlation, 1) >= least;
        if (breaks > 1 && way.least().some(isTooDear)) continue;
        const found = way.cuts(breaks)!;
        consider(found.cost, found.breaks, form, correlation);
      }
    };
    const climbs = lines && count < lines.from && chanceOfSteps(typed) < SLOPE_SIGNIFICANCE;
    for (const correlation of correlations) {
      if (!lines) {
        considerCuts('level', correlation);
        continue;
      }
      // One line through a few figures of which hardly one turns back.
      if (climbs)
        consider(regimeCost(read(correlation), correlation, 'line', FIRST_REGIME)(0, count), [], 'line', correlation);
      if (count < lines.from) continue;
      consider(curveAt(correlation), [], 'curve', correlation);
      considerCuts('line', correlation);
    }
    return { best, least };
  }
}

const NOTHING_CHANGED: Cut = { breaks: [], form: 'level', correlation: 0 };

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
