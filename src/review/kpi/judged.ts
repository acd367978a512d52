import { PERIODS_A_SEASON, PERIODS_A_YEAR } from '../../cells/cadence';
import {
  breaksBetween,
  type Cuttings,
  cuttingsOf,
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
import { standingAlone } from '../alerts/slip';
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
 * @param falseAlarms  what each KPI of the register may spend on false alarms a year, where that is known
 */
export function judge(
  kpi: Kpi,
  periods: Period[],
  register: Register,
  falseAlarms: number = falseAlarmsEach(register),
): Judged {
  const { values, breaks } = inOneUnit(kpi, periods, register);
  const { cadence } = register.strategy;
  const options: DriftOptions = {
    better: kpi.better,
    falseAlarms,
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
  const replay: Replay = { kpi, periods, values, options };
  const cuts = cuttingsOf(values, options.season);
  const whole = cuts(0, values.length);
  const plain = seasonless(values, options.season!, whole);
  const alone = standingAlone(values, options);
  const limitsOf = limitsAround(plain, options, alone);
  return {
    ...replay,
    changes: toldChanges(found, decisions, periods),
    season: plain.season,
    seasonless: plain.values,
    inflation: plain.inflation,
    cuts: whole,
    alone,
    scaleBreaks: breaks,
    levelOf: since => level(plain.values.slice(since), options.sparse),
    limitsAt: limitsAt(replay, cuts, { plain, limitsOf }),
    regimes: regimesOf(replay, cuts, limitsOf),
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

/** What is known at a period: the figures without season, and the limits of their stretches. */
interface Known {
  plain: Seasonless;
  limitsOf: ReturnType<typeof limitsAround>;
}

function limitsAt({ values, options }: Replay, cuts: Cuttings, today: Known): Judged['limitsAt'] {
  const knownAt = (period: number): Known => {
    if (period === values.length - 1) return today;
    const known = values.slice(0, period + 1);
    const plain = seasonless(known, options.season!, cuts(0, period + 1));
    return { plain, limitsOf: limitsAround(plain, options, standingAlone(known, options)) };
  };
  return period => {
    const origin = regimeOrigin(options.accepted ?? [], period + 1);
    const from = breaksBetween(cuts, origin, period + 1).pop() ?? origin;
    const regime = values.slice(from, period + 1);
    if (figures(regime).length < FEWEST) return null;
    const { plain, limitsOf } = knownAt(period);
    const limits = limitsOf(from, period);
    return limits && throughTheYear(limits, plain.season, judgingLimits(regime, options.sparse) ?? limits);
  };
}

function regimesOf({ values, options }: Replay, cuts: Cuttings, limitsOf: Known['limitsOf']): Chart['regimes'] {
  if (figures(values).length < FEWEST) return [];
  const starts = regimeStarts(cuts, values.length, options.accepted);
  return starts.flatMap((from, i) => {
    const to = (starts[i + 1] ?? values.length) - 1;
    const limits = limitsOf(from, to);
    return limits ? [{ from, to, ...limits }] : [];
  });
}
