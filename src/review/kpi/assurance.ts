import type { Limits } from '../../drift';
import type { Kpi } from '../../workbook/register';
import type { KpiReview } from '../types';

/**
 * Whether a process, as it is, can meet its target: always where its limits lie on the good side of it (or inside the band),
 * never where they lie wholly on the other, and by chance between.
 *
 * @param kpi     with its target or band
 * @param limits  of its current regime, in the unit of its figures; null where it is too early to tell
 * @source        NHS England, Making Data Count: assurance
 */
export function assurance({ better, target, low, high }: Kpi, limits: Limits | null): KpiReview['assurance'] {
  const band = better === 'in range';
  if (band ? low === null || high === null || low >= high : target === null) return 'no target';
  if (limits === null) return 'too early to tell';
  const { lower, upper } = limits;
  const [least, most] = band ? [low!, high!] : better === 'higher' ? [target!, Infinity] : [-Infinity, target!];
  if (lower >= least && upper <= most) return 'always meets it';
  return upper < least || lower > most ? 'always misses it' : 'hit or miss';
}
