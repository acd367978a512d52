import { strategicCoherence } from '../../alignment';
import { capitalised } from '../../cells/english';
import type { Kpi, Register } from '../../workbook/register';
import { plainName, sameName } from '../../workbook/sheets/names';
import type { CoherenceReview } from '../types';
import type { MomentumAt } from './momenta';
import { type Movement, movementOf } from './movement';

/** Nearer zero than this, functions pull apart. */
export const APART = 0.25;

/** A KPI with its momentum. */
export interface Moving {
  kpi: Kpi;
  momentumAt: MomentumAt;
}

/**
 * The momentum of each business function at a period: the weighted mean of its KPIs' direction-adjusted momenta. A KPI
 * without a function is one of its own, as in the score.
 *
 * @param moving    the KPIs
 * @param strategy  the functions and their weights
 * @param period    0-based
 */
export function functionMomenta(
  moving: readonly Moving[],
  { functions }: Register['strategy'],
  period: number,
): CoherenceReview['functions'] {
  const groups = new Map<string, { name: string; members: Moving[] }>();
  for (const one of moving) {
    const { name, function: business } = one.kpi;
    const key = business === '' ? `KPI ${name}` : plainName(business);
    const group = groups.get(key) ?? { name: business || name, members: [] };
    group.members.push(one);
    groups.set(key, group);
  }
  return [...groups.values()].map(({ name, members }) => ({
    name,
    weight: functions.find(known => sameName(known.name, name))?.weight ?? 1,
    momentum: weightedMean(members, period),
  }));
}

function weightedMean(members: readonly Moving[], period: number): number | null {
  let [sum, weight] = [0, 0];
  for (const { kpi, momentumAt } of members) {
    const momentum = kpi.weight > 0 ? momentumAt(period).adjusted : null;
    if (momentum === null) continue;
    sum += kpi.weight * momentum;
    weight += kpi.weight;
  }
  return weight === 0 ? null : sum / weight;
}

/**
 * Whether the business functions move together in the newest period: coherence with its verdict.
 *
 * @param moving    the KPIs
 * @param register  functions and their weights
 * @param newest    the newest period, 0-based; −1 where there is none
 */
export function coherenceReview(moving: readonly Moving[], { strategy }: Register, newest: number): CoherenceReview {
  const functions = newest < 0 ? [] : functionMomenta(moving, strategy, newest);
  const known = functions.filter(f => f.momentum !== null && f.weight > 0);
  if (known.length < 2) {
    const sentence = 'Not yet known: two functions each need a KPI with nine figures.';
    return { value: null, verdict: 'too early to tell', sentence, functions };
  }
  const value = strategicCoherence(
    known.map(f => f.momentum!),
    known.map(f => f.weight),
  );
  if (value === null || Number.isNaN(value)) {
    const sentence = 'Steady: the functions have moved no more than usual.';
    return { value: null, verdict: 'steady', sentence, functions };
  }
  const verdict = verdictOf(
    value,
    known.map(f => movementOf(f.momentum!)),
  );
  const all = `coherence ${value.toFixed(2).replace('-', '−')}, where 1 is all for the better and −1 all for the worse`;
  return { value, verdict, sentence: `${capitalised(verdict)}: ${all}.`, functions };
}

/** Functions move together where several do; where one alone does, it says so in the words of the Compass. */
function verdictOf(value: number, movements: readonly Movement[]): CoherenceReview['verdict'] {
  if (Math.abs(value) < APART) return 'pulling apart';
  const way = value > 0 ? 'improving' : 'worsening';
  const isAlone = movements.filter(movement => movement === way).length === 1;
  return isAlone ? way : `${way} together`;
}
