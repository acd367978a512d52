import type { JSX } from 'preact';
import type { LapsedDecision } from '../../src/review/types';
import { decisionInWords, lapsedInWords } from '../../src/review/words/words';
import { FirstOf } from '../parts/FirstOf';
import { ShowMe } from '../parts/ShowMe';
import type { Session } from '../session';

/** Decisions on what the figures no longer show, each with its row in the Log: kept, and said until the next review. */
export function LapsedList({ lapsed, session }: { lapsed: LapsedDecision[]; session: Session }): JSX.Element {
  return (
    <FirstOf items={lapsed} what="decisions" first={5} name="problems">
      {entry => (
        <li key={`${entry.place.range}`}>
          <p>
            {lapsedInWords(entry)}. Decided: {decisionInWords(entry.decision)}
          </p>
          <ShowMe session={session} place={entry.place} of={`the decision on ${lapsedInWords(entry)}`} />
        </li>
      )}
    </FirstOf>
  );
}
