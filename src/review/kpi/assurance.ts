import { FEWEST, figures, judgingLimits, type Limits } from '../../drift';
import type { Kpi } from '../../workbook/register';
import type { KpiReview } from '../types';
import type { Judged } from './judged';

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

/**
 * The same of a KPI in a period. Where each period has a target of its own, what counts is by how much each figure of the
 * regime passes its own target: always met where the limits of those margins lie on the good side of 0.
 *
 * @param judged  the KPI with its figures
 * @param period  0-based
 */
export function assuranceAt(
  { kpi, values, regimes, options, limitsAt }: Judged,
  period: number,
): KpiReview['assurance'] {
  const limits = limitsAt(period);
  const { targets } = kpi;
  if (!targets) return assurance(kpi, limits);
  const from = regimes.filter(regime => regime.from <= period).pop()?.from ?? 0;
  const margins = values.slice(from, period + 1).map((value, i) => {
    const target = targets[from + i] ?? null;
    return value === null || target === null ? null : value - target;
  });
  if (targets.every(target => target === null)) return 'no target';
  const known = figures(margins).length >= FEWEST && limits !== null;
  return assurance({ ...kpi, target: 0 }, known ? judgingLimits(margins, options.sparse) : null);
}
