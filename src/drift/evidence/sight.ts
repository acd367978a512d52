import type { DriftOptions } from '../options';
import { type Season, seasonsOf, withoutEffect } from '../season';
import { isFigure, type Series } from '../series';
import { atEqualPrecision } from './proportion';

/** Figures of periods up to the newest known, in the unit of the series. */
export type Seen = (periods: readonly number[]) => (number | null)[];

/** What is seen of a series at a period, from what is known then. */
export interface Sight {
  /** As it is judged: without a proved season, proportions at equal precision. */
  judged: Seen;
  /** As it is told: without a proved season. */
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
  const seasonAt = seasonsAt(values, options);
  const first = values.findIndex(isFigure);
  const { counts } = options;
  return period => {
    const season = seasonAt(period);
    const told: Seen = periods => periods.map(at => withoutEffect(values[at], at - first, season));
    if (!counts) return { judged: told, told };
    const trials = (periods: readonly number[]) => periods.map(at => counts[at]);
    return { judged: periods => atEqualPrecision(told(periods), trials(periods)), told };
  };
}

/**
 * The season as the figures up to a period prove it, or else those before it: a figure far out is no proof against a season.
 * Seasons are counted from the first figure, whatever blank periods are before it.
 */
function seasonsAt(values: Series, options: DriftOptions): (period: number) => Season | null {
  const length = options.season ?? options.reviews ?? 12;
  const first = values.findIndex(isFigure);
  if (!(length > 1) || first < 0) return () => null;
  const after = seasonsOf(values, length, first);
  return period => {
    const now = after(period + 1);
    const before = now ? null : after(period);
    return now ?? (before?.varies ? before : null);
  };
}
