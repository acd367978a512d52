import type { JSX } from 'preact';
import type { Alert } from '../../../src/review/types';
import { kindInWords } from '../../../src/review/words/words';
import { ChartTable } from '../../charts/ChartTable';
import { LargeChart } from '../../charts/LargeChart';
import { ShowMe } from '../../parts/ShowMe';
import { dayInWords, periodInWords } from '../../words/day';
import { DecisionForm } from '../DecisionForm';
import { Explanation } from '../Explanation';
import { Facts } from '../Facts';
import { movesWell } from '../movesWell';
import type { ItemProps } from './itemProps';

/** An alert, an improvement or an experiment in the meeting: one chart, one question, one decision. */
export function AlertItem({ alert, session, heading, choice, settled }: { alert: Alert } & ItemProps): JSX.Element {
  const charts = [{ kpi: alert.kpis[0]!, chart: alert.chart }, ...(alert.kind === 'pattern' ? alert.others : [])];
  const isUnderWay = alert.kind === 'experiment' && !alert.ended;
  return (
    <article class="item" data-item={alert.id}>
      <div class="item-head">
        <p class="card-line">
          {alert.state === 'new' && <span class="state state-new">New</span>}
          <span>{[...alert.functions, kindInWords(alert.kind)].join(' · ')}</span>
        </p>
        <h2 ref={heading} tabIndex={-1}>
          {alert.headline}
        </h2>
      </div>
      <div class="item-charts">
        {charts.map(({ kpi, chart }) => (
          <div key={kpi}>
            {charts.length > 1 && <h3>{kpi}</h3>}
            <LargeChart chart={chart} name={kpi} since={alert.since} good={movesWell(alert, kpi, session)} />
          </div>
        ))}
      </div>
      <div class="item-side">
        {alert.stakes !== null && <p class="cost">{alert.stakes.sentence}</p>}
        {alert.question !== '' && (
          <p class="question">
            <span>Question</span> {alert.question}
          </p>
        )}
        {isUnderWay ? (
          <p>
            As intended, until {dayInWords(alert.kind === 'experiment' ? alert.until : '')}. Nothing to decide before
            then.
          </p>
        ) : (
          <DecisionForm
            alert={alert}
            called={alert.kpis.join(', ')}
            session={session}
            choice={choice}
            decided={settled}
            keys
          />
        )}
        <dl class="facts">
          <dt>How sure</dt>
          <dd>{alert.certainty.sentence}</dd>
          {alert.goal !== null && (
            <>
              <dt>Goal it touches</dt>
              <dd>{alert.goal}</dd>
            </>
          )}
          <Facts {...alert} stakes={null} matters={alert.kind === 'pattern' ? alert.matters : null} />
        </dl>
        <details class="figures">
          <summary>Evidence</summary>
          <p>
            Since {periodInWords(alert.since, alert.chart.periods)}; first raised{' '}
            {periodInWords(alert.raised, alert.chart.periods)}.
          </p>
          <ul class="listed">
            {alert.evidence.map(line => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </details>
        <Explanation of={alert.explain} called={alert.headline} />
        {charts.map(({ kpi, chart }) => (
          <ChartTable key={kpi} chart={chart} name={kpi} />
        ))}
        {alert.place !== null && (
          <div class="actions">
            <ShowMe session={session} place={alert.place} of={alert.headline} />
          </div>
        )}
      </div>
    </article>
  );
}
