import type { DriftOptions } from '../options';
import { seasonsOf, withoutEffect } from '../season';
import { isFigure, type Series } from '../series';
import { atEqualPrecision } from './proportion';

/** Figures of periods up to the newest known, in the unit of the series. */
export type Seen = (periods: readonly number[]) => (number | null)[];

/** What is seen of a series at a period, from what is known then. */
export interface Sight {
  /** As it is judged: without a proved season, proportions at equal precision. */
  judged: Seen;
  /** As it is shown: without a proved season. */
  told: Seen;
}

/**
 * The figures of a series as they are seen at any period, from what is known then.
 *
 * @param values   one figure a period, oldest first; a blank is a gap
 * @param options  season and denominators
 * @returns        a function from the newest period known
 */
export function sightOf(values: Series, options: DriftOptions): (period: number) => Sight {
  const length = options.season ?? options.reviews ?? 12;
  // Seasons are counted from the first figure, whatever blank periods are before it.
  const first = values.findIndex(isFigure);
  const after = length > 1 && first >= 0 ? seasonsOf(values, length, first) : () => null;
  const { counts } = options;
  return period => {
    // The season as the figures up to a period prove it, or else those before: a figure far out is no proof against a season.
    const before = after(period + 1) ? null : after(period);
    const season = after(period + 1) ?? (before?.varies ? before : null);
    const told: Seen = season
      ? periods => periods.map(at => withoutEffect(values[at], at - first, season))
      : periods => periods.map(at => values[at] ?? null);
    if (!counts) return { judged: told, told };
    const trials = (periods: readonly number[]) => periods.map(at => counts[at]);
    return { judged: periods => atEqualPrecision(told(periods), trials(periods)), told };
  };
}
