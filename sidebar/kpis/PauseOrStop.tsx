import type { JSX } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import { leaveOut } from '../../src/templates/dashboard/leaveOut';
import { solved } from '../../src/templates/formula/calculate';
import type { Edit } from '../../src/workbook/edit';
import { inverseOf } from '../../src/workbook/edits/inverse';
import { DASHBOARD } from '../../src/workbook/sheets/compassSheets';
import { viewSheet } from '../../src/workbook/sheets/sheetView';
import type { Snapshot } from '../../src/workbook/snapshot';
import { pauseKpi, stopKpi } from '../../src/workbook/track/editKpi';
import { NoUndo } from '../parts/NoUndo';
import { Refusal } from '../parts/Refusal';
import { Said } from '../parts/Said';
import type { Session } from '../session';
import { why } from '../words/why';
import { effectOf } from './effect';

interface Props {
  kpi: string;
  session: Session;
  close: () => void;
}

/** The ways to take a KPI out of the review; each says what it does to score and alerts before it is done. */
export function PauseOrStop(props: Props): JSX.Element {
  const [leaving, setLeaving] = useState<'pause' | 'stop' | null>(null);
  if (leaving) return <Confirm {...props} how={leaving} stay={() => setLeaving(null)} />;
  return (
    <div class="actions">
      <button type="button" onClick={() => setLeaving('pause')}>
        Pause…
      </button>
      <button type="button" onClick={() => setLeaving('stop')}>
        Stop tracking…
      </button>
    </div>
  );
}

function Confirm({ kpi, session, close, how, stay }: Props & { how: 'pause' | 'stop'; stay: () => void }): JSX.Element {
  const [refusal, setRefusal] = useState('');
  const snapshot = session.snapshot.value!;
  const pause = (now: Snapshot) => pauseKpi(now, kpi, now.today);
  const [effect, isFinal] = useMemo(() => {
    const edits = how === 'pause' ? pause(snapshot) : stopKpi(snapshot, kpi, true);
    return [effectOf(snapshot, edits, session.review.value), inverseOf(snapshot, edits) === null];
  }, [snapshot, how]);

  /** A dashboard of an earlier version learns first to leave out what is paused: a change of its own, so that pausing can be undone. */
  async function pauseIt() {
    const hasDashboard = viewSheet(snapshot, DASHBOARD.name) !== null;
    const whole = hasDashboard ? await session.read([{ sheet: DASHBOARD.name }]) : null;
    const learns = whole ? solved(whole, leaveOut(whole)) : [];
    if (learns.length > 0)
      await session.change(() => learns, 'Compass Dashboard leaves out what is paused from now on.');
    await act(pause, `${kpi} is paused: not in score or alerts.`);
  }

  async function act(edits: (snapshot: Snapshot) => Edit[], words: string) {
    try {
      if (await session.change(edits, words)) close();
    } catch (error) {
      setRefusal(why(error));
    }
  }

  return (
    <fieldset class="form">
      <legend>{how === 'pause' ? `Pause ${kpi}?` : `Stop tracking ${kpi}?`}</legend>
      <p>
        {how === 'pause'
          ? 'Its figures, target and decisions stay; it counts neither in the score nor in the alerts until you resume it.'
          : 'Your own cells stay as they are. The decisions on it stay in the Log.'}
      </p>
      {effect !== '' && <Said class="preview">{effect}</Said>}
      {isFinal && <NoUndo host={session.bridge.host} />}
      <Refusal text={refusal} />
      <div class="actions">
        {how === 'pause' ? (
          <button type="button" onClick={() => void pauseIt()}>
            Pause it
          </button>
        ) : (
          <>
            <button
              type="button"
              onClick={() =>
                void act(now => stopKpi(now, kpi, true), `${kpi} is no longer tracked; its history is kept.`)
              }
            >
              Keep its history
            </button>
            <button
              type="button"
              onClick={() => void act(now => stopKpi(now, kpi, false), `${kpi} is no longer tracked.`)}
            >
              Delete its history
            </button>
          </>
        )}
        <button type="button" onClick={stay}>
          {how === 'pause' ? 'Cancel' : 'Keep tracking it'}
        </button>
      </div>
    </fieldset>
  );
}
