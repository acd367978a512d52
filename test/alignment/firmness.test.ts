import fc from 'fast-check';
import { alignmentScore, scoreFirmness } from '../../src/alignment';

const kpi = (name: string, business: string, actual: number, weight = 1) => ({
  name,
  function: business,
  weight,
  actual,
  target: 100,
  better: 'higher' as const,
});

/** Two functions that score 90 and 40. */
const pair = [kpi('Leads', 'Marketing', 90), kpi('Fulfilment', 'Operations', 40)];

describe('how firm the score is', () => {
  test('names the function whose weight pulls it lowest and highest', () => {
    const { lowest, highest } = scoreFirmness(pair)!;
    // by hand: exp((ln .9 + 2 ln .4) / 3) = .524148; half of Operations is the same as twice Marketing: exp((2 ln .9 + ln .4) / 3) = .686829
    expect(lowest.score).toBeCloseTo(52.4148, 4);
    expect(highest.score).toBeCloseTo(68.6829, 4);
    expect(lowest).toMatchObject({ function: 'Marketing', weight: 'halved' });
    expect(highest).toMatchObject({ function: 'Marketing', weight: 'doubled' });
  });
  test('names the KPI on which it hangs, and tells the score without each', () => {
    // by hand: without Leads only Operations is left, 40; without Fulfilment 90; the score is 60, so that Fulfilment moves it by 30, Leads by 20
    const firmness = scoreFirmness(pair)!;
    expect(firmness.without).toEqual([expect.closeTo(40, 9), expect.closeTo(90, 9)]);
    expect(firmness.hangsOn).toBe(1);
  });
  test('a score of one function does not depend on its weight, and one of a single KPI hangs on none that could be left out', () => {
    const alone = scoreFirmness([kpi('Leads', 'Marketing', 90)])!;
    expect(alone.lowest).toEqual({ score: expect.closeTo(90, 9), function: '', weight: 'as it is' });
    expect(alone.highest).toEqual(alone.lowest);
    expect(alone).toMatchObject({ without: [null], hangsOn: null });
  });
  test('where nothing is scored there is nothing to be firm', () => {
    expect(scoreFirmness([])).toBeNull();
    expect(scoreFirmness([{ ...pair[0]!, actual: null }])).toBeNull();
  });
  test('the score always lies between the lowest and the highest', () => {
    const anyKpi = fc.record({
      function: fc.constantFrom('Sales', 'Service', 'Operations'),
      weight: fc.integer({ min: 1, max: 4 }),
      actual: fc.integer({ min: 0, max: 120 }),
    });
    fc.assert(
      fc.property(fc.array(anyKpi, { minLength: 1, maxLength: 8 }), kpis => {
        const list = kpis.map(({ function: business, weight, actual }, i) => kpi(`${i}`, business, actual, weight));
        const { score } = alignmentScore(list);
        const { lowest, highest } = scoreFirmness(list)!;
        expect(lowest.score).toBeLessThanOrEqual(score!);
        expect(highest.score).toBeGreaterThanOrEqual(score!);
      }),
      { numRuns: 100 },
    );
  });
  test('the score without a KPI, and with a function of another weight, is the one that is worked out from nothing', () => {
    const anyKpi = fc.record({
      function: fc.constantFrom('Sales', 'Service', 'Operations', ''),
      weight: fc.integer({ min: 0, max: 4 }),
      actual: fc.option(fc.integer({ min: 0, max: 120 })),
    });
    fc.assert(
      fc.property(fc.array(anyKpi, { minLength: 1, maxLength: 12 }), drawn => {
        const list = drawn.map(({ function: business, weight, actual }, i) => {
          return { ...kpi(`KPI ${i}`, business, 0, weight), actual };
        });
        const { score, functions } = alignmentScore(list);
        const firmness = scoreFirmness(list);
        if (score === null) return expect(firmness).toBeNull();
        list.forEach((each, i) => {
          const counts = each.actual !== null && each.weight > 0;
          const without = list.map((other, k) => (k === i ? { ...other, actual: null } : other));
          expect(firmness!.without[i]).toBe(counts ? alignmentScore(without).score : null);
        });
        const reweighed = functions.flatMap(({ name }) =>
          [0.5, 2].map(factor => alignmentScore(list, { [name]: factor }).score!),
        );
        expect(firmness!.lowest.score).toBeCloseTo(Math.min(score, ...reweighed), 8);
        expect(firmness!.highest.score).toBeCloseTo(Math.max(score, ...reweighed), 8);
      }),
      { numRuns: 100 },
    );
  });
});
