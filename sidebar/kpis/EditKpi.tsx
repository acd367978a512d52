import type { JSX, TargetedSubmitEvent } from 'preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Edit } from '../../src/workbook/edit';
import { readRegister } from '../../src/workbook/register/readRegister';
import { MEASURES } from '../../src/workbook/sheets/measures';
import type { Snapshot } from '../../src/workbook/snapshot';
import { placesOf } from '../../src/workbook/sources/edges';
import { editKpi } from '../../src/workbook/track/editKpi';
import { placesToTrack } from '../../src/workbook/track/trackRequest';
import { Choice, Field } from '../parts/Field';
import { Refusal } from '../parts/Refusal';
import type { Session } from '../session';
import { parseFigure } from '../words/parseFigure';
import { why } from '../words/why';
import { BY_PERIOD, EMPTY, mistakes, typedTarget } from './draft';
import { changesOf, draftOf, type EditDraft } from './editDraft';
import { effectOf } from './effect';
import { LinkAgain } from './LinkAgain';
import { PauseOrStop } from './PauseOrStop';
import { TargetFields } from './TargetFields';

/** The row of a KPI as a form: every field, what saving would change, and the ways to pause it or to stop. */
export function EditKpi({
  kpi: name,
  session,
  close,
}: {
  kpi: string;
  session: Session;
  close: () => void;
}): JSX.Element {
  const snapshot = session.snapshot.value!;
  const register = useMemo(() => readRegister(snapshot), [snapshot]);
  const kpi = [...register.kpis, ...register.paused].find(each => each.name === name);
  const [draft, setDraft] = useState<EditDraft>(() =>
    kpi ? draftOf(kpi) : { ...EMPTY, outOf: '', worth: '', note: '' },
  );
  const before = useRef(draft);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);

  const { locale } = snapshot;
  const wrong = mistakes(draft, locale);
  const set = (change: Partial<EditDraft>) => setDraft(current => ({ ...current, ...change }));
  /** The workbook with the cells of a budget that was typed. */
  const [budget, setBudget] = useState<{ text: string; snapshot: Snapshot } | null>(null);
  const planned = useMemo(() => plan(), [draft, snapshot, budget]);

  async function readBudget(text: string) {
    const typed = typedTarget(text, locale);
    if (typed === null || typed === BY_PERIOD || !('targets' in typed)) return;
    const read = await session.read(placesOf(placesToTrack({ values: typed.targets })));
    if (read) setBudget({ text, snapshot: read });
  }

  function plan(): { edits: Edit[]; effect: string } | string {
    if (Object.keys(wrong).length > 0) return '';
    // Read as nothing typed, it would clear what is there.
    if (parseFigure(draft.worth, locale) === undefined) return `The worth “${draft.worth.trim()}” is not a number.`;
    const isBudget = draft.target !== before.current.target && draft.target.includes(':');
    if (isBudget && budget?.text !== draft.target) return '';
    try {
      const edits = editKpi(isBudget ? budget!.snapshot : snapshot, name, changesOf(draft, locale, before.current));
      return { edits, effect: edits.length === 0 ? '' : effectOf(snapshot, edits, session.review.value) };
    } catch (error) {
      return why(error);
    }
  }

  async function save(event: TargetedSubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    if (typeof planned === 'string') return;
    if (planned.edits.length === 0 || (await session.change(() => planned.edits, `${draft.kpi.trim()} was changed.`)))
      close();
  }

  if (!kpi) return <p role="status">There is no KPI “{name}” any more.</p>;
  const others = register.kpis.map(each => each.name).filter(each => each !== name);
  return (
    <form class="form edit-kpi" onSubmit={event => void save(event)} noValidate>
      <h3 ref={heading} tabIndex={-1}>
        Edit {name}
      </h3>
      <Field label="Name" value={draft.kpi} change={text => set({ kpi: text })} wrong={wrong.kpi} />
      <Field
        label="Business function"
        value={draft.function}
        change={text => set({ function: text })}
        choices={register.strategy.functions.map(each => each.name)}
      />
      <Field
        label="Goal it serves"
        value={draft.goal}
        change={goal => set({ goal })}
        choices={register.strategy.goals.map(each => each.name)}
      />
      <TargetFields
        draft={draft}
        set={set}
        settle={text => void readBudget(text)}
        wrong={wrong}
        locale={locale}
        format={kpi.format}
      />
      <div class="side-by-side">
        <Field label="Unit" value={draft.unit} change={unit => set({ unit })} />
        <Field
          label="Weight"
          value={draft.weight}
          change={weight => set({ weight })}
          wrong={wrong.weight}
          inputMode="decimal"
        />
      </div>
      <Field label="Owner" value={draft.owner} change={owner => set({ owner })} />
      {kpi.source && (
        <div class="field">
          <p>Read from {kpi.source.text}</p>
          <LinkAgain kpi={name} session={session} />
        </div>
      )}
      <details>
        <summary>More</summary>
        <div class="form">
          <Choice
            label="What it measures"
            value={draft.measure}
            change={measure => set({ measure })}
            options={MEASURES}
            blank="not said"
          />
          <Field
            label="Out of"
            value={draft.outOf}
            change={outOf => set({ outOf })}
            choices={others}
            hint="The KPI that it is a share of."
          />
          <Field
            label="Worth of one unit"
            value={draft.worth}
            change={worth => set({ worth })}
            hint="In the workbook’s currency, so that a change can be shown in money."
            inputMode="decimal"
          />
          <Field label="Note" value={draft.note} change={note => set({ note })} />
        </div>
      </details>
      {typeof planned === 'string' ? (
        <Refusal text={planned} />
      ) : (
        planned.effect !== '' && (
          <p class="preview" role="status">
            {planned.effect}
          </p>
        )
      )}
      <div class="actions">
        <button type="submit" class="primary" disabled={session.writing.value || typeof planned === 'string'}>
          Save
        </button>
        <button type="button" onClick={close}>
          Cancel
        </button>
      </div>
      <PauseOrStop kpi={name} session={session} close={close} />
    </form>
  );
}
