import { counted, listed } from '../../cells/english';
import type { Kpi, Place, Register } from '../../workbook/register';
import { plainName, sameName } from '../../workbook/sheets/names';
import type { PlanPattern } from '../patterns/pattern';
import type { PlanFinding, PlanFindings } from './finding';

export const UNMEASURED: PlanPattern = {
  kind: 'plan',
  name: 'A plan nobody measures',
  findings: unmeasured,
  explanation:
    'A goal that no KPI serves; a KPI without goal, target or owner; a business function without any KPI. Whatever nobody measures ' +
    'fails quietly.',
  matters: 'What nobody measures can fail for months before anyone notices.',
  passage: 'Ensure everyone is working towards common, measurable objectives',
  question: 'How would we notice in three months that this part of the plan fails?',
};

/**
 * A goal without a KPI; a KPI without goal, target or owner; a business function without any KPI.
 * A KPI that is better in range has its band for a target.
 *
 * @param register  the plan as it is today
 */
function unmeasured({ kpis, strategy }: Register): PlanFindings | null {
  const goals: PlanFinding[] = strategy.goals
    .filter(({ name }) => !kpis.some(({ goal }) => sameName(goal, name)))
    .map(({ name, place }) => ({ text: `No KPI measures the goal ‘${name}’`, place }));
  const functions: PlanFinding[] = functionsOf(strategy)
    .filter(({ name }) => !kpis.some(kpi => sameName(kpi.function, name)))
    .map(({ name, place }) => ({ text: `${name} has no KPI`, place, function: name }));
  const incomplete: PlanFinding[] = kpis.flatMap(kpi => {
    const missing = MISSING.filter(([, lacks]) => lacks(kpi)).map(([what]) => `no ${what}`);
    const text = `${kpi.name} has ${listed(missing)}`;
    return missing.length === 0 ? [] : [{ text, place: kpi.place, kpi: kpi.name, function: kpi.function }];
  });
  const findings = [...goals, ...functions, ...incomplete];
  if (findings.length === 0) return null;
  const lacking = MISSING.map(([what, lacks]) => [kpis.filter(lacks).length, 'KPI', what] as const);
  const parts = [
    [goals.length, 'goal', 'KPI'] as const,
    [functions.length, 'business function', 'KPI'] as const,
    ...lacking,
  ].filter(([count]) => count > 0);
  return { headline: listed(parts.map(([count, who, what]) => `${counted(count, who)} without ${what}`)), findings };
}

const MISSING: readonly (readonly [what: string, lacks: (kpi: Kpi) => boolean])[] = [
  ['goal', ({ goal }) => goal === ''],
  [
    'target',
    ({ better, target, targets, low, high }) =>
      better === 'in range' ? low === null || high === null : target === null && !targets,
  ],
  ['owner', ({ owner }) => owner === ''],
];

function functionsOf({ functions }: Register['strategy']): { name: string; place: Place }[] {
  return functions
    .filter(({ name }, i) => functions.findIndex(other => plainName(other.name) === plainName(name)) === i)
    .map(({ name }) => ({ name, place: { sheet: 'Compass Strategy' } }));
}
