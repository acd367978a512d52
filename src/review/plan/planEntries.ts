import type { Register } from '../../workbook/register';
import { explainedAt } from '../alerts/explain';
import { toldDecision } from '../decisions/decisions';
import { decisionsOnPlan } from '../decisions/loggedDecision';
import type { Judged } from '../kpi/judged';
import { PLAN_PATTERNS } from '../patterns/catalogue';
import type { PlanPattern } from '../patterns/pattern';
import type { PlanEntry } from '../types';
import type { PlanFindings } from './finding';

/**
 * The plain conditions of the plan that hold today, one entry each with everything that it found.
 *
 * @param register  the plan and the Log
 * @param judged    every KPI with its figures
 */
export function planEntries(register: Register, judged: readonly Judged[]): PlanEntry[] {
  return PLAN_PATTERNS.flatMap(pattern => {
    const found = pattern.findings(register, judged);
    return found ? [entryOf(pattern, found, register)] : [];
  });
}

function entryOf({ name, matters, question }: PlanPattern, found: PlanFindings, register: Register): PlanEntry {
  const id = `${name} plan`;
  const decision = toldDecision(decisionsOnPlan(name, register));
  const kpis = unique(found.findings.map(({ kpi }) => kpi));
  return {
    id,
    kind: 'plan',
    pattern: name,
    headline: `${name}: ${found.headline}`,
    findings: found.findings.map(({ text, place }) => ({ text, place })),
    kpi: null,
    kpis,
    functions: unique(found.findings.map(finding => finding.function)),
    state: decision ? 'decided' : 'open',
    question,
    matters,
    explain: explainedAt(name),
    stakes: found.stakes ?? null,
    decision,
  };
}

function unique(names: (string | undefined)[]): string[] {
  return [...new Set(names.filter((name): name is string => Boolean(name)))];
}
