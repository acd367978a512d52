import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { readRegister } from '../../src/workbook/register/readRegister';
import { Part } from '../parts/Part';
import { ProblemList } from '../review/ProblemList';
import type { Session } from '../session';
import { UninstallPart } from '../uninstall/UninstallPart';
import { KpiRow } from './KpiRow';
import { placeProblems } from './placeProblems';
import { TrackForm } from './TrackForm';

/** Every KPI by business function, and the form that makes one of the selected cells. */
export function KpisPage({
  session,
  tracking,
  setTracking,
}: {
  session: Session;
  tracking: boolean;
  setTracking: (tracking: boolean) => void;
}): JSX.Element {
  const review = session.review.value;
  const button = useRef<HTMLButtonElement>(null);
  const wasTracking = useRef(tracking);
  // Where the form was is its button again: the focus goes back to it.
  useEffect(() => {
    if (wasTracking.current && !tracking) button.current?.focus();
    wasTracking.current = tracking;
  }, [tracking]);
  if (tracking) return <TrackForm session={session} close={() => setTracking(false)} />;
  const kpis = review?.kpis ?? [];
  const snapshot = session.snapshot.value;
  const problems = placeProblems(review?.problems ?? [], snapshot ? readRegister(snapshot).kpis : []);
  const functions = [...new Set(kpis.map(kpi => kpi.function))];
  return (
    <>
      <div class="lead">
        <button ref={button} type="button" class="primary wide" onClick={() => setTracking(true)}>
          Track as KPI
        </button>
        <p class="hint">Select the figures in your sheet first: a column or a row.</p>
      </div>
      <Part title="Could not be read" count={problems.rest.length}>
        <ProblemList problems={problems.rest} session={session} />
      </Part>
      {review && kpis.length === 0 && <p>No KPI yet. The first one you track appears here.</p>}
      {functions.map(name => {
        const members = kpis.filter(kpi => kpi.function === name);
        return (
          <Part key={name} title={name || 'No business function'} count={members.length}>
            <ul class="cards">
              {members.map(kpi => (
                <KpiRow key={kpi.name} kpi={kpi} problems={problems.byKpi.get(kpi.name) ?? []} session={session} />
              ))}
            </ul>
          </Part>
        );
      })}
      <UninstallPart session={session} />
    </>
  );
}
