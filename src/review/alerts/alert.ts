import { isoDate } from '../../cells/serial';
import { isAdverse } from '../../drift';
import type { Register } from '../../workbook/register';
import { alertId, toldDecision } from '../decisions/decisions';
import { chartOf } from '../kpi/chart';
import type { Judged, KpiChange } from '../kpi/judged';
import { figuresPlace } from '../kpi/place';
import type { KpiAlert } from '../types';
import { certaintyOf } from './certainty';
import { evidenceOf, evidencePoints } from './evidence';
import { experimentEnd, isExperiment } from './experiment';
import { explainedAt } from './explain';
import { headline, question } from './headline';
import { sizeOf } from './order';
import { stakesOf } from './stakes';
import { levelNow, storyOf } from './story';
import { raisedAt } from './tolerance';

/** What a change is today: a spike that stays has become a change of level. */
const KINDS = { spike: 'spike', slide: 'trend', level: 'shift' } as const;

/** A change as the review tells it, and the list it is in. */
export interface ToldAlert {
  list: 'alerts' | 'wins' | 'withinTolerance';
  alert: KpiAlert;
  judged: Judged;
  change: KpiChange;
  /** The period in which it is raised, 0-based. */
  raised: number;
  /** How much it moves its KPI, 0 to 1. */
  size: number;
}

/**
 * Tells one change of a KPI.
 *
 * @param judged    the KPI with its figures
 * @param change    one of its changes
 * @param register  its Log, today and cadence
 * @param all       every KPI of the workbook: one may be the denominator of another
 */
export function alertOf(judged: Judged, change: KpiChange, register: Register, all: readonly Judged[]): ToldAlert {
  const { kpi, periods, values, options } = judged;
  const against = isAdverse(change, kpi.better, kpi) ?? true;
  const outside = raisedAt(kpi, values, change, options.sparse);
  const intended = against && isExperiment(kpi, change, periods, register.strategy.cadence);
  const story = storyOf(judged, change);
  const outlasts = change.over === null || periods[change.over.index]!.end > (kpi.experimentUntil ?? 0);
  const ended = intended && outlasts && register.today > kpi.experimentUntil!;
  const adverse = against && (!intended || ended);
  const first = outside ?? change.index;
  const raised = ended ? Math.max(first, experimentEnd(kpi, periods) ?? first) : first;
  const newLevel = levelNow(judged, change, story);
  const cadence = kpi.cadence ?? register.strategy.cadence;
  const told = {
    change,
    story,
    adverse,
    newLevel,
    experiment: intended ? (ended ? 'ended' : 'under way') : null,
  } as const;
  const decision = toldDecision(change.decisions.map(({ entry }) => entry));
  const said = {
    id: alertId(kpi.name, change.direction, periods[change.since]!.start, change.decisions),
    kpi: kpi.name,
    kpis: [kpi.name],
    functions: kpi.function ? [kpi.function] : [],
    direction: change.direction,
    adverse,
    state: stateOf(change.over !== null, decision !== null, raised === periods.length - 1),
    since: isoDate(periods[change.since]!.start),
    raised: isoDate(periods[raised]!.start),
    headline: headline(judged, told, cadence),
    oldLevel: change.oldLevel,
    newLevel,
    certainty: certaintyOf(judged, change),
    evidence: evidenceOf(judged, told, cadence),
    chart: chartOf(judged, evidencePoints(judged, change)),
    goal: kpi.goal || null,
    question: question(judged, told),
    place: figuresPlace(judged, change.since),
    decision,
    stakes: stakesOf(judged, told, all, register.strategy),
    priority: 0,
  };
  const alert: KpiAlert = intended
    ? { kind: 'experiment', ...said, until: isoDate(kpi.experimentUntil!), ended, explain: explainedAt('experiment') }
    : { kind: KINDS[story.form], ...said, explain: explainedAt(KINDS[story.form]) };
  const list = outside === null ? 'withinTolerance' : against ? 'alerts' : 'wins';
  return { list, alert, judged, change, raised, size: sizeOf(kpi, change.oldLevel, newLevel) };
}

/** What state an alert is in; what is over stays over, whatever was decided. */
export function stateOf(over: boolean, decided: boolean, fresh: boolean): KpiAlert['state'] {
  return over ? 'over' : decided ? 'decided' : fresh ? 'new' : 'open';
}
