import type { JSX } from 'preact';
import type { KpiReview } from '../../src/review/types';
import type { Problem } from '../../src/workbook/register';
import { Part } from '../parts/Part';
import type { Session } from '../session';
import { EditKpi } from './EditKpi';
import { KpiRow } from './KpiRow';

/** A few KPIs as cards, by business function. */
export function KpiCards({
  kpis,
  problems,
  session,
  edited,
  edit,
  open,
}: {
  kpis: KpiReview[];
  problems: ReadonlyMap<string, Problem[]>;
  session: Session;
  /** The KPI whose form is open. */
  edited: string | null;
  edit: (name: string | null) => void;
  open: (name: string) => void;
}): JSX.Element {
  const functions = [...new Set(kpis.map(kpi => kpi.function))];
  return (
    <>
      {functions.map(name => {
        const members = kpis.filter(kpi => kpi.function === name);
        return (
          <Part key={name} title={name || 'No business function'} count={members.length}>
            <ul class="cards">
              {members.map(kpi =>
                kpi.name === edited ? (
                  <li key={kpi.name} class="card kpi">
                    <EditKpi kpi={kpi.name} session={session} close={() => edit(null)} />
                  </li>
                ) : (
                  <KpiRow
                    key={kpi.name}
                    kpi={kpi}
                    problems={problems.get(kpi.name) ?? []}
                    session={session}
                    edit={() => edit(kpi.name)}
                    open={() => open(kpi.name)}
                  />
                ),
              )}
            </ul>
          </Part>
        );
      })}
    </>
  );
}
