import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { counted } from '../../src/cells/english';
import { setTargets, targetProposals } from '../../src/review/kpi/targetProposals';
import type { Review } from '../../src/review/types';
import { Part } from '../parts/Part';
import type { Session } from '../session';

/** Targets for KPIs that have none, from their own past: ticked, changed elsewhere if need be, and set in one press. */
export function ProposeTargets({ review, session }: { review: Review; session: Session }): JSX.Element | null {
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const proposals = targetProposals(review, session.snapshot.value!);
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
          onClick={() =>
            void session.change(now => setTargets(now, chosen), `${counted(chosen.length, 'target')} set.`)
          }
        >
          Set {counted(chosen.length, 'target')}
        </button>
      </div>
    </Part>
  );
}
