import { quantile } from '../../kpi/quantile';
import type { KpiReview } from '../types';
import { roundedBy } from './roundedBy';

/** Figures at the present level that a proposal needs. */
const FEWEST = 8;

/** A target that a KPI's own past justifies. */
export interface ProposedTarget {
  kpi: string;
  target: number;
  /** "reached in 4 of the last 15 periods" */
  why: string;
}

/**
 * A target for a KPI that has none: what its better quarter of periods reached at the present level, rounded as a person
 * would say it. So it is ambitious, and has been done.
 *
 * @param kpi  from a review
 * @returns    null with a target or a band already, with too few figures at the present level, or with a season, for which
 *             one figure would be wrong in every month: see seasonalTargets
 */
export function proposedTarget({ name, better, target, chart }: KpiReview): ProposedTarget | null {
  if (target !== null || chart.targets || better === 'in range' || chart.season !== null) return null;
  const from = chart.regimes[chart.regimes.length - 1]?.from ?? 0;
  const figures = chart.values.slice(from).filter(value => value !== null);
  if (figures.length < FEWEST) return null;
  const [low, high] = [quantile(figures, 0.25), quantile(figures, 0.75)];
  const bound = roundedBy(better === 'higher' ? high : low, high - low);
  // Nobody has 42.3 visitors.
  const rounded = figures.every(Number.isInteger) ? Math.round(bound) : bound;
  const reached = figures.filter(figure => (better === 'higher' ? figure >= rounded : figure <= rounded)).length;
  return { kpi: name, target: rounded, why: `reached in ${reached} of the last ${figures.length}` };
}
