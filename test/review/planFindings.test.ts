import { serialOf } from '../../src/cells/serial';
import { newestAnswers, teamsApart } from '../../src/review/plan/teamsApart';
import { reviewRegister } from '../../src/review/review';
import type { PlanEntry } from '../../src/review/types';
import type { Kpi, LogEntry } from '../../src/workbook/register';
import { afterMonths, goal, kpi, logged, quiet, register } from './registers';

// What the conditions of the plan find, line by line.

type Settings = Parameters<typeof register>[1];
const entry = (pattern: string, kpis: Kpi[], settings: Settings = {}): PlanEntry | undefined =>
  reviewRegister(register(kpis, settings)).plan.find(one => one.pattern === pattern);
const lines = (found: PlanEntry | undefined) => found?.findings.map(({ text }) => text) ?? [];
const row = (said: Partial<LogEntry>): LogEntry => ({ ...logged('', 'act', null), ...said });

describe('No rhythm', () => {
  const today = afterMonths(12);
  const orders = kpi('Orders', quiet(12), { goal: 'Grow', target: 9, owner: 'Ana' });
  const found = (settings: Settings, kpis = [orders]) => entry('No rhythm', kpis, { today, ...settings });
  const held = (date: number) => row({ kind: 'review', decision: '', date });

  test('says only what is overdue, how many of it, and in what order', () => {
    const action = row({ action: 'Call', due: today - 1 });
    expect(found({ log: [action] })!.headline).toBe('No rhythm: 1 action overdue');
    expect(found({ log: [action, action] })!.headline).toBe('No rhythm: 2 actions overdue');
    expect(found({ goals: [goal('Grow', { reviewBy: today - 1 })] })!.headline).toBe('No rhythm: 1 goal overdue');
    expect(found({ nextReview: today - 1 })!.headline).toBe('No rhythm: the review is overdue');
    const tried = [orders, kpi('Calls', quiet(12), { experimentUntil: today - 1 })];
    expect(found({}, tried)!.headline).toBe('No rhythm: 1 experiment overdue');
    expect(found({}, tried)).toMatchObject({ kpis: ['Calls'], functions: ['Sales'] });
    expect(found({ today: afterMonths(14) })!.headline).toBe('No rhythm: figures are missing');
    expect(found({ log: [row({ due: today - 1, note: 'x' })] })!.findings[0]!.text).toMatch(/^An action was due on/);
  });
  test('a day is past once it is over, whatever the time of day', () => {
    const noon = today + 0.5;
    expect(found({ today: noon, nextReview: today })).toBeUndefined();
    expect(
      found({ today: noon, log: [row({ due: today })], goals: [goal('Grow', { reviewBy: today })] }),
    ).toBeUndefined();
    expect(lines(found({ today: noon, nextReview: today - 1 }))).toEqual([
      'The review was due on 31 Dec 2024, 1 day ago',
    ]);
  });
  test('the review that was held on the planned day or after it is no longer due', () => {
    const due = today - 5;
    expect(lines(found({ nextReview: due, log: [held(due - 1)] }))).toEqual([
      'The review was due on 27 Dec 2024, 5 days ago',
    ]);
    expect(found({ nextReview: due, log: [held(due)] })).toBeUndefined();
  });
  test('weeks are counted as the workbook begins them', () => {
    // Weeks from Monday 1 January 2024 on; the twelfth ends on Sunday 24 March.
    const weekly = kpi('Orders', quiet(12), { goal: 'Grow', target: 9, owner: 'Ana' });
    const on = (asOf: number, log: LogEntry[]) =>
      lines(entry('No rhythm', [weekly], { cadence: 'week', today: asOf, log }));
    const monday = serialOf(2024, 3, 25);
    expect(on(monday, [held(serialOf(2024, 3, 18))])).toEqual([]);
    expect(on(monday, [held(serialOf(2024, 3, 17))])).toEqual(['The last review was on 17 Mar 2024, 8 days ago']);
    expect(on(monday - 1, [held(serialOf(2024, 3, 11))])).toEqual([]);
  });
  test('names each KPI of which nothing has come in for more than one period', () => {
    const late = kpi('Visits', [...quiet(10), null, null], { goal: 'Grow', target: 9, owner: 'Ana', function: 'Shop' });
    const none = kpi('Calls', Array(12).fill(null), { goal: 'Grow', target: 9, owner: 'Ana' });
    const found_ = found({}, [orders, late, none])!;
    expect(lines(found_)).toEqual(['Visits has had no figure since Oct 2024']);
    expect(found_).toMatchObject({ kpis: ['Visits'], functions: ['Shop'] });
  });
});

test('a project over budget is told by its newest figure, also where this month has none yet', () => {
  const variances = [0.3, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.12, null];
  const project = (name: string) => kpi(name, variances, { measure: 'budget variance', better: 'lower', format: '0%' });
  const all = [project('Oven'), project('Shop'), kpi('Orders', quiet(9))];
  const found = entry('Always over budget', all);
  expect(lines(found)[0]).toBe('Oven: over budget in 7 of the last 8 months, latest 12%');
  expect(found).toMatchObject({ kpis: ['Oven', 'Shop'], functions: ['Sales'] });
});

test('money is listed by how far it lies from the weight, the furthest goal first', () => {
  // By hand: 10, 20 and 70 % of the money for a third of the weight each.
  const goals = [goal('A', { spend: 10 }), goal('B', { spend: 20 }), goal('C', { spend: 70 })];
  expect(lines(entry('Money where the strategy is not', [], { goals }))).toEqual([
    'C: 70% of the money, 33% of the weight',
    'A: 10% of the money, 33% of the weight',
    'B: 20% of the money, 33% of the weight',
  ]);
});

describe('A plan nobody measures', () => {
  const orders = kpi('Orders', quiet(12), { goal: 'Grow', target: 9, owner: 'Ana' });
  const found = (kpis: Kpi[], settings: Settings = {}) => entry('A plan nobody measures', kpis, settings);
  test('takes targets of their own for a target, and a band that is half there for none', () => {
    expect(found([{ ...orders, target: null, targets: [1] }])).toBeUndefined();
    expect(lines(found([{ ...orders, better: 'in range', low: null, high: 3 }]))).toEqual(['Orders has no target']);
    expect(found([{ ...orders, better: 'in range', target: null, low: 1, high: 3 }])).toBeUndefined();
    expect(lines(found([{ ...orders, goal: '', target: null, owner: '' }]))).toEqual([
      'Orders has no goal, no target and no owner',
    ]);
  });
  test('names a function once, however often the strategy lists it', () => {
    const functions = ['Shop', ' shop ', 'Sales'].map(name => ({ name, weight: 1 }));
    expect(lines(found([orders], { functions }))).toEqual(['Shop has no KPI']);
    expect(found([orders], { functions })).toMatchObject({
      functions: ['Shop'],
      headline: 'A plan nobody measures: 1 business function without KPI',
    });
  });
});

describe('answers of teams', () => {
  const { periods: months } = register([kpi('Orders', quiet(3))]);
  const gave = (team: string, answers: number[], day: number, question = 'I know our goal') =>
    answers.map(answer => ({ sheet: 'Answers', question, team, day, answer }));
  const [december, november] = [months[2]!, months[1]!];
  test('are those of the newest month that has any, its last evening included', () => {
    const [new_, old] = [gave('Office', [5], december.end + 0.9), gave('Office', [1], november.start)];
    expect(newestAnswers(months, [...old, ...new_])).toEqual(new_);
    expect(newestAnswers(months, old)).toEqual(old);
    expect(newestAnswers(months, gave('Office', [1], months[0]!.start))).toEqual([]);
    expect(newestAnswers(months, gave('Office', [1], december.end + 1))).toEqual([]);
    expect(newestAnswers([], old)).toEqual([]);
  });
  test('lie apart from a whole point on, question by question, each pair of teams', () => {
    // Five and five: means 4 and 3 lie a point apart; a tenth less is not enough. Welch’s p of such answers is 0 without any spread.
    const day = december.start;
    const apart = (a: number[], b: number[]) =>
      teamsApart([...gave('A', a, day), ...gave('B', b, day)]).map(({ text }) => text);
    expect(apart([4, 4, 4, 4, 4.01], [3, 3, 3, 3, 3.01])).toEqual([
      '“I know our goal”: A 4.0 (5 answers), B 3.0 (5 answers)',
    ]);
    expect(apart([4, 4, 4, 4, 4.01], [3, 3, 3, 3, 3.2])).toEqual([]);
    expect(apart([4, 4, 4, 4.01], [3, 3, 3, 3, 3.01])).toEqual([]);
    const three = [
      ...gave('A', [5, 5, 5, 5, 4.9], day),
      ...gave('B', [3, 3, 3, 3, 3.1], day),
      ...gave('C', [1, 1, 1, 1, 1.1], day),
    ];
    expect(teamsApart(three)).toHaveLength(3);
    expect(teamsApart(three)[0]!.place).toEqual({ sheet: 'Answers', range: 'A1' });
    const other = gave('B', [3, 3, 3, 3, 3.01], day, 'I know our customers');
    expect(teamsApart([...gave('A', [4, 4, 4, 4, 4.01], day), ...other])).toEqual([]);
  });
});
