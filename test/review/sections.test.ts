import { reviewRegister } from '../../src/review/review';
import { alertsIn, sectionsOf } from '../../src/review/sections';
import type { Review } from '../../src/review/types';
import { afterMonths, kpi, quiet, register } from './registers';

const namesOf = (...args: Parameters<typeof register>) => sectionsOf(reviewRegister(register(...args)));
const said = { target: 9, owner: 'Ana' };

test('a quiet workbook says so in its alerts; what holds nothing is left out', () => {
  const sections = namesOf([kpi('Orders', quiet(24), said)]);
  expect(sections.map(({ name }) => name)).toEqual(['alerts', 'plan', 'effects']);
  expect(sections[0]).toMatchObject({ title: 'No alerts', count: 0 });
  expect(sections[0]!.empty).toMatch(/^Figures moved, as they always do, but no KPI has changed for the worse/);
});

test('KPIs that are too young are named: nothing is known of them, which is not the same as quiet', () => {
  const [young] = namesOf([kpi('Orders', quiet(4), said)]);
  expect(young!.empty).toBe('Not yet known: a KPI needs six figures before it can be judged.');
  const both = namesOf([kpi('Orders', quiet(24), said), kpi('Visits', [...Array(20).fill(null), ...quiet(4)], said)]);
  expect(both[0]!.empty).toMatch(/ 1 KPI can’t be judged yet\.$/);
});

test('alerts come before the plan, what is settled comes last, and nobody has to count', () => {
  const dropped = [...quiet(24), ...quiet(4, 4)];
  const sections = namesOf([kpi('Orders', dropped), kpi('Visits', [...quiet(24), ...quiet(4, 16)])]);
  expect(sections.map(({ name, title }) => [name, title])).toEqual([
    ['alerts', '1 alert'],
    ['plan', 'The plan'],
    ['wins', 'Improvements to learn from'],
    ['effects', 'Five effects on the business'],
  ]);
});

test('where all that has changed for the worse is decided on, nothing is called quiet', () => {
  const dropped = reviewRegister(register([kpi('Orders', [...quiet(24), ...quiet(4, 4)], said)]));
  const decided = { ...dropped, alerts: dropped.alerts.map(alert => ({ ...alert, state: 'decided' as const })) };
  expect(sectionsOf(decided)[0]).toMatchObject({
    title: 'No alerts',
    empty: 'Everything that has changed for the worse has been decided on.',
  });
});

test('alerts are told by their state', () => {
  const dropped = [...quiet(24), ...quiet(4, 4)];
  const on = (months: number) => reviewRegister(register([kpi('Orders', dropped)], { today: afterMonths(months) }));
  expect(alertsIn(on(25), 'new')).toHaveLength(1);
  expect(alertsIn(on(28), 'new')).toEqual([]);
  expect(alertsIn(on(28), 'new', 'open')).toHaveLength(1);
});

test('a workbook without KPIs has no sections', () => {
  expect(namesOf([])).toEqual([]);
});

describe('the sections of a review', () => {
  const seen = reviewRegister(register([kpi('Orders', quiet(24), { target: 9, owner: 'Ana' })]));
  const problem = (severity: 'error' | 'note') => ({ severity, message: 'x' });
  const some = Array(2).fill({}) as never[];
  const alert = (state: string) => ({ state }) as Review['alerts'][number];
  const full: Review = {
    ...seen,
    unread: some,
    problems: [problem('error'), problem('error'), problem('note')],
    alerts: ['new', 'open', 'open', 'decided', 'over', 'over'].map(alert),
    plan: some,
    wins: some,
    standing: some,
    kpis: seen.kpis.map(one => ({ ...one, outlook: 'It rises.' })),
    lapsed: some,
    withinTolerance: some,
  };
  test('come in the order in which a review is read; background is folded', () => {
    expect(sectionsOf(full).map(({ name, count, folded }) => [name, count, folded])).toEqual([
      ['unread', 2, false],
      ['errors', 2, false],
      ['alerts', 3, false],
      ['plan', 2, false],
      ['wins', 2, false],
      ['standing', 2, false],
      ['trends', 1, false],
      ['effects', 5, true],
      ['lapsed', 2, false],
      ['decided', 1, true],
      ['tolerance', 2, true],
      ['over', 2, true],
      ['notes', 1, true],
    ]);
    expect(sectionsOf(full).find(({ name }) => name === 'alerts')!.title).toBe('3 alerts');
  });
  test('without KPIs there are no effects to speak of', () => {
    expect(sectionsOf({ ...full, kpis: [] }).map(({ name }) => name)).not.toContain('effects');
  });
});
