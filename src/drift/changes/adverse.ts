import type { Better } from '../../alignment';
import type { Change } from './changes';

/** The band of an in-range KPI, in its own unit. */
export interface Band {
  low?: number | null;
  high?: number | null;
}

/**
 * Whether a change goes the wrong way: down when higher is better, up when lower is, and in range away from the band, which
 * a level inside it does in either direction.
 *
 * @param change  direction, and the levels before and after it, in the unit of the figures
 * @param better  the direction that is good
 * @param band    the band of an in-range KPI
 * @returns       true or false; null in range where no band says which way is wrong
 */
export function isAdverse(
  change: Pick<Change, 'direction' | 'oldLevel' | 'newLevel'>,
  better: Better = 'higher',
  band: Band = {},
): boolean | null {
  if (better !== 'in range') return (change.direction === 'down') === (better === 'higher');
  const { low, high } = band;
  if (typeof low !== 'number' || typeof high !== 'number') return null;
  const distance = (level: number) => Math.max(low - level, level - high, 0);
  return distance(change.oldLevel) === 0 || distance(change.newLevel) > distance(change.oldLevel);
}
