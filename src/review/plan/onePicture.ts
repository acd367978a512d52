import type { SurveyAnswer } from '../../workbook/register';
import { isStale, newestFigure } from '../kpi/freshness';
import type { Judged } from '../kpi/judged';
import type { PlanPattern } from '../patterns/pattern';
import { figureOf } from '../words/words';
import type { PlanFinding, PlanFindings } from './finding';
import { newestAnswers, teamsApart } from './teamsApart';

export const NOT_ONE_PICTURE: PlanPattern = {
  kind: 'plan',
  name: 'Not one picture',
  findings: ({ answers }, judged) => notOnePicture(judged, answers),
  explanation:
    "A pulse survey's agreement index is under one half: people who work together see the same thing differently. The index is 1 " +
    'if all give the same answer and 0 if answers are no more alike than by chance. It is a KPI with the Measure *agreement*, ' +
    'filled by *AGREEMENT_INDEX*. The condition also holds if the means of two teams, with at least five answers each, are a scale ' +
    'point apart, and chance would produce such a difference less than once in twenty times (Welch). Their answers are read from ' +
    'the sheet *Answers* of the template *Alignment pulse*.',
  matters: 'People who see different priorities work in different directions, however hard they work.',
  passage:
    'teams working in silos, or a general feeling that efforts are scattered and not contributing to a unified goal',
  question: 'Ask three people what comes first this quarter: do they say the same?',
  source:
    'James, Demaree and Wolf (1984), *Estimating within-group interrater reliability*; Welch (1947), *The generalization of "Student\'s" problem*',
};

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
 * The agreement index of a pulse survey is under 0.5, or two teams see the same question differently.
 *
 * @param judged   every KPI
 * @param answers  the single answers of a survey by team
 * @source         method.md section 4
 */
function notOnePicture(judged: readonly Judged[], answers: readonly SurveyAnswer[]): PlanFindings | null {
  const apart = agreements(judged).filter(({ agreement }) => agreement < AGREED);
  const findings: PlanFinding[] = apart.map(({ one, agreement }) => ({
    text: `${one.kpi.name}: ${figureOf(one, agreement)}, where 1 means that everybody agrees and 0 no more than by chance`,
    place: one.kpi.place,
    kpi: one.kpi.name,
    function: one.kpi.function,
  }));
  findings.push(...teamsApart(newestAnswers(judged[0]?.periods ?? [], answers)));
  if (findings.length === 0) return null;
  return { headline: 'people see the same business differently', findings };
}
