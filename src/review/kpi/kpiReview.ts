import { attainment, ScoringError, unclampedAttainment } from '../../alignment';
import type { Cadence } from '../../cells/period';
import { isoDate } from '../../cells/serial';
import { verdictOf } from '../../drift';
import { evidencePoints } from '../alerts/evidence';
import type { MomentumAt } from '../score/momenta';
import type { KpiReview } from '../types';
import { assurance } from './assurance';
import { chartOf } from './chart';
import { isStale, newestFigure } from './freshness';
import type { Judged } from './judged';
import { outlookOf } from './outlook';
import { figuresPlace } from './place';

/**
 * Both verdicts on a KPI, its newest figure and what that scores.
 *
 * @param judged      the KPI with its figures
 * @param momentumAt  its momentum
 * @param cadence     of the workbook
 */
export function kpiReview(judged: Judged, momentumAt: MomentumAt, cadence: Cadence): KpiReview {
  const { kpi, periods, values, changes, options } = judged;
  const newest = periods.length - 1;
  const last = newestFigure(values, newest);
  const latest = last < 0 ? null : values[last]!;
  const { attained, beyond, leftOut } = scored(judged, last);
  const open = changes.filter(change => !change.over);
  const { verdict, since } = verdictOf(values, changes, kpi.better, kpi, options);
  const limits = newest < 0 ? null : judged.limitsAt(newest);
  return {
    name: kpi.name,
    function: kpi.function,
    goal: kpi.goal,
    unit: kpi.unit,
    better: kpi.better,
    variation: verdict,
    since: since === null ? null : isoDate(periods[since]!.start),
    normal: limits && { low: limits.lower, high: limits.upper },
    assurance: assurance(kpi, limits),
    latest,
    period: last < 0 ? '' : isoDate(periods[last]!.start),
    target: kpi.target,
    attainment: attained,
    overDelivery: beyond,
    leftOut,
    momentum: newest < 0 ? null : momentumAt(newest).adjusted,
    outlook: outlookOf(judged, cadence),
    chart: chartOf(
      judged,
      open.flatMap(change => evidencePoints(judged, change)),
    ),
    place: figuresPlace(judged, 0) ?? kpi.place,
  };
}

/** What the newest figure scores, or why it is left out: no figure, one that is too old, or an aim that can't be scored. */
function scored(judged: Judged, last: number): { attained: number | null; beyond: number | null; leftOut: string } {
  const { kpi, periods, values } = judged;
  const none = (leftOut: string) => ({ attained: null, beyond: null, leftOut });
  if (last < 0) return none('no figure yet');
  if (isStale(judged, last, periods.length - 1)) return none(`stale: last figure ${periods[last]!.label}`);
  try {
    const unclamped = unclampedAttainment(values[last]!, kpi);
    return { attained: attainment(values[last]!, kpi), beyond: unclamped > 1 ? unclamped : null, leftOut: '' };
  } catch (error) {
    if (error instanceof ScoringError) return none(error.reason);
    throw error;
  }
}
