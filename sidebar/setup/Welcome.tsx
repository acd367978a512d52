import type { JSX } from 'preact';
import type { Beginning } from '../../src/hosts/bridge';

/** What the page says to somebody who comes for the first time, above the sample that is open. */
export function Welcome({
  beginning,
  paste,
  look,
}: {
  beginning: Beginning;
  paste: () => void;
  /** Puts this away and goes on to the sample. */
  look: () => void;
}): JSX.Element {
  return (
    <section class="first-step welcome" aria-labelledby="welcome-title">
      <h2 id="welcome-title">Which of your figures has really changed?</h2>
      <p>
        Strategic Compass reads the numbers you keep anyway and tells you when one of them drifts from your strategy.
        Everything stays in your workbook, on this computer. What you see here is a sample.
      </p>
      <button type="button" class="primary wide" onClick={beginning.open}>
        Open your workbook
      </button>
      <button type="button" class="wide" onClick={paste}>
        Paste figures
      </button>
      <button type="button" class="wide" onClick={look}>
        Look at a sample
      </button>
    </section>
  );
}
