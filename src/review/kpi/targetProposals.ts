import type { Edit } from '../../workbook/edit';
import { planEdits } from '../../workbook/edits/planEdits';
import { readTables } from '../../workbook/register/readTracked';
import type { Snapshot } from '../../workbook/snapshot';
import { editKpi } from '../../workbook/track/editKpi';
import { writeTargetFigures } from '../../workbook/track/targets';
import type { KpiReview, Review } from '../types';
import { formatFigure } from '../words/formatFigure';
import { proposedTarget } from './proposedTarget';
import { seasonalTargets } from './seasonalTargets';

/** A target, or one for each period, that can be set in one press. */
export interface TargetProposal {
  kpi: string;
  /** "at least 117"; "at least 82 to 131, each month its own" */
  says: string;
  /** "reached in 4 of the last 15 periods" */
  why: string;
  set: (now: Snapshot) => Edit[];
}

/**
 * Targets for KPIs that have none, from their own past: one figure, or with a season one for each period.
 *
 * @param review    of the workbook
 * @param snapshot  that workbook
 */
export function targetProposals(review: Review, snapshot: Snapshot): TargetProposal[] {
  // Targets by period are kept in the steps of Compass Data; a review in longer ones has none for them.
  const inSteps = readTables(snapshot).data?.calendar.cadence === review.cadence;
  return review.kpis.flatMap(kpi => oneTarget(kpi) ?? (inSteps ? byPeriod(kpi, review.cadence) : null) ?? []);
}

/** The edits that set proposed targets. */
export function setTargets(now: Snapshot, proposals: readonly TargetProposal[]): Edit[] {
  const plan = planEdits(now);
  for (const { set } of proposals) plan.add(set);
  return plan.finish();
}

function oneTarget(review: KpiReview): TargetProposal | null {
  const proposal = proposedTarget(review);
  if (!proposal) return null;
  const { kpi, target, why } = proposal;
  const says = `${bound(review)} ${figure(review, target)}`;
  return { kpi, says, why, set: now => editKpi(now, kpi, { target }) };
}

function byPeriod(review: KpiReview, cadence: Review['cadence']): TargetProposal | null {
  const proposal = seasonalTargets(review, cadence);
  if (!proposal) return null;
  const dates = review.chart.periods.map(({ date }) => date);
  const { kpi, targets, low, high, why } = proposal;
  const says = `${bound(review)} ${figure(review, low)} to ${figure(review, high)}, each ${cadence} its own`;
  return { kpi, says, why, set: now => writeTargetFigures(now, kpi, dates, targets, review.chart.format) };
}

const bound = ({ better }: KpiReview) => (better === 'higher' ? 'at least' : 'at most');
const figure = ({ chart, unit }: KpiReview, target: number) => formatFigure(target, { format: chart.format, unit });
