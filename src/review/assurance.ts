import { breaksSince, FEWEST, figures, judgingLimits, type Limits, regimeOrigin } from '../drift';
import type { Kpi } from '../workbook/register';
import type { Judged } from './judged';
import type { KpiReview } from './types';

/**
 * The limits of a KPI's current regime, as they were known at each period.
 *
 * @param judged  the KPI with its figures
 * @returns       a function from a 0-based period to centre and limits, or null where it is too early to tell
 */
export function limitsAt({ values, options }: Judged): (period: number) => Limits | null {
  const breaks = breaksSince(values);
  return period => {
    const origin = regimeOrigin(options.accepted ?? [], period + 1);
    const regime = values.slice(breaks(origin, period + 1).pop() ?? origin, period + 1);
    return figures(regime).length < FEWEST ? null : judgingLimits(regime, options.sparse);
  };
}

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
