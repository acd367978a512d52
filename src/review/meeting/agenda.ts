import { alertsIn, problemsOf } from '../sections';
import type { Alert, KpiAlert, KpiReview, PlanEntry, Review } from '../types';
import { variationInWords } from '../words/verdicts';
import type { FollowUp } from './types';

/** One thing that a meeting speaks of, in the step that it belongs to. */
export type AgendaItem = { id: string; settled: boolean } & (
  | { step: 'decisions'; followUp: FollowUp }
  | { step: 'alerts'; alert: Alert }
  | { step: 'plan'; entry: PlanEntry }
  | { step: 'improvements'; alert: KpiAlert }
  | { step: 'experiments'; alert: Alert }
  | { step: 'unjudged'; kpis: Unjudged[] }
);

/** A KPI of which nothing can be said, and why. */
export interface Unjudged {
  name: string;
  why: string;
  place: KpiReview['place'];
}

export type AgendaStep = AgendaItem['step'];

/** What each step is called. */
export const STEPS: Record<AgendaStep, string> = {
  decisions: 'Last decisions',
  alerts: 'Alerts',
  plan: 'The plan',
  improvements: 'Improvements',
  experiments: 'Experiments',
  unjudged: 'Not judged',
};

/**
 * What a meeting speaks of, in this order: what earlier meetings decided; what waits for a decision, most of it by stakes,
 * certainty and goal first; the plan; improvements; experiments; what could not be judged. What the meeting that is under
 * way has decided stays in its place, settled.
 *
 * @param review  of the workbook as it is
 */
export function agendaOf(review: Review): AgendaItem[] {
  const { meeting, plan, wins } = review;
  const since = meeting.underWay?.date ?? review.asOf;
  const isSettled = ({ state, decision }: Alert | PlanEntry) =>
    state === 'decided' || (decision !== null && decision.date >= since);
  const inMeeting = (one: Alert | PlanEntry) => decidedSince(one, since);
  const waiting = alertsIn(review, 'new', 'open').filter(({ adverse }) => adverse);
  const decided = review.alerts.filter(alert => !waiting.includes(alert) && inMeeting(alert));
  const experiments = review.alerts.filter(({ kind, state }) => kind === 'experiment' && state !== 'over');
  const isExperiment = (alert: Alert) => experiments.includes(alert);
  const unjudged = unjudgedIn(review);
  return [
    ...meeting.followUps.map(followUp => ({
      step: 'decisions' as const,
      id: followUp.id,
      settled: followUp.state === 'done' || followUp.state === 'watched',
      followUp,
    })),
    ...[...decided, ...waiting]
      .filter(alert => !isExperiment(alert))
      .map(alert => ({ step: 'alerts' as const, id: alert.id, settled: isSettled(alert), alert })),
    ...plan
      .filter(entry => entry.state === 'open' || inMeeting(entry))
      .map(entry => ({ step: 'plan' as const, id: entry.id, settled: isSettled(entry), entry })),
    ...wins
      .filter(({ state }) => state === 'new' || state === 'open')
      .map(alert => ({ step: 'improvements' as const, id: alert.id, settled: isSettled(alert), alert })),
    ...experiments.map(alert => ({
      step: 'experiments' as const,
      id: alert.id,
      settled: isSettled(alert) || !alert.adverse,
      alert,
    })),
    ...(unjudged.length === 0
      ? []
      : [{ step: 'unjudged' as const, id: 'what could not be judged', settled: true, kpis: unjudged }]),
  ];
}

/** Whether a meeting that began on a day has decided on it. */
function decidedSince({ decision }: Alert | PlanEntry, since: string): boolean {
  return decision !== null && decision.date !== '' && decision.date >= since;
}

/** What has too few figures, or figures that cannot be read. */
function unjudgedIn(review: Review): Unjudged[] {
  const unknown = review.kpis.filter(
    ({ variation, notJudged }) => notJudged !== '' || variation === 'too early to tell',
  );
  return [
    ...unknown.map(kpi => ({ name: kpi.name, why: variationInWords(kpi), place: kpi.place })),
    ...problemsOf(review, 'error').flatMap(({ message, place }) =>
      place && !unknown.some(({ name }) => message.includes(name)) ? [{ name: '', why: message, place }] : [],
    ),
  ];
}
