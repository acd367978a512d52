import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { KpiReview } from '../../src/review/types';
import { readRegister } from '../../src/workbook/register/readRegister';
import { pauseKpi } from '../../src/workbook/track/editKpi';
import { KpiPage } from '../kpi/KpiPage';
import { Field } from '../parts/Field';
import { Part } from '../parts/Part';
import { ProblemList } from '../review/ProblemList';
import type { Session } from '../session';
import { PasteFigures } from '../setup/PasteFigures';
import { SetUpPage } from '../setup/SetUpPage';
import { UninstallPart } from '../uninstall/UninstallPart';
import { dayInWords } from '../words/day';
import { KpiCards } from './KpiCards';
import { KpiTable, type KpiView } from './KpiTable';
import { listedKpis } from './kpiOrder';
import { ProposeTargets } from './ProposeTargets';
import { placeProblems } from './placeProblems';
import { SampleKpis } from './SampleKpis';
import { TrackForm } from './TrackForm';

/** What is being done instead of looking at the list: tracking the selected cells or all that the workbook has, or
 * bringing figures that are no sheet yet. */
export type KpiTask = 'track' | 'setup' | 'paste' | null;

/** So many KPIs are shown as cards; of more a table is searched and sorted. */
const MANY = 8;

/** Every KPI by business function, and the two ways to make them. */
export function KpisPage({
  session,
  task,
  setTask,
  reviewed,
  first,
}: {
  session: Session;
  task: KpiTask;
  setTask: (task: KpiTask) => void;
  /** Turns to the review. */
  reviewed: () => void;
  /** The KPI whose page is open at first. */
  first: string | null;
}): JSX.Element {
  const review = session.review.value;
  const [edited, setEdited] = useState<string | null>(null);
  const [opened, setOpened] = useState(first);
  const [sought, setSought] = useState('');
  const [view, setView] = useState<KpiView>({ all: false, order: 'attention' });
  const [pasted, setPasted] = useState<string | null>(null);
  const buttons = {
    track: useRef<HTMLButtonElement>(null),
    setup: useRef<HTMLButtonElement>(null),
    paste: useRef<HTMLButtonElement>(null),
  };
  const before = useRef(task);
  // Where the form was is its button again: the focus goes back to it.
  useEffect(() => {
    if (before.current && !task) buttons[before.current].current?.focus();
    before.current = task;
  }, [task]);
  const list = useRef<HTMLDivElement>(null);
  const left = useRef(opened);
  // Back from the page of a KPI, its button has the focus again.
  useEffect(() => {
    const name = left.current;
    left.current = opened;
    if (name === null || opened !== null) return;
    const row = [...(list.current?.querySelectorAll<HTMLElement>('[data-kpi]') ?? [])].find(
      ({ dataset }) => dataset.kpi === name,
    );
    row?.querySelector<HTMLElement>('[data-opens]')?.focus();
  }, [opened]);
  if (task === 'track') return <TrackForm session={session} close={() => setTask(null)} />;
  if (task === 'paste') {
    const goOn = (sheet: string) => {
      setPasted(sheet);
      setTask('setup');
    };
    return <PasteFigures session={session} close={() => setTask(null)} done={goOn} />;
  }
  if (task === 'setup') {
    const close = () => {
      setPasted(null);
      setTask(null);
    };
    return <SetUpPage session={session} sheet={pasted} close={close} reviewed={reviewed} />;
  }
  const kpis = review?.kpis ?? [];
  const snapshot = session.snapshot.value;
  const register = snapshot && readRegister(snapshot);
  const problems = placeProblems(review?.problems ?? [], register?.kpis ?? []);
  const page = kpis.find(kpi => kpi.name === opened);
  if (page) {
    const own = problems.byKpi.get(page.name) ?? [];
    return <KpiPage key={page.name} kpi={page} problems={own} session={session} back={() => setOpened(null)} />;
  }
  const found = kpis.filter(kpi => isFound(kpi, sought));
  const unreadable = new Set(
    [...problems.byKpi].flatMap(([name, own]) => (own.some(({ severity }) => severity === 'error') ? [name] : [])),
  );
  return (
    <>
      <div class="lead">
        <button ref={buttons.track} type="button" class="primary wide" onClick={() => setTask('track')}>
          Track as KPI
        </button>
        <p class="hint">Select the figures in your sheet first: a column or a row.</p>
        <button ref={buttons.setup} type="button" class="wide" onClick={() => setTask('setup')}>
          Set up from this workbook
        </button>
        <button ref={buttons.paste} type="button" class="wide" onClick={() => setTask('paste')}>
          Paste figures
        </button>
      </div>
      <Part title="Could not be read" count={problems.rest.length}>
        <ProblemList problems={problems.rest} session={session} />
      </Part>
      {review && kpis.length === 0 && <p>No KPI yet. The first one you track appears here.</p>}
      {kpis.length > MANY && (
        <Field
          label="Find a KPI"
          value={sought}
          change={setSought}
          hint={`${found.length} of ${kpis.length}: by name, business function, goal or owner`}
        />
      )}
      <div class="list" ref={list}>
        {review && kpis.length > MANY ? (
          <KpiTable
            listed={listedKpis({ ...review, kpis: found }, unreadable)}
            isSearch={sought.trim() !== ''}
            view={view}
            setView={setView}
            open={setOpened}
          />
        ) : (
          <KpiCards
            kpis={found}
            problems={problems.byKpi}
            session={session}
            edited={edited}
            edit={setEdited}
            open={setOpened}
          />
        )}
      </div>
      {review && <ProposeTargets review={review} session={session} />}
      <Part title="Paused" count={review?.paused.length ?? 0}>
        <ul class="problems">
          {(review?.paused ?? []).map(({ name, since }) => (
            <li key={name}>
              <p>
                {name}, since {dayInWords(since)}
              </p>
              <button
                type="button"
                aria-label={`Resume ${name}`}
                disabled={session.writing.value}
                onClick={() => void session.change(now => pauseKpi(now, name, null), `${name} is judged again.`)}
              >
                Resume
              </button>
            </li>
          ))}
        </ul>
      </Part>
      <SampleKpis names={(register?.samples ?? []).map(({ name }) => name)} session={session} />
      <UninstallPart session={session} />
    </>
  );
}

/** Whether every word that is sought is in what a KPI is called or belongs to. */
function isFound({ name, function: business, goal, owner }: KpiReview, sought: string): boolean {
  const text = [name, business, goal, owner].join(' ').toLowerCase();
  return sought
    .toLowerCase()
    .split(/\s+/)
    .every(word => text.includes(word));
}
