import type { JSX } from 'preact';
import type { KpiReview } from '../../src/review/types';
import { formatFigure } from '../../src/review/words/formatFigure';
import { deliveredInWords } from '../../src/review/words/targets';
import { assuranceInWords, variationInWords } from '../../src/review/words/verdicts';
import type { Problem } from '../../src/workbook/register';
import { Sparkline } from '../charts/Sparkline';
import { ShowMe } from '../parts/ShowMe';
import { ProblemList } from '../review/ProblemList';
import type { Session } from '../session';
import { periodInWords } from '../words/day';
import { figuresIn } from '../words/figure';
import { momentumInWords } from '../words/momentum';

/** One KPI: its newest figure, its small picture, and the two verdicts on it. */
export function KpiRow({
  kpi,
  problems,
  session,
  edit,
  open,
}: {
  kpi: KpiReview;
  /** What is wrong in the workbook about this KPI. */
  problems: Problem[];
  session: Session;
  /** Opens the form with its row. */
  edit?: () => void;
  /** Opens its page. */
  open?: () => void;
}): JSX.Element {
  const figure = figuresIn(kpi.chart.format);
  return (
    <li class="card kpi" data-kpi={kpi.name}>
      <div class="kpi-head">
        <h3>{kpi.name}</h3>
        <ShowMe session={session} place={kpi.place} of={kpi.name} />
      </div>
      <div class="kpi-figures">
        <Sparkline chart={kpi.chart} name={kpi.name} />
        <p>
          <strong>
            {kpi.latest === null ? 'no figure' : formatFigure(kpi.latest, { format: kpi.chart.format, unit: kpi.unit })}
          </strong>
          {kpi.period !== '' && <span class="meta line">{periodInWords(kpi.period, kpi.chart.periods)}</span>}
        </p>
      </div>
      <dl class="pairs">
        <dt>Target</dt>
        <dd>{targetInWords(kpi, figure)}</dd>
        <dt>Change</dt>
        <dd class={kpi.variation === 'worse' ? 'is-adverse' : undefined}>{variationInWords(kpi)}</dd>
        {kpi.momentum !== null && (
          <>
            <dt>Lately</dt>
            <dd>{momentumInWords(kpi.momentum)}</dd>
          </>
        )}
        <dt>Meets target</dt>
        <dd>{assuranceInWords(kpi)}</dd>
        {kpi.attainment !== null && (
          <>
            <dt>Scores</dt>
            <dd>
              {scoreInWords(kpi.attainment)} of 100
              {kpi.overDelivery !== null && `: ${deliveredInWords(kpi.better, kpi.overDelivery)}`}
            </dd>
          </>
        )}
        {kpi.goal !== '' && (
          <>
            <dt>Goal</dt>
            <dd>{kpi.goal}</dd>
          </>
        )}
        {kpi.leftOut !== '' && (
          <>
            <dt>Not scored</dt>
            <dd>{kpi.leftOut}</dd>
          </>
        )}
      </dl>
      {kpi.outlook !== '' && <p class="hint">{kpi.outlook}</p>}
      <ProblemList problems={problems} session={session} />
      <div class="actions">
        {open && (
          <button type="button" class="quiet" data-opens aria-label={`Open ${kpi.name}`} onClick={open}>
            Open
          </button>
        )}
        {edit && (
          <button type="button" class="quiet" aria-label={`Edit ${kpi.name}`} onClick={edit}>
            Edit
          </button>
        )}
      </div>
    </li>
  );
}

/** The target with the side that is good: "at least 420", "at most 3%", "10 to 20". */
/** Whole points; 100 is said only of what is reached whole. */
function scoreInWords(attainment: number): string {
  return figuresIn('0')(attainment < 1 ? Math.min(99, 100 * attainment) : 100);
}

function targetInWords(kpi: KpiReview, figure: (value: number) => string): string {
  const { low, high } = kpi.chart;
  if (kpi.better === 'in range') return low !== null && high !== null ? `${figure(low)} to ${figure(high)}` : 'none';
  const { targets } = kpi.chart;
  if (kpi.target === null) return targets ? 'none for this period' : 'none';
  const own = targets ? ', each period its own' : '';
  return `${kpi.better === 'higher' ? 'at least' : 'at most'} ${figure(kpi.target)}${own}`;
}
