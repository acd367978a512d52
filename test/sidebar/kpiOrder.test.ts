import { inOrderOf, type KpiOrder, type ListedKpi, listedKpis } from '../../sidebar/kpis/kpiOrder';
import { review } from '../../src/review/review';
import { manyKpis } from './workbooks';

/** A line of the list, of which only what is compared matters. */
function line(
  name: string,
  {
    priority = null as number | null,
    state = 'new',
    needs = priority === null ? '' : `${state} alert`,
    cost = 0,
    ...kpi
  }: Partial<ListedKpi['kpi']> & { priority?: number | null; state?: string; needs?: string; cost?: number } = {},
): ListedKpi {
  return {
    kpi: { name, function: '', owner: '', variation: 'steady', since: null, notJudged: '', ...kpi },
    alert: priority === null ? null : { state, priority },
    cost: cost === 0 ? null : { amount: cost },
    needs,
  } as ListedKpi;
}

const names = (order: KpiOrder, lines: ListedKpi[]) => inOrderOf(order, lines).map(({ kpi }) => kpi.name);

describe('the list of KPIs', () => {
  test('has what waits first, new before open, then what can’t be read, then what always misses its target', () => {
    const lines = [
      line('Quiet'),
      line('Misses', { needs: 'always misses its target' }),
      line('Unreadable', { needs: '3 amounts are text' }),
      line('Open', { priority: 0.9, state: 'open' }),
      line('Small', { priority: 0.1 }),
      line('Large', { priority: 0.5 }),
    ];
    expect(names('attention', lines)).toEqual(['Large', 'Small', 'Open', 'Unreadable', 'Misses', 'Quiet']);
  });

  test('by change has what got worse first, the latest of it at the top, and what is not judged last', () => {
    const lines = [
      line('Not judged', { variation: 'worse', since: '2026-03-01', notJudged: 'its cells are gone' }),
      line('Young', { variation: 'too early to tell' }),
      line('Steady'),
      line('Better', { variation: 'better', since: '2026-04-01' }),
      line('Worse early', { variation: 'worse', since: '2025-11-01' }),
      line('Worse lately', { variation: 'worse', since: '2026-02-01' }),
    ];
    const expected = ['Worse lately', 'Worse early', 'Better', 'Steady', 'Young', 'Not judged'];
    expect(names('change', lines)).toEqual(expected);
  });

  test('sorts numbers in names as people do, and puts what is blank after everything', () => {
    const lines = [line('KPI 10', { owner: 'Ada' }), line('KPI 9'), line('KPI 2', { owner: 'bo', cost: 5 })];
    expect(names('name', lines)).toEqual(['KPI 2', 'KPI 9', 'KPI 10']);
    expect(names('owner', lines)).toEqual(['KPI 10', 'KPI 2', 'KPI 9']);
    expect(names('cost', lines)).toEqual(['KPI 2', 'KPI 9', 'KPI 10']);
  });

  test('says why each needs attention, and what it costs', () => {
    // By the fixture: of seven the third and the sixth have fallen, and only the sixth is worth money.
    const listed = listedKpis(review(manyKpis(7)), new Set(['KPI 5']));
    expect(listed.flatMap(({ kpi, needs }) => (needs === '' ? [] : [[kpi.name, needs]]))).toEqual([
      ['KPI 3', 'open alert'],
      ['KPI 5', 'not all of it could be read'],
      ['KPI 6', 'open alert'],
    ]);
    expect(listed.filter(({ cost }) => cost !== null).map(({ kpi }) => kpi.name)).toEqual(['KPI 6']);
  });
});
