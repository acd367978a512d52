import { PERIODS_A_SEASON, PERIODS_A_YEAR } from '../../cells/cadence';
import {
  breaksSince,
  type DriftOptions,
  FEWEST,
  type FoundChange,
  figures,
  foundChanges,
  isFigure,
  judgingLimits,
  level,
  regimeOrigin,
  regimeStarts,
} from '../../drift';
import type { Kpi, Period, Register } from '../../workbook/register';
import { acceptedLevels, decisionsByChange, newestPeriodOn } from '../decisions/decisions';
import { decisionsOnKpi, type LoggedDecision } from '../decisions/loggedDecision';
import type { Chart } from '../types';
import { denominators } from './denominators';
import { falseAlarmsEach } from './falseAlarms';
import { limitsAround, type Seasonless, seasonless, throughTheYear } from './limits';
import { inOneUnit } from './oneUnit';
import type { Judged, KpiChange, Replay } from './replay';

export type { Judged, KpiChange, Replay } from './replay';

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
  const { values, breaks } = inOneUnit(kpi, periods, register);
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
  const decisions = decisionsOnKpi(kpi.name, register);
  let found = foundChanges(values, options);
  // One acceptance after the other, oldest first: what was accepted decides which changes are found after it.
  for (let count = 1; ; count++) {
    const accepted = acceptedLevels(kpi, decisions, found, periods, register);
    if (accepted.length < count) break;
    options.accepted = accepted.slice(0, count);
    found = foundChanges(values, options);
  }
  const judged: Replay = { kpi, periods, values, options };
  const plain = seasonless(values, options.season!);
  return {
    ...judged,
    changes: toldChanges(found, decisions, periods),
    season: plain.season,
    seasonless: plain.values,
    inflation: plain.inflation,
    scaleBreaks: breaks,
    levelOf: since => level(plain.values.slice(since), options.sparse),
    limitsAt: limitsAt(judged),
    regimes: regimesOf(judged, plain),
  };
}

/** The changes that were raised, and those on which somebody decided: they stay, whatever the budget is by now. */
function toldChanges(
  found: readonly FoundChange[],
  decisions: readonly LoggedDecision[],
  periods: readonly Period[],
): KpiChange[] {
  const byChange = decisionsByChange(decisions, found, periods);
  return found.flatMap(change => {
    const own = byChange.get(change) ?? [];
    const decided = own.map(({ entry, to }) => Math.max(change.index, newestPeriodOn(entry.date ?? to, periods)));
    const raised = Math.min(change.raised ?? Infinity, ...decided);
    return raised === Infinity ? [] : [{ ...change, index: raised, found: change.index, decisions: own }];
  });
}

function limitsAt({ values, options }: Replay): Judged['limitsAt'] {
  const breaks = breaksSince(values, options.season);
  return period => {
    const origin = regimeOrigin(options.accepted ?? [], period + 1);
    const from = breaks(origin, period + 1).pop() ?? origin;
    const known = values.slice(0, period + 1);
    if (figures(known.slice(from)).length < FEWEST) return null;
    const plain = seasonless(known, options.season!);
    const limits = limitsAround(known, plain, options)(from, period);
    const typed = judgingLimits(known.slice(from), options.sparse);
    return limits && throughTheYear(limits, plain.season, typed ?? limits);
  };
}

function regimesOf({ values, options }: Replay, plain: Seasonless): Chart['regimes'] {
  if (figures(values).length < FEWEST) return [];
  const starts = regimeStarts(values, options.accepted, options.season);
  const limitsOf = limitsAround(values, plain, options);
  return starts.flatMap((from, i) => {
    const to = (starts[i + 1] ?? values.length) - 1;
    const limits = limitsOf(from, to);
    return limits ? [{ from, to, ...limits }] : [];
  });
}
