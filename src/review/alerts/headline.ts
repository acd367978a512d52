import { capitalised } from '../../cells/english';
import { type Cadence, dayLabel } from '../../cells/period';
import type { Judged, KpiChange } from '../kpi/judged';
import { amountOf, figureOf, levelsOf, periodWithArticle, perPeriod } from '../words/words';
import type { Story } from './story';

/** What a change has become, as its headline and question tell it. */
export interface Told {
  change: KpiChange;
  story: Story;
  adverse: boolean;
  /** The level from the onset on, as far as the change lasts. */
  newLevel: number;
  /** How far the experiment is that intended it; null without one. */
  experiment: 'under way' | 'ended' | null;
}

/**
 * What happened, in one sentence: "Tickets dropped from about 480 to about 380 a week since the week of 21 Nov 2016".
 *
 * @param judged   the KPI with its figures
 * @param told     the change
 * @param cadence  the steps of the KPI's figures
 */
export function headline(judged: Judged, told: Told, cadence: Cadence): string {
  const { change, story, newLevel, experiment } = told;
  const { kpi, periods } = judged;
  const down = change.direction === 'down';
  const sliding = change.rule === 'trend';
  const moved = `${kpi.name} ${down ? (sliding ? 'fell' : 'dropped') : sliding ? 'climbed' : 'rose'}`;
  const [from, to] = levelsOf(judged, change.oldLevel, newLevel);
  const per = perPeriod(judged, cadence);
  const since = periodWithArticle(periods[change.since]!);
  if (experiment && !change.over) {
    const day = dayLabel(kpi.experimentUntil!);
    return experiment === 'ended'
      ? `The experiment on ${kpi.name} ended on ${day}, with a level of ${to} after ${from}${per}`
      : `${moved} from ${from} to ${to}${per} since ${since}, as intended, until ${day}`;
  }
  const back = change.over?.how === 'recovered' ? periodWithArticle(periods[change.over.from]!) : null;
  const accepted = change.over?.how === 'accepted' ? '; accepted as the new normal' : '';
  if (story.form === 'spike') {
    const figure = figureOf(judged, judged.values[change.since]!);
    const again = back ? `, and again since ${back}` : '';
    return `${kpi.name}: one ${cadence} far ${down ? 'below' : 'above'}, ${since} (${figure}), usually ${from}${again}${accepted}`;
  }
  if (back) return `${moved} from ${from} to ${to}${per} in ${since}, then returned in ${back}`;
  if (story.form === 'slide') {
    const slope = amountOf(judged, Math.abs(story.slope));
    return `${kpi.name} has been ${down ? 'falling' : 'rising'} since ${since}, by about ${slope} a ${cadence}, from ${from} to ${to}`;
  }
  const only = change.over ? null : onlyFigure(judged, change);
  if (only !== null) return `${moved} to ${figureOf(judged, only)} in ${since}, from ${from}${per}`;
  const still = story.slope === null ? '' : `, and ${down ? 'is still falling' : 'is still rising'}`;
  return `${moved} from ${from} to ${to}${per} since ${since}${still}${accepted}`;
}

/** The figure of a change that has shown in one period only; null once there are more. */
function onlyFigure({ values }: Judged, change: KpiChange): number | null {
  const since = values.slice(change.since).filter(value => value !== null);
  return since.length === 1 ? since[0]! : null;
}

/** One question for the meeting. */
export function question(judged: Judged, told: Told): string {
  const { kpi } = judged;
  if (told.experiment) {
    return told.experiment === 'ended'
      ? `The experiment is over: do we keep the new way, change it, or go back?`
      : `Does the experiment show what it was meant to show?`;
  }
  const what = asked(judged, told);
  return kpi.owner ? `${kpi.owner}, ${what}` : capitalised(what);
}

function asked(judged: Judged, { change, story, adverse }: Told): string {
  const when = periodWithArticle(judged.periods[change.since]!);
  if (story.form === 'spike') {
    const typed = `was ${figureOf(judged, judged.values[change.since]!)} typed correctly`;
    return adverse
      ? `what happened in ${when}, and ${typed}?`
      : `${typed}, and if so, what did we do in ${when} that we can do again?`;
  }
  if (story.form === 'slide') {
    return adverse
      ? `what has been changing little by little since ${when}, and what do we do about it?`
      : `what have we been doing since ${when} that we can keep on doing?`;
  }
  return adverse
    ? `what happened around ${when}, and what do we do about it?`
    : `what did we do around ${when} that we can do again?`;
}
