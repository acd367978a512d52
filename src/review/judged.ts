import { PERIODS_A_SEASON } from '../cells/cadence';
import {
  breaksSince,
  type Change,
  type DriftOptions,
  driftChanges,
  FEWEST,
  figures,
  isFigure,
  judgingLimits,
  type Limits,
  regimeOrigin,
  regimeStarts,
} from '../drift';
import type { Kpi, Period, Register } from '../workbook/register';
import { acceptedLevels } from './decisions';
import { denominators } from './denominators';
import { falseAlarmsEach } from './falseAlarms';
import type { Chart } from './types';
import { PERIODS_A_YEAR } from './words';

/** A KPI's figures in the periods that are judged, and the changes that are found in them. */
export interface Replay {
  kpi: Kpi;
  /** The closed periods, oldest first, up to the newest one with a figure of any KPI. */
  periods: Period[];
  /** One figure a period of `periods`; null where there is none. */
  values: (number | null)[];
  options: DriftOptions;
  changes: Change[];
}

/** A KPI replayed, with its limits. */
export interface Judged extends Replay {
  /** The limits of the current regime as they were known at a period (0-based); null where it was too early to tell. */
  limitsAt: (period: number) => Limits | null;
  /** The regimes as they are known now; `from` and `to` are periods, 0-based, inclusive. */
  regimes: Chart['regimes'];
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
  const { cadence } = register.strategy;
  const options: DriftOptions = {
    better: kpi.better,
    falseAlarms: falseAlarmsEach(register),
    reviews: PERIODS_A_YEAR[kpi.cadence ?? cadence],
    season: PERIODS_A_SEASON[cadence],
    sparse: kpi.cadence !== undefined,
  };
  const counts = denominators(kpi, values, register);
  if (counts) options.counts = counts;
  let judged = replay(kpi, periods, values, options);
  // One acceptance after the other, oldest first: what was accepted decides which changes are found after it.
  for (let count = 1; ; count++) {
    const accepted = acceptedLevels(judged, register);
    if (accepted.length < count) break;
    judged = replay(kpi, periods, values, { ...options, accepted: accepted.slice(0, count) });
  }
  return { ...judged, limitsAt: limitsAt(judged), regimes: regimesOf(judged) };
}

function replay(kpi: Kpi, periods: Period[], values: Replay['values'], options: DriftOptions): Replay {
  return { kpi, periods, values, options, changes: driftChanges(values, options) };
}

function limitsAt({ values, options }: Replay): Judged['limitsAt'] {
  const breaks = breaksSince(values, options.season);
  return period => {
    const origin = regimeOrigin(options.accepted ?? [], period + 1);
    const regime = values.slice(breaks(origin, period + 1).pop() ?? origin, period + 1);
    return figures(regime).length < FEWEST ? null : judgingLimits(regime, options.sparse);
  };
}

function regimesOf({ values, options }: Replay): Chart['regimes'] {
  if (figures(values).length < FEWEST) return [];
  const starts = regimeStarts(values, options.accepted, options.season);
  return starts.flatMap((from, i) => {
    const to = (starts[i + 1] ?? values.length) - 1;
    const limits = judgingLimits(values.slice(from, to + 1), options.sparse);
    return limits ? [{ from, to, ...limits }] : [];
  });
}
