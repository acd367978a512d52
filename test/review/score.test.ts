import { reviewRegister } from '../../src/review/review';
import type { Kpi, LogEntry } from '../../src/workbook/register';
import { afterMonths, kpi, logged, register } from './registers';

/** The workbook of the method's section 6. */
const workbook: Kpi[] = [
  kpi('Lead quality', [0.28], { function: 'Marketing', target: 0.35 }),
  kpi('Conversion', [0.22], { function: 'Sales', target: 0.2 }),
  kpi('Fulfilment', [3.2], { function: 'Operations', target: 2, better: 'lower' }),
  kpi('CSAT', [0.81], { function: 'Customer Service', target: 0.9, weight: 2 }),
  kpi('Churn', [0.04], { function: 'Customer Service', target: 0.03, better: 'lower' }),
];

describe('the score in a review', () => {
  test('is that of the method, and what is shown adds up', () => {
    const { score } = reviewRegister(register(workbook));
    expect(score.score).toBeCloseTo(71.62008, 5);
    expect(score.functions.map(f => [f.name, f.lost])).toEqual([
      ['Marketing', 4.7],
      ['Sales', 0],
      ['Operations', 19.5],
      ['Customer Service', 4.2],
    ]);
    // by hand: 4.2 by weight × shortfall, .2 to .3333
    expect(score.functions[3]!.kpis.map(k => [k.name, k.lost])).toEqual([
      ['CSAT', 1.6],
      ['Churn', 2.6],
    ]);
    expect(score.leftOut).toEqual([]);
  });
  test('shows over-delivery beside it', () => {
    const { kpis } = reviewRegister(register(workbook));
    expect(kpis[1]!.attainment).toBe(1);
    expect(kpis[1]!.overDelivery).toBeCloseTo(1.1, 12);
    expect(kpis[0]!.overDelivery).toBeNull();
  });
  test('takes the weights of the functions, whatever their case', () => {
    const functions = [
      { name: 'marketing', weight: 0 },
      { name: 'Sales', weight: 1 },
      { name: 'Operations', weight: 0 },
      { name: 'Customer Service', weight: 0 },
    ];
    expect(reviewRegister(register(workbook, { functions })).score.score).toBeCloseTo(100, 12);
  });
  test('uses a figure that is one month old, and leaves out one that is older, and says so', () => {
    const other = kpi('Orders', [10, 10, 10], { target: 10 });
    const late = (values: (number | null)[]) =>
      reviewRegister(register([other, kpi('Returns', values, { function: 'Service', target: 5, better: 'lower' })]));
    expect(late([5, 5, null]).kpis[1]).toMatchObject({ attainment: 1, leftOut: '' });
    const stale = late([5, null, null]);
    expect(stale.kpis[1]).toMatchObject({ attainment: null, leftOut: 'stale: last figure Jan 2024' });
    expect(stale.score.leftOut).toEqual([
      { name: 'Service', reason: 'none of its KPIs can be scored' },
      { name: 'Returns', reason: 'stale: last figure Jan 2024' },
    ]);
    expect(stale.score.functions.map(f => f.name)).toEqual(['Sales']);
  });
  test('lets a quarterly figure stand for its quarter and the next', () => {
    const monthly = kpi('Orders', Array(7).fill(10), { target: 10 });
    const quarterly = (values: (number | null)[]) =>
      reviewRegister(register([monthly, kpi('Margin', values, { target: 5, cadence: 'quarter' })])).kpis[1]!.leftOut;
    expect(quarterly([null, null, null, null, null, 5, null])).toBe('');
    expect(quarterly([null, null, 5, null, null, null])).toBe('stale: last figure Mar 2024');
  });
  test('names a function without any KPI', () => {
    const functions = [{ name: 'People', weight: 1 }];
    expect(reviewRegister(register(workbook, { functions })).score.leftOut).toEqual([
      { name: 'People', reason: 'it has no KPI' },
    ]);
  });
  test('names the KPI whose target can’t be scored, and where it stands, and scores the rest', () => {
    const variance = kpi('Budget variance', [0.02], { better: 'lower', target: 0, function: 'Finance' });
    const review = reviewRegister(register([...workbook, variance]));
    expect(review.score.score).toBeCloseTo(71.62008, 5);
    expect(review.problems).toEqual([
      {
        severity: 'error',
        message: 'Compass KPIs A2: Budget variance: with a target of 0 it needs a floor: the value that scores zero.',
        place: variance.place,
      },
    ]);
    expect(review.score.leftOut).toContainEqual({
      name: 'Budget variance',
      reason: 'with a target of 0 it needs a floor: the value that scores zero',
    });
  });
  test('leaves out a KPI without a target, which is no error', () => {
    const review = reviewRegister(register([kpi('Orders', [10])]));
    expect(review.problems).toEqual([]);
    expect(review.score.leftOut).toContainEqual({ name: 'Orders', reason: 'its target is missing' });
  });
});

describe('how firm the score is', () => {
  test('is said in the review, and names the KPI on which the score hangs', () => {
    const { firmness } = reviewRegister(register(workbook)).score;
    // by hand from the function scores 80, 100, 40, 82.2222: Operations weighing 2 gives (80·100·40²·82.2222)^(1/5) = 63.7441, ½ (…)^(1/3.5) = 77.8348
    expect(firmness!.lowest).toEqual({ score: expect.closeTo(63.7441, 3), function: 'Operations', weight: 'doubled' });
    expect(firmness!.highest).toEqual({ score: expect.closeTo(77.8348, 3), function: 'Operations', weight: 'halved' });
    // by hand: without fulfilment (80 · 100 · 82.2222)^(1/3) = 86.9681
    expect(firmness!.hangsOn).toEqual({ kpi: 'Fulfilment', score: expect.closeTo(86.9681, 3) });
    expect(firmness!.sentence).toBe(
      'Between 63.7 and 77.8, if any one function counts half or twice as much. It depends most on Fulfilment: without it the score is 87.0.',
    );
  });
  test('is not asked where nothing is scored', () => {
    expect(reviewRegister(register([kpi('Orders', [10])])).score.firmness).toBeNull();
  });
});

describe('the history of the score', () => {
  const orders = (values: (number | null)[], target = 10) => kpi('Orders', values, { target });
  const historyOf = (kpis: Kpi[], log: LogEntry[] = []) => reviewRegister(register(kpis, { log })).score.history;
  test('is that of every closed month, the last the score itself', () => {
    const all = historyOf([orders([5, 8, 10, 4])]);
    // by hand: attainment of a target of 10
    expect(all.map(({ score }) => score)).toEqual([50, 80, 100, 40].map(score => expect.closeTo(score, 9)));
    expect(all[0]).toMatchObject({ date: '2024-01-01', label: 'Jan 2024' });
    expect(all[3]!.score).toBe(reviewRegister(register([orders([5, 8, 10, 4])])).score.score);
  });
  test('reaches back 24 months', () => {
    const all = historyOf([orders(Array(30).fill(5))]);
    expect(all).toHaveLength(24);
    expect(all[0]!.date).toBe('2024-07-01');
  });
  test('takes a figure that was one month old then, and none that was older', () => {
    const other = kpi('Visits', [1, 1, 1, 1], { function: 'Shop' });
    expect(historyOf([orders([5, null, null, 8]), other]).map(({ score }) => score)).toEqual([
      expect.closeTo(50, 9),
      expect.closeTo(50, 9),
      null,
      expect.closeTo(80, 9),
    ]);
  });
  test('judges by the targets of that time, as far as the Log kept them', () => {
    const revised = (period: number | null, date: number | null, old: number): LogEntry => ({
      ...logged('', '', date),
      kind: 'target',
      kpi: 'orders',
      period,
      old,
    });
    const scores = (...log: LogEntry[]) =>
      historyOf([orders([5, 5, 5, 5])], log).map(({ score }) => Math.round(score!));
    // from March on the target is 10; it was 5 before, and 20 in January
    const march = register([orders([5, 5, 5])]).periods[2]!.start;
    const february = march - 29;
    expect(scores(revised(march, null, 5), revised(february, null, 20))).toEqual([25, 100, 50, 50]);
    // changed on 10 April, when March had been reviewed on the first
    expect(scores(revised(null, afterMonths(3) + 9, 5))).toEqual([100, 100, 100, 50]);
  });
  test('has no score where nothing could be scored, and is empty without figures', () => {
    expect(historyOf([kpi('Orders', [10])])).toMatchObject([{ score: null }]);
    expect(historyOf([])).toEqual([]);
  });
});
