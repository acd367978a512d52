import type { JSX } from 'preact';
import type { Session } from '../session';
import { ShowMe } from './ShowMe';

/** What a host refused, and what can be done about it; stays until it is settled or put away. */
export function FailureBox({ session }: { session: Session }): JSX.Element | null {
  const failure = session.failure.value;
  if (failure === null) return null;
  return (
    <div class="failure" role="alert">
      <p>
        <strong>{failure.what}</strong> {failure.why}
      </p>
      <div class="actions">
        {failure.where && <ShowMe session={session} place={failure.where} of={failure.what} />}
        {failure.again && (
          <button type="button" onClick={() => void session.refresh()}>
            Try again
          </button>
        )}
        <button
          type="button"
          class="quiet"
          onClick={() => {
            session.failure.value = null;
          }}
        >
          Close message
        </button>
      </div>
    </div>
  );
}
