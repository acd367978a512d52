import type { JSX } from 'preact';
import { FirstOf } from '../parts/FirstOf';
import { NoUndo } from '../parts/NoUndo';
import { Said } from '../parts/Said';
import { ShowMe } from '../parts/ShowMe';
import type { Session } from '../session';
import { ChangeList } from './ChangeList';
import type { PlannedChange } from './plannedChange';

/** What a change of an installed template would do, and what a person should look at before. */
export function PlannedChangeView({ planned, session }: { planned: PlannedChange; session: Session }): JSX.Element {
  return (
    <Said class="preview">
      {planned.said.map(sentence => (
        <p key={sentence}>{sentence}</p>
      ))}
      {planned.findings
        .filter(({ list }) => list.length > 0)
        .map(({ title, list }) => (
          <section key={title}>
            <h4>{title}</h4>
            <FirstOf items={list} what="cells" first={6} name="listed">
              {({ place, message }) => (
                <li key={message}>
                  {message} <ShowMe session={session} place={place} of={message} />
                </li>
              )}
            </FirstOf>
          </section>
        ))}
      {planned.edits.some(({ kind }) => kind === 'remove sheet') && <NoUndo host={session.bridge.host} />}
      <details>
        <summary>Every sheet and cell</summary>
        <ChangeList edits={planned.edits} bridge={session.bridge} />
      </details>
    </Said>
  );
}
