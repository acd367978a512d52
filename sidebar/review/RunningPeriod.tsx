import type { JSX } from 'preact';
import type { Session } from '../session';

/** The period that is still running, and the choice to judge it by what it has today. */
export function RunningPeriod({ label, session }: { label: string; session: Session }): JSX.Element {
  const include = (wanted: boolean) => {
    session.includeCurrent.value = wanted;
    void session.refresh();
  };
  return (
    <p class="running">
      <label>
        <input
          type="checkbox"
          checked={session.includeCurrent.value}
          onChange={event => include(event.currentTarget.checked)}
        />{' '}
        Include {label}, which is not over yet
      </label>
    </p>
  );
}
