import { reviewRegister } from '../../src/review/review';
import { alertsIn, sectionsOf } from '../../src/review/sections';
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
