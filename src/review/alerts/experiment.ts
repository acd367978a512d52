import { PERIODS_A_YEAR } from '../../cells/cadence';
import type { Cadence } from '../../cells/period';
import { type Change, HISTORY_AFTER } from '../../drift';
import type { Kpi, Period } from '../../workbook/register';

/**
 * The period in which a declared experiment came to its end.
 *
 * @param kpi      with the last day of its experiment, if it has one
 * @param periods  the periods that are judged
 * @returns        0-based: the newest period that was closed on the day after; null without an experiment or before its end
 */
export function experimentEnd({ experimentUntil: until }: Kpi, periods: readonly Period[]): number | null {
  if (until === null) return null;
  const closed = periods.filter(({ end }) => end <= until).length - 1;
  return closed < 0 ? null : closed;
}

/**
 * Whether a change is what a declared experiment intends or intended, also once it is over: it began before the experiment's
 * end, and not so long before that it was history by then.
 *
 * @param periods  the periods that are judged
 * @param cadence  their steps
 */
export function isExperiment(
  { experimentUntil: until }: Kpi,
  change: Change,
  periods: readonly Period[],
  cadence: Cadence,
): boolean {
  if (until === null) return false;
  const { start } = periods[change.since]!;
  return start <= until && until - start <= (HISTORY_AFTER * 366) / PERIODS_A_YEAR[cadence];
}
