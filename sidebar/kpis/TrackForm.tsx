import type { JSX, TargetedSubmitEvent } from 'preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { counted } from '../../src/cells/english';
import { readRegister } from '../../src/workbook/register/readRegister';
import { placesOf } from '../../src/workbook/sources/edges';
import { track } from '../../src/workbook/track/track';
import { placesToTrack } from '../../src/workbook/track/trackRequest';
import { Field } from '../parts/Field';
import { Refusal } from '../parts/Refusal';
import type { Session } from '../session';
import { why } from '../words/why';
import { ChosenCellsFields, useChosenCells } from './ChosenCells';
import { EMPTY, mistakes, requestOf, type TrackDraft } from './draft';
import { MoreFields } from './MoreFields';
import { TargetFields } from './TargetFields';

const COMMON_FUNCTIONS = ['Marketing', 'Sales', 'Operations', 'Customer Service'];

/** Choices that change what is read. */
const REREAD: (keyof TrackDraft)[] = ['combine', 'gaps', 'cadence'];

/** Makes a KPI of the cells that are selected in the grid; shows what it would read before anything is written. */
export function TrackForm({ session, close }: { session: Session; close: () => void }): JSX.Element {
  const [draft, setDraft] = useState<TrackDraft>(EMPTY);
  const [asked, setAsked] = useState(false);
  const [refusal, setRefusal] = useState('');
  const heading = useRef<HTMLHeadingElement>(null);
  const named = useRef(false);

  const locale = session.snapshot.value?.locale ?? 'en';
  const wrong = mistakes(draft, locale);
  const shown = asked ? wrong : {};
  const workbook = session.snapshot.value;
  const register = useMemo(() => workbook && readRegister(workbook), [workbook]);
  const functions = (register?.strategy.functions ?? []).map(({ name }) => name);
  const set = (change: Partial<TrackDraft>) => {
    setRefusal('');
    setDraft(current => ({ ...current, ...change }));
  };

  // The header above the figures is the first name, until the owner has typed one.
  const cells = useChosenCells(session, draft, found => {
    if (found?.preview && !named.current) set({ kpi: found.preview.header });
  });
  const { values, periods, reading } = cells;

  // The form opens with whatever is selected at that moment.
  useEffect(() => {
    heading.current?.focus();
    void cells.takeSelection();
  }, []);

  async function submit(event: TargetedSubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    setAsked(true);
    if (Object.keys(wrong).length > 0 || values === null || typeof periods === 'string') return;
    const fresh = await cells.afresh();
    if (!fresh?.preview) return;
    try {
      const request = requestOf(draft, values, periods, locale);
      const whole = request.targets ? await session.read(placesOf(placesToTrack(request))) : fresh.snapshot;
      if (!whole) return;
      const edits = track(whole, request);
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
      <ChosenCellsFields cells={cells} />
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
        set={change => {
          set(change);
          if (REREAD.some(field => field in change)) cells.choose(cells.periodsText, { ...draft, ...change });
        }}
        wrong={shown}
        first={!register?.kpis.length}
        ledger={reading?.preview?.gaps != null}
      />
      <Refusal text={refusal} />
      <div class="actions">
        <button type="submit" class="primary" disabled={session.writing.value || !reading?.preview}>
          Track it
        </button>
        <button type="button" onClick={close}>
          Cancel
        </button>
      </div>
    </form>
  );
}
