import type { Cadence } from '../../cells/period';
import type { Replay } from './judged';

/** How long a KPI's own step is at most, in days, where it is longer than the workbook's. */
const STEP_DAYS: Record<Cadence, number> = { day: 1, week: 7, month: 31, quarter: 92 };

/**
 * The period of a KPI's newest figure, as it was at a period.
 *
 * @param values  one figure a period; null where there is none
 * @param newest  0-based; later figures are not known yet
 * @returns       0-based; −1 without a figure
 */
export function newestFigure(values: Replay['values'], newest: number): number {
  let last = newest;
  while (last >= 0 && values[last] === null) last--;
  return last;
}

/**
 * Whether a KPI's newest figure is too old to speak for a period: it counts for its own period and for one cadence after it.
 *
 * @param last    the period of the figure, 0-based
 * @param newest  the period that it should speak for, 0-based
 */
export function isStale({ kpi, periods }: Pick<Replay, 'kpi' | 'periods'>, last: number, newest: number): boolean {
  if (kpi.cadence === undefined) return newest - last > 1;
  return periods[newest]!.end - periods[last]!.end > STEP_DAYS[kpi.cadence];
}
