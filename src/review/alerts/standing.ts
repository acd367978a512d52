import { isoDate } from '../../cells/serial';
import { FEWEST, HISTORY_AFTER } from '../../drift';
import { assuranceAt } from '../kpi/assurance';
import { chartOf } from '../kpi/chart';
import type { Judged } from '../kpi/judged';
import { figuresPlace } from '../kpi/place';
import type { Chronic } from '../types';
import { aboutOf, figureOf } from '../words/words';
import { explainedAt } from './explain';

/**
 * A KPI that misses its target always, without any change: its limits lie wholly on the adverse side.
 *
 * @param judged  the KPI with its figures
 * @returns       since when it has been so without a break; null where it is not so now
 */
export function standingOf(judged: Judged): Chronic | null {
  const { kpi, periods, limitsAt } = judged;
  const misses = (period: number) => assuranceAt(judged, period) === 'always misses it';
  const newest = periods.length - 1;
  // While a change is open its alert says what there is to say.
  if (judged.changes.some(change => !change.over)) return null;
  const oldest = Math.max(0, newest - HISTORY_AFTER);
  let since = newest + 1;
  while (since > oldest && misses(since - 1)) since--;
  if (since > newest) return null;
  // Longer than that the limits of today have held since there were figures enough for them.
  if (since === oldest)
    since = Math.min(since, (judged.regimes[judged.regimes.length - 1]?.from ?? since) + FEWEST - 1);
  return {
    kpi: kpi.name,
    function: kpi.function,
    headline: `${kpi.name} always misses ${aimOf(judged)}: as it works now, it runs at ${aboutOf(judged, limitsAt(newest)!.centre)}. Change the process or the target`,
    since: isoDate(periods[since]!.start),
    new: since === newest,
    chart: chartOf(judged, []),
    place: figuresPlace(judged, 0) ?? kpi.place,
    explain: explainedAt('chronic'),
  };
}

function aimOf(judged: Judged): string {
  const { better, target, targets, low, high } = judged.kpi;
  if (targets) return 'its targets, each period held to its own';
  return better === 'in range'
    ? `its band of ${figureOf(judged, low!)} to ${figureOf(judged, high!)}`
    : `its target of ${figureOf(judged, target!)}`;
}
