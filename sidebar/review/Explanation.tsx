import type { JSX } from 'preact';
import { EXPLANATIONS } from '../../src/review/alerts/explanations';

/** What a kind of alert, a pattern or an effect means, in a paragraph, folded. */
export function Explanation({ of }: { /** Its `explain`. */ of: string }): JSX.Element | null {
  const text = EXPLANATIONS[of];
  if (text === undefined) return null;
  return (
    <details class="figures">
      <summary>What does this mean?</summary>
      <p>{text}</p>
    </details>
  );
}
