import type { JSX } from 'preact';
import { useRef, useState } from 'preact/hooks';
import type { Place } from '../../src/workbook/register';
import { Field } from '../parts/Field';
import { Refusal } from '../parts/Refusal';
import type { Session } from '../session';
import { type Choices, readChosen, type SelectionReading, spelled, typedPlace } from './selectedCells';
import { TrackPreview } from './TrackPreview';

/** The cells that a KPI is to be read from, as an owner chooses them, with what they hold. */
export interface ChosenCells {
  values: Place | null;
  /** The periods as typed, if they were; else where they were found. */
  periodsText: string;
  /** The same read: null where they are to be found, a text where it is no range. */
  periods: Place | string | null;
  reading: SelectionReading | null;
  setPeriodsText(text: string): void;
  /** Takes what is selected in the grid now. */
  takeSelection(): Promise<void>;
  /** Reads again, with other periods or after a choice that changes what is read. */
  choose(text: string, choices?: Choices): void;
  /** Reads afresh, for the moment of writing. */
  afresh(): Promise<SelectionReading | null>;
}

/**
 * Keeps which cells are chosen.
 *
 * @param choices  how they are to be read
 * @param found    is given what was read, each time
 */
export function useChosenCells(
  session: Session,
  choices: Choices,
  found: (reading: SelectionReading | null) => void = () => undefined,
): ChosenCells {
  const [values, setValues] = useState<Place | null>(null);
  const [periodsText, setPeriodsText] = useState('');
  const [reading, setReading] = useState<SelectionReading | null>(null);
  const turns = useRef(0);
  const periods = values !== null && periodsText.trim() !== '' ? typedPlace(periodsText, values.sheet) : null;

  async function look(chosen: Parameters<typeof readChosen>[1]) {
    const turn = ++turns.current;
    const answer = await readChosen(session, chosen);
    // An answer that a later choice has overtaken is not shown.
    if (turn !== turns.current) return;
    setReading(answer);
    found(answer);
  }

  return {
    values,
    periodsText,
    periods,
    reading,
    setPeriodsText,
    async takeSelection() {
      const selection = await session.selection();
      setValues(selection);
      setPeriodsText('');
      setReading(null);
      if (selection) await look({ ...choices, values: selection, periods: null });
    },
    choose(text, changed = choices) {
      if (values === null) return;
      const place = text.trim() === '' ? null : typedPlace(text, values.sheet);
      if (typeof place !== 'string') void look({ ...changed, values, periods: place });
    },
    async afresh() {
      if (values === null || typeof periods === 'string') return null;
      const fresh = await readChosen(session, { ...choices, values, periods });
      if (fresh) setReading(fresh);
      return fresh;
    },
  };
}

/** The part of a form in which cells are chosen and shown. */
export function ChosenCellsFields({ cells }: { cells: ChosenCells }): JSX.Element {
  const { values, periods, reading } = cells;
  return (
    <>
      <div class="field">
        <span class="label">Figures</span>
        <p>{values ? <code>{spelled(values)}</code> : 'Select a column or a row of figures in your sheet.'}</p>
        <div class="actions">
          <button type="button" onClick={() => void cells.takeSelection()}>
            {values ? 'Use the current selection' : 'Use the selection'}
          </button>
        </div>
      </div>
      {reading?.problem && <Refusal text={reading.problem} />}
      {reading?.preview && <TrackPreview preview={reading.preview} />}
      {values && (
        <Field
          label="Periods"
          value={cells.periodsText || (reading?.preview?.source.split(/\sby\s/).pop() ?? '')}
          change={cells.setPeriodsText}
          settle={text => cells.choose(text)}
          hint="The dates beside the figures, or type their cells."
          wrong={typeof periods === 'string' ? periods : undefined}
        />
      )}
    </>
  );
}
