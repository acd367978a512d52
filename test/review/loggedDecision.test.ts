import { recordDecision } from '../../src/review/decisions/decision';
import { review, reviewRegister } from '../../src/review/review';
import type { Alert } from '../../src/review/types';
import { applyEdits } from '../../src/workbook/edits/applyEdits';
import type { Kpi, LogEntry } from '../../src/workbook/register';
import { readLog } from '../../src/workbook/register/readLog';
import { headersOf, KPIS, LOG, STRATEGY } from '../../src/workbook/sheets/compassSheets';
import type { Snapshot } from '../../src/workbook/snapshot';
import { afterMonths, kpi, logged, quiet, register } from './registers';

/** Two quiet years at 10, then a lasting drop to 4 from January 2026 on. */
const dropped = [...quiet(24), ...quiet(12, 4)];
const orders = (said: Partial<Kpi> = {}, values = dropped) => kpi('Orders', values, said);
const reviewed = (kpis: Kpi[], log: LogEntry[], months = 30) =>
  reviewRegister(register(kpis, { today: afterMonths(months), log }));
const row = (said: Partial<LogEntry>, decision: LogEntry['decision'] = 'act'): LogEntry => ({
  ...logged('', decision, afterMonths(26)),
  ...said,
});
const statesOf = (alerts: Alert[]) => alerts.map(({ kpi, state }) => [kpi, state]);

describe('a decision belongs to the change that it was taken on', () => {
  test.each<[string, Partial<LogEntry>]>([
    [
      'as this version writes it',
      { kpi: 'Orders', alert: 'Orders down 2026-01-01', direction: 'down', since: afterMonths(24) },
    ],
    ['without the columns that came later', { kpi: 'Orders', alert: 'Orders down 2026-01-01' }],
    ['as version 0.1 wrote it', { kpi: 'Orders', alert: 'Orders spike down 2026-01-01', period: afterMonths(24) }],
    ['raised later in version 0.1', { kpi: 'Orders', alert: 'Orders shift down 2026-02-01', period: afterMonths(25) }],
    ['as an experiment of version 0.1', { alert: 'Orders experiment down 2026-01-01' }],
    ['by hand, with KPI and period', { kpi: ' ORDERS ', period: afterMonths(25) }],
    [
      'with an onset a month off',
      { kpi: 'Orders', direction: 'down', since: afterMonths(25), period: afterMonths(25) },
    ],
  ])('%s', (_, said) => {
    const { alerts, lapsed } = reviewed([orders()], [row(said)]);
    expect(statesOf(alerts)).toEqual([['Orders', 'decided']]);
    expect(lapsed).toEqual([]);
  });
  test.each<[string, Partial<LogEntry>]>([
    ['that went the other way', { kpi: 'Orders', direction: 'up', since: afterMonths(24), period: afterMonths(25) }],
    ['that was over before', { kpi: 'Orders', direction: 'down', since: afterMonths(10), period: afterMonths(14) }],
    ['of another KPI', { kpi: 'Visits', alert: 'Visits down 2026-01-01' }],
    ['of a KPI whose name only begins so', { alert: 'Orders by phone down 2026-01-01' }],
  ])('and not to one %s', (_, said) => {
    const { alerts, lapsed } = reviewed([orders()], [row(said)]);
    expect(statesOf(alerts)).toEqual([['Orders', 'open']]);
    expect(lapsed).toMatchObject([{ decision: { decision: 'act', date: '2026-03-01' } }]);
  });
  test('a KPI whose name ends in a word of ours is known by it', () => {
    const night = kpi('Night shift', dropped);
    const { alerts } = reviewed([night], [row({ alert: 'Night shift down 2026-01-01' })]);
    expect(alerts).toMatchObject([{ id: 'Night shift down 2026-01-01', state: 'decided' }]);
  });
  test('of two that overlap, to the one with the larger overlap, the newer on a tie', () => {
    const twice = orders({}, [...quiet(12), ...quiet(4, 4), ...quiet(8), ...quiet(12, 4)]);
    const on = (since: number, period: number) =>
      reviewed(
        [twice],
        [row({ kpi: 'Orders', direction: 'down', since: afterMonths(since), period: afterMonths(period) })],
        36,
      ).alerts.map(({ since, decision }) => [since, decision?.decision]);
    // January 2025 to its end in July 2025, and January 2026 on
    expect(on(12, 13)).toEqual([
      ['2026-01-01', undefined],
      ['2025-01-01', 'act'],
    ]);
    expect(on(17, 27)).toEqual([
      ['2026-01-01', 'act'],
      ['2025-01-01', undefined],
    ]);
  });
  test('its name stays the one under which it was first logged', () => {
    const early = row({ kpi: 'Orders', direction: 'down', since: afterMonths(23), period: afterMonths(25) });
    expect(reviewed([orders()], [early]).alerts).toMatchObject([{ id: 'Orders down 2025-12-01', since: '2026-01-01' }]);
  });
  test('an experiment that is declared afterwards changes neither name nor decision', () => {
    const log = [row({ kpi: 'Orders', alert: 'Orders down 2026-01-01' })];
    const ids = [{}, { experimentUntil: afterMonths(29) }, { experimentUntil: afterMonths(40) }].map(said => {
      const { alerts } = reviewed([orders(said)], log);
      return alerts.map(({ id, state }) => [id, state]);
    });
    expect(ids).toEqual(Array(3).fill([['Orders down 2026-01-01', 'decided']]));
  });
});

describe('a level that was accepted', () => {
  const log = [
    row({ kpi: 'Orders', alert: 'Orders down 2026-01-01', direction: 'down', since: afterMonths(24) }, 'accept'),
  ];
  test('stays accepted however many KPIs there are', () => {
    const others = Array.from({ length: 60 }, (_, i) => kpi(`Other ${i}`, [1, 2, 3]));
    for (const kpis of [[orders()], [orders(), ...others]]) {
      const { alerts, kpis: told } = reviewed(kpis, log);
      expect(alerts).toMatchObject([{ state: 'over', decision: { decision: 'accept' } }]);
      expect(told[0]!.variation).toBe('steady');
    }
  });
  test('makes no figure look typed wrongly that did not before', () => {
    // A strong autumn, the usual level since, and a Christmas that nobody takes for a slip before the level is accepted.
    const christmas = orders({}, [...quiet(12, 20), ...quiet(4, 10), 3, ...quiet(14, 10)]);
    const accept = row({ kpi: 'Orders', direction: 'down', since: afterMonths(12), date: afterMonths(20) }, 'accept');
    const notes = (entries: LogEntry[]) => reviewed([christmas], entries).problems.map(({ message }) => message);
    expect(notes([accept]).filter(note => !notes([]).includes(note))).toEqual([]);
  });
});

describe('a decision whose change no longer shows', () => {
  const on = afterMonths(26);
  const log = [
    row({ kpi: 'Orders', alert: 'Orders down 2026-01-01', direction: 'down', since: afterMonths(24), note: 'ask Ana' }),
  ];
  const held = (date: number) => ({ ...logged('', '', date), kind: 'review' as const });
  test('is listed, with what was decided', () => {
    const corrected = orders({}, quiet(36));
    expect(reviewed([corrected], log).lapsed).toEqual([
      {
        alert: 'Orders down 2026-01-01',
        kpi: 'Orders',
        direction: 'down',
        since: '2026-01-01',
        decision: { decision: 'act', date: '2026-03-01', note: 'ask Ana', by: '', action: '', owner: '', due: null },
        place: { sheet: 'Compass Log', range: 'B2' },
      },
    ]);
    expect(reviewed([kpi('Visits', quiet(36))], log).lapsed).toHaveLength(1);
  });
  test('until a review was held after it', () => {
    const corrected = orders({}, quiet(36));
    expect(reviewed([corrected], [...log, held(on - 3)]).lapsed).toHaveLength(1);
    expect(reviewed([corrected], [...log, held(on + 30)]).lapsed).toEqual([]);
    // a review that is planned is not held yet
    expect(reviewed([corrected], [...log, held(afterMonths(33))]).lapsed).toHaveLength(1);
  });
  test('is listed once, with the newest of several', () => {
    const twice = [...log, row({ ...log[0], date: on + 2, decision: 'watch' })];
    expect(reviewed([orders({}, quiet(36))], twice).lapsed).toMatchObject([{ decision: { decision: 'watch' } }]);
  });
  test('on a condition of the plan that no longer holds is listed as well', () => {
    const planned = row({ alert: 'A plan nobody measures plan' }, 'watch');
    expect(reviewed([orders()], [planned]).lapsed).toEqual([]);
    const complete = { ...orders({}, quiet(36)), goal: 'Grow', target: 9, owner: 'Ana' };
    expect(reviewed([complete], [planned]).lapsed).toMatchObject([{ alert: 'A plan nobody measures plan', kpi: null }]);
  });
});

describe('a pattern', () => {
  const both = (months: number, besides: Kpi[] = []) => [
    kpi('Deals', [...quiet(24), ...quiet(months, 15)], { measure: 'deals' }),
    kpi('Churn', [...quiet(24), ...quiet(months, 15)], { measure: 'churn', better: 'lower' }),
    ...besides,
  ];
  const patterns = (kpis: Kpi[], log: LogEntry[], months: number) =>
    reviewed(kpis, log, months).alerts.filter(({ kind }) => kind === 'pattern');
  test('keeps its decision as months and KPIs are added', () => {
    const [alert] = patterns(both(4), [], 28);
    expect(alert!.id).toBe('Winning the sale, losing the customer 2026-01-01');
    const log = [row({ alert: alert!.id, kpi: 'Churn, Deals', since: afterMonths(24), date: afterMonths(28) })];
    const others = Array.from({ length: 30 }, (_, i) => kpi(`Other ${i}`, [1, 2, 3]));
    for (const kpis of [both(8), both(8, others)])
      expect(patterns(kpis, log, 32)).toMatchObject([{ id: alert!.id, state: 'decided' }]);
  });
  test('as version 0.1 wrote it is understood', () => {
    const log = [row({ alert: 'Winning the sale, losing the customer pattern up 2026-02-01', date: afterMonths(28) })];
    expect(patterns(both(8), log, 32)).toMatchObject([{ state: 'decided' }]);
  });
  test('of other KPIs is another one', () => {
    const log = [row({ alert: 'Winning the sale, losing the customer 2026-01-01', kpi: 'Returns, Conversion' })];
    expect(patterns(both(8), log, 32)).toMatchObject([{ state: 'open' }]);
  });
});

describe('the Log of a workbook of version 0.1', () => {
  const old = headersOf(LOG).slice(0, 14);
  const { periods } = register([orders()]);
  const workbook = (headers: (string | null)[]): Snapshot => ({
    today: afterMonths(27),
    locale: 'en-GB',
    sheets: [
      { name: STRATEGY.name, values: [['Review every', 'month']] },
      {
        name: KPIS.name,
        values: [headersOf(KPIS), ['Orders', 'Sales', ...Array(headersOf(KPIS).length - 2).fill(null)]],
      },
      { name: 'Compass Data', values: [['Period', 'Orders'], ...periods.map((p, i) => [p.start, dropped[i]!])] },
      { name: LOG.name, values: [headers] },
    ],
  });
  test('is read without a word about the columns that it lacks', () => {
    const problems: Parameters<typeof readLog>[1] = [];
    readLog(workbook(old), problems);
    expect(problems).toEqual([]);
  });
  test('gains them with the first decision, to the right of what the owner has written', () => {
    const mine = workbook([...old, null, 'My remarks']);
    const [alert] = review(mine).alerts;
    const after = applyEdits(mine, recordDecision(mine, { alert: alert!, decision: 'watch', by: 'Ana' }));
    const [headers, first] = after.sheets.find(({ name }) => name === LOG.name)!.values;
    expect(headers).toEqual([...old, null, 'My remarks', 'Direction', 'Since', 'By']);
    expect(first!.slice(14)).toEqual([null, null, 'down', afterMonths(24), 'Ana']);
    expect(review(after).alerts).toMatchObject([{ state: 'decided', decision: { decision: 'watch', by: 'Ana' } }]);
    // and with the next one they are there
    const again = applyEdits(after, recordDecision(after, { alert: alert!, decision: 'act', by: 'Ben' }));
    expect(again.sheets.find(({ name }) => name === LOG.name)!.values[0]).toEqual(headers);
    expect(review(again).alerts).toMatchObject([{ decision: { decision: 'act', by: 'Ben' } }]);
  });
});
