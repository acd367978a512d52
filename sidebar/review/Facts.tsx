import type { JSX } from 'preact';
import type { Decided, Stakes } from '../../src/review/types';
import { dayInWords } from '../words/day';

/** The essay's words, what it is worth and what was decided, where there is any of it: entries of a description list. */
export function Facts({
  passage,
  stakes,
  decision,
}: {
  passage: string | null;
  stakes: Stakes | null;
  decision: Decided | null;
}): JSX.Element {
  return (
    <>
      {stakes !== null && (
        <>
          <dt>What it is worth</dt>
          <dd>{stakes.sentence}</dd>
        </>
      )}
      {passage !== null && (
        <>
          <dt>From the essay</dt>
          <dd>
            <q>{passage}</q>
          </dd>
        </>
      )}
      {decision !== null && (
        <>
          <dt>Decided</dt>
          <dd>
            {decision.decision}, {dayInWords(decision.date)}
            {decision.note !== '' && `: ${decision.note}`}
          </dd>
        </>
      )}
    </>
  );
}
