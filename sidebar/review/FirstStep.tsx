import type { JSX } from 'preact';

/** What to do in a workbook that has no KPI yet. */
export function FirstStep({ track, gallery }: { track: () => void; gallery: () => void }): JSX.Element {
  return (
    <section class="first-step">
      <h2>Start with one number</h2>
      <p>
        There is no KPI in this workbook yet. Select the figures of one in your sheet, a column or a row with its dates
        beside it, and track it: the review then tells you when it really changes.
      </p>
      <button type="button" class="primary wide" onClick={track}>
        Track the selected cells
      </button>
      <p>Or look around first with a template and its sample data. Nothing of yours is touched.</p>
      <button type="button" class="wide" onClick={gallery}>
        Choose a template
      </button>
    </section>
  );
}
