import type { JSX } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { isoDate } from '../../src/cells/serial';
import type { Chart, KpiReview } from '../../src/review/types';
import { assuranceInWords, variationInWords } from '../../src/review/words/verdicts';
import type { Problem, Register } from '../../src/workbook/register';
import { readRegister } from '../../src/workbook/register/readRegister';
import { sameName } from '../../src/workbook/sheets/names';
import { ChartTable } from '../charts/ChartTable';
import { yearBefore } from '../charts/chartWindow';
import type { Mark } from '../charts/KpiChart';
import { ZoomedChart } from '../charts/ZoomedChart';
import { EditKpi } from '../kpis/EditKpi';
import { ShowMe } from '../parts/ShowMe';
import { ProblemList } from '../review/ProblemList';
import type { Session } from '../session';
import { periodInWords } from '../words/day';
import { figuresIn } from '../words/figure';
import { momentumInWords } from '../words/momentum';
import { type Compared, yearOnYear } from './compared';

/** One KPI as a page: its chart, what it says in words, its figures, the years against each other, and every field to edit. */
export function KpiPage({
  kpi,
  problems,
  session,
  back,
}: {
  kpi: KpiReview;
  /** What is wrong in the workbook about it. */
  problems: Problem[];
  session: Session;
  back: () => void;
}): JSX.Element {
  const [isEdited, setEdited] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => heading.current?.focus(), []);
  const register = readRegister(session.snapshot.value!);
  const row = register.kpis.find(({ name }) => sameName(name, kpi.name));
  const before = yearBefore(kpi.chart);
  const compared = row ? yearOnYear(kpi.chart, row.combine, register.strategy.fiscalYearStart) : [];
  return (
    <article class="item kpi-page" data-kpi-page={kpi.name}>
      <div class="item-head">
        <button type="button" class="quiet" onClick={back}>
          ← All KPIs
        </button>
        <h2 ref={heading} tabIndex={-1}>
          {kpi.name}
        </h2>
        {kpi.function !== '' && <p class="meta">{kpi.function}</p>}
      </div>
      <div class="item-charts">
        <ZoomedChart
          chart={kpi.chart}
          name={kpi.name}
          cadence={register.strategy.cadence}
          marks={marksIn(register, kpi.name, kpi.chart)}
          yearBefore={before}
          good={kpi.variation === 'better'}
        />
        <p class="hint">
          {before.some(value => value !== null) && 'The line of dots is the same period a year before. '}A triangle
          marks a decision.
          {kpi.chart.periods.length > 12 &&
            ' Keys in the chart: arrows read, + and − zoom, Page Up and Page Down move.'}
        </p>
      </div>
      <div class="item-side">
        <Reading kpi={kpi} />
        <ProblemList problems={problems} session={session} />
        {compared.length > 0 && <Years compared={compared} format={kpi.chart.format} />}
        <ChartTable chart={kpi.chart} name={kpi.name} />
        {isEdited ? (
          <EditKpi kpi={kpi.name} session={session} close={() => setEdited(false)} />
        ) : (
          <div class="actions">
            <button type="button" onClick={() => setEdited(true)}>
              Edit
            </button>
            <ShowMe session={session} place={kpi.place} of={kpi.name} />
            {session.bridge.openWindow && (
              <button type="button" class="quiet" onClick={() => void session.openWindow(kpi.name)}>
                Open in a wide window
              </button>
            )}
          </div>
        )}
      </div>
    </article>
  );
}

/** What the figures say, in plain words. */
function Reading({ kpi }: { kpi: KpiReview }): JSX.Element {
  const figure = figuresIn(kpi.chart.format);
  const since = kpi.since === null ? '' : `, since ${periodInWords(kpi.since, kpi.chart.periods)}`;
  const facts: [string, string][] = [
    ['Change', `${variationInWords(kpi)}${since}`],
    ['Lately', kpi.momentum === null ? '' : momentumInWords(kpi.momentum)],
    ['Target', kpi.target === null ? '' : `${kpi.better === 'lower' ? 'at most' : 'at least'} ${figure(kpi.target)}`],
    ['Meets target', assuranceInWords(kpi)],
    ['Not scored', kpi.leftOut],
    ['Goal', kpi.goal],
    ['Owner', kpi.owner],
  ];
  return (
    <>
      <dl class="pairs">
        {facts
          .filter(([, said]) => said !== '')
          .map(([what, said]) => (
            <div key={what} class="pair">
              <dt>{what}</dt>
              <dd>{said}</dd>
            </div>
          ))}
      </dl>
      {kpi.outlook !== '' && <p>{kpi.outlook}</p>}
    </>
  );
}

/** The year so far and the last twelve months, beside the same a year before. */
function Years({ compared, format }: { compared: Compared[]; format: string }): JSX.Element {
  const figure = figuresIn(format);
  const share = figuresIn('0.0%');
  const change = ({ now, before }: Compared) => {
    if (before === 0) return '';
    const moved = (now - before) / Math.abs(before);
    return `${moved < 0 ? '−' : '+'}${share(Math.abs(moved))}`;
  };
  return (
    <table class="years">
      <caption class="hidden-text">Against the same time a year before</caption>
      <thead>
        <tr>
          <td />
          <th scope="col" class="number">
            Now
          </th>
          <th scope="col" class="number">
            Before
          </th>
          <th scope="col" class="number">
            Change
          </th>
        </tr>
      </thead>
      <tbody>
        {compared.map(one => (
          <tr key={one.name}>
            <th scope="row">{one.name}</th>
            <td class="number">{figure(one.now)}</td>
            <td class="number">{figure(one.before)}</td>
            <td class="number">{change(one)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The decisions on a KPI, each in the period in which it was taken. */
function marksIn({ log }: Register, name: string, { periods }: Chart): Mark[] {
  return log.flatMap(({ date, kpi, decision, action, note }): Mark[] => {
    if (date === null || !kpi.split(', ').some(one => sameName(one, name)) || (decision === '' && note === ''))
      return [];
    const day = isoDate(date);
    const period = periods.reduce((found, { date: start }, i) => (start <= day ? i : found), -1);
    const said = [decision, action, note].filter(text => text !== '').join(', ');
    return period < 0 ? [] : [{ period, text: `Decided on it: ${said}` }];
  });
}
