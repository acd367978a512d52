import type { Change } from '../drift';
import type { Kpi, Period } from '../workbook/register';

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
 * Whether a change is what a declared experiment intends or intended: it is not over, and began before the experiment's end.
 *
 * @param periods  the periods that are judged
 */
export function isExperiment({ experimentUntil: until }: Kpi, change: Change, periods: readonly Period[]): boolean {
  return until !== null && change.over === null && periods[change.since]!.start <= until;
}
