import type { Change } from '../../src/drift';
import { experimentEnd, isExperiment } from '../../src/review/alerts/experiment';
import { explainedAt } from '../../src/review/alerts/explain';
import { inOrder, sizeOf } from '../../src/review/alerts/order';
import { besideOthers, standingAlone } from '../../src/review/alerts/slip';
import { stakesOf } from '../../src/review/alerts/stakes';
import { raisedAt } from '../../src/review/alerts/tolerance';
import type { Judged, KpiChange } from '../../src/review/kpi/replay';
import { reviewRegister } from '../../src/review/review';
import type { Alert, KpiAlert } from '../../src/review/types';
import type { Goal, Kpi } from '../../src/workbook/register';
import { afterMonths, goal, isOfKpi, kpi, quiet, register } from './registers';

// What an alert is made of, part by part; the rules are method.md section 3, the numbers by hand.

const [alert] = reviewRegister(register([kpi('Orders', [...quiet(24), ...quiet(3, 4)])])).alerts.filter(isOfKpi);

describe('the priority of an alert', () => {
  const told = (id: string, said: Partial<KpiAlert> = {}, years = 10): Alert =>
    ({
      ...alert!,
      id,
      state: 'new',
      raised: '2026-03-01',
      certainty: { ...alert!.certainty, years },
      ...said,
    }) as Alert;
  const money = (amount: number) => ({ stakes: { amount, currency: '€', once: false, sentence: '' } });
  const strategy = (goals: Goal[] = []) => register([], { goals }).strategy;
  const order = (ranked: [Alert, size: number][], goals: Goal[] = []) =>
    inOrder(
      ranked.map(([one, size]) => ({ alert: one, size })),
      strategy(goals),
    );
  const priorities = (...args: Parameters<typeof order>) => order(...args).map(({ id, priority }) => [id, priority]);

  test('is the size of the change times how sure it is, where no money is known: e^(−1/years)', () => {
    expect(priorities([[told('a'), 0.5]])).toEqual([['a', expect.closeTo(0.5 * Math.exp(-0.1), 12)]]);
    expect(priorities([[told('a', {}, 2), 1]])).toEqual([['a', expect.closeTo(Math.exp(-0.5), 12)]]);
    // However little it moved, a twentieth counts.
    expect(priorities([[told('a'), 0]])).toEqual([['a', expect.closeTo(0.05 * Math.exp(-0.1), 12)]]);
  });

  test('takes money as a share of the most that waits for a decision', () => {
    const sure = Math.exp(-0.1);
    expect(
      priorities([
        [told('half', money(500)), 1],
        [told('most', money(1000)), 0],
        [told('unknown'), 0.7],
        [told('decided', { ...money(9000), state: 'decided' }), 0],
      ]),
    ).toEqual([
      ['most', expect.closeTo(sure, 12)],
      ['unknown', expect.closeTo(0.7 * sure, 12)],
      ['half', expect.closeTo(0.5 * sure, 12)],
      ['decided', expect.closeTo(sure, 12)],
    ]);
    expect(priorities([[told('decided', { ...money(9000), state: 'decided' }), 0.3]])).toEqual([
      ['decided', expect.closeTo(0.3 * sure, 12)],
    ]);
  });

  test('weighs the goal against the mean of all; without a goal it counts as the lightest', () => {
    const goals = [goal('Light', { weight: 1 }), goal('Heavy', { weight: 3 })];
    const by = (name: string | null, of = goals) => priorities([[told('a', { goal: name }, Infinity), 1]], of)[0]![1];
    expect([by('Heavy'), by(' light'), by('Unknown'), by(null)]).toEqual([1.5, 0.5, 0.5, 0.5]);
    expect(by('Heavy', [goal('Heavy', { weight: 0 })])).toBe(1);
    expect(by('Heavy', [])).toBe(1);
  });

  test('orders what waits; of one priority a pattern is first, then what was raised last', () => {
    const pattern = { ...told('pattern', { raised: '2026-01-01' }), kind: 'pattern' } as unknown as Alert;
    const ids = order([
      [told('old', { raised: '2026-01-01' }), 0.5],
      [told('new', { raised: '2026-02-01' }), 0.5],
      [pattern, 0.5],
      [told('large', { state: 'open', raised: '2025-01-01' }), 0.9],
    ]).map(({ id }) => id);
    expect(ids).toEqual(['large', 'pattern', 'new', 'old']);
  });

  test('puts what is settled behind, the latest first, whatever its size', () => {
    const ids = order([
      [told('over, old', { state: 'over', raised: '2025-01-01' }), 1],
      [told('over', { state: 'over', raised: '2026-01-01' }), 0.1],
      [told('decided, old', { state: 'decided', raised: '2025-01-01' }), 1],
      [told('decided', { state: 'decided', raised: '2026-01-01' }), 0.1],
      [{ ...told('test', { state: 'open' }), kind: 'experiment', ended: false } as Alert, 1],
      [{ ...told('test that ended'), kind: 'experiment', ended: true } as Alert, 0.2],
      [told('small'), 0.1],
    ]).map(({ id }) => id);
    expect(ids).toEqual(['test that ended', 'small', 'test', 'decided', 'decided, old', 'over', 'over, old']);
  });
});

describe('the size of a change', () => {
  const size = (said: Partial<Kpi>, from: number, to: number) => sizeOf(kpi('Orders', [], said), from, to);
  test('is the attainment that was lost or gained', () => {
    expect(size({ target: 10 }, 10, 4)).toBeCloseTo(0.6, 12);
    expect(size({ target: 10 }, 4, 10)).toBeCloseTo(0.6, 12);
    expect(size({ better: 'in range', low: 8, high: 12 }, 10, 6)).toBeCloseTo(0.5, 12);
  });
  test('is the share of the larger level where no target says more, or the target can’t be scored', () => {
    expect(size({}, 10, 4)).toBeCloseTo(0.6, 12);
    expect(size({}, 4, 10)).toBeCloseTo(0.6, 12);
    expect(size({ target: 0, better: 'lower' }, 10, 4)).toBeCloseTo(0.6, 12);
    expect(size({}, -4, 4)).toBe(1);
    expect(size({}, 0, 0)).toBe(0);
    expect(size({}, -10, -4)).toBeCloseTo(0.6, 12);
  });
});

describe('an experiment', () => {
  const { periods } = register([kpi('Orders', quiet(30))]);
  const until = (day: number | null) => kpi('Orders', [], { experimentUntil: day });
  test('ends in the newest month that is closed on the day after', () => {
    const end = (day: number | null) => experimentEnd(until(day), periods);
    const [first, second] = [periods[0]!.end, periods[1]!.end];
    expect([end(null), end(first - 1), end(first), end(second - 1), end(second)]).toEqual([null, null, 0, 0, 1]);
  });
  test('explains a change that began before its end, at most two years before', () => {
    const explains = (since: number, day: number | null) =>
      isExperiment(until(day), { since } as Change, periods, 'month');
    const { start } = periods[3]!;
    expect([explains(3, null), explains(3, start - 1), explains(3, start), explains(3, start + 40)]).toEqual([
      false,
      false,
      true,
      true,
    ]);
    // Two leap years are the most that two years can be: 732 days.
    expect([explains(3, start + 732), explains(3, start + 733)]).toEqual([true, false]);
    // Of weeks it is 24 of them, by the longest year: 24 × 366 / 52 = 168.9 days.
    const weeks = register([kpi('Orders', quiet(30))], { cadence: 'week' }).periods;
    const weekly = (days: number) => isExperiment(until(weeks[3]!.start + days), { since: 3 } as Change, weeks, 'week');
    expect([weekly(168), weekly(169)]).toEqual([true, false]);
  });
});

describe('tolerance', () => {
  // The level since the onset is the mean of what is known: 5, 4.5, 4.67, 4.25, 3.6 by hand.
  const values = [10, 10, 5, 4, 5, 3, 1];
  const change = { since: 2, index: 2, over: null } as Change;
  const raised = (said: Partial<Kpi>, of: Partial<Change> = {}) =>
    raisedAt(kpi('Orders', values, said), values, { ...change, ...of });
  test('raises a change when its level first lies outside Low to High, each of which may be blank', () => {
    expect(raised({ low: 4, high: 12 })).toBe(6);
    expect(raised({ low: 4 })).toBe(6);
    expect(raised({ low: 4.25 })).toBe(6);
    expect(raised({ low: 4.26 })).toBe(5);
    expect(raised({ high: 12 })).toBeNull();
    expect(raised({ high: 5 })).toBeNull();
    expect(raised({ high: 4.9 })).toBe(2);
    expect(raised({})).toBe(2);
  });
  test('is the target, and none, where a band is', () => {
    expect(raised({ better: 'in range', low: 1, high: 12 })).toBe(2);
  });
  test('looks at no month after the change was over, and none before it was found', () => {
    expect(raised({ low: 4 }, { over: { index: 5 } as Change['over'] })).toBeNull();
    expect(raised({ low: 4.6 }, { index: 4 })).toBe(5);
  });
});

describe('a figure that stands alone', () => {
  const judged = { kpi: kpi('Orders', []) } as unknown as Judged;
  const said = (value: number, factor: number | null) =>
    besideOthers(judged, { index: 0, value, expected: 393, factor } as never);
  test('is told beside what is usual, and what may have been typed', () => {
    expect([said(3930, 10), said(39_300, 100), said(39, 0.1), said(4, 0.01), said(700, null)]).toEqual([
      '3,930; nearby figures suggest about 393: an extra zero?',
      '39,300; nearby figures suggest about 393: two extra zeros?',
      '39; nearby figures suggest about 393: is a digit missing?',
      '4; nearby figures suggest about 393: are two digits missing?',
      '700; nearby figures suggest about 393',
    ]);
  });
  test('is looked for at each accepted level by itself, and told by its place in all', () => {
    const values = [...quiet(20), ...quiet(20, 100)].map((value, i) => (i === 30 ? 1000 : value));
    const alone = (accepted?: number[]) =>
      standingAlone(values, {
        season: 12,
        ...(accepted && { accepted: accepted.map(from => ({ from, after: from })) }),
      }).map(({ index }) => index);
    expect(alone([20])).toEqual([30]);
    expect(alone([20, 20])).toEqual([30]);
  });
});

describe('what a change is worth', () => {
  const strategy = register([]).strategy;
  const judged = (said: Partial<Kpi>, values: (number | null)[] = []) =>
    ({ kpi: kpi('Tickets', values, said), values, levelOf: () => 50 }) as unknown as Judged;
  const change = { oldLevel: 10, newLevel: 4, since: 1, over: null, direction: 'down' } as KpiChange;
  const worth = (
    said: Partial<Kpi>,
    form: 'level' | 'spike' = 'level',
    all: Judged[] = [],
    of: Partial<KpiChange> = {},
  ) => stakesOf(judged(said), { change: { ...change, ...of }, newLevel: 4, story: { form } as never }, all, strategy);
  test('is counted over the periods of a year, of its own cadence where it has one', () => {
    // By hand: 6 × €5 × 12; × 4 by quarters; × 52 by weeks.
    expect(worth({ worth: 5 })!.amount).toBeCloseTo(360, 9);
    expect(worth({ worth: 5, cadence: 'quarter' })).toMatchObject({
      amount: expect.closeTo(120, 9),
      sentence: 'About €120 a year: 6 less a quarter, at €5 each.',
    });
    expect(worth({ worth: -5 }, 'level', [], { direction: 'up' })!.sentence).toBe(
      'About €360 a year: 6 more a month, at €5 each.',
    );
    expect(worth({ worth: 5 }, 'spike')).toEqual({
      amount: 30,
      currency: '€',
      once: true,
      sentence: 'About €30, once: 6 less in that month, at €5 each.',
    });
  });
  test('of a share is that of its whole: its level, or its figure of the one month', () => {
    const offers = { ...judged({ name: 'Offers' }, [70, 40, 60]), kpi: kpi('Offers', []) } as Judged;
    const share = { worth: 1, outOf: ' offers ' };
    // By hand: 6 × 50 × 12, and 6 × 40 once.
    expect(worth(share, 'level', [offers])!.amount).toBeCloseTo(3600, 9);
    expect(worth(share, 'spike', [offers])).toMatchObject({
      amount: 240,
      sentence: 'About €240, once: 240 of 40 offers less in that month, at €1 each.',
    });
    expect(worth(share)).toBeNull();
    for (const whole of [null, 0, -4])
      expect(worth(share, 'spike', [{ ...offers, values: [70, whole, 60] } as Judged])).toBeNull();
  });
  test('is nothing once it is over, without a worth, without a difference or beyond all numbers', () => {
    expect(worth({ worth: 5 }, 'level', [], { over: { index: 3 } as KpiChange['over'] })).toBeNull();
    expect(worth({ worth: null })).toBeNull();
    expect(worth({ worth: 5 }, 'level', [], { oldLevel: 4 })).toBeNull();
    expect(worth({ worth: 1e308 })).toBeNull();
  });
});

test('a section of the page that explains is named as GitHub names headings', () => {
  expect(
    ['run', 'three of four', 'shift', 'Winning the sale, losing the customer', ' Naïve – 2 ways '].map(explainedAt),
  ).toEqual(['#run', '#near-limit', '#evidence', '#winning-the-sale-losing-the-customer', '#naïve--2-ways']);
});

test('the month after an experiment has ended is the one that raises it', () => {
  const tried = kpi('Orders', [...quiet(24), ...quiet(9, 4)], { experimentUntil: afterMonths(28) - 1 });
  const [told] = reviewRegister(register([tried])).alerts;
  expect(told).toMatchObject({ kind: 'experiment', raised: '2026-04-01', until: '2026-04-30', ended: true });
});
