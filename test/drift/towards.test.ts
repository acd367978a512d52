import { momentum, periodsToTarget, trend } from '../../src/drift';
import { theilSen, varianceInflation } from '../../src/drift/trend/trend';

/** Three years of months that rise by 1, two above and two below the line in turn, so that the slope is 1 and the level 135. */
const zigzag = Array.from({ length: 36 }, (_, i) => 100 + i + (i % 2 ? -2 : 2));
const line = { from: 0, slope: 1, level: 135, chance: 0 };

describe('how many periods to a target', () => {
  // Roots of Fieller's equation by numpy 2: (missing − slope · h)² = 1.2816² s² (1/n + (h − h̄)²/S), no correlation in such residuals.
  test('lie in the interval that the error of the line allows', () => {
    const found = periodsToTarget(zigzag, 145, 'higher', 1, line)!;
    expect(found.estimate).toBe(10);
    expect(found.earliest).toBeCloseTo(8.80330311937912, 9);
    expect(found.latest).toBeCloseTo(11.295356306028097, 9);
  });

  test('lie in a wider one where the figures drag each other along, with caution since few figures show little of it', () => {
    // Pairs in turn: lag-1 correlation of them (36 · 17/36 + 2)/32 … with 1.65 standard errors of 1/6 more; inflation 2.1683.
    const pairs = Array.from({ length: 36 }, (_, i) => 100 + i + (i % 4 < 2 ? 2 : -2));
    const found = periodsToTarget(pairs, 145, 'higher', 1, line)!;
    expect(found.earliest).toBeCloseTo(8.268774200049863, 9);
    expect(found.latest).toBeCloseTo(11.945599964268956, 9);
  });

  test('are as many downwards', () => {
    const down = zigzag.map(value => -value);
    const found = periodsToTarget(down, -145, 'lower', 1, { ...line, slope: -1, level: -135 })!;
    expect(found.estimate).toBe(10);
    expect(found.earliest).toBeCloseTo(8.80330311937912, 9);
    expect(found.latest).toBeCloseTo(11.295356306028097, 9);
  });

  test('are told from the figures of the trend alone', () => {
    const before = [900, -900, null, 5];
    const found = periodsToTarget([...before, ...zigzag], 145, 'higher', 1, { ...line, from: 4 })!;
    expect(found.latest).toBeCloseTo(11.295356306028097, 9);
  });

  test('have no latest where the slope is not sure', () => {
    const flat = Array.from({ length: 36 }, (_, i) => 0.03 * i + (i % 2 ? -2 : 2));
    const found = periodsToTarget(flat, 2.05, 'higher', 1, { ...line, slope: 0.03, level: 1.05 })!;
    expect(found.latest).toBeNull();
    expect(found.earliest).toBeCloseTo(2.075145125929583, 9);
    expect(found.estimate).toBeCloseTo(1 / 0.03, 9);
  });

  test('are none where the level meets the target, and for how long it may yet miss it is told if it moves that way', () => {
    const met = (target: number, said: Partial<typeof line> = {}) =>
      periodsToTarget(zigzag, target, 'higher', 1, { ...line, ...said });
    expect(met(135)).toEqual({ estimate: 0, earliest: 0, latest: expect.closeTo(0.8939000729284977, 9) });
    expect(met(135, { chance: 0.06 })).toEqual({ estimate: 0, earliest: 0, latest: null });
    expect(met(125)).toEqual({ estimate: 0, earliest: 0, latest: 0 });
    expect(met(125, { chance: 0.9 })).toEqual({ estimate: 0, earliest: 0, latest: 0 });
  });

  test('are not told of a trend that chance may have made (5 in 100), nor of one that leads away', () => {
    const told = (chance: number, slope = 1) => periodsToTarget(zigzag, 145, 'higher', 1, { ...line, chance, slope });
    expect(told(0.05)).not.toBeNull();
    expect(told(0.051)).toBeNull();
    expect(told(0, -1)).toBeNull();
    expect(told(0, 0)).toBeNull();
    expect(periodsToTarget(zigzag, 125, 'lower', 1, line)).toBeNull();
    expect(periodsToTarget(zigzag, 145, 'higher', 1, null)).toBeNull();
  });
});

describe('a trend', () => {
  test('has the level of its last period on the median line, blanks at the end counted as time', () => {
    const found = trend([...zigzag, null, null], 1)!;
    expect(found.from).toBe(0);
    expect(found.slope).toBeCloseTo(1, 12);
    expect(found.level).toBeCloseTo(137, 9);
  });
  test('needs six figures of its regime', () => {
    expect(trend([1, 2, 3, 4, 5, 6], 1)).toMatchObject({ slope: 1, level: 6 });
    expect(trend([1, 2, 3, 4, null, 5], 1)).toBeNull();
  });
  test('is the middle of the slopes of all pairs', () => {
    // By hand: slopes 1, 4, 7 between (0, 0), (1, 1), (2, 8): pairs 1, 4 and 7.
    expect(
      theilSen([
        [0, 0],
        [1, 1],
        [2, 8],
      ]),
    ).toBe(4);
    // With (4, 8): 1, 4, 2, 7, 7/3 and 0; between 2 and 7/3.
    expect(
      theilSen([
        [0, 0],
        [1, 1],
        [2, 8],
        [4, 8],
      ]),
    ).toBeCloseTo((2 + 7 / 3) / 2, 12);
  });
});

describe('how much more a mean varies of figures that drag each other along', () => {
  // By hand: r of pairs in turn is 1/12 for twelve of them; (12 r + 2)/8 = 0.375, and (1 + 0.375)/(1 − 0.375) = 2.2.
  const pairs = [1, 1, -1, -1, 1, 1, -1, -1, 1, 1, -1, -1];
  test('is (1 + ρ) / (1 − ρ), ρ corrected for short series', () => {
    expect(varianceInflation(pairs)).toBeCloseTo(2.2, 12);
    expect(varianceInflation(pairs.map(value => 100 + 3 * value))).toBeCloseTo(2.2, 9);
    // 0.5/√12 more: ρ = 0.51934.
    expect(varianceInflation(pairs, 0.5)).toBeCloseTo(3.160924307636677, 9);
  });
  test('is 1 where they turn back at every step or never vary, and 19 at most, for a correlation of 0.9', () => {
    expect(varianceInflation([1, -1, 1, -1, 1, -1, 1, -1])).toBe(1);
    expect(varianceInflation([4, 4, 4, 4, 4, 4])).toBe(1);
    expect(varianceInflation(Array.from({ length: 12 }, (_, i) => i))).toBeCloseTo(19, 9);
  });
  test('of four or five figures divides by one at least', () => {
    // By hand: of 1, 1, −1, −1 r = 1/4, so (1 + 2)/1 is above 0.9; of 1, −1, 1, −1, 0 r = −3/4 and (−3.75 + 2)/1 below 0.
    expect(varianceInflation([1, 1, -1, -1])).toBeCloseTo(19, 9);
    expect(varianceInflation([1, -1, 1, -1, 0])).toBe(1);
  });
});

describe('momentum', () => {
  /** Twelve figures, 10 and 12 in turn: mean 11, mean moving range 2. */
  const turns = Array.from({ length: 12 }, (_, i) => (i % 2 ? 12 : 10));
  const error = (count: number) => (2 / 1.128) * Math.sqrt(1 / 3 + 1 / count);

  test('is of the last three against the twelve before, none that are older', () => {
    expect(momentum([...turns, 14, 15, 13])).toBeCloseTo(3 / error(12), 12);
    expect(momentum([900, -900, ...turns, 14, 15, 13])).toBeCloseTo(3 / error(12), 12);
    expect(momentum([...turns, 14, 15, 13], 'lower')).toBeCloseTo(-3 / error(12), 12);
  });
  test('needs six before: nine figures, wherever the gaps are', () => {
    expect(momentum([...turns.slice(0, 6), 14, 15, 13])).toBeCloseTo(3 / error(6), 12);
    expect(momentum([...turns.slice(0, 5), 14, 15, 13])).toBeNull();
    expect(momentum([...turns.slice(0, 6), null, 14, null, 15, 13, null])).toBeCloseTo(3 / error(6), 12);
  });
  test('takes no range across a gap: without two neighbours nothing is routine', () => {
    const spaced = turns.slice(0, 6).flatMap(value => [value, null]);
    expect(momentum([...spaced, 14, 15, 13])).toBeNaN();
    // By hand: 10, 12, gap, 100, 102 …: ranges of 2 alone.
    const jump = [10, 12, null, 100, 102, 100, 102];
    const mean = (10 + 12 + 100 + 102 + 100 + 102) / 6;
    expect(momentum([...jump, 110, 110, 110])).toBeCloseTo((110 - mean) / error(6), 9);
  });
  test('in range is how much nearer the band the level has come', () => {
    const moved = (low: number | null, high: number | null) =>
      momentum([...turns, 14, 15, 13], 'in range', { low, high });
    // By hand: 11 and 14; from the band 13 to 20 it is 2 and then 0, from 5 to 8 it is 3 and then 6.
    expect(moved(13, 20)).toBeCloseTo(2 / error(12), 12);
    expect(moved(5, 8)).toBeCloseTo(-3 / error(12), 12);
    expect(moved(10, 14)).toBe(0);
    expect(moved(11, 13)).toBeCloseTo(-1 / error(12), 12);
    expect([moved(null, 8), moved(5, null)]).toEqual([null, null]);
  });
});
