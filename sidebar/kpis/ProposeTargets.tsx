import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { counted } from '../../src/cells/english';
import { proposedTarget } from '../../src/review/kpi/proposedTarget';
import { seasonalTargets } from '../../src/review/kpi/seasonalTargets';
import type { KpiReview, Review } from '../../src/review/types';
import { formatFigure } from '../../src/review/words/formatFigure';
import type { Edit } from '../../src/workbook/edit';
import { planEdits } from '../../src/workbook/edits/planEdits';
import { readTables } from '../../src/workbook/register/readTracked';
import type { Snapshot } from '../../src/workbook/snapshot';
import { editKpi } from '../../src/workbook/track/editKpi';
import { writeTargetFigures } from '../../src/workbook/track/targets';
import { Part } from '../parts/Part';
import type { Session } from '../session';

/** A target, or one for each period, that can be set in one press. */
interface Proposal {
  kpi: string;
  /** "at least 117" */
  says: string;
  why: string;
  set: (now: Snapshot) => Edit[];
}

/** Targets for KPIs that have none, from their own past: ticked, changed elsewhere if need be, and set in one press. */
export function ProposeTargets({ review, session }: { review: Review; session: Session }): JSX.Element | null {
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  // Targets by period are kept in the steps of Compass Data; a review in longer ones has none for them.
  const inSteps = readTables(session.snapshot.value!).data?.calendar.cadence === review.cadence;
  const proposals = review.kpis.flatMap(
    kpi => oneTarget(kpi) ?? (inSteps ? byPeriod(kpi, review.cadence) : null) ?? [],
  );
  const chosen = proposals.filter(({ kpi }) => !left.has(kpi));
  if (proposals.length === 0) return null;
  const toggle = (kpi: string, on: boolean) =>
    setLeft(current => new Set(on ? [...current].filter(name => name !== kpi) : [...current, kpi]));
  return (
    <Part title="Targets from their own past" count={proposals.length} folded>
      <p class="hint">
        What the best quarter of periods reached at the present level; for figures with a season, one for each period.
        Take them all, some or none.
      </p>
      <ul class="found-list">
        {proposals.map(({ kpi, says, why }) => (
          <li key={kpi}>
            <label>
              <input
                type="checkbox"
                checked={!left.has(kpi)}
                onChange={event => toggle(kpi, event.currentTarget.checked)}
              />{' '}
              {kpi}: {says}
            </label>
            <p class="meta">{why}</p>
          </li>
        ))}
      </ul>
      <div class="actions">
        <button
          type="button"
          class="primary"
          disabled={chosen.length === 0 || session.writing.value}
          onClick={() => void session.change(now => setAll(now, chosen), `${counted(chosen.length, 'target')} set.`)}
        >
          Set {counted(chosen.length, 'target')}
        </button>
      </div>
    </Part>
  );
}

function oneTarget(review: KpiReview): Proposal | null {
  const proposal = proposedTarget(review);
  if (!proposal) return null;
  const { kpi, target, why } = proposal;
  const says = `${bound(review)} ${figure(review, target)}`;
  return { kpi, says, why, set: now => editKpi(now, kpi, { target }) };
}

function byPeriod(review: KpiReview, cadence: Review['cadence']): Proposal | null {
  const proposal = seasonalTargets(review, cadence);
  if (!proposal) return null;
  const dates = review.chart.periods.map(({ date }) => date);
  const { kpi, targets, low, high, why } = proposal;
  const says = `${bound(review)} ${figure(review, low)} to ${figure(review, high)}, by ${cadence}`;
  return { kpi, says, why, set: now => writeTargetFigures(now, kpi, dates, targets, review.chart.format) };
}

const bound = ({ better }: KpiReview) => (better === 'higher' ? 'at least' : 'at most');
const figure = ({ chart, unit }: KpiReview, target: number) => formatFigure(target, { format: chart.format, unit });

function setAll(now: Snapshot, proposals: Proposal[]): Edit[] {
  const plan = planEdits(now);
  for (const { set } of proposals) plan.add(set);
  return plan.finish();
}
