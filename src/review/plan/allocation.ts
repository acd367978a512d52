import { allocationGap } from '../../alignment';
import type { Goal, Register } from '../../workbook/register';
import type { PlanPattern } from '../patterns/pattern';
import { moneyOf } from '../words/words';
import type { PlanFindings } from './finding';

export const MONEY_ELSEWHERE: PlanPattern = {
  kind: 'plan',
  name: 'Money where the strategy is not',
  findings: ({ strategy }) => moneyElsewhere(strategy),
  explanation:
    "More than a fifth of the money is not spent where the goals' weights say. Each goal has a *Spend* and a *Weight*; a goal without " +
    'a Spend is not compared. The gap is half the sum of the differences between share of money and share of weight: the money ' +
    'that would have to move.',
  matters:
    'The strategy is where the money goes. What the plan calls most important but nobody pays for will not happen.',
  passage: 'misdirected investments and wasted resources',
  question: 'Do we move the money, or admit that our strategy is a different one?',
  source: 'Duncan and Duncan (1955), the index of dissimilarity',
};

/** The part of the money that may lie elsewhere than the strategy says. */
const ALLOWED = 0.2;

/** Goals with their share of the money and of the strategy's weight. */
export interface Allocation {
  /** The part of the money that is not where the strategy says, 0 to 1. */
  gap: number;
  /** All that is spent on the goals that are compared, in currency. */
  spent: number;
  /** Shares of spend and of weight are fractions. */
  goals: { goal: Goal; spend: number; weight: number }[];
  /** Goals without a Spend, which are not compared. */
  without: Goal[];
}

/**
 * Compares the money of each goal with its weight. A goal without a Spend is left out: a blank is not nothing.
 *
 * @param goals  as Compass Strategy has them
 * @returns      null where fewer than two goals have a Spend, or nothing is spent or weighs
 */
export function allocationOf({ goals }: Register['strategy']): Allocation | null {
  const known = goals.filter((goal): goal is Goal & { spend: number } => goal.spend !== null && goal.spend >= 0);
  if (known.length < 2) return null;
  const gap = allocationGap(
    known.map(({ spend }) => spend),
    known.map(({ weight }) => weight),
  );
  if (!Number.isFinite(gap)) return null;
  const spent = known.reduce((sum, { spend }) => sum + spend, 0);
  const weighed = known.reduce((sum, { weight }) => sum + weight, 0);
  return {
    gap,
    spent,
    goals: known.map(goal => ({ goal, spend: goal.spend / spent, weight: goal.weight / weighed })),
    without: goals.filter(goal => !known.some(({ name }) => name === goal.name)),
  };
}

/**
 * More than a fifth of the money is not where the weights of the goals say.
 *
 * @param strategy  its goals, and the currency
 */
function moneyElsewhere(strategy: Register['strategy']): PlanFindings | null {
  const allocation = allocationOf(strategy);
  if (!allocation || allocation.gap <= ALLOWED) return null;
  const { gap, spent, goals } = allocation;
  const { currency } = strategy;
  const amount = gap * spent;
  const findings = [...goals]
    .sort((one, other) => Math.abs(other.spend - other.weight) - Math.abs(one.spend - one.weight))
    .map(({ goal, spend, weight }) => ({
      text: `${goal.name}: ${percent(spend)} of the money, ${percent(weight)} of the weight`,
      place: goal.place,
    }));
  return {
    headline: `${percent(gap)} of the money is not where the goals’ weights say`,
    findings,
    stakes: {
      amount,
      currency,
      once: false,
      sentence: `About ${moneyOf(amount, currency)} of ${moneyOf(spent, currency)}.`,
    },
  };
}

/** "35%" */
export function percent(fraction: number): string {
  return `${Math.round(100 * fraction)}%`;
}
