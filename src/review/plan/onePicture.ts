import type { SurveyAnswer } from '../../workbook/register';
import { isStale, newestFigure } from '../kpi/freshness';
import type { Judged } from '../kpi/judged';
import { figureOf } from '../words/words';
import type { Finding, Findings } from './finding';
import { newestAnswers, teamsApart } from './teamsApart';

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
 * *Not one picture*: the agreement index of a pulse survey is under 0.5, or two teams see the same question differently.
 *
 * @param judged   every KPI
 * @param answers  the single answers of a survey by team
 * @source         method.md section 4
 */
export function notOnePicture(judged: readonly Judged[], answers: readonly SurveyAnswer[]): Findings | null {
  const apart = agreements(judged).filter(({ agreement }) => agreement < AGREED);
  const findings: Finding[] = apart.map(({ one, agreement }) => ({
    text: `${one.kpi.name}: ${figureOf(one, agreement)}, where 1 is everybody the same and 0 no more than by chance`,
    place: one.kpi.place,
    kpi: one.kpi.name,
    function: one.kpi.function,
  }));
  findings.push(...teamsApart(newestAnswers(judged[0]?.periods ?? [], answers)));
  if (findings.length === 0) return null;
  return { headline: 'people see the same business differently', findings };
}
