import fc from 'fast-check';
import { reviewRegister } from '../../src/review/review';
import type { KpiAlert } from '../../src/review/types';
import { history } from '../drift/series';
import { afterMonths, isOfKpi, kpi, logged, quiet, register } from './registers';

/** Two quiet years at 10, then a lasting drop to 4 from January 2026 on. */
const dropped = [...quiet(24), ...quiet(12, 4)];
const alertsAfter = (months: number, values = dropped, log: Parameters<typeof logged>[] = []): KpiAlert[] =>
  reviewRegister(
    register([kpi('Orders', values)], { today: afterMonths(months), log: log.map(entry => logged(...entry)) }),
  ).alerts.filter(isOfKpi);

const ID = 'Orders down 2026-01-01';
/** As version 0.1 named it, by what it was when it was raised. */
const OLD_ID = 'Orders spike down 2026-01-01';

describe('the life of an alert', () => {
  test('is new in the month in which it is first raised, and open in those that follow', () => {
    expect(alertsAfter(24)).toEqual([]);
    expect(alertsAfter(25)).toMatchObject([{ id: ID, state: 'new', since: '2026-01-01', raised: '2026-01-01' }]);
    for (const months of [26, 27, 30, 36]) expect(alertsAfter(months)).toMatchObject([{ id: ID, state: 'open' }]);
  });
  test('a month that is not closed is not judged', () => {
    const lastDayOfJanuary = afterMonths(25) - 1;
    const { alerts, newest } = reviewRegister(register([kpi('Orders', dropped)], { today: lastDayOfJanuary }));
    expect(alerts).toEqual([]);
    expect(newest).toEqual({ date: '2025-12-01', label: 'Dec 2025' });
  });
  test('a closed month in which nobody typed anything is not the newest one', () => {
    const waiting = [...dropped.slice(0, 25), null, null];
    expect(alertsAfter(27, waiting as number[])).toMatchObject([{ id: ID, state: 'new' }]);
  });
  test('is over after three months in a row back near the old level, and is not repeated', () => {
    const recovered = [...quiet(24), 3, ...quiet(11)];
    expect(alertsAfter(27, recovered)[0]!.state).toBe('open');
    const alerts = alertsAfter(36, recovered);
    expect(alerts).toMatchObject([{ id: ID, state: 'over' }]);
    expect(alerts[0]!.headline).toBe(
      'Orders: one month far below, Jan 2026 (3), usually about 10, and again since Feb 2026',
    );
  });
  test('is history when it began 24 months ago', () => {
    const long = [...quiet(12), ...quiet(36, 4)];
    expect(alertsAfter(36, long)).toMatchObject([{ since: '2025-01-01', state: 'open' }]);
    expect(alertsAfter(37, long)).toMatchObject([{ since: '2025-01-01', state: 'over' }]);
  });
  test('the Log decides: act, watch and dismiss make it decided, the newest row counts', () => {
    const day = afterMonths(26);
    for (const word of ['act', 'watch', 'dismiss'] as const) {
      expect(alertsAfter(28, dropped, [[ID, word, day, 'new oven ordered']])).toMatchObject([
        { state: 'decided', decision: { decision: word, date: '2026-03-01', note: 'new oven ordered' } },
      ]);
    }
    const twice: Parameters<typeof logged>[] = [
      [ID, 'act', day + 30],
      [ID, 'watch', day],
    ];
    expect(alertsAfter(28, dropped, twice)[0]!.decision!.decision).toBe('act');
  });
  test('a row dated after the day of the review is not known yet', () => {
    expect(alertsAfter(26, dropped, [[ID, 'dismiss', afterMonths(28)]])[0]!.state).toBe('open');
  });
  test('the identity is found in the Log whatever its case and spaces', () => {
    for (const written of [` orders  DOWN 2026-01-01`, OLD_ID, ` orders  SPIKE down 2026-01-01`])
      expect(alertsAfter(28, dropped, [[written, 'watch', afterMonths(26)]])[0]!.state).toBe('decided');
  });
});

describe('an accepted level', () => {
  const again = [...dropped, ...quiet(6, -2)];
  const log: Parameters<typeof logged>[] = [[ID, 'accept', afterMonths(27), 'we closed on Sundays']];
  test('ends the alert at once', () => {
    expect(alertsAfter(27, dropped, log)).toMatchObject([{ state: 'over', decision: { decision: 'accept' } }]);
    expect(alertsAfter(27, dropped, log)[0]!.headline).toContain('accepted as the new normal');
  });
  test('restarts the regime where it began: the next drop is judged by it', () => {
    const alerts = alertsAfter(42, again, log);
    expect(alerts).toMatchObject([
      { state: 'open', since: '2027-01-01' },
      { id: ID, state: 'over' },
    ]);
    // the median of 4, 5 and 3 over and over is 4, by hand
    expect(alerts[0]!.oldLevel).toBeCloseTo(4, 1);
  });
  test('does not change what was raised before it was accepted', () => {
    const early = alertsAfter(26, dropped, log);
    expect(early).toMatchObject([{ id: ID, state: 'open' }]);
  });
  test('that the Log declares without an alert restarts the regime too', () => {
    const level = {
      ...logged('', '', afterMonths(27)),
      kind: 'level' as const,
      kpi: 'orders',
      period: afterMonths(24),
    };
    const { alerts, kpis } = reviewRegister(
      register([kpi('Orders', dropped)], { today: afterMonths(36), log: [level] }),
    );
    expect(alerts).toMatchObject([{ id: ID, state: 'over' }]);
    expect(kpis[0]!.variation).toBe('steady');
    expect(kpis[0]!.chart.regimes.map(r => [r.from, r.to])).toEqual([
      [0, 23],
      [24, 35],
    ]);
  });
});

test('from month to month no alert changes its identity and none disappears', () => {
  fc.assert(
    fc.property(fc.integer(), fc.integer({ min: 0, max: 35 }), fc.integer({ min: -5, max: 5 }), (seed, from, by) => {
      const orders = kpi('Orders', history(seed, 36, [from, by]));
      const all = (months: number) => {
        const { alerts, wins } = reviewRegister(register([orders], { today: afterMonths(months) }));
        return [...alerts, ...wins];
      };
      const known = new Set<string>();
      for (let months = 6; months <= 36; months++) {
        const now = all(months);
        const ids = now.map(alert => alert.id);
        for (const id of known) expect(ids).toContain(id);
        for (const alert of now) expect(alert.state === 'new').toBe(!known.has(alert.id));
        for (const id of ids) known.add(id);
      }
    }),
    { numRuns: 25 },
  );
});
