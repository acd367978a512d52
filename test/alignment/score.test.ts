import fc from 'fast-check';
import { alignmentScore, largestRemainder, type ScoredKpi } from '../../src/alignment';

/** The workbook of the method's section 6. */
const workbook: ScoredKpi[] = [
  { function: 'Marketing', name: 'Lead quality', actual: 0.28, target: 0.35, better: 'higher' },
  { function: 'Sales', name: 'Conversion', actual: 0.22, target: 0.2, better: 'higher' },
  { function: 'Operations', name: 'Fulfilment', actual: 3.2, target: 2, better: 'lower' },
  { function: 'Customer Service', name: 'CSAT', actual: 0.81, target: 0.9, better: 'higher', weight: 2 },
  { function: 'Customer Service', name: 'Churn', actual: 0.04, target: 0.03, better: 'lower' },
];

describe('the worked workbook of the method (section 6)', () => {
  const { score, functions, leftOut } = alignmentScore(workbook);
  test('has the printed function scores', () => {
    expect(functions.map(f => f.name)).toEqual(['Marketing', 'Sales', 'Operations', 'Customer Service']);
    for (const [i, printed] of [80, 100, 40, 82.2222].entries()) expect(functions[i]!.score).toBeCloseTo(printed, 4);
  });
  test('has the printed score', () => expect(score).toBeCloseTo(71.62008, 5));
  test('loses the printed points', () => {
    for (const [i, printed] of [4.743, 0, 19.4762, 4.1607].entries()) {
      expect(functions[i]!.lost).toBeCloseTo(printed, 4);
    }
    expect(functions.reduce((a, f) => a + f.lost, 0)).toBeCloseTo(28.37992, 5);
  });
  test('leaves no function out', () => expect(leftOut).toEqual([]));
  test('splits what customer service loses by weight times shortfall', () => {
    // by hand: CSAT 2 × .1 = .2, churn 1 × .333333, of 4.1607
    const [csat, churn] = functions[3]!.kpis;
    expect(csat!.lost).toBeCloseTo((4.1607 * 0.2) / (0.2 + 1 / 3), 4);
    expect(churn!.lost).toBeCloseTo((4.1607 * (1 / 3)) / (0.2 + 1 / 3), 4);
  });
  test('shows one decimal, and what is shown adds up', () => {
    expect(
      largestRemainder(
        functions.map(f => f.lost),
        1,
        100 - 71.6,
      ),
    ).toEqual([4.7, 0, 19.5, 4.2]);
  });
});

describe('the alignment score', () => {
  test('is not bought off: a brilliant function beside a failing one scores less than two middling ones', () => {
    const two = (a: number, b: number) =>
      alignmentScore([
        { function: 'Kitchen', actual: a, target: 100, better: 'higher' },
        { function: 'Marketing', actual: b, target: 100, better: 'higher' },
      ]).score;
    // by hand: √(100 · 10) and √(55 · 55)
    expect(two(100, 10)).toBeCloseTo(31.6228, 4);
    expect(two(55, 55)).toBeCloseTo(55, 12);
  });
  test('takes no function below 1, and shows its score as 0', () => {
    const { score, functions } = alignmentScore([
      { function: 'Kitchen', actual: 100, target: 100, better: 'higher' },
      { function: 'Marketing', actual: 0, target: 100, better: 'higher' },
    ]);
    // by hand: √(100 · 1)
    expect(score).toBeCloseTo(10, 12);
    expect(functions[1]!.score).toBe(0);
    expect(functions[1]!.lost).toBeCloseTo(90, 12);
  });
  test('takes function weights by name, from a record or a Map, without regard to case', () => {
    const kpis: ScoredKpi[] = [
      { function: 'Sales', actual: 50, target: 100, better: 'higher' },
      { function: 'sales ', actual: 50, target: 100, better: 'higher' },
      { function: 'Service', actual: 100, target: 100, better: 'higher' },
    ];
    // by hand: 100 · .5^(3/4)
    expect(alignmentScore(kpis, { SALES: 3 }).score).toBeCloseTo(59.4604, 4);
    expect(alignmentScore(kpis, new Map([[' Sales', 3]])).score).toBeCloseTo(59.4604, 4);
    expect(alignmentScore(kpis, { SALES: 3 }).functions.map(f => [f.name, f.weight])).toEqual([
      ['Sales', 3],
      ['Service', 1],
    ]);
  });
  test('makes every KPI its own function where none is named', () => {
    const { functions, score } = alignmentScore([
      { name: 'Leads', actual: 50, target: 100, better: 'higher' },
      { actual: 100, target: 100, better: 'higher' },
    ]);
    expect(functions.map(f => f.name)).toEqual(['Leads', 'KPI 2']);
    expect(score).toBeCloseTo(70.7107, 4); // by hand: √(50 · 100)
  });
  test('leaves out a function without a figure, and names it', () => {
    const { functions, leftOut } = alignmentScore([
      { function: 'Sales', actual: 50, target: 100, better: 'higher' },
      { function: 'Service', actual: null, target: 100, better: 'higher' },
    ]);
    expect(functions.map(f => f.name)).toEqual(['Sales']);
    expect(leftOut).toEqual(['Service']);
  });
  test('is blank where nothing can be scored', () => {
    expect(alignmentScore([])).toEqual({ score: null, functions: [], leftOut: [] });
  });
  test('loses nothing when every target is met', () => {
    const { score, functions } = alignmentScore([{ function: 'Sales', actual: 120, target: 100, better: 'higher' }]);
    expect(score).toBe(100);
    expect(functions[0]!.lost).toBe(0);
  });
  test('names the KPI that cannot be scored', () => {
    expect(() => alignmentScore([{ function: 'Sales', name: 'Margin', actual: 1, better: 'higher' }])).toThrow(
      'Margin: its target is missing.',
    );
    expect(() => alignmentScore([{ function: 'Sales', actual: 1, better: 'higher' }])).toThrow(
      'KPI 1 (Sales): its target is missing.',
    );
    expect(() => alignmentScore(workbook, { Sales: -1 })).toThrow('Sales: its weight -1 must be zero or more.');
  });
});

const kpis = fc.array(
  fc.record({
    function: fc.constantFrom('Sales', 'Service', 'Kitchen', 'Marketing'),
    actual: fc.double({ min: 0, max: 200, noNaN: true }),
    target: fc.double({ min: 1, max: 150, noNaN: true }),
    weight: fc.double({ min: 0.1, max: 9, noNaN: true }),
    better: fc.constantFrom('higher' as const, 'lower' as const),
  }),
  { minLength: 1, maxLength: 12 },
);

describe('points lost', () => {
  test('add up to 100 less the score, by function and in a function by KPI', () => {
    fc.assert(
      fc.property(kpis, list => {
        const { score, functions } = alignmentScore(list);
        expect(functions.reduce((a, f) => a + f.lost, 0)).toBeCloseTo(100 - score!, 9);
        for (const f of functions) expect(f.kpis.reduce((a, k) => a + k.lost, 0)).toBeCloseTo(f.lost, 9);
      }),
    );
  });
  test('add up as they are shown, each within one unit of what it is', () => {
    fc.assert(
      fc.property(kpis, list => {
        const { functions } = alignmentScore(list);
        const exact = functions.map(f => f.lost);
        const shown = largestRemainder(exact, 1);
        expect(shown.reduce((a, b) => a + b, 0)).toBeCloseTo(Math.round(exact.reduce((a, b) => a + b, 0) * 10) / 10, 9);
        for (const [i, s] of shown.entries()) expect(Math.abs(s - exact[i]!)).toBeLessThan(0.1 + 1e-9);
      }),
    );
  });
});

describe('rounding by largest remainder', () => {
  test('thirds of ten are shown as 3.4, 3.3 and 3.3', () => {
    expect(largestRemainder([10 / 3, 10 / 3, 10 / 3], 1)).toEqual([3.4, 3.3, 3.3]); // by hand
  });
  test('a total that is given is met from above and from below', () => {
    expect(largestRemainder([1.06, 1.06], 1, 2.1)).toEqual([1.1, 1]);
    expect(largestRemainder([1.02, 1.08], 1, 1.9)).toEqual([0.9, 1]);
  });
  test('nothing is shared out among nobody', () => expect(largestRemainder([], 1)).toEqual([]));
});
