import type { JSX, RefObject } from 'preact';
import { useState } from 'preact/hooks';
import { counted } from '../../../src/cells/english';
import { readIsoDate } from '../../../src/cells/serial';
import { agendaOf } from '../../../src/review/meeting/agenda';
import { type Minutes, minutesOf, summaryOf } from '../../../src/review/meeting/minutes';
import { finishReview } from '../../../src/review/meeting/writeMeeting';
import type { Review } from '../../../src/review/types';
import { DateField } from '../../parts/DateField';
import { Field } from '../../parts/Field';
import type { Session } from '../../session';
import { dayInWords } from '../../words/day';
import { MinutesView } from './MinutesView';

/** The end of the meeting: the next date, the score that is kept, and the minutes. */
export function FinishStep({
  review,
  session,
  heading,
  leave,
}: {
  review: Review;
  session: Session;
  heading: RefObject<HTMLHeadingElement | null>;
  leave: () => void;
}): JSX.Element {
  const [next, setNext] = useState(review.meeting.proposed);
  const [finished, setFinished] = useState<{ minutes: Minutes; next: string } | null>(null);
  const open = agendaOf(review).filter(({ settled, step }) => !settled && step === 'alerts').length;
  const day = readIsoDate(next);
  const wrong = next !== '' && next <= review.asOf ? 'Choose a day after today.' : undefined;

  async function finish() {
    const minutes = minutesOf(review, next === '' ? null : next);
    const summary = summaryOf(review);
    const written = await session.change(
      now => finishReview(now, session.review.value!, { next: day, summary, by: session.decider.value }),
      'The review is finished, and its score is kept in the Compass Log.',
      { again: true },
    );
    if (written) setFinished({ minutes, next });
    heading.current?.focus();
  }

  if (finished) {
    return (
      <article class="item">
        <h2 ref={heading} tabIndex={-1}>
          Finished
        </h2>
        {finished.next !== '' && <p>The next review is on {dayInWords(finished.next)}.</p>}
        <MinutesView {...finished} session={session} />
        <div class="actions">
          <button type="button" class="primary" onClick={leave}>
            Back to the overview
          </button>
        </div>
      </article>
    );
  }
  return (
    <article class="item">
      <h2 ref={heading} tabIndex={-1}>
        Finish the review
      </h2>
      <p>
        {open === 0
          ? 'Everything has been decided.'
          : `${counted(open, 'alert')} not decided; ${open === 1 ? 'it stays' : 'they stay'} open until next time.`}
      </p>
      <form
        class="form"
        onSubmit={event => {
          event.preventDefault();
          if (!wrong) void finish();
        }}
      >
        <DateField
          label="Next review"
          value={next}
          change={setNext}
          wrong={wrong}
          hint={next === '' ? 'Without a date nobody will know when.' : dayInWords(next)}
        />
        <Field
          label="Led by"
          value={session.decider.value}
          change={name => {
            session.decider.value = name;
          }}
          choices={review.meeting.owners}
        />
        <button type="submit" class="primary" disabled={session.writing.value || wrong !== undefined}>
          Finish and keep the score
        </button>
      </form>
      <details>
        <summary>Minutes so far</summary>
        <MinutesView minutes={minutesOf(review, next === '' ? null : next)} next="" session={session} />
      </details>
    </article>
  );
}
