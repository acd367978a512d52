import type { JSX } from 'preact';
import { counted } from '../../src/cells/english';
import type { Unread } from '../../src/workbook/register';
import { addUnread } from '../../src/workbook/track/addUnread';
import { FirstOf } from '../parts/FirstOf';
import { ShowMe } from '../parts/ShowMe';
import type { Session } from '../session';

/** Figures that were typed since and are not in the review yet, and the button that adds them. */
export function UnreadPart({
  title,
  unread,
  session,
}: {
  title: string;
  unread: Unread[];
  session: Session;
}): JSX.Element {
  return (
    <section class="notice" aria-labelledby="unread-title">
      <h2 id="unread-title">
        {title}: new figures in {counted(unread.length, 'KPI')}
      </h2>
      <FirstOf items={unread} what="KPIs" first={3} name="problems">
        {entry => (
          <li key={entry.kpi}>
            <p>
              <strong>{entry.kpi}</strong>: {entry.message}
            </p>
            <ShowMe session={session} place={entry.place} of={`new figures of ${entry.kpi}`} />
          </li>
        )}
      </FirstOf>
      <button
        type="button"
        class="primary"
        disabled={session.writing.value}
        onClick={() => void session.change(addUnread, 'The new figures are in the review.')}
      >
        Add them
      </button>
    </section>
  );
}
