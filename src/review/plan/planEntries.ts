import type { Register } from '../../workbook/register';
import { explainedAt } from '../alerts/explain';
import { decidedOn } from '../decisions/decisions';
import type { Judged } from '../kpi/judged';
import { MONEY, NO_RHYTHM, ONE_PICTURE, OVER_BUDGET, type Pattern, UNMEASURED } from '../patterns/table';
import type { PlanEntry } from '../types';
import { moneyElsewhere } from './allocation';
import type { Findings } from './finding';
import { notOnePicture } from './onePicture';
import { overBudget } from './overBudget';
import { noRhythm } from './rhythm';
import { unmeasured } from './unmeasured';

/**
 * The plain conditions of the plan that hold today, one entry each with everything that it found.
 *
 * @param register  the plan and the Log
 * @param judged    every KPI with its figures
 */
export function planEntries(register: Register, judged: readonly Judged[]): PlanEntry[] {
  const { strategy } = register;
  const conditions: [Pattern, Findings | null][] = [
    [OVER_BUDGET, overBudget(judged, strategy.cadence)],
    [MONEY, moneyElsewhere(strategy)],
    [UNMEASURED, unmeasured(register)],
    [NO_RHYTHM, noRhythm(register, judged)],
    [ONE_PICTURE, notOnePicture(judged, register.answers)],
  ];
  return conditions.flatMap(([pattern, found]) => (found ? [entryOf(pattern, found, register)] : []));
}

function entryOf({ name, passage, question }: Pattern, found: Findings, register: Register): PlanEntry {
  const id = `${name} plan`;
  const decision = decidedOn(id, register);
  const kpis = unique(found.findings.map(({ kpi }) => kpi));
  return {
    id,
    kind: 'plan',
    pattern: name,
    headline: `${name}: ${found.headline}`,
    findings: found.findings.map(({ text, place }) => ({ text, place })),
    kpi: '',
    kpis,
    functions: unique(found.findings.map(finding => finding.function)),
    state: decision ? 'decided' : 'open',
    question,
    passage,
    explain: explainedAt(name),
    stakes: found.stakes ?? null,
    decision,
  };
}

function unique(names: (string | undefined)[]): string[] {
  return [...new Set(names.filter((name): name is string => Boolean(name)))];
}
