import { reviewRegister } from '../../src/review/review';
import type { Kpi } from '../../src/workbook/register';
import { kpi, quiet, register } from './registers';

const coherenceOf = (kpis: Kpi[], settings: Parameters<typeof register>[1] = {}) =>
  reviewRegister(register(kpis, settings)).coherence;
const of = (name: string, by: number, said: Partial<Kpi> = {}) =>
  kpi(name, [...quiet(24), ...quiet(3, 10 + by)], { function: name, ...said });

describe('coherence', () => {
  test('is 1 where every function gets better, −1 where every one gets worse', () => {
    expect(coherenceOf([of('Sales', 5), of('Kitchen', 5)])).toMatchObject({ value: 1, verdict: 'improving together' });
    expect(coherenceOf([of('Sales', -5), of('Kitchen', -5)])).toMatchObject({
      value: -1,
      verdict: 'worsening together',
    });
    expect(coherenceOf([of('Sales', 5), of('Waste', -5, { better: 'lower' })])).toMatchObject({ value: 1 });
  });
  test('says so where one function alone moves, as the Compass counts them', () => {
    // By hand: what stays has a momentum of 0, so all that moves is one function.
    expect(coherenceOf([of('Sales', 5), of('Kitchen', 0)])).toMatchObject({
      verdict: 'improving',
      sentence: 'Improving: coherence 1.00, where 1 is all for the better and −1 all for the worse.',
    });
    expect(coherenceOf([of('Sales', -5), of('Kitchen', 0)]).verdict).toBe('worsening');
    expect(coherenceOf([of('Sales', -5), of('Kitchen', 0), of('Buying', -5)]).verdict).toBe('worsening together');
  });
  test('is 0 where two pull apart alike', () => {
    const { value, verdict, sentence } = coherenceOf([of('Sales', 5), of('Kitchen', -5)]);
    expect(value).toBeCloseTo(0, 12);
    expect(verdict).toBe('pulling apart');
    expect(sentence).toBe('Pulling apart: coherence 0.00, where 1 is all for the better and −1 all for the worse.');
  });
  test('takes the weights of the functions, and of the KPIs inside them', () => {
    const functions = [{ name: 'sales', weight: 3 }];
    // by hand: (3 − 1) / (3 + 1)
    expect(coherenceOf([of('Sales', 5), of('Kitchen', -5)], { functions }).value).toBeCloseTo(0.5, 12);
    const mixed = [
      of('Up', 5, { function: 'Sales', weight: 3 }),
      of('Down', -5, { function: 'Sales' }),
      of('Kitchen', 5),
    ];
    const [sales, kitchen] = coherenceOf(mixed).functions;
    // by hand: (3 − 1) / (3 + 1) of the other
    expect(sales!.momentum).toBeCloseTo(kitchen!.momentum! / 2, 12);
  });
  test('is not told of functions that move by chance: steady', () => {
    expect(coherenceOf([of('Sales', 0), of('Kitchen', 0)])).toMatchObject({
      value: null,
      verdict: 'steady',
      sentence: 'Steady: the functions have moved no more than usual.',
    });
  });
  test('is too early to tell with one function, or eight figures', () => {
    expect(coherenceOf([of('Sales', 5)]).verdict).toBe('too early to tell');
    const short = ['Sales', 'Kitchen'].map(name => kpi(name, quiet(8), { function: name }));
    expect(coherenceOf(short)).toMatchObject({
      verdict: 'too early to tell',
      functions: [{ momentum: null }, { momentum: null }],
    });
    expect(coherenceOf([])).toMatchObject({ value: null, functions: [] });
  });
  test('the momentum of a KPI stands in its review, for the better positive', () => {
    const waste = kpi('Waste', [...quiet(24), ...quiet(3, 5)], { better: 'lower' });
    const { kpis } = reviewRegister(register([waste]));
    // by hand: the eleven moving ranges of a quiet year are 1, 2, 1, 1, 2, …, 15 in all
    expect(kpis[0]!.momentum).toBeCloseTo(5 / ((15 / 11 / 1.128) * Math.sqrt(1 / 3 + 1 / 12)), 9);
  });
});
