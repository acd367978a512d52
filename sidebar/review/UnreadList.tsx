import type { JSX } from 'preact';
import { addUnread } from '../../src/workbook/addUnread';
import type { Unread } from '../../src/workbook/register';
import { ShowMe } from '../parts/ShowMe';
import type { Session } from '../session';
import { counted } from '../words/count';

/** Figures that were typed since and are not in the review yet, and the button that adds them. */
export function UnreadList({ unread, session }: { unread: Unread[]; session: Session }): JSX.Element | null {
  if (unread.length === 0) return null;
  async function add() {
    const snapshot = session.snapshot.value;
    if (snapshot === null) return;
    await session.change(addUnread(snapshot), 'The new figures are in the review.');
  }
  return (
    <section class="notice" aria-labelledby="unread-title">
      <h2 id="unread-title">New figures in {counted(unread.length, 'KPI')}</h2>
      <ul>
        {unread.map(entry => (
          <li key={entry.kpi}>
            <p>
              <strong>{entry.kpi}</strong>: {entry.message}
            </p>
            <ShowMe session={session} place={entry.place} of={`new figures of ${entry.kpi}`} />
          </li>
        ))}
      </ul>
      <button type="button" class="primary" disabled={session.working.value} onClick={() => void add()}>
        Add them
      </button>
    </section>
  );
}
