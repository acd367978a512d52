import type { JSX, TargetedSubmitEvent } from 'preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { counted } from '../../src/cells/english';
import type { Place } from '../../src/workbook/register';
import { readRegister } from '../../src/workbook/register/readRegister';
import { track } from '../../src/workbook/track/track';
import { Field } from '../parts/Field';
import type { Session } from '../session';
import { why } from '../words/why';
import { EMPTY, mistakes, requestOf, type TrackDraft } from './draft';
import { MoreFields } from './MoreFields';
import { type Chosen, type Reading, readChosen, spelled, typedPlace } from './selectedCells';
import { TargetFields } from './TargetFields';
import { TrackPreview } from './TrackPreview';

const COMMON_FUNCTIONS = ['Marketing', 'Sales', 'Operations', 'Customer Service'];

/** Choices that change what is read. */
const REREAD: (keyof TrackDraft)[] = ['combine', 'gaps', 'cadence'];

/** Makes a KPI of the cells that are selected in the grid; shows what it would read before anything is written. */
export function TrackForm({ session, close }: { session: Session; close: () => void }): JSX.Element {
  const [draft, setDraft] = useState<TrackDraft>(EMPTY);
  const [values, setValues] = useState<Place | null>(null);
  const [periodsText, setPeriodsText] = useState('');
  const [reading, setReading] = useState<Reading | null>(null);
  const [asked, setAsked] = useState(false);
  const [refusal, setRefusal] = useState('');
  const heading = useRef<HTMLHeadingElement>(null);
  const named = useRef(false);
  const turns = useRef(0);

  const locale = session.snapshot.value?.locale ?? 'en';
  const wrong = mistakes(draft, locale);
  const shown = asked ? wrong : {};
  const periods = values !== null && periodsText.trim() !== '' ? typedPlace(periodsText, values.sheet) : null;
  const workbook = session.snapshot.value;
  const register = useMemo(() => workbook && readRegister(workbook), [workbook]);
  const functions = (register?.strategy.functions ?? []).map(({ name }) => name);
  const set = (change: Partial<TrackDraft>) => {
    setRefusal('');
    setDraft(current => ({ ...current, ...change }));
  };

  async function look(chosen: Chosen) {
    const turn = ++turns.current;
    const found = await readChosen(session, chosen);
    // An answer that a later choice has overtaken is not shown.
    if (turn !== turns.current) return;
    setReading(found);
    // The header above the figures is the first name, until the owner has typed one.
    if (found?.preview && !named.current) set({ kpi: found.preview.header });
  }

  async function takeSelection() {
    const selection = await session.selection();
    setValues(selection);
    setPeriodsText('');
    setReading(null);
    if (selection) await look({ ...draft, values: selection, periods: null });
  }

  /** Reads again after a choice that changes what is read. */
  function choose(text: string, change: Partial<TrackDraft> = {}) {
    set(change);
    if (values === null) return;
    const place = text.trim() === '' ? null : typedPlace(text, values.sheet);
    if (typeof place !== 'string') void look({ ...draft, ...change, values, periods: place });
  }

  // The form opens with whatever is selected at that moment.
  useEffect(() => {
    heading.current?.focus();
    void takeSelection();
  }, []);

  async function submit(event: TargetedSubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    setAsked(true);
    if (Object.keys(wrong).length > 0 || values === null || typeof periods === 'string') return;
    const fresh = await readChosen(session, { ...draft, values, periods });
    if (fresh === null) return;
    setReading(fresh);
    if (fresh.preview === null) return;
    try {
      const edits = track(fresh.snapshot, requestOf(draft, values, periods, locale));
      const words = `${draft.kpi.trim()} is tracked: ${counted(fresh.preview.count, fresh.preview.cadence)}.`;
      if (await session.change(() => edits, words)) close();
    } catch (error) {
      setRefusal(why(error));
    }
  }

  return (
    <form class="form" onSubmit={event => void submit(event)} noValidate>
      <h2 ref={heading} tabIndex={-1}>
        Track as KPI
      </h2>
      <div class="field">
        <span class="label">Figures</span>
        <p>{values ? <code>{spelled(values)}</code> : 'Select a column or a row of figures in your sheet.'}</p>
        <div class="actions">
          <button type="button" onClick={() => void takeSelection()}>
            {values ? 'Use the current selection' : 'Use the selection'}
          </button>
        </div>
      </div>
      {reading?.problem && (
        <p class="failure in-form" role="alert">
          {reading.problem}
        </p>
      )}
      {reading?.preview && <TrackPreview preview={reading.preview} />}
      {values && (
        <Field
          label="Periods"
          value={periodsText || (reading?.preview?.source.split(/\sby\s/).pop() ?? '')}
          change={setPeriodsText}
          settle={choose}
          hint="The dates beside the figures, or type their cells."
          wrong={typeof periods === 'string' ? periods : undefined}
        />
      )}
      <Field
        label="Name"
        value={draft.kpi}
        change={kpi => {
          named.current = true;
          set({ kpi });
        }}
        wrong={shown.kpi}
      />
      <Field
        label="Business function"
        value={draft.function}
        change={name => set({ function: name })}
        choices={[...new Set([...functions, ...COMMON_FUNCTIONS])]}
        hint="Choose one or type a new one."
      />
      <Field
        label="Goal it serves"
        value={draft.goal}
        change={goal => set({ goal })}
        choices={(register?.strategy.goals ?? []).map(({ name }) => name)}
        hint="A goal of your strategy, or a new one."
      />
      <TargetFields
        draft={draft}
        set={set}
        wrong={shown}
        locale={locale}
        format={reading?.preview?.format ?? 'General'}
      />
      <MoreFields
        draft={draft}
        set={change => (REREAD.some(field => field in change) ? choose(periodsText, change) : set(change))}
        wrong={shown}
        first={!register?.kpis.length}
        ledger={reading?.preview?.gaps != null}
      />
      {refusal !== '' && (
        <p class="failure in-form" role="alert">
          {refusal}
        </p>
      )}
      <div class="actions">
        <button type="submit" class="primary" disabled={session.working.value || !reading?.preview}>
          Track it
        </button>
        <button type="button" onClick={close}>
          Cancel
        </button>
      </div>
    </form>
  );
}
