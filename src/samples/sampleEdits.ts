import { counted } from '../cells/english';
import { type Decidable, recordDecision } from '../review/decisions/decision';
import { finishReview, markDone, startReview } from '../review/meeting/writeMeeting';
import { review } from '../review/review';
import type { Review } from '../review/types';
import { templates } from '../templates/catalogue';
import { installTemplate } from '../templates/install/installTemplate';
import type { InstallOptions } from '../templates/install/layout';
import type { Edit } from '../workbook/edit';
import { planEdits } from '../workbook/edits/planEdits';
import type { Snapshot } from '../workbook/snapshot';
import type { SampleDecision, SampleFirm } from './firms';

/** The review before the one that is half done was so many days ago: it was to be held again after as many. */
const BETWEEN = 30;

/**
 * A firm to look around in: the sample of a template, the review a month ago with what was decided in it, and today's,
 * which somebody has begun and left.
 *
 * @param firm      whose figures and decisions
 * @param empty      the workbook that it goes into, which has nothing of ours
 * @param functions  how cells call our functions in that host; left out where they can't
 * @returns          edits that overwrite nothing
 */
export function sampleEdits(firm: SampleFirm, empty: Snapshot, functions?: InstallOptions['functions']): Edit[] {
  const template = templates.find(({ id }) => id === firm.template)!;
  const plan = planEdits(empty);
  plan.add(now => installTemplate(template, now, { mode: 'sample', ...(functions && { functions }) }));
  const today = empty.today;
  const then = today - BETWEEN;
  /** A step on a day, given the review of the workbook as it is. */
  const on = (day: number, step: (now: Snapshot, reviewed: Review) => Edit[]) =>
    plan.add(now => step({ ...now, today: day }, review(now)));

  on(then, (now, reviewed) => startReview(now, monthBefore(reviewed), firm.by));
  for (const decided of firm.before) on(then, (now, reviewed) => decide(now, monthBefore(reviewed), decided, firm.by));
  const end = { next: today, summary: summaryOf(firm.before), by: firm.by };
  on(then, (now, reviewed) => finishReview(now, monthBefore(reviewed), end));
  for (const { action, doneAfter } of firm.before) {
    if (doneAfter === undefined) continue;
    on(today, (now, reviewed) => {
      const followUp = reviewed.meeting.followUps.find(one => one.action === action);
      return followUp ? markDone(now, followUp, then + doneAfter) : [];
    });
  }
  on(today, (now, reviewed) => startReview(now, reviewed, firm.by));
  for (const decided of firm.now) on(today, (now, reviewed) => decide(now, reviewed, decided, firm.by));
  return plan.finish();
}

/** The review as it was a month ago, as far as the Log keeps any of it: the period before, and its score. */
function monthBefore(reviewed: Review): Review {
  const [before, newest] = reviewed.score.history.slice(-2);
  if (!before || !newest) return reviewed;
  const { date, label, score } = before;
  return { ...reviewed, newest: { date, label }, score: { ...reviewed.score, score } };
}

/** Writes a decision, if the figures show what it is about. */
function decide(now: Snapshot, reviewed: Review, said: SampleDecision, by: string): Edit[] {
  const alert = reviewed.alerts.find(one => isAbout(one, said.about));
  if (!alert) return [];
  const { decision, action, owner, note } = said;
  return recordDecision(now, {
    alert,
    decision,
    by,
    due: said.within === undefined ? null : now.today + said.within,
    ...(action !== undefined && { action }),
    ...(owner !== undefined && { owner }),
    ...(note !== undefined && { note }),
  });
}

function isAbout(alert: Decidable, about: string): boolean {
  return alert.kind === 'pattern' || alert.kind === 'plan' ? alert.headline.startsWith(about) : alert.kpi === about;
}

/** "1 alert discussed, 1 action" */
function summaryOf(decisions: readonly SampleDecision[]): string {
  const actions = decisions.filter(({ decision }) => decision === 'act').length;
  return `${counted(decisions.length, 'alert')} discussed, ${counted(actions, 'action')}`;
}
