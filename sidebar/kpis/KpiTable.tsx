import type { JSX } from 'preact';
import { useId, useState } from 'preact/hooks';
import { counted } from '../../src/cells/english';
import { formatFigure } from '../../src/review/words/formatFigure';
import { variationInBrief } from '../../src/review/words/verdicts';
import { moneyOf } from '../../src/review/words/words';
import { Sparkline } from '../charts/Sparkline';
import { periodInWords } from '../words/day';
import { inOrderOf, type KpiOrder, type ListedKpi, ORDERS } from './kpiOrder';

/** So many rows at once: more than a meeting reads, and a page that is still quick to draw. */
const ROWS = 40;

/** Which KPIs are shown, and in what order: kept while one of them is open. */
export interface KpiView {
  all: boolean;
  order: KpiOrder;
}

/** The columns, in which order pressing the heading of each puts the rows, and whether they are there on narrow screens too. */
const COLUMNS: { title: string; order: KpiOrder | null; wide?: boolean }[] = [
  { title: 'KPI', order: 'name' },
  { title: 'Newest', order: null },
  { title: 'Change', order: 'change' },
  { title: 'Cost', order: 'cost', wide: true },
  { title: 'Function', order: 'function', wide: true },
  { title: 'Owner', order: 'owner', wide: true },
];

/** Many KPIs as a table that can be sorted: by default those that need attention, the most urgent first. */
export function KpiTable({
  listed,
  isSearch,
  view,
  setView,
  open,
}: {
  listed: ListedKpi[];
  /** Whether these are what somebody looks for: all of them are shown. */
  isSearch: boolean;
  view: KpiView;
  setView: (view: KpiView) => void;
  open: (name: string) => void;
}): JSX.Element {
  const [pages, setPages] = useState(1);
  const id = useId();
  const urgent = listed.filter(({ needs }) => needs !== '');
  const all = isSearch || view.all;
  const rows = inOrderOf(view.order, all ? listed : urgent);
  const shown = rows.slice(0, pages * ROWS);
  const turn = (next: Partial<KpiView>) => {
    setPages(1);
    setView({ ...view, ...next });
  };
  return (
    <section class="part">
      <h2>KPIs</h2>
      <div class="table-view">
        {!isSearch && (
          <div class="actions">
            <button type="button" aria-pressed={!all} onClick={() => turn({ all: false })}>
              Need attention <span class="count">{urgent.length}</span>
            </button>
            <button type="button" aria-pressed={all} onClick={() => turn({ all: true })}>
              All <span class="count">{listed.length}</span>
            </button>
          </div>
        )}
        <div class="field">
          <label for={id}>In order of</label>
          <select id={id} value={view.order} onChange={event => turn({ order: event.currentTarget.value as KpiOrder })}>
            {Object.entries(ORDERS).map(([order, said]) => (
              <option key={order} value={order}>
                {said}
              </option>
            ))}
          </select>
        </div>
      </div>
      <p class="hidden-text" role="status">
        {rows.length === 0 ? '' : `${counted(rows.length, 'KPI')}, in order of ${ORDERS[view.order].toLowerCase()}`}
      </p>
      {rows.length === 0 ? (
        <p role="status">{isSearch ? 'No KPI is called so or belongs there.' : 'No KPI needs attention.'}</p>
      ) : (
        <table class="kpi-table">
          <thead>
            <tr>
              {COLUMNS.map(({ title, order, wide }) => (
                <th
                  key={title}
                  scope="col"
                  class={wide ? 'where-wide' : undefined}
                  aria-sort={order === null ? undefined : sortOf(order, view.order)}
                >
                  {order === null ? (
                    title
                  ) : (
                    <button type="button" class="quiet" onClick={() => turn({ order })}>
                      {title}
                    </button>
                  )}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map(entry => (
              <Row key={entry.kpi.name} {...entry} open={open} />
            ))}
          </tbody>
        </table>
      )}
      {shown.length < rows.length && (
        <button type="button" class="wide" onClick={() => setPages(pages + 1)}>
          {`Show ${Math.min(ROWS, rows.length - shown.length)} more of ${rows.length - shown.length}`}
        </button>
      )}
    </section>
  );
}

/** The latest change and the largest cost come first. */
function sortOf(column: KpiOrder, order: KpiOrder): 'ascending' | 'descending' | 'none' {
  if (column !== order) return 'none';
  return order === 'change' || order === 'cost' ? 'descending' : 'ascending';
}

function Row({ kpi, cost, needs, open }: ListedKpi & { open: (name: string) => void }): JSX.Element {
  const costs = cost ? `${moneyOf(cost.amount, cost.currency)}${cost.once ? ' once' : ' a year'}` : '';
  const since = kpi.since === null ? '' : ` since ${periodInWords(kpi.since, kpi.chart.periods)}`;
  const change = variationInBrief({ ...kpi, values: kpi.chart.values });
  const belongs = [kpi.function, kpi.owner].filter(text => text !== '').join(' · ');
  return (
    <tr data-kpi={kpi.name}>
      <th scope="row">
        <button type="button" class="quiet" data-opens onClick={() => open(kpi.name)}>
          {kpi.name}
        </button>
        {belongs !== '' && <span class="meta where-narrow">{belongs}</span>}
      </th>
      <td class="number">
        {kpi.latest === null ? 'no figure' : formatFigure(kpi.latest, { format: kpi.chart.format, unit: kpi.unit })}
        <Sparkline chart={kpi.chart} name={kpi.name} />
      </td>
      <td>
        <span class={kpi.variation === 'worse' ? 'is-adverse' : undefined}>{`${change}${since}`}</span>
        {needs !== '' && needs !== kpi.notJudged && <span class="meta">{needs}</span>}
        {costs !== '' && <span class="meta where-narrow">{costs}</span>}
      </td>
      <td class="number where-wide">{costs}</td>
      <td class="where-wide">{kpi.function}</td>
      <td class="where-wide">{kpi.owner}</td>
    </tr>
  );
}
