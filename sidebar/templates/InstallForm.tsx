import type { JSX, TargetedSubmitEvent } from 'preact';
import { useEffect, useId, useMemo, useRef, useState } from 'preact/hooks';
import type { InstallOptions } from '../../src/templates/install/layout';
import { type InstallPlan, planInstall } from '../../src/templates/install/planInstall';
import { installedTemplates } from '../../src/templates/installed/installed';
import type { ProposedInput } from '../../src/templates/mapping/proposeMapping';
import type { Template } from '../../src/templates/template';
import { readRegister } from '../../src/workbook/register/readRegister';
import { DASHBOARD, PRODUCT_SHEETS } from '../../src/workbook/sheets/compassSheets';
import { sameName } from '../../src/workbook/sheets/names';
import { sheetNames } from '../../src/workbook/sheets/sheetView';
import type { Snapshot } from '../../src/workbook/snapshot';
import { Refusal } from '../parts/Refusal';
import { Said } from '../parts/Said';
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
  const { host, beginning } = session.bridge;
  const hasOwn = useMemo(() => hasOwnKpis(session.snapshot.value), [session.snapshot.value]);
  // A stranger's figures come beside one's own only where they are asked for.
  const [draft, setDraft] = useState<InstallDraft>({
    ...EMPTY_INSTALL,
    way: hasOwn && beginning === undefined ? 'empty' : 'sample',
  });
  const [previewing, setPreviewing] = useState(false);
  const [inputs, setInputs] = useState<ProposedInput[] | null>(null);
  const [reading, setReading] = useState<MappedReading | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const turns = useRef(0);
  const name = useId();
  useEffect(() => heading.current?.focus(), []);

  const hasSheets = useMemo(() => hasOwnSheets(session.snapshot.value), [session.snapshot.value]);
  const isApart = beginning !== undefined && draft.way === 'sample' && hasSheets;
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
    if (isApart && draft.apart) {
      const { today, locale } = session.snapshot.value!;
      const alone = planInstall(template, { today, locale, sheets: [] }, installOptions(draft, host));
      beginning?.openEdits(alone.edits, `Sample: ${template.name}`);
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
      {isApart && (
        <label class="choice">
          <input
            type="checkbox"
            checked={draft.apart}
            onChange={event => set({ apart: event.currentTarget.checked })}
          />
          in a workbook of its own, which opens instead of this one
        </label>
      )}
      {draft.way === 'sample' && hasOwn && !(isApart && draft.apart) && (
        <p class="hint">
          Its KPIs do not count in the score and alerts here, and the page KPIs removes them in one press.
          {beginning === undefined && ' To look at a sample by itself, install it in a new workbook.'}
        </p>
      )}
      {mapped && inputs === null && <Said>Reading the workbook…</Said>}
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
      {typeof planned === 'string' && <Refusal text={planned} />}
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

function hasOwnKpis(snapshot: Snapshot | null): boolean {
  return snapshot !== null && readRegister(snapshot).kpis.some(({ sample }) => !sample);
}

/** Whether a workbook has a sheet that neither the product nor a template has made. */
function hasOwnSheets(snapshot: Snapshot | null): boolean {
  if (snapshot === null) return false;
  const made = installedTemplates(snapshot).flatMap(({ sheets }) => sheets.map(({ name }) => name));
  const isOurs = (name: string) => [...PRODUCT_SHEETS, ...made].some(each => sameName(each, name));
  return sheetNames(snapshot).some(name => !isOurs(name));
}

/** What would be made, or why there can be nothing. */
function planOrWhy(template: Template, snapshot: Snapshot, options: InstallOptions): InstallPlan | string {
  try {
    return planInstall(template, snapshot, options);
  } catch (error) {
    return why(error);
  }
}
