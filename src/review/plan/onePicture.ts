import { isStale, newestFigure } from '../freshness';
import type { Judged } from '../judged';
import { figureOf } from '../words';
import type { Findings } from './finding';

/** Below this, half of what could agree does not. */
const AGREED = 0.5;

/**
 * The newest agreement of each pulse survey: KPIs whose Measure is agreement, figures that are not stale.
 *
 * @param judged  every KPI
 * @returns       fractions, with their KPIs
 */
export function agreements(judged: readonly Judged[]): { one: Judged; agreement: number }[] {
  return judged.flatMap(one => {
    if (one.kpi.measure !== 'agreement') return [];
    const newest = one.periods.length - 1;
    const last = newestFigure(one.values, newest);
    return last < 0 || isStale(one, last, newest) ? [] : [{ one, agreement: one.values[last]! }];
  });
}

/**
 * *Not one picture*: the agreement index of a pulse survey is under 0.5. The answers of single teams do not stand in the
 * Compass sheets, so that their means are compared where the answers are, in the survey's own sheet.
 *
 * @param judged  every KPI
 */
export function notOnePicture(judged: readonly Judged[]): Findings | null {
  const apart = agreements(judged).filter(({ agreement }) => agreement < AGREED);
  if (apart.length === 0) return null;
  const findings = apart.map(({ one, agreement }) => ({
    text: `${one.kpi.name}: ${figureOf(one, agreement)}, where 1 is everybody the same and 0 no more than by chance`,
    place: one.kpi.place,
    kpi: one.kpi.name,
    function: one.kpi.function,
  }));
  return { headline: 'people see the same business differently', findings };
}
