import type { JSX } from 'preact';

/** What to do in a workbook that has no KPI yet. */
export function FirstStep({
  track,
  setUp,
  gallery,
}: {
  track: () => void;
  setUp: () => void;
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
      <p>Or begin with one: select its figures in your sheet, a column or a row with its dates beside it.</p>
      <button type="button" class="wide" onClick={track}>
        Track the selected cells
      </button>
      <p>Or look around first with a template and its sample data. Nothing of yours is touched.</p>
      <button type="button" class="wide" onClick={gallery}>
        Choose a template
      </button>
    </section>
  );
}
