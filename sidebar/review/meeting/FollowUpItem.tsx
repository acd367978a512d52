import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { readIsoDate } from '../../../src/cells/serial';
import type { FollowUp } from '../../../src/review/meeting/types';
import { markDone, postpone } from '../../../src/review/meeting/writeMeeting';
import { LargeChart } from '../../charts/LargeChart';
import { DateField } from '../../parts/DateField';
import { ShowMe } from '../../parts/ShowMe';
import { dayInWords } from '../../words/day';
import { dueInWords, followUpState } from './followUpWords';
import type { ItemProps } from './itemProps';

/** What an earlier meeting decided: whether it was done, and whether it helped, as far as the figures say. */
export function FollowUpItem({ followUp, session, heading, settled }: { followUp: FollowUp } & ItemProps): JSX.Element {
  const [due, setDue] = useState<string | null>(null);
  const { chart, kpi, decision, state } = followUp;
  const called = followUp.action || followUp.about;
  const today = session.review.value?.asOf ?? '';
  const period = chart && followUp.date !== '' ? lastBefore(chart.periods, followUp.date) : -1;
  const marks = period < 0 ? [] : [{ period, text: `Decided: ${followUp.action || decision}` }];

  const mark = async (day: number | null, words: string) => {
    const isWritten = await session.change(now => markDone(now, followUp, day), words, { again: true });
    if (isWritten && day !== null) settled();
  };
  const move = async () => {
    const day = due === null ? null : readIsoDate(due);
    if (day === null) return;
    const words = `${called}: due ${dayInWords(due!)} now.`;
    if (await session.change(now => postpone(now, followUp, day), words, { again: true })) {
      setDue(null);
      settled();
    }
  };

  return (
    <article class="item" data-item={followUp.id}>
      <div class="item-head">
        <p class="card-line">
          <span class={`state state-${state}`}>{followUpState(followUp)}</span>
          <span>{followUp.date === '' ? '' : `decided ${dayInWords(followUp.date)}`}</span>
        </p>
        <h2 ref={heading} tabIndex={-1}>
          {called}
        </h2>
      </div>
      {chart && kpi && (
        <div class="item-charts">
          <LargeChart chart={chart} name={kpi} marks={marks} />
        </div>
      )}
      <div class="item-side">
        <dl class="facts">
          {followUp.action !== '' && (
            <>
              <dt>Decided on</dt>
              <dd>{followUp.about}</dd>
            </>
          )}
          {decision === 'act' && (
            <>
              <dt>Who, until when</dt>
              <dd>{dueInWords(followUp)}</dd>
            </>
          )}
          {followUp.note !== '' && (
            <>
              <dt>Note</dt>
              <dd>{followUp.note}</dd>
            </>
          )}
          {followUp.effect !== '' && (
            <>
              <dt>Did it help?</dt>
              <dd>{followUp.effect} Figures alone do not prove that it was this.</dd>
            </>
          )}
        </dl>
        {decision === 'act' && state !== 'done' && (
          <>
            <p class="question">
              <span>Question</span> Is it done?
            </p>
            <div class="actions">
              <button
                type="button"
                class="primary"
                disabled={session.writing.value}
                onClick={() => void mark(readIsoDate(today), `${called}: done.`)}
              >
                Done
              </button>
              <button type="button" aria-expanded={due !== null} onClick={() => setDue(due === null ? '' : null)}>
                Not yet: new date…
              </button>
            </div>
            {due !== null && (
              <form
                class="form"
                onSubmit={event => {
                  event.preventDefault();
                  void move();
                }}
              >
                <DateField label="Until" value={due} change={setDue} />
                <button type="submit" class="primary" disabled={session.writing.value || due < today}>
                  Set the new date
                </button>
              </form>
            )}
          </>
        )}
        {decision === 'act' && state === 'done' && (
          <div class="actions">
            <button
              type="button"
              disabled={session.writing.value}
              onClick={() => void mark(null, `${called}: not done after all.`)}
            >
              Not done after all
            </button>
          </div>
        )}
        <div class="actions">
          <ShowMe session={session} place={followUp.place} of={`the row of the Log: ${called}`} />
        </div>
      </div>
    </article>
  );
}

/** The newest period that had begun on a day, 0-based; −1 where none had. */
function lastBefore(periods: { date: string }[], day: string): number {
  return periods.reduce((found, { date }, index) => (date <= day ? index : found), -1);
}
