import { listed } from '../../cells/english';
import { isoDate } from '../../cells/serial';
import type { Period, Register } from '../../workbook/register';
import { plainName } from '../../workbook/sheets/names';
import { stateOf, type ToldAlert } from '../alerts/alert';
import { explainedAt } from '../alerts/explain';
import { alertId, toldDecision } from '../decisions/decisions';
import { belonging, decisionsOnPattern, type LoggedDecision } from '../decisions/loggedDecision';
import type { Judged } from '../kpi/judged';
import { functionMomenta, type Moving } from '../score/coherence';
import type { MomentumAt } from '../score/momenta';
import type { Certainty, PatternAlert } from '../types';
import { periodWithArticle } from '../words/words';
import { KPI_PATTERNS } from './betweenKpis';
import { crossEpisodes } from './cross';
import type { Episode, Sides } from './episodes';
import type { Pattern } from './pattern';
import { SILOS } from './silos';

/** A pattern as the review tells it, with the size of the largest change that carries it. */
export interface ToldPattern {
  alert: PatternAlert;
  decisions: readonly LoggedDecision[];
  size: number;
}

/** How the sides of a pattern are said: first the harm, then the cause. */
type Words = [harm: string, cause: string];

/**
 * The patterns across functions, those that are over included: each one alert from the period in which it is raised until
 * one of its sides no longer is.
 *
 * @param judged    the KPIs with their figures
 * @param told      every change of theirs
 * @param momenta   their momenta, in the same order
 * @param register  goals, functions and Log
 */
export function patternAlerts(
  judged: readonly Judged[],
  told: readonly ToldAlert[],
  momenta: readonly MomentumAt[],
  register: Register,
): ToldPattern[] {
  const periods = judged[0]?.periods ?? [];
  const changes = told.map(one => ({ told: one, momentumAt: momenta[judged.indexOf(one.judged)]! }));
  const moving: Moving[] = judged.map(({ kpi }, i) => ({ kpi, momentumAt: momenta[i]! }));
  const crossed = KPI_PATTERNS.flatMap(pattern =>
    crossEpisodes(pattern, changes, periods.length).map(episode => ({ pattern, episode })),
  );
  const apart = SILOS.episodes(moving, told, register.strategy, periods.length);
  const silos = apart.filter(silo => !crossed.some(cross => tellsMoreOf(silo, cross.episode)));
  const toldOfSilos = tellEpisodes(SILOS, silos, ['worse', 'better'], periods, register).map((one, i) => {
    const { raised } = silos[i]!;
    const evidence = siloEvidence(functionMomenta(moving, register.strategy, raised), periods[raised]!);
    return { ...one, alert: { ...one.alert, evidence: [evidence, ...one.alert.evidence] } };
  });
  const toldOfCrossed = KPI_PATTERNS.flatMap(pattern => {
    const episodes = crossed.filter(cross => cross.pattern === pattern).map(({ episode }) => episode);
    return tellEpisodes(pattern, episodes, [pattern.harm.moved, pattern.cause.moved], periods, register);
  });
  return [...toldOfCrossed, ...toldOfSilos];
}

/** One story is reported once: a pattern of the same KPIs that was already says more than that functions pull apart. */
function tellsMoreOf(silo: Episode, cross: Episode): boolean {
  const [ofSilo, ofCross] = [silo, cross].map(({ sides }) => unique(sides.flat().map(({ alert }) => alert.kpi)));
  const stood = cross.raised <= silo.raised && (cross.over === null || cross.over > silo.raised);
  return stood && ofSilo!.filter(kpi => ofCross!.includes(kpi)).length > 1;
}

function siloEvidence(functions: ReturnType<typeof functionMomenta>, when: Period): string {
  const known = functions.flatMap(f => (f.momentum === null ? [] : [`${f.name} ${signed(f.momentum)}`]));
  return `Momentum in ${periodWithArticle(when)}, beyond ±2 better or worse: ${known.join(', ')}`;
}

function signed(value: number): string {
  return `${value < 0 ? '−' : '+'}${Math.abs(value).toFixed(1)}`;
}

/** The occurrences of one pattern, each with the decisions that were taken on it. */
function tellEpisodes(
  pattern: Pattern,
  episodes: readonly Episode[],
  words: Words,
  periods: readonly Period[],
  register: Register,
): ToldPattern[] {
  const decisions = belonging(
    decisionsOnPattern(pattern.name, register),
    episodes,
    episode => ({
      from: periods[onsetOf(episode)]!.start,
      to: episode.over === null ? Infinity : periods[episode.over]!.end,
    }),
    ({ sides }, { entry }) =>
      entry.kpi === '' || sides.flat().some(({ alert }) => plainName(entry.kpi).includes(plainName(alert.kpi))),
  );
  const told = episodes.map(episode => patternAlert(pattern, episode, decisions.get(episode) ?? [], words, periods));
  // Two occurrences may have begun with the same change of one of their sides.
  return told.map((one, i) => {
    const { alert } = one;
    const taken = told.slice(0, i).some(other => other.alert.id === alert.id);
    return taken ? { ...one, alert: { ...alert, id: `${alert.id} ${alert.raised}` } } : one;
  });
}

/** The period since which both sides have moved. */
function onsetOf({ sides }: Episode): number {
  return Math.max(...sides.map(side => Math.min(...side.map(({ change }) => change.since))));
}

function patternAlert(
  pattern: Pattern,
  episode: Episode,
  decisions: readonly LoggedDecision[],
  words: Words,
  periods: readonly Period[],
): ToldPattern {
  const { raised, sides, over } = episode;
  const [harms, causes] = sides as [ToldAlert[], ToldAlert[]];
  const carriers = [...harms, ...causes];
  const [first] = harms;
  const since = onsetOf(episode);
  const decision = toldDecision(decisions.map(({ entry }) => entry));
  const stakes = harms
    .map(({ alert }) => alert.stakes)
    .reduce((one, other) => ((other?.amount ?? 0) > (one?.amount ?? 0) ? other : one));
  const kpis = unique(carriers.map(one => one.alert.kpi));
  const namesOf = (side: ToldAlert[]) => unique(side.map(({ alert }) => alert.kpi));
  const moved = `${listed(namesOf(causes))} ${words[1]}, ${listed(namesOf(harms))} ${words[0]}`;
  const end = over === null ? '' : `, until ${periodWithArticle(periods[over]!)}`;
  const alert: PatternAlert = {
    id: alertId(pattern.name, null, periods[since]!.start, decisions),
    kind: 'pattern',
    pattern: pattern.name,
    kpi: null,
    kpis,
    functions: unique(carriers.flatMap(one => one.alert.functions)),
    direction: null,
    adverse: true,
    state: stateOf(over !== null, decision !== null, raised === periods.length - 1),
    since: isoDate(periods[since]!.start),
    raised: isoDate(periods[raised]!.start),
    headline: `${pattern.name}: ${moved} since ${periodWithArticle(periods[since]!)}${end}`,
    certainty: certaintyOf(sides),
    evidence: carriers.map(one => one.alert.headline),
    chart: first!.alert.chart,
    others: kpis.slice(1).map(kpi => ({ kpi, chart: carriers.find(one => one.alert.kpi === kpi)!.alert.chart })),
    goal: carriers.map(one => one.alert.goal).find(goal => goal !== null) ?? null,
    question: pattern.question,
    place: first!.alert.place,
    decision,
    stakes: over === null ? stakes : null,
    priority: 0,
    matters: pattern.matters,
    explain: explainedAt(pattern.name),
  };
  return { alert, decisions, size: Math.max(...harms.map(({ size }) => size)) };
}

/** Each side is as sure as its surest change, all together as the least sure side. */
function certaintyOf(sides: Sides): Certainty {
  const surest = (side: ToldAlert[]) => side.reduce((one, other) => (yearsOf(other) > yearsOf(one) ? other : one));
  const weaker = sides.map(surest).reduce((one, other) => (yearsOf(other) < yearsOf(one) ? other : one));
  const { certainty, kpi } = weaker.alert;
  return { ...certainty, sentence: `Only as certain as its weaker side, ${kpi}. ${certainty.sentence}` };
}

function yearsOf({ alert }: ToldAlert): number {
  return alert.certainty.years;
}

function unique(names: string[]): string[] {
  return [...new Set(names)];
}
