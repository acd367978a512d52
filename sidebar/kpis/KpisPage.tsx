import type { JSX } from 'preact';
import { readRegister } from '../../src/workbook/readRegister';
import type { Kpi, Place, Problem } from '../../src/workbook/register';
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
  const rows = new Map(readRegisterOf(session).map(({ name, place }) => [name, place]));
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
                <KpiRow
                  key={kpi.name}
                  kpi={kpi}
                  problems={problemsOf(kpi.name, rows.get(kpi.name), review?.problems ?? [])}
                  session={session}
                />
              ))}
            </ul>
          </Part>
        );
      })}
    </>
  );
}

/** The KPIs as their sheet has them. */
function readRegisterOf({ snapshot }: Session): Kpi[] {
  return snapshot.value === null ? [] : readRegister(snapshot.value).kpis;
}

/** The problems that speak of a KPI: those at its row of the sheet, and those that name it. */
function problemsOf(name: string, row: Place | undefined, problems: Problem[]): Problem[] {
  const number = (place: Place | undefined) => /\d+$/.exec(place?.range ?? '')?.[0];
  return problems.filter(
    ({ place, message }) =>
      message.includes(`'${name}'`) ||
      (row !== undefined && place?.sheet === row.sheet && number(place) === number(row) && number(row) !== undefined),
  );
}
