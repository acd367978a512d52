import { type Limits, side } from '../limits';
import { type Direction, isFigure, newestFigures, type Series } from '../series';

/** What a reader can see in the chart of a KPI. */
export type Rule = 'point' | 'run' | 'three of four';

/** A rule that the newest period of a series completes. */
export interface RuleHit {
  rule: Rule;
  direction: Direction;
  /** The periods that count, 0-based. */
  points: number[];
}

/** Figures in a row on one side of the centre that make a run. */
export const RUN = 8;

/**
 * Wheeler's three rules at the newest period of a regime: a point beyond a limit; eight in a row on one side of the centre
 * (a point on the centre breaks the run); three of four in a row strictly nearer the same limit than the centre. A gap
 * neither extends nor breaks.
 *
 * @param values  the figures of the regime, oldest first, the newest period last; a blank is a gap
 * @param limits  the limits by which it is judged, in the unit of `values`
 * @returns       the rules that the newest period completes; none where it has no figure
 * @source        Wheeler, Understanding Variation, 2nd ed., ch. 3 and appendix: detection rules one to three
 */
export function wheelerRules(values: Series, limits: Limits): RuleHit[] {
  const newest = values.length - 1;
  if (!isFigure(values[newest])) return [];
  const { centre, lower, upper } = limits;
  const [nearLower, nearUpper] = [(centre + lower) / 2, (centre + upper) / 2];
  const last = (count: number) => newestFigures(values, count);
  const on = (index: number, from: number, to: number) => side(values[index]!, from, to);
  const hits: RuleHit[] = [];
  for (const [direction, beyond] of [
    ['up', 1],
    ['down', -1],
  ] as const) {
    if (on(newest, lower, upper) === beyond) hits.push({ rule: 'point', direction, points: [newest] });
    const run = last(RUN);
    if (run.length === RUN && run.every(i => on(i, centre, centre) === beyond)) {
      hits.push({ rule: 'run', direction, points: run });
    }
    const near = last(4).filter(i => on(i, nearLower, nearUpper) === beyond);
    if (near.length >= 3) hits.push({ rule: 'three of four', direction, points: near });
  }
  return hits;
}
