import type { JSX } from 'preact';
import type { KpiReview } from '../../src/review/types';
import type { Problem } from '../../src/workbook/register';
import { Part } from '../parts/Part';
import type { Session } from '../session';
import { KpiRow } from './KpiRow';
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
  if (tracking) return <TrackForm session={session} close={() => setTracking(false)} />;
  const kpis = review?.kpis ?? [];
  const functions = [...new Set(kpis.map(kpi => kpi.function))];
  return (
    <>
      <div class="lead">
        <button type="button" class="primary wide" onClick={() => setTracking(true)}>
          Track as KPI
        </button>
        <p class="hint">Select the figures in your sheet first: a column or a row.</p>
      </div>
      {review && kpis.length === 0 && <p>No KPI yet. The first one you track appears here.</p>}
      {functions.map(name => {
        const members = kpis.filter(kpi => kpi.function === name);
        return (
          <Part key={name} title={name || 'No business function'} count={members.length}>
            <ul class="cards">
              {members.map(kpi => (
                <KpiRow key={kpi.name} kpi={kpi} problems={problemsOf(kpi, review?.problems ?? [])} session={session} />
              ))}
            </ul>
          </Part>
        );
      })}
    </>
  );
}

/** The problems that speak of a KPI: those at its row, and those that name it. */
function problemsOf(kpi: KpiReview, problems: Problem[]): Problem[] {
  const row = /\d+$/.exec(kpi.place.range ?? '')?.[0];
  return problems.filter(
    ({ place, message }) =>
      (row !== undefined && place?.sheet === kpi.place.sheet && /\d+$/.exec(place.range ?? '')?.[0] === row) ||
      message.includes(`"${kpi.name}"`),
  );
}
