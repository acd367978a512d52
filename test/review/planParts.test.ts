import { serialOf } from '../../src/cells/serial';
import { recordDecision } from '../../src/review/decisions/decision';
import { logCells, newLogRow, rewriteLogRow } from '../../src/review/decisions/logRows';
import { agendaOf } from '../../src/review/meeting/agenda';
import { finishReview, markDone, postpone, startReview } from '../../src/review/meeting/writeMeeting';
import { review, reviewRegister } from '../../src/review/review';
import { sectionsOf } from '../../src/review/sections';
import type { PlanEntry, Review } from '../../src/review/types';
import type { Edit } from '../../src/workbook/edit';
import { applyEdits } from '../../src/workbook/edits/applyEdits';
import type { Kpi, LogEntry } from '../../src/workbook/register';
import { headersOf, KPIS, LOG, STRATEGY } from '../../src/workbook/sheets/compassSheets';
import type { Snapshot } from '../../src/workbook/snapshot';
import { afterMonths, goal, kpi, logged, quiet, register } from './registers';

// What a plan and the Log hold, condition by condition and row by row.

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
      'Orders has no goal, target and no owner',
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

describe('rows of the Log', () => {
  const today = afterMonths(27);
  const workbook = (values: Snapshot['sheets'][number]['values']): Snapshot => ({
    today,
    locale: 'en-GB',
    sheets: [{ name: LOG.name, values }],
  });
  const writes = (edits: Edit[]) =>
    edits.flatMap(edit => (edit.kind === 'write' ? [[edit.row, edit.column, edit.cells[0]]] : []));
  const formats = (edits: Edit[]) =>
    edits.flatMap(edit =>
      edit.kind === 'format' ? [[edit.row, edit.column, edit.rows, edit.columns, edit.format.number]] : [],
    );

  test('are written below the last one, columns beside each other together, a date as a date', () => {
    const snapshot = workbook([
      ['Alert', 'Decision', 'Mine', 'Kind', 'Date'],
      ['x', 'act', 'a remark', 'decision', 46_000],
      [null, null, null, null, null],
    ]);
    const cells = logCells([
      ['Date', 46_100],
      ['Kind', 'decision'],
      ['Alert', 'y'],
      ['Decision', 'watch'],
      ['Note', ''],
      ['Action', null],
      ['Owner', undefined],
    ]);
    expect([...cells.keys()]).toEqual(['Date', 'Kind', 'Alert', 'Decision']);
    const edits = newLogRow(snapshot, cells);
    expect(writes(edits)).toEqual([
      [2, 0, ['y', 'watch']],
      [2, 3, ['decision', 46_100]],
    ]);
    expect(formats(edits)).toEqual([[2, 4, 1, 1, 'yyyy-mm-dd']]);
  });
  test('are written right under the headers of a Log that has none', () => {
    expect(writes(newLogRow(workbook([headersOf(LOG)]), logCells([['Kind', 'review']])))).toEqual([[1, 1, ['review']]]);
  });
  test('are found again by what they say, the last of several, and changed only where they differ', () => {
    const snapshot = workbook([
      ['Kind', 'Alert', 'Decision', 'Done', 'Date'],
      ['decision', 'x', 'act', null, 46_000],
      ['decision', 'x', 'act', null, 46_000],
    ]);
    const isIt = (cell: (header: string) => unknown) => cell('Alert') === 'x' && cell('Nowhere') === null;
    const edits = rewriteLogRow(snapshot, isIt, [
      ['Done', 46_100],
      ['Decision', 'act'],
    ]);
    expect(edits.filter(({ kind }) => kind === 'write')).toEqual([
      { kind: 'write', sheet: LOG.name, row: 2, column: 3, cells: [[46_100]], expected: [[null]] },
    ]);
    expect(() => rewriteLogRow(snapshot, () => false, [])).toThrow('no longer in Compass Log');
  });
  test('of a Log without the headers that name a row are refused, with the one that is missing', () => {
    expect(() => newLogRow(workbook([['Date', 'Kind', 'KPI', 'Alert', 'Note']]), logCells([['Kind', 'x']]))).toThrow(
      /Decision/,
    );
  });

  describe('of a meeting', () => {
    const log = (rows: (string | number | null)[][]) =>
      workbook([
        ['Date', 'Kind', 'KPI', 'Alert', 'Decision', 'Note', 'Action', 'Owner', 'Due', 'Done', 'Score', 'By'],
        ...rows,
      ]);
    const act = (action: string, date = today - 40, note: string | null = null) => [
      date,
      'decision',
      'Orders',
      'Orders down 2026-01-01',
      'act',
      note,
      action,
      null,
      null,
      null,
      null,
      null,
    ];
    const twoActs = log([act('Call'), act('Write'), act('Call', today - 41), act('Call', today - 40, 'again')]);
    const changed = (edits: Edit[]) => writes(edits).map(([at]) => at);

    test('are told apart by day, action and note', () => {
      const all = review(twoActs).meeting.followUps;
      const of = (action: string, note: string, date: string) =>
        all.find(one => one.action === action && one.note === note && one.date === date)!;
      const [first, second] = ['2026-02-20', '2026-02-19'];
      expect(changed(markDone(twoActs, of('Call', '', first), today))).toEqual([1]);
      expect(changed(markDone(twoActs, of('Write', '', first), today))).toEqual([2]);
      expect(changed(postpone(twoActs, of('Call', '', second), today))).toEqual([3]);
      expect(changed(postpone(twoActs, of('Call', 'again', first), today))).toEqual([4]);
      const [one] = all;
      expect(() => markDone(twoActs, { ...one!, id: 'another' }, today)).toThrow('no longer in Compass Log');
    });
    test('start with what is known of the newest period, and end with the score to a tenth', () => {
      const base = review(twoActs);
      const score = { ...base.score, score: 71.649 };
      const seen: Review = { ...base, score, newest: { date: '2026-03-01', label: 'Mar 2026' } };
      expect(writes(startReview(twoActs, seen, ' Ana '))).toEqual([
        [5, 0, [today, 'review']],
        [5, 5, ['Review under way']],
        [5, 9, ['no']],
        [5, 11, ['Ana']],
      ]);
      // Without one under way a row is written all the same.
      const ended = finishReview(twoActs, seen, { next: null, summary: 'Two decisions', by: 'Ana' });
      const cells = writes(ended).flatMap(([, , cell]) => cell as unknown[]);
      expect(cells).toEqual(expect.arrayContaining([today, 'review', 'Two decisions', 71.6, 'Ana']));
    });
    test('that goes on are the last review of that day that is not done', () => {
      const open = log([
        [today, 'review', null, null, null, null, null, null, null, 'yes', null, null],
        [today, 'review', null, null, null, null, null, null, null, 'no', null, null],
        [today - 1, 'review', null, null, null, null, null, null, null, 'no', null, null],
        [today, 'decision', null, 'x', 'act', null, 'Call', null, null, 'no', null, null],
      ]);
      const seen = review(open);
      expect(seen.meeting.underWay).toMatchObject({ date: '2026-04-01' });
      const edits = finishReview(open, seen, { next: null, summary: 'Done', by: '' });
      expect(new Set(changed(edits))).toEqual(new Set([2]));
    });
    test('put the next date beside its label, and nowhere else', () => {
      const strategy = (values: (string | number | null)[][], formulas?: string[][]): Snapshot => ({
        ...twoActs,
        sheets: [
          ...twoActs.sheets,
          { name: STRATEGY.name, values, ...(formulas && { formulas }) } as Snapshot['sheets'][number],
        ],
      });
      const next = (snapshot: Snapshot, day = today + 30) =>
        finishReview(snapshot, review(snapshot), { next: day, summary: '', by: '' }).filter(
          edit => edit.kind === 'write' && edit.sheet === STRATEGY.name,
        );
      expect(
        next(
          strategy([
            ['Vision', 'x'],
            [null, 'Next review', today],
          ]),
        ),
      ).toEqual([
        { kind: 'write', sheet: STRATEGY.name, row: 1, column: 2, cells: [[today + 30]], expected: [[today]] },
      ]);
      expect(next(strategy([['Next review', today + 30]]))).toEqual([]);
      expect(() => next(strategy([['Vision', 'x']]))).toThrow('has no label ‘Next review’');
    });
  });
});

test('on the agenda, what is over but decided in this meeting is settled, and an experiment that was decided before', () => {
  const { alerts, ...seen } = reviewRegister(register([kpi('Orders', [...quiet(24), ...quiet(3, 4)])]));
  const told = (id: string, said: object) => ({ ...alerts[0]!, id, ...said }) as Review['alerts'][number];
  const decision = (date: string) => ({ decision: 'act', date });
  const items = agendaOf({
    ...seen,
    asOf: '2026-04-01',
    alerts: [
      told('over', { state: 'over', decision: decision('2026-04-01') }),
      told('test', { kind: 'experiment', state: 'decided', adverse: true, decision: decision('2026-03-01') }),
    ],
  });
  expect(items.filter(({ step }) => step === 'alerts' || step === 'experiments')).toMatchObject([
    { id: 'over', settled: true },
    { id: 'test', settled: true },
  ]);
});

test('a decision on a pattern names all of its KPIs, on the plan none, on a change its levels', () => {
  const values = [...quiet(24), ...quiet(4, 15)];
  const kpis = [
    kpi('Deals', values, { measure: 'deals' }),
    kpi('Churn', values, { measure: 'churn', better: 'lower' }),
  ];
  const { alerts, plan } = reviewRegister(register(kpis));
  const snapshot: Snapshot = {
    today: afterMonths(28) + 0.5,
    locale: 'en-GB',
    sheets: [{ name: KPIS.name, values: [['KPI']] }],
  };
  const logRow = (alert: Parameters<typeof recordDecision>[1]['alert']) => {
    const after = applyEdits(
      snapshot,
      recordDecision(snapshot, { alert, decision: 'act', action: ' Call ', by: ' Ana ' }),
    );
    const sheet = after.sheets.find(({ name }) => name === LOG.name)!;
    return Object.fromEntries(headersOf(LOG).map((header, i) => [header, sheet.values[LOG.headerRow + 1]![i]]));
  };
  const pattern = alerts.find(({ kind }) => kind === 'pattern')!;
  expect(logRow(pattern)).toMatchObject({
    Date: afterMonths(28),
    Period: afterMonths(27),
    KPI: 'Churn, Deals',
    Old: null,
    Direction: null,
    Since: afterMonths(24),
    Action: 'Call',
    By: 'Ana',
  });
  expect(logRow(alerts.find(({ kind }) => kind !== 'pattern')!)).toMatchObject({
    KPI: 'Churn',
    Old: 10,
    New: 15,
    Direction: 'up',
  });
  expect(logRow(plan[0]!)).toMatchObject({ KPI: null, Period: null, Since: null, Direction: null, Alert: plan[0]!.id });
});
