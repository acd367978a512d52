import { reviewRegister } from '../../src/review/review';
import { goal, kpi, quiet, register } from './registers';

// The Compass takes its figures from the score, the coherence and the allocation; shares and missing periods by hand.

const compass = (...args: Parameters<typeof register>) => reviewRegister(register(...args)).compass;
const target = { target: 9 };

describe('the functions of the Compass', () => {
  test('are those of the KPIs, then those without one, with weight, score and momentum', () => {
    const { functions } = compass(
      [
        kpi('Orders', [...quiet(24), ...quiet(3, 5)], { function: 'Sales', target: 8 }),
        kpi('Plates', quiet(27), { function: 'kitchen', ...target }),
      ],
      {
        functions: [
          { name: 'Sales', weight: 2 },
          { name: 'Kitchen', weight: 1 },
          { name: 'Buying', weight: 1 },
        ],
      },
    );
    expect(functions).toMatchObject([
      { name: 'Sales', weight: 2, share: 0.5, kpis: 1, unscored: '', missing: null },
      { name: 'kitchen', weight: 1, share: 0.25, score: 100, lost: 0, kpis: 1 },
      { name: 'Buying', share: 0.25, score: null, unscored: 'it has no KPI', momentum: null, missing: null, kpis: 0 },
    ]);
    expect(functions[0]!.score).toBeLessThan(100);
    expect(functions[0]!.momentum).toBeLessThan(-2);
  });

  test('say how many more figures a momentum needs: nine, of the KPI that has most of them', () => {
    const { functions } = compass([
      kpi('Orders', quiet(4)),
      kpi('Calls', quiet(6)),
      kpi('Nobody counts it', quiet(8), { weight: 0 }),
    ]);
    expect(functions).toMatchObject([{ name: 'Sales', momentum: null, missing: 3 }]);
  });

  test('promise nothing where more figures would not do: in range without a band', () => {
    const [range] = compass([kpi('Stock', quiet(4), { better: 'in range' })]).functions;
    expect(range).toMatchObject({ momentum: null, missing: null });
    const [banded] = compass([kpi('Stock', quiet(4), { better: 'in range', low: 8, high: 12 })]).functions;
    expect(banded).toMatchObject({ momentum: null, missing: 5 });
  });

  test('a KPI without a function is one of its own; weights of zero have no share', () => {
    const functions = [{ name: 'Sales', weight: 0 }];
    expect(compass([kpi('Orders', quiet(4))], { functions }).functions).toMatchObject([{ name: 'Sales', share: 0 }]);
    expect(compass([kpi('Orders', quiet(4), { function: '' })]).functions).toMatchObject([
      { name: 'Orders', share: 1 },
    ]);
  });

  test('of an empty workbook there are none', () => {
    expect(compass([])).toEqual({ functions: [], goals: [], gap: null });
  });
});

describe('the goals of the Compass', () => {
  test('have their share of the weight beside that of the money; without a Spend they are left out of both', () => {
    const goals = [goal('One', { weight: 3, spend: 500 }), goal('Two', { spend: 500 }), goal('Three')];
    expect(compass([kpi('Orders', quiet(4), { goal: 'one' })], { goals })).toMatchObject({
      gap: 0.25,
      goals: [
        { name: 'One', weight: 0.75, spend: 0.5, kpis: 1 },
        { name: 'Two', weight: 0.25, spend: 0.5, kpis: 0 },
        { name: 'Three', weight: null, spend: null, kpis: 0 },
      ],
    });
  });

  test('have their weights alone where no money is compared', () => {
    const goals = [goal('One', { weight: 3, spend: 500 }), goal('Two')];
    expect(compass([], { goals })).toMatchObject({
      gap: null,
      goals: [
        { weight: 0.75, spend: null },
        { weight: 0.25, spend: null },
      ],
    });
  });
});

describe('the line on which an effect is drawn', () => {
  const scaleOf = (name: string, ...args: Parameters<typeof register>) =>
    reviewRegister(register(...args)).fiveEffects.find(effect => effect.name === name)!.scale;

  test('has its good end at 1', () => {
    const goals = [goal('One', { weight: 3, spend: 500 }), goal('Two', { spend: 500 })];
    expect(scaleOf('resources', [], { goals })).toMatchObject({ at: 0.75, good: 'where the weights say' });
    const moved = ['Sales', 'Kitchen'].map(name => kpi(name, [...quiet(24), ...quiet(3, 5)], { function: name }));
    expect(scaleOf('cohesion', moved)).toMatchObject({ at: expect.closeTo(0, 12), poor: 'all for the worse' });
    const pulse = kpi('Pulse', [...Array(26).fill(null), 0.7], { measure: 'agreement' });
    expect(scaleOf('cohesion', [pulse])).toMatchObject({ at: 0.7, good: 'everybody agrees' });
    // All that these figures do is routine.
    expect(scaleOf('noise', [kpi('Orders', quiet(12))])!.at).toBeCloseTo(0, 12);
  });

  test('is not there without data, nor where functions are steady', () => {
    for (const name of ['synergy', 'noise', 'adaptive capacity', 'cohesion', 'resources']) {
      expect(scaleOf(name, [])).toBeNull();
    }
    const steady = ['Sales', 'Kitchen'].map(name => kpi(name, quiet(27), { function: name }));
    expect(scaleOf('cohesion', steady)).toBeNull();
  });
});
