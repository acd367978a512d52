import type { JSX, TargetedSubmitEvent } from 'preact';
import { useEffect, useId, useMemo, useRef, useState } from 'preact/hooks';
import type { InstallOptions } from '../../src/templates/install/layout';
import { type InstallPlan, planInstall } from '../../src/templates/install/planInstall';
import type { ProposedInput } from '../../src/templates/mapping/proposeMapping';
import type { Template } from '../../src/templates/template';
import { DASHBOARD } from '../../src/workbook/sheets/compassSheets';
import type { Snapshot } from '../../src/workbook/snapshot';
import type { Session } from '../session';
import { why } from '../words/why';
import { InstallPreview } from './InstallPreview';
import {
  EMPTY_INSTALL,
  type InstallDraft,
  installOptions,
  periodsMistake,
  placesOfDraft,
  type Way,
} from './installDraft';
import { MappingFields } from './MappingFields';
import { bestRanges, type MappedReading, proposals, readMapped } from './mappedCells';
import { OptionFields } from './OptionFields';
import { QuestionList } from './QuestionList';

const WAYS: { way: Way; label: string }[] = [
  { way: 'sample', label: 'with sample data, to look around' },
  { way: 'empty', label: 'empty, to type into' },
  { way: 'mapped', label: 'with figures from this workbook' },
];

/** Installs a template: how it is filled, what it starts with, what it would make, and the button that makes it. */
export function InstallForm({
  template,
  session,
  back,
  installed,
}: {
  template: Template;
  session: Session;
  back: () => void;
  installed: () => void;
}): JSX.Element {
  const [draft, setDraft] = useState<InstallDraft>(EMPTY_INSTALL);
  const [previewing, setPreviewing] = useState(false);
  const [inputs, setInputs] = useState<ProposedInput[] | null>(null);
  const [reading, setReading] = useState<MappedReading | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const turns = useRef(0);
  const name = useId();
  useEffect(() => heading.current?.focus(), []);

  const { host } = session.bridge;
  const mapped = draft.way === 'mapped';
  const snapshot = mapped ? (reading?.snapshot ?? null) : session.snapshot.value;
  const { places, wrong } = placesOfDraft(draft);
  const unfit = Object.keys(wrong).length > 0 || reading?.problems.some(({ severity }) => severity === 'error');
  const ready = !periodsMistake(draft) && (!mapped || (!unfit && Object.keys(places).length > 0));
  const planned = useMemo(
    () => (previewing && ready && snapshot ? planOrWhy(template, snapshot, installOptions(draft, host)) : null),
    [previewing, ready, snapshot, draft],
  );
  const set = (change: Partial<InstallDraft>) => setDraft(current => ({ ...current, ...change }));

  async function look(next: InstallDraft) {
    setDraft(next);
    const turn = ++turns.current;
    const found = await readMapped(session, template, next);
    // An answer that a later choice has overtaken is not shown.
    if (turn === turns.current) setReading(found);
  }

  async function choose(way: Way) {
    const next = { ...draft, way };
    setDraft(next);
    if (way !== 'mapped' || inputs !== null) return;
    const found = await proposals(session, template, next);
    if (found === null) return;
    setInputs(found);
    await look({ ...next, ranges: bestRanges(found) });
  }

  async function submit(event: TargetedSubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    if (planned === null || typeof planned === 'string') {
      setPreviewing(true);
      return;
    }
    // What is written is planned on the workbook as it is now.
    const fresh = mapped ? (await readMapped(session, template, draft))?.snapshot : undefined;
    if (mapped && !fresh) return;
    const plan = (current: Snapshot) => planInstall(template, fresh ?? current, installOptions(draft, host)).edits;
    if (!(await session.change(plan, `${template.name} is installed.`))) return;
    await session.show({ sheet: firstView(planned, draft.way), range: 'A1' });
    installed();
  }

  return (
    <form class="form" onSubmit={event => void submit(event)} noValidate>
      <h2 ref={heading} tabIndex={-1}>
        Install {template.name}
      </h2>
      <fieldset>
        <legend class="hidden-text">How to fill it</legend>
        {WAYS.map(({ way, label }) => (
          <label key={way} class="choice">
            <input type="radio" name={name} checked={draft.way === way} onChange={() => void choose(way)} />
            {label}
          </label>
        ))}
      </fieldset>
      {mapped && inputs === null && <p role="status">Reading the workbook…</p>}
      {mapped && inputs !== null && (
        <MappingFields
          session={session}
          inputs={inputs}
          draft={draft}
          set={ranges => set({ ranges })}
          settle={ranges => void look({ ...draft, ranges })}
          reading={reading}
        />
      )}
      <OptionFields draft={draft} set={set} usual={template.cadence} />
      {typeof planned === 'string' && (
        <p class="failure in-form" role="alert">
          {planned}
        </p>
      )}
      {planned !== null && typeof planned !== 'string' && (
        <>
          <QuestionList
            questions={planned.questions}
            answer={answers => set({ answers: { ...draft.answers, ...answers } })}
          />
          <InstallPreview plan={planned} bridge={session.bridge} />
        </>
      )}
      <div class="actions">
        <button type="submit" class="primary" disabled={session.writing.value || !ready}>
          {planned !== null && typeof planned !== 'string' ? `Install ${template.name}` : 'Preview'}
        </button>
        <button type="button" onClick={back}>
          Back
        </button>
      </div>
    </form>
  );
}

/** The sheet that is shown first: a sample's dashboard, else the one to be typed into. */
function firstView({ preview: { sheets } }: InstallPlan, way: Way): string {
  return (way === 'sample' && sheets.find(name => name === DASHBOARD.name)) || sheets[0]!;
}

/** What would be made, or why there can be nothing. */
function planOrWhy(template: Template, snapshot: Snapshot, options: InstallOptions): InstallPlan | string {
  try {
    return planInstall(template, snapshot, options);
  } catch (error) {
    return why(error);
  }
}
