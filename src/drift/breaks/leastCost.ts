import { regimeCost } from './regimeCost';
import { LATER_REGIME } from './segmentation';

/** Figures in the stretches that are looked at: short ones lose less to a break, of long ones a line of their own explains less. */
const WIDTHS = [3, 6, 12, 24, 48];
/** More than arithmetic leaves in the last digits of a cost, as a part of all squares. */
const ROUNDING = 1e-9;

/**
 * What no cut into regimes leaves less than, however it is cut. The series is told apart into stretches, each with a level or a
 * line of its own: regimes leave as much of every stretch in which none of them begins, and of one in which one does as much as
 * the best cut of that stretch, the figure at the cut left out.
 *
 * @param figures  one figure a period, oldest first, no blanks
 * @param rho      lag-1 correlation, from 0 to below 1
 * @param form     what long regimes follow
 * @returns        a function from a number of breaks to a sum of squares that no cut with so many leaves less than, as
 *                 `regimeCost` counts them
 */
export function leastCost(figures: readonly number[], rho: number, form: 'level' | 'line'): (breaks: number) => number {
  const first = figures[0] ?? 0;
  // A regime's first figure is no innovation, and what a level or a line make of the others is again one.
  const innovations = figures.slice(1).map((figure, i) => figure - first - rho * (figures[i]! - first));
  const cost = regimeCost(innovations, 0, form, 2);
  const squares = innovations.reduce((sum, innovation) => sum + innovation * innovation, 0);
  const bounds = WIDTHS.filter(width => width <= innovations.length).map(width => {
    const losses: number[] = [];
    let total = 0;
    for (let from = 0; from < innovations.length; from += width) {
      const to = Math.min(from + width, innovations.length);
      const whole = cost(from, to);
      total += whole;
      let cut = whole;
      for (let at = from; at < to; at++) {
        cut = Math.min(cut, (at > from ? cost(from, at) : 0) + (at + 1 < to ? cost(at + 1, to) : 0));
      }
      // Breaks that share a stretch take no more than all of it together.
      const mostEach = width > LATER_REGIME ? Math.max(whole - cut, whole / 2) : whole - cut;
      for (let room = 0; room < width; room += LATER_REGIME) losses.push(mostEach);
    }
    losses.sort((a, b) => b - a);
    return (breaks: number) => losses.slice(0, breaks).reduce((left, loss) => left - loss, total);
  });
  return breaks => Math.max(0, ...bounds.map(bound => bound(breaks))) - ROUNDING * squares;
}
