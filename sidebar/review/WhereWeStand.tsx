import type { JSX } from 'preact';
import { capitalised, counted } from '../../src/cells/english';
import { alertsIn } from '../../src/review/sections';
import type { Review } from '../../src/review/types';
import { FirstOf } from '../parts/FirstOf';
import { ShowMe } from '../parts/ShowMe';
import type { Session } from '../session';
import { dayInWords } from '../words/day';
import { figuresIn } from '../words/figure';
import { dueInWords } from './meeting/followUpWords';

/** What waits: new alerts, decisions that are due, the next review; and the button that starts it or takes it up again. */
export function WhereWeStand({
  review,
  session,
  start,
}: {
  review: Review;
  session: Session;
  start: () => void;
}): JSX.Element {
  const { meeting } = review;
  const overdue = meeting.followUps.filter(({ state }) => state === 'overdue');
  const late = meeting.next !== null && meeting.next < review.asOf;
  return (
    <div class="standing-now">
      {meeting.cost && <p class="cost">{meeting.cost.sentence}</p>}
      <ul class="now">
        {statusOf(review).map(line => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {overdue.length > 0 && (
        <div class="notice late">
          <h3>{counted(overdue.length, 'action')} overdue</h3>
          <FirstOf items={overdue} what="actions" first={3} name="problems">
            {action => (
              <li key={action.id}>
                <p>
                  {action.action || action.about}: {dueInWords(action)}
                </p>
                <ShowMe session={session} place={action.place} of={action.action || action.about} />
              </li>
            )}
          </FirstOf>
        </div>
      )}
      <button type="button" class="primary wide" disabled={session.writing.value} onClick={start}>
        {meeting.underWay ? `Continue the review of ${dayInWords(meeting.underWay.date)}` : 'Start the review'}
      </button>
      {meeting.underWay && (
        <p class="hint">
          It was started{meeting.underWay.by === '' ? '' : ` by ${meeting.underWay.by}`} and is not finished. What was
          decided is in the Compass Log.
        </p>
      )}
      {late && !meeting.underWay && <p class="hint">The review was due on {dayInWords(meeting.next!)}.</p>}
    </div>
  );
}

/** "2 new alerts, 1 open", "3 decisions due", "Next review 5 May 2026" */
function statusOf(review: Review): string[] {
  const { meeting } = review;
  const [fresh, open] = [alertsIn(review, 'new').length, alertsIn(review, 'open').length];
  const due = meeting.followUps.filter(({ state }) => state === 'overdue' || state === 'due').length;
  const alerts = [fresh > 0 ? counted(fresh, 'new alert') : '', open > 0 ? counted(open, 'open alert') : ''];
  return [
    alerts.filter(text => text !== '').join(', ') || 'No alert waits',
    due === 0 ? 'No decision is due' : `${counted(due, 'decision')} due`,
    meeting.next === null ? 'No date for the next review' : `Next review ${dayInWords(meeting.next)}`,
  ].map(capitalised);
}

/** How the score has moved since the last review that kept it: "up 2.1 since the review of 3 Apr 2026"; empty without one. */
export function changeOfScore({ score: { score }, meeting: { last } }: Review): string {
  if (score === null || last === null || last.score === null) return '';
  const moved = Math.round((score - last.score) * 10) / 10;
  const points = figuresIn('0.0')(Math.abs(moved));
  const how = moved === 0 ? 'unchanged' : `${moved > 0 ? '▲ up' : '▼ down'} ${points}`;
  return `${how} since the review of ${dayInWords(last.date)}`;
}
