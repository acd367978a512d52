import type { JSX } from 'preact';
import type { Chronic } from '../../src/review/types';
import { ChartTable } from '../charts/ChartTable';
import { KpiChart } from '../charts/KpiChart';
import { ShowMe } from '../parts/ShowMe';
import type { Session } from '../session';
import { periodInWords } from '../words/day';
import { Explanation } from './Explanation';

/** A KPI that misses its target as it is: a matter of the process or of the target, not of this month. */
export function StandingCard({ standing, session }: { standing: Chronic; session: Session }): JSX.Element {
  return (
    <li class="card standing">
      <details>
        <summary>
          <span class="card-line">
            {standing.new && <span class="state state-new">New</span>}
            <span>{standing.function}</span>
          </span>
          <h3>{standing.headline}</h3>
          <span class="meta">Since {periodInWords(standing.since, standing.chart.periods)}</span>
        </summary>
        <div class="card-body">
          <KpiChart chart={standing.chart} name={standing.kpi} />
          <div class="actions">
            <ShowMe session={session} place={standing.place} of={standing.headline} />
          </div>
          <Explanation of={standing.explain} called={standing.headline} />
          <ChartTable chart={standing.chart} name={standing.kpi} />
        </div>
      </details>
    </li>
  );
}
