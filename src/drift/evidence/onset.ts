import { judgingLimits } from '../limits';
import { type Direction, figures, mean, type Series } from '../series';
import { earliestOnset, FEWEST } from './evidence';

/** How many times more likely the figures must be as a slope than as a step before a change is reported as a trend, as a logarithm. */
const CLEARLY = 1;
/** A slope of fewer figures can't be told from a step. */
const SHORTEST_TREND = 5;

/** When and how a change began. */
export interface Onset {
  /** The 0-based place of its first figure. */
  at: number;
  /** One step to a new level, or a slope that goes on. */
  shape: 'step' | 'slope';
}

/**
 * When a change began, and whether the figures since are a new level or a slope: the start of the form that leaves the least
 * unexplained, among the starts that were judged.
 *
 * @param figures    the figures of the regime up to the one at which the change is raised, oldest first, no blanks
 * @param direction  the way the raw figure moved
 * @param earliest   0-based place from which on it may have begun
 * @returns          the estimated onset; the last figure where none moved that way
 * @source           least squares estimate of a single change point (Hinkley 1970), of a broken line (Hinkley 1969)
 */
export function onset(figures: readonly number[], direction: Direction, earliest = 0): Onset {
  const last = figures.length - 1;
  const centre = mean(figures);
  const whole = figures.reduce((sum, figure) => sum + (figure - centre) ** 2, 0);
  const best = { step: { at: last, gain: 0 }, slope: { at: last, gain: 0 } };
  for (let at = last; at >= Math.max(earliestOnset(figures.length), earliest); at--) {
    for (const shape of ['step', 'slope'] as const) {
      if (shape === 'slope' && (at < FEWEST || last - at + 1 < SHORTEST_TREND)) continue;
      const gain = explained(figures, centre, i => (i < at ? 0 : shape === 'step' ? 1 : i - at + 1));
      // Of two that explain the same but for rounding, the later one.
      if ((direction === 'up' ? gain : -gain) > best[shape].gain * (1 + 1e-9))
        best[shape] = { at, gain: Math.abs(gain) };
    }
  }
  const [asStep, asSlope] = [whole - best.step.gain, whole - best.slope.gain];
  const clearly = figures.length * Math.log(asStep / asSlope) > 2 * CLEARLY;
  return clearly ? { at: best.slope.at, shape: 'slope' } : { at: best.step.at, shape: 'step' };
}

/** What a form explains of the figures around their mean, in squared units; negative where they move against it. */
function explained(figures: readonly number[], centre: number, height: (at: number) => number): number {
  let [sum, square, product] = [0, 0, 0];
  for (let i = 0; i < figures.length; i++) {
    const h = height(i);
    sum += h;
    square += h * h;
    product += h * (figures[i]! - centre);
  }
  return (product * Math.abs(product)) / (square - (sum * sum) / figures.length);
}

/**
 * The level of a stretch of periods: the centre line of its own judging limits, so that a spike does not shift it.
 *
 * @param values  the stretch, oldest first; a blank is a gap
 * @param sparse  whether the figures are further apart than one period, so that blanks are no gaps
 * @returns       the level, in the unit of `values`; NaN where there is no figure
 */
export function level(values: Series, sparse = false): number {
  return judgingLimits(values, sparse)?.centre ?? mean(figures(values));
}
