import {
  driftChanges,
  driftSignals,
  isAdverse,
  judgingLimits,
  naturalProcessLimits,
  provenSeason,
} from '../../src/drift';
import { onset } from '../../src/drift/evidence/onset';
import { atEqualPrecision } from '../../src/drift/evidence/proportion';
import { occasionsOf, rareChange, usualFigure } from '../../src/drift/evidence/rare';
import { type Cuttings, regimeOrigin, regimeStarts } from '../../src/drift/evidence/regimes';
import { side } from '../../src/drift/limits';
import { chanceALook, mostSensitive } from '../../src/drift/options';
import { median, newestFigures } from '../../src/drift/series';
import { newestStretch } from '../../src/drift/statistics/exactCounts';

// Parts of the engine by themselves: what they do follows from what is said above them, the numbers by hand, numpy 2 or scipy 1.17.

const times = (count: number, figure: number): number[] => Array<number>(count).fill(figure);

describe('when a change began', () => {
  // Least squares of every step and of every slope of five figures or more, by numpy; the start that explains most.
  const step = [10.2, 9.9, 10.1, 10.3, 9.8, 10, 10.1, 6, 6.2, 5.9];
  const slide = [10.1, 9.9, 10.2, 9.8, 10, 10.1, 9.9, 10, 9, 8.1, 7, 5.9, 5];
  const climb = [10, 10.2, 9.9, 10.1, 9.8, 10.1, 10, 10.4, 10.3, 10.9, 11, 11.2, 11.9, 11.8, 12.4];
  const late = [...times(10, 0).flatMap(() => [10.1, 9.9]), 12, 12.1, 11.9, 12.2, 12];
  test.each<[string, number[], 'up' | 'down', number | undefined, number, 'step' | 'slope']>([
    ['a step', step, 'down', undefined, 7, 'step'],
    ['a step the other way: none, so the newest figure', step, 'up', undefined, 9, 'step'],
    ['a slide', slide, 'down', undefined, 8, 'slope'],
    ['a slide that is four figures old began before', slide.slice(0, -1), 'down', undefined, 7, 'slope'],
    ['a climb', climb, 'up', undefined, 7, 'slope'],
    ['a late step', late, 'up', undefined, 20, 'step'],
    ['not before the place that is explained', late, 'up', 22, 22, 'step'],
    ['after three figures, where there are few', [3, 3.1, 2.9, 8, 8.2, 7.9, 8.1], 'up', undefined, 3, 'step'],
    [
      'after six, where there are twelve',
      [3, 3.1, 2.9, 8, 8.2, 7.9, 8.1, 8, 8.2, 7.8, 8, 8.1],
      'up',
      undefined,
      6,
      'step',
    ],
  ])('%s', (_, figures, direction, earliest, at, shape) =>
    expect(onset(figures, direction, earliest)).toEqual({ at, shape }),
  );
  test('a slope is told only where it is clearly likelier: e times, all figures together', () => {
    expect(onset([10, 10, 10, 10, 10, 10, 10, 9, 8, 7, 6, 5], 'down')).toEqual({ at: 7, shape: 'slope' });
    expect(onset([10, 10, 10, 10, 10, 10, 10, 5, 5, 5, 5, 5], 'down')).toEqual({ at: 7, shape: 'step' });
  });
});

describe('rare events', () => {
  const found = (figures: number[], direction: 'up' | 'down' = 'up', longest = 6, most = 1, usual = 0) =>
    rareChange(figures, usual, direction, longest, most);

  test('one in the newest of n periods has a chance of 1 in n, whatever its size; none above the chance that is asked', () => {
    for (const size of [1, 7, 0.5])
      expect(found([...times(23, 0), size])).toEqual({ length: 1, chance: expect.closeTo(1 / 24, 12) });
    expect(found([...times(23, 0), -2], 'down')).toEqual({ length: 1, chance: expect.closeTo(1 / 24, 12) });
    expect(found([...times(23, 0), 1], 'up', 6, 1 / 24.1)).toBeNull();
    expect(found([...times(23, 5), 6], 'up', 6, 1, 5)).toEqual({ length: 1, chance: expect.closeTo(1 / 24, 12) });
  });

  test('that have shown to be counts are judged by their sum, a crowd of ten and more as ten', () => {
    const before = [0, 1, 0, 0, 1, 0, 0, 1, 0, 0, 0, 0];
    const [four, ten, fifty] = [4, 10, 50].map(count => found([...before, count], 'up', 1)!);
    // scipy: stats.binom.sf(3, 7, 1/13), and stats.binom.sf(9, 13, 1/13).
    expect(four).toEqual({ length: 1, chance: expect.closeTo(0.0010133944679521275, 12) });
    expect(ten).toEqual(fifty);
    expect(ten!.chance).toBeLessThan(found([...before, 9], 'up', 1)!.chance);
    // Two events before are too few to show that they are counts: then it is one large event of three in thirteen months.
    const two = [0, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0];
    expect(found([...two, 4], 'up', 1)!.chance).toBeGreaterThan(0.05);
    // Three in one month and none in the others scatter more than counts do.
    expect(found([0, 9, 0, 0, 9, 0, 0, 9, 0, 0, 0, 0, 9], 'up', 1)!.chance).toBeGreaterThan(0.05);
    expect(
      found(
        [...before, 4].map(count => count / 2),
        'up',
        1,
      )!.chance,
    ).toBeGreaterThan(0.05);
  });

  test('that stop coming are judged too', () => {
    // By hand: all six of six events before the newest six of twelve periods: one order in 924.
    const stopped = [...times(6, 1.5), ...times(6, 0)];
    expect(found(stopped, 'down')).toEqual({ length: 6, chance: expect.closeTo(1 / 924, 12) });
  });

  test('with denominators are counted out of them', () => {
    const trials = times(12, 40);
    // scipy: hypergeom.pmf(4, 480, 4, 40).
    const late = rareChange([...times(11, 0), 0.1], 0, 'up', 1, 1, trials);
    expect(late!.chance).toBeCloseTo(4.183953918218134e-5, 12);
    const onTime = rareChange([...times(11, 1), 0.9], 1, 'down', 1, 1, trials);
    expect(onTime!.chance).toBeCloseTo(4.183953918218134e-5, 12);
    expect(rareChange([...times(11, 0), 0.1], 0, 'down', 1, 1, trials)).toBeNull();
  });

  test('are whole counts of shares and their trials, of what is rarer', () => {
    expect(occasionsOf([0.1, 0.2], [10, 10])).toEqual({ occasions: { counts: [1, 2], trials: [10, 10] }, rises: true });
    expect(occasionsOf([0.9, 0.8], [10, 10])).toEqual({
      occasions: { counts: [1, 2], trials: [10, 10] },
      rises: false,
    });
    expect(occasionsOf([0.5, 0.5], [10, 10])!.rises).toBe(true);
    expect(occasionsOf([0.1 + 5e-7], [10])).not.toBeNull();
    for (const [share, among] of [
      [0.1 + 2e-6, 10],
      [0.55, 10],
      [-0.1, 10],
      [1.1, 10],
      [0.5, 2.5],
      [0.5, null],
    ] as const)
      expect(occasionsOf([share], [among])).toBeNull();
    expect(occasionsOf([0, 1], [10, 10])!.occasions.counts).toEqual([0, 10]);
  });

  test('are those that are unlike the usual figure, which half of all are', () => {
    expect(usualFigure([5, 1, 5, 2])).toBe(5);
    expect(usualFigure([1, 2, 5, 5])).toBe(5);
    expect(usualFigure([5, 5, 1, 2])).toBe(5);
    expect(usualFigure([5, 5, 1, 2, 3])).toBeNull();
    expect(usualFigure([5])).toBe(5);
  });

  test('of more than sixty in all are paid for by each stretch, of fewer exactly', () => {
    // scipy: stats.binom.sf(9, 61, 1/12) for ten of sixty-one in the newest of twelve.
    const many = [...times(10, 5), 1, 10];
    expect(newestStretch({ counts: many, trials: null }, 3, 'more', 1)!.chance).toBeCloseTo(
      3 * 0.028577429095351086,
      12,
    );
    const sixty = [...times(10, 5), 0, 10];
    const exact = newestStretch({ counts: sixty, trials: null }, 3, 'more', 1)!.chance;
    expect(exact).toBeGreaterThan(0.02575425472891726);
    expect(exact).toBeLessThan(3 * 0.02575425472891726);
  });

  test('say with one number how rare and how certain they are', () => {
    // Sellke, Bayarri and Berger: the largest Bayes factor of a chance p is −1 / (e p ln p); the chance a look is 1 / (12 years).
    const [stopped] = driftChanges([...times(24, 0), 1, 1, 1, 1]);
    const p = 1 / (12 * stopped!.years);
    expect(stopped!.evidence).toBeCloseTo(-Math.log(-Math.E * p * Math.log(p)), 1);
    expect(stopped).toMatchObject({ rule: 'shift', direction: 'up', since: 24 });
  });
});

describe('budgets', () => {
  test('are split over the looks of a year, and over both sides in range', () => {
    expect(chanceALook({})).toBeCloseTo(1 - 0.9 ** (1 / 12), 15);
    expect(chanceALook({ reviews: 52, falseAlarms: 0.02 })).toBeCloseTo(1 - 0.98 ** (1 / 52), 15);
    expect(chanceALook({ better: 'in range' })).toBeCloseTo(1 - 0.95 ** (1 / 12), 15);
    expect(chanceALook({ better: 'lower' })).toBe(chanceALook({ better: 'higher' }));
  });
  test('of the most sensitive look are a tenth, or more where more is given', () => {
    expect([{}, { falseAlarms: 0.02 }, { falseAlarms: 0.3 }].map(one => mostSensitive(one).falseAlarms)).toEqual([
      0.1, 0.1, 0.3,
    ]);
    expect(mostSensitive({ reviews: 4 }).reviews).toBe(4);
  });
});

describe('sides and limits', () => {
  test('a figure beyond an end by no more than the last digits of arithmetic is in it', () => {
    expect([0, 1, 0.5, 1 + 1e-13, -1e-13].map(value => side(value, 0, 1))).toEqual([0, 0, 0, 0, 0]);
    expect([1 + 1e-11, -1e-11].map(value => side(value, 0, 1))).toEqual([1, -1]);
    expect(side(1e6 + 1e-7, 0, 1e6)).toBe(0);
    expect(side(-5, -5 - 1e-13, -4)).toBe(0);
    expect(side(0.05000000000000001, 0.05, 0.05)).toBe(0);
  });
  test('limits of two figures are 2.66 times their distance, of a column as of a list', () => {
    expect(naturalProcessLimits([10, 12])).toEqual({
      centre: 11,
      lower: expect.closeTo(5.68, 12),
      upper: expect.closeTo(16.32, 12),
    });
    expect(naturalProcessLimits(Float64Array.of(10, 12))).toEqual(naturalProcessLimits([10, 12]));
    expect(() => naturalProcessLimits(Float64Array.of(10))).toThrow('Too few periods');
    expect(() => naturalProcessLimits([])).toThrow('Too few periods');
  });
  test('the median form is that of a regime with a figure beyond its mean form', () => {
    // By hand: ranges 2, 2, 2, 2, 2, 2, 88: mean 14.29, so 38 about the mean of 21: 100 lies beyond; then 3.145 × 2 about 11.
    expect(judgingLimits([10, 12, 10, 12, 10, 12, 12, 10, 12, 100, 12])).toMatchObject({ centre: 12 });
    const found = judgingLimits([10, 12, 10, 12, 10, 12, 10, 12, 10, 100])!;
    expect(found).toEqual({ centre: 11, lower: expect.closeTo(11 - 6.29, 12), upper: expect.closeTo(11 + 6.29, 12) });
    expect(judgingLimits([5])).toBeNull();
    expect(judgingLimits([5, null, 6], true)).toEqual({
      centre: 5.5,
      lower: expect.closeTo(2.84, 12),
      upper: expect.closeTo(8.16, 12),
    });
  });
});

describe('how a change is reported', () => {
  const dropped = [...Array.from({ length: 24 }, (_, i) => 10 + [0, 1, -1][i % 3]!), 4, 4, 4];
  const signal = (options: Parameters<typeof driftSignals>[1]) => driftSignals(dropped, options)[0]!;
  test('on target where its new level is the target or better', () => {
    expect([4, 3.9, 4.1].map(target => signal({ target }).onTarget)).toEqual([true, true, false]);
    expect([4, 3.9, 4.1].map(target => signal({ target, better: 'lower' }).onTarget)).toEqual([true, false, true]);
    expect(signal({})).not.toHaveProperty('onTarget');
    expect(signal({ target: 4, better: 'in range' })).not.toHaveProperty('onTarget');
    expect(signal({ target: null })).not.toHaveProperty('onTarget');
  });
  test('as intended until the experiment’s last period', () => {
    expect(signal({}).index).toBe(24);
    expect([23, 24, 25].map(experimentUntil => signal({ experimentUntil }).intended)).toEqual([false, true, true]);
    expect(signal({})).not.toHaveProperty('intended');
  });
  test('in range as worse where it ends further from the band, or began in it', () => {
    const worse = (oldLevel: number, newLevel: number, band: object = { low: 8, high: 12 }) =>
      isAdverse({ direction: 'up', oldLevel, newLevel }, 'in range', band);
    expect([
      worse(10, 20),
      worse(8, 9),
      worse(12, 11),
      worse(6, 10),
      worse(6, 14),
      worse(6, 15),
      worse(14, 6),
      worse(14, 5),
    ]).toEqual([true, true, true, false, false, true, false, true]);
    expect([worse(10, 20, {}), worse(10, 20, { low: 8 }), worse(10, 20, { high: 8 })]).toEqual([null, null, null]);
  });
});

describe('regimes', () => {
  const accepted = [
    { from: 12, after: 15 },
    { from: 24, after: 24 },
  ];
  test('begin at the newest level that was accepted before a period', () => {
    expect([15, 16, 24, 25].map(period => regimeOrigin(accepted, period))).toEqual([0, 12, 12, 24]);
    expect(regimeOrigin([], 9)).toBe(0);
  });
  test('begin at the first period, at accepted levels and at the breaks between them', () => {
    const cuts = ((from: number) => ({ by: () => ({ breaks: from === 12 ? [6] : [] }) })) as unknown as Cuttings;
    expect(regimeStarts(cuts, 30, [accepted[1]!, accepted[0]!, accepted[0]!])).toEqual([0, 12, 18, 24]);
    expect(regimeStarts(cuts, 30)).toEqual([0]);
  });
});

describe('series', () => {
  test('the newest figures are found across gaps, oldest first', () => {
    expect(newestFigures([1, null, 2, 3, null, 4, null], 3)).toEqual([2, 3, 5]);
    expect(newestFigures([null, 1], 3)).toEqual([1]);
    expect(newestFigures([1, 2], 0)).toEqual([]);
  });
  test('the median of a few and of many is the one in the middle, or halfway between two', () => {
    const numbers = (count: number) => Array.from({ length: count }, (_, i) => (i * 7) % count);
    // Of 0 to n − 1 in any order it is (n − 1) / 2; 7 shares no factor with these counts.
    for (const count of [1, 2, 3, 4, 5, 6, 8, 11, 12, 13, 15, 16, 24, 25, 100, 101])
      expect(median(numbers(count))).toBe((count - 1) / 2);
    expect(median([3, 3, 3, 1, 1, 1, 3, 3, 3, 1, 1, 1, 3, 3])).toBe(3);
    expect(median([])).toBeNaN();
    expect(median([...times(20, 2), 9])).toBe(2);
  });
});

describe('shares of unequal counts', () => {
  test('without trials, or of none, are left out of the pooled share as well', () => {
    // By hand: 1 of 10 and 3 of 10 are 4 of 20 pooled; both have the mean number of trials.
    expect(atEqualPrecision([0.1, 0.3, 0.9, 0.9, null], [10, 10, null, 0, 10])).toEqual([
      expect.closeTo(0.1, 12),
      expect.closeTo(0.3, 12),
      null,
      null,
      null,
    ]);
  });
});

test('a season may have a place with one figure, none without any', () => {
  const quarters = (missing: number[]) =>
    Array.from({ length: 16 }, (_, i) => (missing.includes(i) ? null : 100 + [-6, 2, 5, -1][i % 4]!));
  expect(provenSeason(quarters([0, 4, 8]), 4)).not.toBeNull();
  expect(provenSeason(quarters([0, 4, 8, 12]), 4)).toBeNull();
});
