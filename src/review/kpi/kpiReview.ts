import type { Cadence } from '../../cells/period';
import { isoDate } from '../../cells/serial';
import { evidencePoints } from '../alerts/evidence';
import type { MomentumAt } from '../score/momenta';
import type { KpiReview } from '../types';
import { aimAt } from './aim';
import { chartOf } from './chart';
import type { Judged } from './judged';
import { kpiVerdict } from './kpiVerdict';
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
  const { kpi, periods, values, changes } = judged;
  const newest = periods.length - 1;
  const { onset, last, ...verdict } = kpiVerdict(judged);
  const open = changes.filter(change => !change.over);
  return {
    name: kpi.name,
    function: kpi.function,
    goal: kpi.goal,
    owner: kpi.owner,
    unit: kpi.unit,
    better: kpi.better,
    ...verdict,
    since: onset === null ? null : isoDate(periods[onset]!.start),
    latest: last < 0 ? null : values[last]!,
    period: last < 0 ? '' : isoDate(periods[last]!.start),
    target: last < 0 ? kpi.target : aimAt(kpi, last).target,
    momentum: newest < 0 ? null : momentumAt(newest).adjusted,
    outlook: outlookOf(judged, cadence),
    chart: chartOf(
      judged,
      open.flatMap(change => evidencePoints(judged, change)),
    ),
    place: figuresPlace(judged, 0) ?? kpi.place,
  };
}
