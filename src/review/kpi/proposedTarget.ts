import type { KpiReview } from '../types';

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
 *             one figure would be wrong in every month
 */
export function proposedTarget({ name, better, target, chart }: KpiReview): ProposedTarget | null {
  if (target !== null || chart.targets || better === 'in range' || chart.season !== null) return null;
  const from = chart.regimes[chart.regimes.length - 1]?.from ?? 0;
  const figures = chart.values.slice(from).filter(value => value !== null);
  if (figures.length < FEWEST) return null;
  const sorted = [...figures].sort((a, b) => a - b);
  const [low, high] = [quantile(sorted, 0.25), quantile(sorted, 0.75)];
  const rounded = roundedBy(better === 'higher' ? high : low, high - low);
  const reached = figures.filter(figure => (better === 'higher' ? figure >= rounded : figure <= rounded)).length;
  return { kpi: name, target: rounded, why: `reached in ${reached} of the last ${figures.length}` };
}

/** Linear between the figures, as Excel's QUARTILE.INC. */
function quantile(sorted: readonly number[], share: number): number {
  const at = share * (sorted.length - 1);
  const below = Math.floor(at);
  const next = sorted[Math.min(below + 1, sorted.length - 1)]!;
  return sorted[below]! + (at - below) * (next - sorted[below]!);
}

/** Rounded to a fifth of how far figures scatter, or to two digits where they do not scatter at all. */
function roundedBy(value: number, scatter: number): number {
  const size = scatter > 0 ? scatter / 5 : Math.abs(value) / 20;
  if (size === 0) return value;
  const step = 10 ** Math.floor(Math.log10(size));
  // Through the number's text, so that 0.35 is not 0.35000000000000003.
  return Number((Math.round(value / step) * step).toPrecision(12));
}
