import { isFigure, momentum } from '../../drift';
import type { Judged } from '../kpi/judged';

/** Beyond this, momentum counts: up or down, better or worse. */
export const MOVED = 2;

/** A KPI that never varied has no routine variation to measure a move with: however far it moves, it counts as this. */
const MOST = 10;

/** Momentum without unit, −10 to 10; null with too few figures, or in range without a band. */
export interface Momentum {
  /** Of the figure itself. */
  raw: number | null;
  /** Positive for the better. */
  adjusted: number | null;
}

/** The momentum of a KPI as it was known at a period, 0-based. */
export type MomentumAt = (period: number) => Momentum;

/**
 * The momentum of a KPI at any period, from what was known then; each period is calculated once, when it is asked for.
 *
 * @param judged  the KPI with its figures
 */
export function momentumOf({ kpi, values, options }: Pick<Judged, 'kpi' | 'values' | 'options'>): MomentumAt {
  const known: Momentum[] = [];
  return period => {
    known[period] ??= at(values.slice(0, period + 1));
    return known[period]!;
  };

  function at(until: (number | null)[]): Momentum {
    const figures = options.sparse ? until.filter(isFigure) : until;
    const raw = bounded(momentum(figures));
    if (kpi.better === 'in range') return { raw, adjusted: bounded(momentum(figures, 'in range', kpi)) };
    return { raw, adjusted: raw === null || kpi.better === 'higher' ? raw : 0 - raw };
  }
}

function bounded(value: number | null): number | null {
  if (value === null || Number.isNaN(value)) return null;
  return Math.max(-MOST, Math.min(MOST, value));
}
