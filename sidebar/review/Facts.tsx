import type { JSX } from 'preact';
import type { Decided, Stakes } from '../../src/review/types';
import { decisionInWords } from '../../src/review/words/words';

/** Why it matters, what it is worth and what was decided, where there is any of it: entries of a description list. */
export function Facts({
  matters,
  stakes,
  decision,
}: {
  matters: string | null;
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
      {matters !== null && (
        <>
          <dt>Why this matters</dt>
          <dd>{matters}</dd>
        </>
      )}
      {decision !== null && (
        <>
          <dt>Decided</dt>
          <dd>{decisionInWords(decision)}</dd>
        </>
      )}
    </>
  );
}
