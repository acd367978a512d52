import { attainment, ScoringError } from '../../alignment';
import type { Kpi, Register } from '../../workbook/register';
import { sameName } from '../../workbook/sheets/names';
import type { Alert } from '../types';

/** However little an alert changes, its certainty and its goal still count. */
const LEAST = 0.05;

const STATES: Alert['state'][] = ['new', 'open', 'decided', 'over'];

/** What an alert's priority is made of, each part a number without unit. */
interface Ranked<A extends Alert> {
  alert: A;
  /** 0.05 to 1: how much of the score or of its level a KPI moved; not used where money is known. */
  size: number;
}

/**
 * Puts alerts in the order in which they matter: priority = stakes × certainty × weight of the goal.
 *
 * - Stakes, 0.05 to 1: the money at stake as a share of the largest amount in the review; where the workbook knows no
 *   amount, the attainment that the KPI lost or gained, or without a target the change of its level as a share of the larger one.
 * - Certainty, 0 to 1: the chance that a KPI that has not changed shows nothing like it in a calendar year, e^(−1/years).
 * - Goal: its weight over the mean weight of the goals; a KPI without a goal counts like the lightest of them.
 *
 * What waits (new and open) is first, by priority; what is decided and what is over after it, the latest first. So a
 * longer list of KPIs fills the list from below: the first ten stay the ten that matter most.
 *
 * @param ranked    alerts with the size of their change
 * @param strategy  the goals
 * @returns         the alerts in order, each with its priority
 */
export function inOrder<A extends Alert>(ranked: readonly Ranked<A>[], strategy: Register['strategy']): A[] {
  const amounts = ranked.map(({ alert }) => (waits(alert) ? (alert.stakes?.amount ?? 0) : 0));
  const most = Math.max(0, ...amounts);
  return ranked
    .map(({ alert, size }) => {
      const stakes = alert.stakes && most > 0 ? Math.min(1, alert.stakes.amount / most) : size;
      const sure = Math.exp(-1 / alert.certainty.years);
      return { ...alert, priority: Math.max(LEAST, stakes) * sure * goalWeight(alert.goal, strategy) };
    })
    .sort((one, other) => rank(one) - rank(other) || later(one, other));
}

function waits({ state }: Alert): boolean {
  return state === 'new' || state === 'open';
}

/** What waits for a decision first, then experiments under way, what is decided, what is over. */
function rank(alert: Alert): number {
  if (waits(alert)) return alert.kind === 'experiment' && !alert.ended ? 1 : 0;
  return 1 + STATES.indexOf(alert.state);
}

function later(one: Alert, other: Alert): number {
  const byDate = one.raised < other.raised ? 1 : one.raised > other.raised ? -1 : 0;
  if (!waits(one)) return byDate;
  const patternFirst = Number(other.kind === 'pattern') - Number(one.kind === 'pattern');
  return other.priority - one.priority || patternFirst || byDate;
}

function goalWeight(goal: string | null, { goals }: Register['strategy']): number {
  const weights = goals.map(({ weight }) => weight);
  const mean = weights.reduce((sum, weight) => sum + weight, 0) / weights.length;
  if (!(mean > 0)) return 1;
  const named = goals.find(({ name }) => goal !== null && sameName(name, goal));
  return (named?.weight ?? Math.min(...weights)) / mean;
}

/**
 * How much a change moves its KPI, where no money is known.
 *
 * @param kpi       with its target and floor
 * @param oldLevel  in the unit of its figures
 * @param newLevel  likewise
 * @returns         0 to 1: the attainment lost or gained; without a target the change as a share of the larger level
 */
export function sizeOf(kpi: Kpi, oldLevel: number, newLevel: number): number {
  try {
    if (kpi.target !== null || kpi.better === 'in range') {
      return Math.abs(attainment(newLevel, kpi) - attainment(oldLevel, kpi));
    }
  } catch (error) {
    if (!(error instanceof ScoringError)) throw error;
  }
  const larger = Math.max(Math.abs(oldLevel), Math.abs(newLevel));
  return larger === 0 ? 0 : Math.min(1, Math.abs(newLevel / larger - oldLevel / larger));
}
