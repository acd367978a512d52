import { type Aim, alignmentScore, attainment, type ScoredKpi, ScoringError } from '../../alignment';
import { isoDate } from '../../cells/serial';
import type { Kpi, LogEntry, Period, Register } from '../../workbook/register';
import { plainName, sameName } from '../../workbook/sheets/names';
import { isStale, newestFigure } from '../kpi/freshness';
import type { Judged } from '../kpi/judged';
import type { ScoreReview } from '../types';

/** Periods that the chart of the score shows. */
const SHOWN = 24;

/**
 * The score of the last 24 closed periods, each as it would have been computed then: from the figures that were there, the
 * last one of a KPI at most one cadence old, against the targets of that time, as far as the Log kept them.
 *
 * @param register  weights of the functions, and the Log with its rows of kind *target*
 * @param judged    every KPI
 * @returns         oldest first, 0 to 100; null where nothing could be scored
 */
export function scoreHistory({ strategy, log }: Register, judged: readonly Judged[]): ScoreReview['history'] {
  const periods = judged[0]?.periods ?? [];
  const weights = new Map(strategy.functions.map(({ name, weight }) => [plainName(name), weight]));
  const scored = judged.map(one => {
    return { one, targetAt: targetsOf(one.kpi, log), scorable: scorable(one.kpi) };
  });
  const first = Math.max(0, periods.length - SHOWN);
  return periods.slice(first).map((period, i) => {
    const at = first + i;
    const kpis: ScoredKpi[] = [];
    for (const { one, targetAt, scorable: fits } of scored) {
      const last = newestFigure(one.values, at);
      const target = one.kpi.targets ? (one.kpi.targets[last] ?? null) : targetAt(period);
      if (last < 0 || isStale(one, last, at) || !fits(target, one.values[last]!)) continue;
      const { name, function: business, weight } = one.kpi;
      kpis.push({ name, function: business, weight, actual: one.values[last]!, ...aimOf(one.kpi, target) });
    }
    return { date: isoDate(period.start), label: period.label, score: alignmentScore(kpis, weights).score };
  });
}

/**
 * The target of a KPI as it was in a period: what the first later row of the Log says that it was before. A row counts from
 * the period that it names, or from the first review after its date.
 */
function targetsOf(kpi: Kpi, log: readonly LogEntry[]): (period: Period) => number | null {
  const revisions = log
    .filter(entry => entry.kind === 'target' && sameName(entry.kpi, kpi.name) && typeof entry.old === 'number')
    .flatMap(({ period, date, old }) => {
      const from = period ?? (date === null ? null : date - 1);
      return from === null ? [] : [{ from, old: old as number }];
    })
    .sort((one, other) => one.from - other.from);
  return ({ end }) => (revisions.find(({ from }) => from > end) ?? { old: kpi.target }).old;
}

/** Whether a KPI can be scored against a target; asked once for each target it had, and for figures that are too large. */
function scorable(kpi: Kpi): (target: number | null, value: number) => boolean {
  const known = new Map<number | null, boolean>();
  const attains = (target: number | null, value: number) => {
    try {
      attainment(value, aimOf(kpi, target));
      return true;
    } catch (error) {
      if (error instanceof ScoringError) return false;
      throw error;
    }
  };
  return (target, value) => {
    if (target === null && kpi.better !== 'in range') return false;
    const fits = known.get(target) ?? attains(target, 0);
    known.set(target, fits);
    return fits && attains(target, value);
  };
}

/** What a KPI aimed at when that was its target. */
function aimOf({ better, floor, low, high }: Kpi, target: number | null): Aim {
  return { better, target, floor, low, high };
}
