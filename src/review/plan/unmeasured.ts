import type { Kpi, Place, Register } from '../../workbook/register';
import { plainName, sameName } from '../../workbook/sheets/names';
import { counted, listed } from '../words/words';
import type { Finding, Findings } from './finding';

/**
 * *A plan nobody measures*: a goal without a KPI; a KPI without goal, target or owner; a business function without any KPI.
 * A KPI that is better in range has its band for a target.
 *
 * @param register  the plan as it stands today
 */
export function unmeasured({ kpis, strategy }: Register): Findings | null {
  const goals: Finding[] = strategy.goals
    .filter(({ name }) => !kpis.some(({ goal }) => sameName(goal, name)))
    .map(({ name, place }) => ({ text: `No KPI measures the goal ‘${name}’`, place }));
  const functions: Finding[] = functionsOf(strategy)
    .filter(({ name }) => !kpis.some(kpi => sameName(kpi.function, name)))
    .map(({ name, place }) => ({ text: `${name} has no KPI`, place, function: name }));
  const incomplete: Finding[] = kpis.flatMap(kpi => {
    const missing = MISSING.filter(([, lacks]) => lacks(kpi)).map(([what]) => what);
    const text = `${kpi.name} has no ${listed(missing).replace(/ and /, ' and no ')}`;
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
    ({ better, target, low, high }) => (better === 'in range' ? low === null || high === null : target === null),
  ],
  ['owner', ({ owner }) => owner === ''],
];

function functionsOf({ functions }: Register['strategy']): { name: string; place: Place }[] {
  return functions
    .filter(({ name }, i) => functions.findIndex(other => plainName(other.name) === plainName(name)) === i)
    .map(({ name }) => ({ name, place: { sheet: 'Compass Strategy' } }));
}
