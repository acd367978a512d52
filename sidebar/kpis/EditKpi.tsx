import type { JSX, TargetedSubmitEvent } from 'preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { counted } from '../../src/cells/english';
import { review as reviewOf } from '../../src/review/review';
import { alertsIn } from '../../src/review/sections';
import type { Review } from '../../src/review/types';
import type { Edit } from '../../src/workbook/edit';
import { applyEdits } from '../../src/workbook/edits/applyEdits';
import type { Kpi } from '../../src/workbook/register';
import { readRegister } from '../../src/workbook/register/readRegister';
import { MEASURES } from '../../src/workbook/sheets/measures';
import type { Snapshot } from '../../src/workbook/snapshot';
import { placesOf } from '../../src/workbook/sources/edges';
import { editKpi, type KpiChanges, pauseKpi, stopKpi } from '../../src/workbook/track/editKpi';
import { placesToTrack } from '../../src/workbook/track/trackRequest';
import { Choice, Field } from '../parts/Field';
import type { Session } from '../session';
import { figuresIn } from '../words/figure';
import { parseFigure } from '../words/parseFigure';
import { why } from '../words/why';
import { BY_PERIOD, EMPTY, mistakes, type TrackDraft, typedTarget } from './draft';
import { LinkAgain } from './LinkAgain';
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
  const [isStopping, setStopping] = useState(false);
  const [refusal, setRefusal] = useState('');
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);

  const { locale } = snapshot;
  const wrong = mistakes(draft, locale);
  const set = (change: Partial<EditDraft>) => {
    setRefusal('');
    setDraft(current => ({ ...current, ...change }));
  };
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

  async function act(edits: (snapshot: Snapshot) => Edit[], words: string) {
    try {
      if (await session.change(edits, words)) close();
    } catch (error) {
      setRefusal(why(error));
    }
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
      {typeof planned === 'string'
        ? planned !== '' && (
            <p class="failure in-form" role="alert">
              {planned}
            </p>
          )
        : planned.effect !== '' && (
            <p class="preview" role="status">
              {planned.effect}
            </p>
          )}
      {refusal !== '' && (
        <p class="failure in-form" role="alert">
          {refusal}
        </p>
      )}
      <div class="actions">
        <button type="submit" class="primary" disabled={session.writing.value || typeof planned === 'string'}>
          Save
        </button>
        <button type="button" onClick={close}>
          Cancel
        </button>
      </div>
      {isStopping ? (
        <fieldset class="form">
          <legend>Stop tracking {name}?</legend>
          <p>Your own cells stay as they are. The decisions on it stay in the Log.</p>
          <div class="actions">
            <button
              type="button"
              onClick={() =>
                void act(now => stopKpi(now, name, true), `${name} is no longer tracked; its history is kept.`)
              }
            >
              Keep its history
            </button>
            <button
              type="button"
              onClick={() => void act(now => stopKpi(now, name, false), `${name} is no longer tracked.`)}
            >
              Delete its history
            </button>
            <button type="button" onClick={() => setStopping(false)}>
              Go on tracking
            </button>
          </div>
        </fieldset>
      ) : (
        <div class="actions">
          <button
            type="button"
            onClick={() =>
              void act(now => pauseKpi(now, name, now.today), `${name} is paused: not in score or alerts.`)
            }
          >
            Pause
          </button>
          <button type="button" onClick={() => setStopping(true)}>
            Stop tracking…
          </button>
        </div>
      )}
    </form>
  );
}

/** As the tracking form, with what is seldom said when tracking. */
interface EditDraft extends TrackDraft {
  outOf: string;
  worth: string;
  note: string;
}

function draftOf(kpi: Kpi): EditDraft {
  const figure = figuresIn(kpi.format);
  const typed = (value: number | null, show = figure) => (value === null ? '' : show(value));
  const plain = (value: number) => String(value);
  return {
    ...EMPTY,
    kpi: kpi.name,
    function: kpi.function,
    goal: kpi.goal,
    better: kpi.better,
    target: kpi.targets ? BY_PERIOD : typed(kpi.target),
    low: typed(kpi.low),
    high: typed(kpi.high),
    floor: typed(kpi.floor),
    weight: typed(kpi.weight, plain),
    unit: kpi.unit,
    measure: kpi.measure as TrackDraft['measure'],
    owner: kpi.owner,
    outOf: kpi.outOf,
    worth: typed(kpi.worth, plain),
    note: kpi.note,
  };
}

/** Only what differs from the row as it is, so that a target that is shown rounded is not rounded by a change of owner. */
function changesOf(draft: EditDraft, locale: string, before: EditDraft): KpiChanges {
  const number = (text: string) => parseFigure(text, locale) ?? null;
  const typed = typedTarget(draft.target, locale);
  const all: KpiChanges = {
    kpi: draft.kpi,
    function: draft.function,
    goal: draft.goal,
    better: draft.better,
    target: typed !== null && typed !== BY_PERIOD && 'target' in typed ? typed.target : null,
    low: number(draft.low),
    high: number(draft.high),
    floor: number(draft.floor),
    weight: number(draft.weight),
    unit: draft.unit,
    measure: draft.measure,
    owner: draft.owner,
    outOf: draft.outOf,
    worth: number(draft.worth),
    note: draft.note,
  };
  const differs = ([field]: [string, unknown]) => draft[field as keyof EditDraft] !== before[field as keyof EditDraft];
  const changed = Object.fromEntries(Object.entries(all).filter(differs)) as KpiChanges;
  const isBudget = 'target' in changed && typed !== null && typed !== BY_PERIOD && 'targets' in typed;
  return isBudget ? { ...changed, ...typed } : changed;
}

/** What saving would do to score and alerts. */
function effectOf(snapshot: Snapshot, edits: Edit[], before: Review | null): string {
  if (!before) return '';
  const after = reviewOf(applyEdits(snapshot, edits));
  const shown = (score: number | null) => (score === null ? 'none' : score.toFixed(1));
  const [from, to] = [before, after].map(({ score }) => shown(score.score));
  const waiting = (review: Review) => alertsIn(review, 'new', 'open').length;
  const more = waiting(after) - waiting(before);
  const said = [
    from === to ? 'The score does not change' : `The score changes from ${from} to ${to}`,
    more === 0 ? 'the alerts do not change' : `${counted(Math.abs(more), 'alert')} ${more > 0 ? 'more' : 'fewer'}`,
  ];
  return `${said.join('; ')}.`;
}
