import type { JSX, TargetedKeyboardEvent } from 'preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { columnName } from '../../src/cells/address';
import { counted, listed } from '../../src/cells/english';
import type { Cadence } from '../../src/cells/period';
import { type Discovery, discover, type Finding, farOff } from '../../src/discover';
import { readRegister } from '../../src/workbook/register/readRegister';
import { sheetNames } from '../../src/workbook/sheets/sheetView';
import type { Snapshot } from '../../src/workbook/snapshot';
import { namesToOffer } from '../kpis/form/names';
import { Choice } from '../parts/Field';
import { FirstOf } from '../parts/FirstOf';
import { Part } from '../parts/Part';
import { Refusal } from '../parts/Refusal';
import { Said } from '../parts/Said';
import { ShowMe } from '../parts/ShowMe';
import type { Session } from '../session';
import { why } from '../words/why';
import { CellsPicture } from './CellsPicture';
import { cadenceToAsk, type FoundDraft, freshDraft, mistakeIn, planFound } from './foundDraft';
import { SheetPart } from './SheetPart';

/** How often a team may review. */
const CADENCES: Cadence[] = ['week', 'month', 'quarter'];

/** Every series of figures that the workbook has: untick what is not wanted, change what was guessed, track all in one press. */
export function SetUpPage({
  session,
  sheet,
  close,
  reviewed,
}: {
  session: Session;
  /** The one sheet that was just brought; all of them where there is none. */
  sheet: string | null;
  close: () => void;
  reviewed: () => void;
}): JSX.Element {
  const [found, setFound] = useState<Discovery | null>(null);
  /** The workbook that was looked through. */
  const [looked, setLooked] = useState<Snapshot | null>(null);
  const [draft, setDraft] = useState<FoundDraft>({ ticked: new Set(), changes: new Map() });
  const [refusal, setRefusal] = useState('');
  const [planning, setPlanning] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);

  useEffect(() => {
    heading.current?.focus();
    void look();
  }, []);

  async function look() {
    try {
      const known = sheet === null ? await session.bridge.finder?.atOpening?.() : null;
      if (known) show(known);
      // Pictures of what is not understood need its cells.
      if (known?.unreadable.length === 0) return;
      const snapshot = await readAll(session);
      if (!snapshot) return;
      if (!known) show(await discoverIn(session, snapshot, sheet));
      setLooked(snapshot);
    } catch (error) {
      setRefusal(why(error));
    }
  }

  function show(discovery: Discovery) {
    setFound(discovery);
    setDraft(freshDraft(discovery.findings));
  }

  /** One press, one plan: a large workbook takes a while, and the grid stays usable meanwhile. */
  async function trackAll() {
    if (!found || planning) return;
    setPlanning(true);
    await trackIn(found);
    setPlanning(false);
  }

  async function trackIn(found: Discovery) {
    setRefusal('');
    const wrong = mistakeIn(draft, found.findings, session.snapshot.value?.locale ?? 'en');
    if (wrong !== '') {
      setRefusal(wrong);
      return;
    }
    const fresh = await readAll(session);
    if (!fresh) return;
    try {
      const { edits, tracked, left } = await planFound(draft, found.findings, fresh, session.bridge.finder?.plan);
      const reasons = left.map(({ request, why: reason }) => `${request.kpi} is not tracked. ${reason}`).join(' ');
      if (tracked.length === 0) {
        setRefusal(reasons);
        return;
      }
      const words = `${counted(tracked.length, 'KPI')} tracked. Undo takes ${tracked.length === 1 ? 'it' : 'all of them'} back.`;
      if (!(await session.change(() => edits, words))) return;
      if (left.length === 0) {
        reviewed();
        return;
      }
      // A review without them would look as if all were well.
      await look();
      setRefusal(reasons);
    } catch (error) {
      setRefusal(why(error));
    }
  }

  /** Enter on a tick tracks all that is ticked: the button is below the whole list. */
  function pressed(event: TargetedKeyboardEvent<HTMLElement>) {
    const { target } = event;
    const isTick = target instanceof HTMLInputElement && target.type === 'checkbox';
    if (event.key !== 'Enter' || !isTick || draft.ticked.size === 0 || session.writing.value) return;
    event.preventDefault();
    void trackAll();
  }

  const ticked = draft.ticked.size;
  const texts = found ? textsIn(found.findings, draft) : 0;
  const doubts = found
    ? found.findings.flatMap((finding, index) =>
        draft.ticked.has(index) ? farOff(finding).map(each => ({ ...each, name: finding.name })) : [],
      )
    : [];
  const known = session.snapshot.value;
  const names = useMemo(() => namesToOffer(known && readRegister(known)), [known]);
  const cadence = found && known ? cadenceToAsk(draft, found.findings, known) : null;
  return (
    <section class="form set-up" aria-labelledby="set-up-title" onKeyDown={pressed}>
      <h2 id="set-up-title" ref={heading} tabIndex={-1}>
        Set up from this workbook
      </h2>
      {found === null && <Said>{session.failure.value || refusal ? '' : 'Looking through the sheets…'}</Said>}
      {found?.findings.length === 0 && (
        <p>
          No figures with dates or periods beside them were found.{' '}
          {found.unreadable.length > 0
            ? 'See below what is missing, or select a column of figures and use Track as KPI.'
            : 'Write or paste your figures into a sheet first, each with its date or month beside it.'}
        </p>
      )}
      {found && found.findings.length > 0 && (
        <>
          <p class="hint">
            {counted(found.findings.length, 'series', 'series')} found. Untick what you do not need; a question mark
            marks a guess. Arrow keys move from one to the next, space unticks, Enter tracks all that is ticked.
          </p>
          {sheetsOf(found.findings).map(({ sheet, indices }) => (
            <SheetPart
              key={sheet}
              sheet={sheet}
              indices={indices}
              findings={found.findings}
              draft={draft}
              setDraft={setDraft}
              locale={known?.locale ?? 'en'}
              names={names}
              session={session}
            />
          ))}
        </>
      )}
      {found && found.sampled.length > 0 && (
        <p class="hint">
          Only the beginning of {listed(found.sampled.map(({ sheet }) => sheet))} was looked through:{' '}
          {found.sampled.length === 1 ? 'it is' : 'they are'} very large.
        </p>
      )}
      {found && found.unreadable.length > 0 && (
        <Part title="Not understood" count={found.unreadable.length}>
          <FirstOf items={found.unreadable} what="places" first={3} name="problems">
            {({ place, saw, help }) => (
              <li key={`${place.sheet}!${place.range}`}>
                <p>
                  {saw} {help}
                </p>
                {looked && <CellsPicture snapshot={looked} place={place} />}
                <ShowMe session={session} place={place} of={`${place.sheet} ${place.range}`} />
              </li>
            )}
          </FirstOf>
        </Part>
      )}
      {cadence !== null && (
        <>
          <Choice
            label="How often do you review?"
            value={draft.cadence ?? ''}
            change={chosen => {
              const { cadence: _, ...rest } = draft;
              setDraft(chosen === '' ? rest : { ...rest, cadence: chosen });
            }}
            options={CADENCES}
            blank={`every ${cadence}`}
          />
          <p class="hint">
            These figures allow more than one answer. With a handful of lines a week, months tell more than weeks.
          </p>
        </>
      )}
      <Refusal text={refusal} />
      <div class="actions sticky">
        {planning && <Said>Getting {counted(ticked, 'KPI')} ready…</Said>}
        {texts > 0 && <p class="hint">{counted(texts, 'cell')} with text will become numbers.</p>}
        {doubts.length > 0 && (
          <ul class="problems">
            {doubts.map(({ name, sheet, row, column, before, after }) => (
              <li key={`${sheet}!${row},${column}`}>
                {name}: “{before}” would become {after}, far from its other figures. Correct the cell first if that is
                wrong.{' '}
                <ShowMe
                  session={session}
                  place={{ sheet, range: `${columnName(column)}${row + 1}` }}
                  of={`“${before}”`}
                />
              </li>
            ))}
          </ul>
        )}
        {found && found.findings.length > 0 && (
          <button
            type="button"
            class="primary"
            disabled={ticked === 0 || planning || session.writing.value}
            onClick={() => void trackAll()}
          >
            Track {counted(ticked, 'KPI')}
          </button>
        )}
        <button type="button" onClick={close}>
          Cancel
        </button>
      </div>
    </section>
  );
}

/** Looks for series: in a worker where the host has one, else once what is shown has been painted. */
async function discoverIn({ bridge }: Session, snapshot: Snapshot, sheet: string | null): Promise<Discovery> {
  const options = sheet === null ? {} : { sheet };
  if (bridge.finder) return bridge.finder.discover(snapshot, options);
  await new Promise(resolve => setTimeout(resolve));
  return discover(snapshot, options);
}

/** All sheets of the workbook, whole. */
async function readAll(session: Session): Promise<Snapshot | null> {
  if (session.snapshot.value === null) await session.refresh();
  const known = session.snapshot.value;
  return known && session.read(sheetNames(known).map(sheet => ({ sheet })));
}

function sheetsOf(findings: Finding[]): { sheet: string; indices: number[] }[] {
  const names = [...new Set(findings.map(({ sheet }) => sheet))];
  return names.map(sheet => ({
    sheet,
    indices: findings.flatMap((finding, index) => (finding.sheet === sheet ? [index] : [])),
  }));
}

/** How many cells would be overwritten: figures stored as text. */
function textsIn(findings: Finding[], { ticked }: FoundDraft): number {
  const cells = findings.flatMap(({ asText }, index) =>
    ticked.has(index) ? asText.map(({ sheet, row, column }) => `${sheet}!${row},${column}`) : [],
  );
  return new Set(cells).size;
}
