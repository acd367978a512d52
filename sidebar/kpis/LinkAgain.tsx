import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { counted } from '../../src/cells/english';
import { linkAgain } from '../../src/workbook/track/linkAgain';
import type { Session } from '../session';
import { why } from '../words/why';
import { ChosenCellsFields, useChosenCells } from './ChosenCells';

const CHOICES = { combine: '', gaps: '', cadence: '' } as const;

/** Reads a KPI whose cells are gone from other cells: chosen in the grid, shown before anything is written. */
export function LinkAgain({ kpi, session }: { kpi: string; session: Session }): JSX.Element {
  const [isOpen, setOpen] = useState(false);
  if (isOpen) return <LinkForm kpi={kpi} session={session} close={() => setOpen(false)} />;
  return (
    <button type="button" aria-label={`Link again…: ${kpi}`} onClick={() => setOpen(true)}>
      Link again…
    </button>
  );
}

function LinkForm({ kpi, session, close }: { kpi: string; session: Session; close: () => void }): JSX.Element {
  const [refusal, setRefusal] = useState('');
  const heading = useRef<HTMLHeadingElement>(null);
  const cells = useChosenCells(session, CHOICES, () => setRefusal(''));
  useEffect(() => {
    heading.current?.focus();
    void cells.takeSelection();
  }, []);

  async function link() {
    const fresh = await cells.afresh();
    if (!fresh?.preview || cells.values === null || typeof cells.periods === 'string') return;
    try {
      const chosen = { values: cells.values, ...(cells.periods && { periods: cells.periods }) };
      const edits = linkAgain(fresh.snapshot, kpi, chosen);
      const { count, cadence } = fresh.preview;
      if (await session.change(() => edits, `${kpi} is linked again: ${counted(count, cadence)}.`)) close();
    } catch (error) {
      setRefusal(why(error));
    }
  }

  return (
    <div class="form">
      <h3 ref={heading} tabIndex={-1}>
        Link {kpi} to its figures
      </h3>
      <p class="hint">Its target, decisions and history stay.</p>
      <ChosenCellsFields cells={cells} />
      {refusal !== '' && (
        <p class="failure in-form" role="alert">
          {refusal}
        </p>
      )}
      <div class="actions">
        <button
          type="button"
          class="primary"
          disabled={session.writing.value || !cells.reading?.preview}
          onClick={() => void link()}
        >
          Link it
        </button>
        <button type="button" onClick={close}>
          Cancel
        </button>
      </div>
    </div>
  );
}
