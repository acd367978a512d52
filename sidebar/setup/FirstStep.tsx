import type { JSX } from 'preact';
import type { Beginning } from '../../src/hosts/bridge';

/** What to do in a workbook that has no KPI yet. */
export function FirstStep({
  beginning,
  track,
  setUp,
  paste,
  gallery,
}: {
  beginning: Beginning | undefined;
  track: () => void;
  setUp: () => void;
  paste: () => void;
  gallery: () => void;
}): JSX.Element {
  return (
    <section class="first-step">
      <h2>Start with your own numbers</h2>
      <p>
        Strategic Compass watches the figures you already keep and tells you when one of them really changes. It looks
        through this workbook and shows what it found; you choose.
      </p>
      <button type="button" class="primary wide" onClick={setUp}>
        Set up from this workbook
      </button>
      {beginning && (
        <button type="button" class="wide" onClick={beginning.open}>
          Open your workbook
        </button>
      )}
      <button type="button" class="wide" onClick={paste}>
        Paste figures
      </button>
      <button type="button" class="wide" onClick={beginning ? beginning.openSample : gallery}>
        Look at a sample
      </button>
      <p>Or begin with one: select its figures in your sheet, a column or a row with its dates beside it.</p>
      <button type="button" class="wide" onClick={track}>
        Track the selected cells
      </button>
      <p>Or begin with a template, with sample data or empty. Nothing of yours is touched.</p>
      <button type="button" class="wide" onClick={gallery}>
        Choose a template
      </button>
    </section>
  );
}
