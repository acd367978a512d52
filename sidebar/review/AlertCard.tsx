import type { JSX } from 'preact';
import type { Alert } from '../../src/review/types';
import { kindInWords } from '../../src/review/words/words';
import { ChartTable } from '../charts/ChartTable';
import { KpiChart } from '../charts/KpiChart';
import { ShowMe } from '../parts/ShowMe';
import type { Session } from '../session';
import { periodInWords } from '../words/day';
import { CardDecision } from './CardDecision';
import { Explanation } from './Explanation';
import { Facts } from './Facts';
import { movesWell } from './movesWell';

const STATES = { new: 'New', open: 'Open', decided: 'Decided', over: 'Over' };

/** One change: what, since when, how sure, its picture and evidence, the goal it touches, and one question to answer. */
export function AlertCard({
  alert,
  session,
  open,
}: {
  alert: Alert;
  session: Session;
  /** Whether the card starts unfolded. */
  open: boolean;
}): JSX.Element {
  const period = (date: string) => periodInWords(date, alert.chart.periods);
  const charts = [{ kpi: alert.kpis[0]!, chart: alert.chart }, ...(alert.kind === 'pattern' ? alert.others : [])];
  return (
    <li class={`card ${alert.adverse ? 'adverse' : 'good'}`} data-alert={alert.id} data-state={alert.state}>
      <details open={open}>
        <summary>
          <span class="card-line">
            {(alert.adverse || alert.state !== 'open') && (
              <span class={`state state-${alert.state}`}>{STATES[alert.state]}</span>
            )}
            <span>{alert.functions.join(', ')}</span>
          </span>
          <h3>{alert.headline}</h3>
          <span class="meta line">
            {kindInWords(alert.kind)} · {alert.certainty.words}
          </span>
        </summary>
        <div class="card-body">
          {charts.map(({ kpi, chart }) => (
            <div key={kpi}>
              {charts.length > 1 && <h4>{kpi}</h4>}
              <KpiChart chart={chart} name={kpi} since={alert.since} good={movesWell(alert, kpi, session)} />
            </div>
          ))}
          <dl>
            <dt>Since</dt>
            <dd>
              {period(alert.since)}; first raised {period(alert.raised)}
            </dd>
            <dt>How sure</dt>
            <dd>{alert.certainty.sentence}</dd>
            {alert.evidence.length > 0 && (
              <>
                <dt>Evidence</dt>
                <dd>
                  <ul>
                    {alert.evidence.map(line => (
                      <li key={line}>{line}</li>
                    ))}
                  </ul>
                </dd>
              </>
            )}
            {alert.goal !== null && (
              <>
                <dt>Goal it touches</dt>
                <dd>{alert.goal}</dd>
              </>
            )}
            <Facts {...alert} matters={alert.kind === 'pattern' ? alert.matters : null} />
          </dl>
          {alert.question !== '' && (
            <p class="question">
              <span>Question</span> {alert.question}
            </p>
          )}
          {alert.place !== null && (
            <div class="actions">
              <ShowMe session={session} place={alert.place} of={alert.headline} />
            </div>
          )}
          {alert.adverse && alert.state !== 'over' && (
            <CardDecision alert={alert} called={alert.kpis.join(', ')} session={session} next="alerts-title" />
          )}
          <Explanation of={alert.explain} called={alert.headline} />
          {charts.map(({ kpi, chart }) => (
            <ChartTable key={kpi} chart={chart} name={kpi} />
          ))}
        </div>
      </details>
    </li>
  );
}
