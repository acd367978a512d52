import type { JSX } from 'preact';
import { EXPLANATIONS } from '../../src/review/alerts/explanations';

/** What a kind of alert, a pattern or an effect means, in a paragraph, folded. */
export function Explanation({
  of,
  called,
}: {
  /** Its `explain`. */
  of: string;
  /** What it belongs to, for those who hear it among others. */
  called: string;
}): JSX.Element | null {
  const text = EXPLANATIONS[of];
  if (text === undefined) return null;
  return (
    <details class="figures">
      <summary>
        What does this mean?<span class="hidden-text"> {called}</span>
      </summary>
      <p>{text}</p>
    </details>
  );
}
