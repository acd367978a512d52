import { type Change, type DriftOptions, driftChanges, isFigure } from '../drift';
import type { Kpi, Period, Register } from '../workbook/register';
import { acceptedLevels } from './decisions';

/** A KPI's figures in the periods that are judged, and the changes that are found in them. */
export interface Judged {
  kpi: Kpi;
  /** The closed periods, oldest first, up to the newest one with a figure of any KPI. */
  periods: Period[];
  /** One figure a period of `periods`; null where there is none. */
  values: (number | null)[];
  options: DriftOptions;
  changes: Change[];
}

/**
 * The periods that are judged: closed ones only, up to the newest that has a figure of any KPI.
 *
 * @param register  periods oldest first
 * @returns         oldest first; none where no KPI has a figure in a closed period
 */
export function judgedPeriods({ periods, kpis }: Register): Period[] {
  let newest = periods.length - 1;
  while (newest >= 0 && !(periods[newest]!.closed && kpis.some(kpi => isFigure(kpi.values[newest])))) newest--;
  return periods.slice(0, newest + 1);
}

/**
 * Replays a KPI's figures over the periods that are judged, every period from what was known then; the Log says which
 * levels were accepted, and when.
 *
 * @param kpi       the KPI
 * @param periods   from judgedPeriods
 * @param register  its Log and today
 */
export function judge(kpi: Kpi, periods: Period[], register: Register): Judged {
  const values = periods.map((_, i) => kpi.values[i] ?? null);
  const options: DriftOptions = { better: kpi.better, sparse: kpi.cadence !== undefined };
  let judged: Judged = { kpi, periods, values, options, changes: driftChanges(values, options) };
  // One acceptance after the other, oldest first: what was accepted decides which changes are found after it.
  for (let count = 1; ; count++) {
    const accepted = acceptedLevels(judged, register);
    if (accepted.length < count) return judged;
    const known = { ...options, accepted: accepted.slice(0, count) };
    judged = { ...judged, options: known, changes: driftChanges(values, known) };
  }
}
