import type { JSX } from 'preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { counted } from '../../src/cells/english';
import { readRegister } from '../../src/workbook/register/readRegister';
import { linkAgain } from '../../src/workbook/track/linkAgain';
import { Refusal } from '../parts/Refusal';
import { Said } from '../parts/Said';
import type { Session } from '../session';
import { why } from '../words/why';
import { ChosenCellsFields, useChosenCells } from './ChosenCells';
import { effectOf } from './effect';
import { CombineFields } from './form/CombineFields';
import type { Choices } from './selectedCells';

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
  const [choices, setChoices] = useState<Choices>(() => choicesOf(session, kpi));
  const cells = useChosenCells(session, choices, () => setRefusal(''));
  const { reading } = cells;
  const set = (change: Partial<Choices>) => {
    setChoices({ ...choices, ...change });
    cells.choose(cells.periodsText, { ...choices, ...change });
  };
  useEffect(() => {
    heading.current?.focus();
    void cells.takeSelection();
  }, []);

  const effect = useMemo(() => {
    if (!reading?.preview) return '';
    try {
      return effectOf(reading.snapshot, linkAgain(reading.snapshot, kpi, reading.cells), session.review.value);
    } catch (error) {
      return why(error);
    }
  }, [reading]);

  async function link() {
    const fresh = await cells.afresh();
    if (!fresh?.preview) return;
    try {
      const edits = linkAgain(fresh.snapshot, kpi, fresh.cells);
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
      {reading?.preview && (
        <CombineFields draft={choices} set={set} ledger={reading.preview.gaps != null} isOpen={false} />
      )}
      {effect !== '' && <Said class="preview">{effect}</Said>}
      <Refusal text={refusal} />
      <div class="actions">
        <button
          type="button"
          class="primary"
          disabled={session.writing.value || !reading?.preview}
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

/** As its row has them: of other cells the same is made, until somebody says otherwise. */
function choicesOf(session: Session, name: string): Choices {
  const snapshot = session.snapshot.value;
  const kpi = snapshot && readRegister(snapshot).kpis.find(each => each.name === name);
  return { combine: kpi?.combine ?? 'sum', gaps: kpi?.gaps ?? 'zero', cadence: '' };
}
