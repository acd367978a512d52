import fc from 'fast-check';
import { type Aim, attainment, ScoringError, unclampedAttainment } from '../../src/alignment';

describe('attainment, against the worked numbers of the method (section 6)', () => {
  test('60 against a target of 80 is three quarters of the way', () => {
    expect(attainment(60, { better: 'higher', target: 80 })).toBe(0.75);
  });
  test('4 % churn against a target of 3 % is two thirds of the way down from 6 %', () => {
    expect(attainment(0.04, { better: 'lower', target: 0.03 })).toBeCloseTo(2 / 3, 12);
  });
  test('7 % churn against 3 % is beyond the floor of 6 % and scores nothing', () => {
    expect(attainment(0.07, { better: 'lower', target: 0.03 })).toBe(0);
  });
  test('9 is a tenth of the band away from a band of 10 to 20', () => {
    expect(attainment(9, { better: 'in range', low: 10, high: 20 })).toBeCloseTo(0.9, 12);
  });
});

describe('attainment', () => {
  test('over-delivery scores 1 and is told beside it', () => {
    const aim: Aim = { better: 'higher', target: 0.2 };
    expect(attainment(0.22, aim)).toBe(1);
    // by hand: .22 / .20
    expect(unclampedAttainment(0.22, aim)).toBeCloseTo(1.1, 12);
  });
  test('anywhere inside the band scores 1, its ends included', () => {
    for (const actual of [10, 15, 20]) expect(attainment(actual, { better: 'in range', low: 10, high: 20 })).toBe(1);
  });
  test('a band needs no target', () => {
    expect(attainment(25, { better: 'in range', low: 10, high: 20, target: null })).toBe(0.5);
  });
  test('a budget variance with a target of zero is scored from its floor', () => {
    // by hand: half of the way from 10 % over budget down to none
    expect(attainment(0.05, { better: 'lower', target: 0, floor: 0.1 })).toBeCloseTo(0.5, 12);
  });
  test('a negative target is scored from a floor below it', () => {
    // by hand: (-15 − -20) / (-10 − -20)
    expect(attainment(-15, { better: 'higher', target: -10, floor: -20 })).toBe(0.5);
  });
  test('stays between 0 and 1 and never falls when a figure improves', () => {
    const figure = fc.double({ min: -1e6, max: 1e6, noNaN: true });
    fc.assert(
      fc.property(figure, figure, fc.double({ min: 1e-3, max: 1e6, noNaN: true }), (a, b, target) => {
        for (const better of ['higher', 'lower'] as const) {
          const [worse, improved] = (better === 'higher' ? a < b : a > b) ? [a, b] : [b, a];
          const before = attainment(worse, { better, target });
          const after = attainment(improved, { better, target });
          expect(before).toBeGreaterThanOrEqual(0);
          expect(after).toBeLessThanOrEqual(1);
          expect(after).toBeGreaterThanOrEqual(before);
        }
      }),
    );
  });
});

describe('what cannot be scored says why, and names the KPI', () => {
  const cases: [string, number, Aim, string][] = [
    ['no target', 5, { better: 'higher' }, 'Churn: its target is missing.'],
    [
      'a target of zero and no floor',
      5,
      { better: 'lower', target: 0 },
      'Churn: with a target of 0 it needs a floor: the value that scores zero.',
    ],
    [
      'a negative target and no floor',
      5,
      { better: 'higher', target: -1 },
      'Churn: with a target of -1 it needs a floor: the value that scores zero.',
    ],
    [
      'a floor above the target where higher is better',
      5,
      { better: 'higher', target: 3, floor: 4 },
      'Churn: the floor 4 is on the wrong side of the target 3; when higher is better it must lie below it.',
    ],
    [
      'a floor below the target where lower is better',
      5,
      { better: 'lower', target: 3, floor: 2 },
      'Churn: the floor 2 is on the wrong side of the target 3; when lower is better it must lie above it.',
    ],
    [
      'a floor at the target',
      5,
      { better: 'lower', target: 3, floor: 3 },
      'Churn: the floor 3 is on the wrong side of the target 3; when lower is better it must lie above it.',
    ],
    [
      'a band upside down',
      5,
      { better: 'in range', low: 20, high: 10 },
      'Churn: Low (20) must be smaller than High (10).',
    ],
    [
      'a band without width',
      5,
      { better: 'in range', low: 10, high: 10 },
      'Churn: Low (10) must be smaller than High (10).',
    ],
    [
      'half a band',
      5,
      { better: 'in range', low: 10 },
      'Churn: High is missing; a KPI that is better in range needs both ends of its band.',
    ],
    [
      'no band',
      5,
      { better: 'in range', target: 3 },
      'Churn: Low and High are missing; a KPI that is better in range needs both ends of its band.',
    ],
    [
      'a direction misspelt',
      5,
      { better: 'hihger' as 'higher', target: 3 },
      'Churn: Better is "hihger"; write higher, lower or in range.',
    ],
    [
      'a figure that is no number',
      Number.NaN,
      { better: 'higher', target: 3 },
      'Churn: the actual value NaN is not a number.',
    ],
    [
      'a target that is no number',
      5,
      { better: 'higher', target: Number.POSITIVE_INFINITY },
      'Churn: the target (Infinity) is not a number.',
    ],
    [
      'figures beyond what can be compared',
      1e308,
      { better: 'higher', target: 1e308, floor: -1e308 },
      'Churn: its figures are too large to be compared.',
    ],
  ];
  test.each(cases)('%s', (_, actual, aim, message) => {
    expect(() => attainment(actual, aim, 'Churn')).toThrow(new ScoringError('Churn', message.slice(7, -1)));
    expect(() => attainment(actual, aim, 'Churn')).toThrow(message);
  });
  test('without a name the message begins with the fault', () => {
    expect(() => attainment(5, { better: 'higher' })).toThrow('Its target is missing.');
  });
});
