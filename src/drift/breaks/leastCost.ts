import { once } from '../../cells/once';
import { regimeCost } from './regimeCost';
import { LATER_REGIME, type RegimeCost } from './segmentation';

/**
 * Figures in the stretches that are looked at: short ones lose less to a break, of long ones a line of their own explains less.
 * Those that decide most often come first.
 */
const WIDTHS = [12, 6, 24, 3, 48];
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
 * @returns        functions from a number of breaks to a sum of squares that no cut with so many leaves less than, as
 *                 `regimeCost` counts them; one for each width of stretches, worked out when it is first asked
 */
export function leastCosts(
  figures: readonly number[],
  rho: number,
  form: 'level' | 'line',
): ((breaks: number) => number)[] {
  const first = figures[0] ?? 0;
  // A regime's first figure is no innovation, and what a level or a line make of the others is again one.
  const innovations = figures.slice(1).map((figure, i) => figure - first - rho * (figures[i]! - first));
  const cost = regimeCost(innovations, 0, form, 2);
  const rounding = ROUNDING * innovations.reduce((sum, innovation) => sum + innovation * innovation, 0);
  return WIDTHS.filter(width => width <= innovations.length).map(width => {
    const stretches = once(() => stretchesOf(innovations.length, width, cost));
    return breaks => {
      const { total, losses } = stretches();
      let left = total;
      for (let i = 0; i < breaks && i < losses.length; i++) left -= losses[i]!;
      return Math.max(0, left) - rounding;
    };
  });
}

/** What stretches of one width leave together, and what breaks may take off it, the most first. */
function stretchesOf(count: number, width: number, cost: RegimeCost): { total: number; losses: number[] } {
  const losses: number[] = [];
  let total = 0;
  for (let from = 0; from < count; from += width) {
    const to = Math.min(from + width, count);
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
  return { total, losses };
}
