import { HISTORY_AFTER } from '../../drift';
import type { ToldAlert } from '../alerts/alert';
import { MOVED, type MomentumAt } from '../score/momenta';
import { carries, type Episode, episodesOf, type Sides } from './episodes';
import type { KpiPattern, PatternSide } from './pattern';

/** Onsets further apart than the periods that momentum looks back on are two stories, not one. */
const APART = HISTORY_AFTER / 2;

/** A change with the momentum of its KPI. */
export interface MovingChange {
  told: ToldAlert;
  momentumAt: MomentumAt;
}

/**
 * The episodes of a pattern between KPIs. It holds where both sides moved: on each there is a KPI of one of its measures
 * whose change is real (raised by the drift engine as a change of its own, and standing) and whose momentum has been beyond
 * 2 that way since the onset of that change; and the two began within twelve periods of each other. So a workbook whose
 * KPIs raise nothing raises no pattern.
 *
 * @param pattern  its two sides
 * @param changes  every change of the workbook
 * @param periods  how many are judged
 */
export function crossEpisodes(pattern: KpiPattern, changes: readonly MovingChange[], periods: number): Episode[] {
  const harms = changes.filter(change => isOf(pattern.harm, change));
  const causes = changes.filter(change => isOf(pattern.cause, change));
  if (harms.length === 0 || causes.length === 0) return [];
  return episodesOf(periods, period => {
    const moved = (side: PatternSide) => (change: MovingChange) => hasMoved(change, side, period);
    const [worse, ahead] = [harms.filter(moved(pattern.harm)), causes.filter(moved(pattern.cause))];
    const meet = (one: MovingChange, others: MovingChange[]) =>
      others.some(other => Math.abs(one.told.change.since - other.told.change.since) <= APART);
    const sides: Sides = [worse.filter(one => meet(one, ahead)), ahead.filter(one => meet(one, worse))].map(side =>
      side.map(({ told }) => told),
    );
    return sides.every(side => side.length > 0) ? sides : null;
  });
}

/** Whether a change is one of a KPI of that side, in its direction. */
function isOf({ moved, measures }: PatternSide, { told }: MovingChange): boolean {
  const { alert, judged, change } = told;
  if (!measures.some(measure => measure === judged.kpi.measure)) return false;
  return moved === 'worse' ? alert.adverse : change.direction === moved;
}

function hasMoved({ told, momentumAt }: MovingChange, { moved }: PatternSide, period: number): boolean {
  if (!carries(told, period)) return false;
  for (let at = period; at >= told.change.since; at--) {
    const { raw, adjusted } = momentumAt(at);
    if (moved === 'up' ? (raw ?? 0) > MOVED : ((moved === 'down' ? raw : adjusted) ?? 0) < -MOVED) return true;
  }
  return false;
}
