import type { Cadence } from '../../cells/period';
import { isFigure } from '../../drift';
import type { Judged } from '../kpi/judged';
import type { PlanPattern } from '../patterns/pattern';
import { figureOf } from '../words/words';
import type { PlanFindings } from './finding';

export const OVER_BUDGET: PlanPattern = {
  kind: 'plan',
  name: 'Always over budget',
  findings: ({ strategy }, judged) => overBudget(judged, strategy.cadence),
  explanation:
    'The budget variance of two projects or more was above zero in seven of their last eight periods. One project over budget is ' +
    'bad luck or a bad budget; several, nearly always, are a habit. Each project is a KPI with the Measure *budget variance*.',
  matters:
    'A budget that is always exceeded no longer steers anything, and nobody knows what a project will really cost.',
  passage: 'projects that consistently run over budget',
  question: 'Are our budgets wishes, or does something in how we work make every project more expensive?',
};

const WATCHED = 8;
const OVER = 7;
const PROJECTS = 2;

/**
 * The budget variance is positive in 7 of the last 8 periods, in two projects or more. A project is a
 * KPI whose Measure is budget variance; one of longer steps than the workbook's counts its own periods.
 *
 * @param judged   every KPI
 * @param cadence  the workbook's
 */
function overBudget(judged: readonly Judged[], cadence: Cadence): PlanFindings | null {
  const findings = judged.flatMap(one => {
    const { kpi, values, options } = one;
    if (kpi.measure !== 'budget variance') return [];
    const recent = (options.sparse ? values.filter(isFigure) : values).slice(-WATCHED);
    const over = recent.filter(value => isFigure(value) && value > 0).length;
    if (over < OVER) return [];
    const latest = figureOf(one, recent.filter(isFigure).pop()!);
    const text = `${kpi.name}: over budget in ${over} of the last ${WATCHED} ${kpi.cadence ?? cadence}s, latest ${latest}`;
    return [{ text, place: kpi.place, kpi: kpi.name, function: kpi.function }];
  });
  if (findings.length < PROJECTS) return null;
  return { headline: `${findings.length} projects, nearly every ${cadence}`, findings };
}
