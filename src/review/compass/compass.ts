import { isFigure, MOMENTUM_FIGURES } from '../../drift';
import type { Kpi, Register } from '../../workbook/register';
import { sameName } from '../../workbook/sheets/names';
import { allocationOf } from '../plan/allocation';
import type { CoherenceReview, KpiReview, ScoreReview } from '../types';
import type { Compass, CompassFunction, CompassGoal } from './types';

/**
 * The business functions with their scores and momenta, and the goals with their weights and money, side by side.
 *
 * @param register   goals, functions and their weights
 * @param kpis       the review of each of its KPIs, in the same order
 * @param score      the alignment score
 * @param coherence  the momentum of each function
 */
export function compassOf(
  register: Register,
  kpis: readonly KpiReview[],
  score: ScoreReview,
  coherence: CoherenceReview,
): Compass {
  const functions = namesIn(register).map(name => functionOf(name, register, kpis, score, coherence));
  const weighed = functions.reduce((sum, { weight }) => sum + weight, 0);
  const allocation = allocationOf(register.strategy);
  return {
    functions: functions.map(one => ({ ...one, share: shareOf(one.weight, weighed) })),
    goals: goalsOf(register, allocation),
    gap: allocation?.gap ?? null,
  };
}

/** The functions of the KPIs, then those of the strategy that have none. */
function namesIn({ kpis, strategy }: Register): string[] {
  const all = [...kpis.map(groupOf), ...strategy.functions.map(({ name }) => name)].filter(name => name !== '');
  return all.filter((name, i) => all.findIndex(other => sameName(other, name)) === i);
}

function groupOf(kpi: Kpi): string {
  return kpi.function === '' ? kpi.name : kpi.function;
}

function functionOf(
  name: string,
  { kpis: all, strategy }: Register,
  reviews: readonly KpiReview[],
  score: ScoreReview,
  coherence: CoherenceReview,
): Omit<CompassFunction, 'share'> {
  const called = <T extends { name: string }>(list: readonly T[]) => list.find(one => sameName(one.name, name));
  const own = all.flatMap((kpi, i) => (sameName(groupOf(kpi), name) ? [{ kpi, review: reviews[i]! }] : []));
  const scored = called(score.functions);
  const momentum = called(coherence.functions)?.momentum ?? null;
  return {
    name,
    weight: called(strategy.functions)?.weight ?? 1,
    score: scored?.score ?? null,
    lost: scored?.lost ?? 0,
    unscored: scored?.score == null ? (called(score.leftOut)?.reason ?? '') : '',
    kpis: own.length,
    momentum,
    missing: momentum === null ? missingFor(own.flatMap(({ kpi, review }) => (kpi.weight > 0 ? [review] : []))) : null,
  };
}

/** A KPI that is best in range has no good direction without a band, however many figures come. */
function missingFor(kpis: readonly KpiReview[]): number | null {
  const lacking = kpis
    .filter(({ better, chart }) => better !== 'in range' || (chart.low !== null && chart.high !== null))
    .map(({ chart }) => MOMENTUM_FIGURES - chart.values.filter(isFigure).length);
  const least = Math.min(...lacking);
  return lacking.length > 0 && least > 0 ? least : null;
}

function goalsOf({ kpis, strategy }: Register, allocation: ReturnType<typeof allocationOf>): CompassGoal[] {
  const weighed = strategy.goals.reduce((sum, { weight }) => sum + weight, 0);
  return strategy.goals.map(goal => {
    const compared = allocation?.goals.find(one => one.goal === goal);
    const alone = allocation ? null : shareOf(goal.weight, weighed);
    return {
      name: goal.name,
      weight: compared ? compared.weight : alone,
      spend: compared ? compared.spend : null,
      kpis: kpis.filter(kpi => sameName(kpi.goal, goal.name)).length,
    };
  });
}

function shareOf(weight: number, all: number): number {
  return all === 0 ? 0 : weight / all;
}
