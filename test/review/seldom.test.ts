import type { ToldAlert } from '../../src/review/alerts/alert';
import { hasLevel } from '../../src/review/decisions/decision';
import { followUps } from '../../src/review/meeting/followUps';
import { markDone } from '../../src/review/meeting/writeMeeting';
import { patternAlerts } from '../../src/review/patterns/patternAlerts';
import { SILOS } from '../../src/review/patterns/silos';
import { review, reviewRegister } from '../../src/review/review';
import { formatFigure } from '../../src/review/words/formatFigure';
import { LOG } from '../../src/workbook/sheets/compassSheets';
import type { Measure } from '../../src/workbook/sheets/measures';
import type { Snapshot } from '../../src/workbook/snapshot';
import { goal, kpi, logged, quiet, register } from './registers';

// What happens seldom, and must be right then.

describe('two patterns at once', () => {
  const all = register([kpi('Orders', quiet(36))]);
  const change = (
    name: string,
    adverse: boolean,
    business: string,
    measure: Measure | '' = '',
    over: number | null = null,
  ) =>
    ({
      list: adverse ? 'alerts' : 'wins',
      raised: 3,
      size: 0.5,
      judged: { kpi: kpi(name, [], { measure, function: business }), periods: all.periods },
      change: { since: 3, direction: 'up', over: over === null ? null : { index: over, from: over, how: 'recovered' } },
      alert: {
        kpi: name,
        kind: 'shift',
        functions: [business],
        adverse,
        headline: name,
        goal: null,
        chart: {},
        place: null,
        certainty: { years: 10, words: '', sentence: '' },
        stakes: null,
      },
    }) as unknown as ToldAlert;
  const told = (...changes: ToldAlert[]) => {
    const judged = changes.map(one => one.judged);
    const momenta = changes.map(({ alert }) => () => ({ raw: 5, adjusted: alert.adverse ? -5 : 5 }));
    return patternAlerts(judged, changes, momenta, all).map(({ alert }) => [alert.pattern, alert.kpis.join()]);
  };
  const name = 'Winning the sale, losing the customer';

  test('of the same KPIs are told once, by the one that says more', () => {
    expect(told(change('Deals', false, 'Sales', 'deals'), change('Churn', true, 'Service', 'churn'))).toEqual([
      [name, 'Churn,Deals'],
    ]);
  });
  test('of other KPIs are told each', () => {
    const changes = [change('Deals', false, '', 'deals'), change('Churn', true, '', 'churn')];
    expect(told(...changes, change('Tables', false, 'Shop'), change('Plates', true, 'Kitchen'))).toEqual([
      [name, 'Churn,Deals'],
      ['Silos', 'Plates,Tables'],
    ]);
  });
  test('a function of which nothing is known is on neither side', () => {
    const changes = [change('Tables', false, 'Shop'), change('Plates', true, 'Kitchen')];
    const momentum = (raw: number | null) => () => ({ raw, adjusted: raw });
    const of = (business: string, raw: number | null) => ({
      kpi: kpi(business, [], { function: business }),
      momentumAt: momentum(raw),
    });
    const episodes = (...functions: ReturnType<typeof of>[]) => SILOS.episodes(functions, changes, all.strategy, 9);
    expect(episodes(of('Shop', 5), of('Kitchen', -5))).toHaveLength(1);
    expect(episodes(of('Shop', null), of('Kitchen', -5), of('Bar', 5))).toEqual([]);
    expect(episodes(of('Shop', 5), of('Kitchen', null), of('Bar', -5))).toEqual([]);
  });
});

test('only a change of one KPI has a level', () => {
  const values = [...quiet(24), ...quiet(4, 15)];
  const kpis = [
    kpi('Deals', values, { measure: 'deals' }),
    kpi('Churn', values, { measure: 'churn', better: 'lower' }),
  ];
  const { alerts, plan } = reviewRegister(register(kpis));
  expect([...alerts, plan[0]!].map(one => [one.kind, hasLevel(one)])).toEqual([
    ['pattern', false],
    ['shift', true],
    ['plan', false],
  ]);
});

test('a follow-up of which nobody says who decided has nobody', () => {
  const all = register([kpi('Orders', quiet(6))], { log: [{ ...logged('x', 'act', null), action: 'Call' }] });
  expect(followUps(all, [], new Map())).toMatchObject([
    { by: '', kpi: null, chart: null, date: '', place: { range: 'B2' } },
  ]);
});

test('a row whose alert was typed with spaces is found again', () => {
  const snapshot: Snapshot = {
    today: 46_113,
    locale: 'en-GB',
    sheets: [
      {
        name: LOG.name,
        values: [
          ['Date', 'Kind', 'KPI', 'Alert', 'Decision', 'Note', 'Action', 'Owner', 'Due', 'Done'],
          [46_100, 'decision', ' Orders ', '  Orders down 2026-01-01 ', 'act', null, ' Call ', null, null, null],
        ],
      },
    ],
  };
  const [one] = review(snapshot).meeting.followUps;
  expect(markDone(snapshot, one!, 46_113).filter(({ kind }) => kind === 'write')).toMatchObject([
    { row: 1, column: 9 },
  ]);
});

test('money that lies elsewhere does so year by year, and a KPI that had one figure years ago is missed', () => {
  const goals = [goal('One', { spend: 100 }), goal('Two', { spend: 0 })];
  const once = kpi('Visits', [5, ...Array(11).fill(null)], { goal: 'One', target: 9, owner: 'Ana' });
  const { plan } = reviewRegister(register([kpi('Orders', quiet(12)), once], { goals }));
  const of = (pattern: string) => plan.find(entry => entry.pattern === pattern)!;
  expect(of('Money where the strategy is not').stakes).toMatchObject({ once: false, amount: 50 });
  expect(of('No rhythm').findings.map(({ text }) => text)).toEqual(['Visits has had no figure since Jan 2024']);
});

test('a funnel beyond all numbers has no synergy', () => {
  const huge = (['leads', 'conversion'] as const).map(measure =>
    kpi(measure, [...Array(12).fill(1e200), ...Array(3).fill(2e200)], { measure }),
  );
  const { fiveEffects } = reviewRegister(register(huge));
  expect(fiveEffects.find(({ name }) => name === 'synergy')).toMatchObject({ value: null, sentence: '', parts: [] });
});

test('a figure next to nothing is written with twelve decimals at most', () => {
  expect(formatFigure(1.23e-11, { format: 'General', unit: '' })).toBe('0.000000000012');
  expect(formatFigure(1.23e-9, { format: 'General', unit: '' })).toBe('0.00000000123');
});
