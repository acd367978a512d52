import { reviewRegister } from '../../src/review/review';
import type { Kpi } from '../../src/workbook/register';
import { kpi, register } from './registers';

/** The workbook of the method's section 5. */
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
