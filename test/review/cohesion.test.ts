import { allocationOf, percent } from '../../src/review/plan/allocation';
import { reviewRegister } from '../../src/review/review';
import { functionMomenta, type Moving } from '../../src/review/score/coherence';
import { momentumOf } from '../../src/review/score/momenta';
import { goal, kpi, quiet, register } from './registers';

// Cohesion and resources, and the momenta that they come from; by hand.

describe('cohesion and resources', () => {
  const effects = (...args: Parameters<typeof register>) => reviewRegister(register(...args)).fiveEffects;
  test('cohesion is the mean of all surveys, with what the functions do', () => {
    const pulses = [0.5, 0.9].map((agreement, i) =>
      kpi(`Pulse ${i + 1}`, [...Array(26).fill(null), agreement], { measure: 'agreement', format: '0.0' }),
    );
    const moved = ['Sales', 'Kitchen'].map(name => kpi(name, [...quiet(24), ...quiet(3, 5)], { function: name }));
    const [cohesion] = effects([...pulses, ...moved]).filter(({ name }) => name === 'cohesion');
    expect(cohesion).toMatchObject({
      value: expect.closeTo(0.7, 12),
      sentence: expect.stringMatching(/^Agreement: 0\.5 and 0\.9\. Worsening together: coherence −1\.00, where 1/),
      needs: '',
    });
    expect(cohesion!.parts.map(({ text }) => text)).toEqual([
      'agreement 0.5',
      'agreement 0.9',
      'worsening together, −1.00',
    ]);
    const [neither] = effects([]).filter(({ name }) => name === 'cohesion');
    expect(neither!.needs).toBe(
      'A pulse survey: a KPI with the Measure agreement; two business functions that each have a KPI with nine figures.',
    );
  });
  test('resources are told goal by goal', () => {
    const goals = [goal('One', { weight: 3, spend: 500 }), goal('Two', { spend: 500 })];
    const [resources] = effects([], { goals }).filter(({ name }) => name === 'resources');
    expect(resources).toMatchObject({ value: 0.25, needs: '' });
    expect(resources!.parts).toEqual([
      { name: 'One', value: 0.5, text: '50% of the money, 75% of the weight' },
      { name: 'Two', value: 0.5, text: '50% of the money, 25% of the weight' },
    ]);
  });
  test('money and weights are compared of goals that have a Spend, zero included, two at least', () => {
    const of = (...spends: (number | null)[]) =>
      allocationOf(register([], { goals: spends.map((spend, i) => goal(`Goal ${i}`, { spend })) }).strategy);
    // By hand: all of the money on one of two goals of one weight: half of it would have to move.
    expect(of(100, 0, null)).toMatchObject({ gap: 0.5, spent: 100, without: [{ name: 'Goal 2' }] });
    expect(of(100, -5)).toBeNull();
    expect(of(100, null)).toBeNull();
    expect(of(0, 0)).toBeNull();
    expect([0.005, 0.125, 1].map(percent)).toEqual(['1%', '13%', '100%']);
  });
});

describe('momenta', () => {
  const of = (values: (number | null)[], said: object = {}, sparse = false) =>
    momentumOf({ kpi: kpi('Orders', values, said), values, options: { sparse } });
  test('are those of the figures up to a period, and positive for the better', () => {
    const at = of([...quiet(12), 20, 20, 20, 1, 1, 1]);
    expect(at(14).raw).toBeGreaterThan(2);
    expect(at(17).raw).toBeLessThan(0);
    expect(at(7)).toEqual({ raw: null, adjusted: null });
    const worse = of([...quiet(12), 20, 20, 20], { better: 'lower' })(14);
    expect(worse.adjusted).toBe(-worse.raw!);
    expect(Object.is(of(Array(12).fill(5), { better: 'lower' })(11).adjusted, 0)).toBe(true);
  });
  test('of a KPI that never varied are ten at most, up or down', () => {
    expect(of([...Array(12).fill(5), 6, 6, 6])(14)).toEqual({ raw: 10, adjusted: 10 });
    expect(of([...Array(12).fill(5), 4, 4, 4])(14)).toEqual({ raw: -10, adjusted: -10 });
  });
  test('in range are toward the band, and unknown without one', () => {
    const band = { better: 'in range', low: 8, high: 12 };
    expect(of([...quiet(12), 20, 20, 20], band)(14).adjusted).toBeLessThan(-2);
    expect(of([...quiet(12), 20, 20, 20], { better: 'in range' })(14)).toMatchObject({ adjusted: null });
  });
  test('of a KPI with longer steps leave out the blanks between', () => {
    const quarters = [...quiet(12), 20, 20, 20].flatMap(value => [null, null, value]);
    expect(of(quarters, {}, true)(44).raw).toBeCloseTo(of([...quiet(12), 20, 20, 20])(14).raw!, 12);
    expect(of(quarters)(44).raw).toBeNull();
  });
  test('of a function are the mean of its KPIs by their weights; a KPI without a function is one of its own', () => {
    const moving = (name: string, adjusted: number | null, said: object = {}): Moving => ({
      kpi: kpi(name, [], said),
      momentumAt: () => ({ raw: adjusted, adjusted }),
    });
    const { strategy } = register([], { functions: [{ name: 'sales', weight: 3 }] });
    // By hand: (2 × 4 + 1 × 1) / 3.
    const all = [moving('A', 4, { weight: 2 }), moving('B', 1), moving('C', null), moving('D', 9, { weight: 0 })];
    expect(
      functionMomenta([...all, moving('E', 5, { function: '' }), moving('F', null, { function: 'Shop' })], strategy, 0),
    ).toEqual([
      { name: 'Sales', weight: 3, momentum: 3 },
      { name: 'E', weight: 1, momentum: 5 },
      { name: 'Shop', weight: 1, momentum: null },
    ]);
  });
});
