import { attainment, ScoringError, unclampedAttainment } from '../alignment';
import { isoDate } from '../cells/serial';
import { verdictOf } from '../drift';
import type { Cadence } from '../workbook/register';
import { assurance } from './assurance';
import { chartOf } from './chart';
import type { Judged } from './judged';
import { placeOf } from './place';
import type { KpiReview } from './types';

/** How long a KPI's own step is at most, in days, where it is longer than the workbook's. */
const STEP_DAYS: Record<Cadence, number> = { day: 1, week: 7, month: 31, quarter: 92 };

/**
 * Both verdicts on a KPI, its newest figure and what that scores.
 *
 * @param judged  the KPI with its figures
 */
export function kpiReview(judged: Judged): KpiReview {
  const { kpi, periods, values, changes, options } = judged;
  const last = newestFigure(values);
  const latest = last < 0 ? null : values[last]!;
  const { attained, beyond, leftOut } = scored(judged, last);
  const open = changes.filter(change => !change.over);
  return {
    name: kpi.name,
    function: kpi.function,
    goal: kpi.goal,
    unit: kpi.unit,
    better: kpi.better,
    variation: verdictOf(values, changes, kpi.better, kpi, options).verdict,
    assurance: assurance(kpi, judged.limits[periods.length - 1] ?? null),
    latest,
    period: last < 0 ? '' : isoDate(periods[last]!.start),
    target: kpi.target,
    attainment: attained,
    overDelivery: beyond,
    leftOut,
    chart: chartOf(
      judged,
      open.flatMap(change => change.signs.flatMap(sign => sign.points)),
    ),
    place: placeOf(judged, 0) ?? kpi.place,
  };
}

function newestFigure(values: Judged['values']): number {
  let last = values.length - 1;
  while (last >= 0 && values[last] === null) last--;
  return last;
}

/** What the newest figure scores, or why it is left out: no figure, one that is too old, or an aim that can't be scored. */
function scored(judged: Judged, last: number): { attained: number | null; beyond: number | null; leftOut: string } {
  const { kpi, periods, values } = judged;
  const none = (leftOut: string) => ({ attained: null, beyond: null, leftOut });
  if (last < 0) return none('no figure yet');
  if (isStale(judged, last)) return none(`stale: last figure ${periods[last]!.label}`);
  try {
    const unclamped = unclampedAttainment(values[last]!, kpi);
    return { attained: attainment(values[last]!, kpi), beyond: unclamped > 1 ? unclamped : null, leftOut: '' };
  } catch (error) {
    if (error instanceof ScoringError) return none(error.reason);
    throw error;
  }
}

/** A figure counts for its own period and for one cadence after it. */
function isStale({ kpi, periods }: Judged, last: number): boolean {
  const newest = periods.length - 1;
  if (kpi.cadence === undefined) return newest - last > 1;
  return periods[newest]!.end - periods[last]!.end > STEP_DAYS[kpi.cadence];
}
