import { type Change, level } from '../../drift';
import type { Kpi } from '../../workbook/register';

/** Whether a level lies inside a KPI's tolerance: its Low to High, where higher or lower is better. */
function isTolerated({ better, low, high }: Kpi, value: number): boolean {
  if (better === 'in range' || (low === null && high === null)) return false;
  return value >= (low ?? value) && value <= (high ?? value);
}

/**
 * The period at which a change is raised: when its level, from the onset on, first lies outside the KPI's tolerance.
 *
 * @param values  the figures that are judged, one a period
 * @param sparse  whether blanks between figures are no gaps
 * @returns       a 0-based period, the one at which the change was found or a later one; null where it stayed tolerable
 */
export function raisedAt(
  kpi: Kpi,
  values: readonly (number | null)[],
  change: Change,
  sparse?: boolean,
): number | null {
  const last = change.over?.index ?? values.length - 1;
  for (let period = change.index; period <= last; period++) {
    if (!isTolerated(kpi, level(values.slice(change.since, period + 1), sparse))) return period;
  }
  return null;
}
