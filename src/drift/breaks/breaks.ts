import { provenSeason, withoutSeason } from '../season';
import { isFigure, mean, type Series } from '../series';
import { mannKendall } from '../statistics/mannKendall';
import { withoutSpikes } from './outliers';
import { curveCost, regimeCost, SHORTEST_SLOPE } from './regimeCost';
import { LATER_REGIME, segmentations } from './segmentation';

/** Lag-1 correlations of the noise between which the figures choose. */
const CORRELATIONS = [0, 0.3, 0.6, 0.8];
/** Fewer figures than this can't tell a wander as slow as the strongest correlation from a new level. */
const STRONGEST_FROM = 24;
/** Fewer figures than this, and driftBreaks sees levels only. */
const LINES_FROM = 24;
/** What a break, lines instead of levels, each of their slopes, a curve, and a correlation must be worth, in units of ln(figures). */
const PRICE = { break: 3.5, lines: 1.5, slope: 0.5, curve: 3, correlation: 0.5 };
/** A change that explains less than this share of the variance nobody sees in the chart: noise is never taken for less. */
const LEAST_NOISE = 0.001;
/** Chance at which a stretch without a trend may show one. */
const SLOPE_SIGNIFICANCE = 0.01;
/** More breaks than this are not looked for. */
const MOST_BREAKS = 20;
/** Longer series are looked at in blocks first, so that years of daily figures take a second, not an hour. */
const MOST_FIGURES = 700;
/** Level and scale are estimated before anything else is: a dozen figures would else seem to prove more than they do. */
const ESTIMATED = 2;

/** How a series is best cut: where its regimes begin, and what they follow. */
export interface Cut {
  /** The 0-based index of the first figure of each regime but the first, oldest first. */
  breaks: number[];
  /** Whether regimes of 12 figures or more follow lines, all of them levels, or the whole series one curve. */
  form: 'level' | 'line' | 'curve';
  /** Lag-1 correlation of what they leave. */
  correlation: number;
}

/**
 * Where the level changed for good: the cut into regimes that is cheapest once every break has paid its price, found
 * exactly. Levels and, from 24 figures on, lines and one parabola compete, each with and without autocorrelated noise, so
 * that neither a steady slope, nor growth by so many per cent a month, nor a slow wander is cut into steps. A proved season
 * is taken out first, and figures that stand alone do not count. The first regime has at least 3 figures, every later one
 * at least 6.
 *
 * @param values  one figure a period, oldest first; blanks are skipped
 * @param season  periods in a season, taken out where the figures prove it; 1 for none
 * @returns       the 0-based index of the first figure of each new regime, oldest first; none where nothing changed for good
 */
export function driftBreaks(values: Series, season = 12): number[] {
  return cut(values, season).breaks;
}

/**
 * How a series is best cut.
 *
 * @param values     one figure a period, oldest first; blanks are skipped
 * @param season     periods in a season, taken out where the figures prove it; 1 for none
 * @param linesFrom  figures from which on lines and a parabola compete with levels
 * @source  penalised likelihood of changes in normal data with unknown variance (Yao 1988), autoregressive noise as in
 *          Chakar et al. (2017); prices chosen by simulation, see bench/results/breaks.md
 */
export function cut(values: Series, season = 12, linesFrom = LINES_FROM): Cut {
  const routine = withoutSpikes(inSmallUnits(values));
  const known = withoutSeason(routine, provenSeason(routine, season));
  const places = known.map((value, place) => (isFigure(value) ? place : -1)).filter(place => place >= 0);
  const figures = places.map(place => known[place]!);
  const width = Math.ceil(figures.length / MOST_FIGURES);
  const best = cheapest(width > 1 ? blocks(figures, width) : figures, linesFrom);
  const breaks = width > 1 ? refined(figures, best, width) : best.breaks;
  return { ...best, breaks: breaks.map(at => places[at]!) };
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

function cheapest(figures: readonly number[], linesFrom: number): Cut {
  const count = figures.length;
  const unit = Math.log(count);
  const whole = regimeCost(figures, 0, 'level')(0, count);
  let best: Cut = { breaks: [], form: 'level', correlation: 0 };
  if (!(whole > 0)) return best;
  let least = Infinity;
  for (const { cost, ...candidate } of candidates(figures, linesFrom)) {
    const { breaks, form, correlation } = candidate;
    const own = 1 - correlation ** 2;
    const slopes = form === 'line' ? sloped(breaks, count) : [];
    const price =
      (count - ESTIMATED) * Math.log(cost / whole + LEAST_NOISE * own) -
      (breaks.length + 1) * Math.log(own) +
      unit * PRICE.break * breaks.length +
      (form === 'line' ? unit * (PRICE.lines + PRICE.slope * slopes.length) : 0) +
      (form === 'curve' ? unit * PRICE.curve : 0) +
      (correlation > 0 ? unit * PRICE.correlation : 0);
    if (price < least && (form !== 'line' || slopes.some(slope => rises(figures.slice(...slope))))) {
      best = candidate;
      least = price;
    }
  }
  return best;
}

/** The best cut of each form, correlation and number of breaks; a curve has none. */
function candidates(figures: readonly number[], linesFrom: number): Candidate[] {
  const count = figures.length;
  const possible = count < STRONGEST_FROM ? CORRELATIONS.slice(0, -1) : CORRELATIONS;
  return possible.flatMap(correlation => {
    const cuts = (form: 'level' | 'line') =>
      segmentations(count, regimeCost(figures, correlation, form), MOST_BREAKS).map(
        (found): Candidate => ({ ...found, form, correlation }),
      );
    if (count < linesFrom) return cuts('level');
    const curve: Candidate = { cost: curveCost(figures, correlation), breaks: [], form: 'curve', correlation };
    return [...cuts('level'), curve, ...cuts('line')];
  });
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
function blocks(figures: readonly number[], width: number): number[] {
  return Array.from({ length: Math.ceil(figures.length / width) }, (_, block) =>
    mean(figures.slice(block * width, (block + 1) * width)),
  );
}

/** Breaks between blocks, moved to the figure at which two regimes fit best between the middles of those on either side. */
function refined(figures: readonly number[], { breaks, form, correlation }: Cut, width: number): number[] {
  const cost = regimeCost(figures, correlation, form === 'level' ? 'level' : 'line');
  return breaks.map((block, i) => {
    const from = Math.max(0, (block - LATER_REGIME) * width, ((breaks[i - 1] ?? 0) + 1) * width);
    const to = Math.min(figures.length, (block + LATER_REGIME) * width, (breaks[i + 1] ?? Infinity) * width);
    let best = { at: block * width, cost: Infinity };
    for (let at = Math.max(from + 1, (block - 1) * width); at <= Math.min(to - 1, (block + 1) * width); at++) {
      const total = cost(from, at) + cost(at, to);
      if (total < best.cost) best = { at, cost: total };
    }
    return best.at;
  });
}
