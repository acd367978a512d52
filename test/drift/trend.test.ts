import { driftBreaks, mannKendall, momentum, periodsToTarget, theilSen, trend } from '../../src/drift';
import { history, wandering } from './series';

/** Wheeler's resin data, method.md section 6. */
const WHEELER = [5045, 4350, 4350, 3975, 4290, 4430, 4485, 4285, 3980, 3925, 3645, 3760, 3300, 3685, 3463, 5200];

describe('a trend', () => {
  test("has Theil and Sen's slope as scipy computes it", () => {
    // scipy 1.17.1: stats.theilslopes(values, range(16)).slope
    expect(theilSen(WHEELER.map((value, i) => [i, value]))).toBe(-73.625);
  });
  test("has Mann and Kendall's chance, ties counted", () => {
    // Counted in Python over all orders of the sixteen figures, two of them equal, as fractions
    const { s, chance } = mannKendall(WHEELER);
    expect(s).toBe(-57);
    expect(chance).toBeCloseTo(0.00985942083231993, 12);
  });
  test('is one in figures that rise, and none in figures that wander', () => {
    expect(trend(history(4, 20).map((v, i) => v + 0.5 * i))!.chance).toBeLessThan(0.001);
    // 5 % is what the chance claims; 14 of 100 is four standard deviations above
    let seen = 0;
    for (let seed = 0; seed < 100; seed++) if ((trend(wandering(seed, 30, 0.3))?.chance ?? 1) < 0.05) seen++;
    expect(seen).toBeLessThan(14);
  });
  test('that must be as sure as asked for is the same one, or none', () => {
    // The whole line of the same figures, without a limit to its chance
    let [sure, unsure] = [0, 0];
    for (let seed = 0; seed < 120; seed++) {
      const values = wandering(seed, 10 + (seed % 30), 0.6).map((value, i) => value + (seed % 4) * 0.1 * i);
      const whole = trend(values);
      const isSure = whole !== null && whole.chance <= 0.05;
      expect(trend(values, 12, undefined, 0.05)).toEqual(isSure ? whole : null);
      if (isSure) sure++;
      else unsure++;
    }
    expect(Math.min(sure, unsure)).toBeGreaterThan(20);
  });
  test('is that of the last regime only', () => {
    const values = history(21, 40, [18, -8]).map((v, i) => (i < 18 ? v + 0.4 * i : v));
    const last = trend(values)!;
    expect(Math.abs(last.from - 18)).toBeLessThanOrEqual(1);
    // 0.4 a period before, nothing after
    expect(Math.abs(last.slope)).toBeLessThan(0.2);
  });
  test('is not told of five figures, nor of figures that are all the same', () => {
    expect(trend([1, 2, 3, 4, 5])).toBeNull();
    expect(trend(Array(10).fill(3))!.chance).toBe(1);
  });
});

describe('figures of which each is higher than the last', () => {
  // reported.json, F1: Kendall's τ is 1, the chance 2 / 10!
  const climbing = [50, 52, 54, 58, 60, 62, 64, 66, 68, 70];
  test('have a trend, and are not cut into steps', () => {
    expect(driftBreaks(climbing)).toEqual([]);
    expect(trend(climbing)).toMatchObject({ from: 0, slope: 2 });
    expect(trend(climbing)!.chance).toBeCloseTo(2 / 3628800, 12);
  });
  test('reach a target', () => {
    // by hand: 70 in the last period, a median slope of 2; 90 is 10 periods ahead
    const found = periodsToTarget(climbing, 90)!;
    expect(found.estimate).toBeCloseTo(10, 9);
    expect(found.earliest).toBeGreaterThan(5);
    expect(found.latest).toBeLessThan(20);
    expect(
      periodsToTarget(
        climbing.map(value => -value),
        -90,
        'lower',
      )!.estimate,
    ).toBeCloseTo(10, 9);
  });
  test.each([6, 7, 9, 11, 12, 16, 23])('%i of them, faster and faster', length => {
    const values = Array.from({ length }, (_, i) => 100 + i * i);
    expect(driftBreaks(values)).toEqual([]);
    expect(periodsToTarget(values, values[length - 1]! + 10)).not.toBeNull();
  });
  test('but one clear step among figures that go up and down stays a step', () => {
    const values = [100, 101, 99, 100, 98, 101, 150, 151, 149, 150, 152, 151];
    expect(trend(values)!.from).toBe(6);
    expect(periodsToTarget(values, 200)).toBeNull();
  });
});

describe('periods to target', () => {
  const rising = Array.from({ length: 12 }, (_, i) => 10 + 2 * i);
  test('of a straight line are exact', () => {
    // by hand: 32 in the last period, 2 more each; 40 is 4 periods ahead
    const found = periodsToTarget(rising, 40)!;
    expect(found.estimate).toBeCloseTo(4, 9);
    expect(found.earliest).toBeCloseTo(4, 6);
    expect(found.latest).toBeCloseTo(4, 6);
  });
  test('are none left where the target is met already', () => {
    expect(periodsToTarget(rising, 30)).toEqual({ estimate: 0, earliest: 0, latest: 0 });
    expect(periodsToTarget(rising, 50, 'lower')).toEqual({ estimate: 0, earliest: 0, latest: 0 });
  });
  test('say nothing of how late where the level seems to be there and may yet be short of it', () => {
    // noise of 1 around a slope of 0.3: a level known to about ±1 can't be told from a target 0.01 below it
    const values = history(3, 12).map((value, i) => value + 0.3 * i);
    const { level } = trend(values)!;
    expect(periodsToTarget(values, level - 0.01)).toMatchObject({ estimate: 0, earliest: 0 });
    expect(periodsToTarget(values, level - 0.01)!.latest).not.toBe(0);
    expect(periodsToTarget(values, level - 50)).toEqual({ estimate: 0, earliest: 0, latest: 0 });
    expect(periodsToTarget(Array(8).fill(5), 5)).toEqual({ estimate: 0, earliest: 0, latest: 0 });
  });
  test('hold the true number in 80 of 100 cases, also where figures drag each other along', () => {
    // bench/results/drift.md: 84 to 90 % at lag-1 0.3; under 70 of 100 is three standard deviations below 80 %
    let [given, held] = [0, 0];
    for (let seed = 0; given < 60; seed++) {
      const ahead = 2 + (seed % 12);
      const values = wandering(seed, 24, 0.3).map((value, i) => value + 0.2 * i);
      const found = periodsToTarget(values, 0.2 * (23 + ahead), 'higher', 1);
      if (!found) continue;
      given++;
      if (found.earliest <= ahead && ahead <= (found.latest ?? Infinity)) held++;
    }
    expect(held / given).toBeGreaterThan(0.7);
  });
  test('are none left either where less is better and the level is the target itself', () => {
    expect(periodsToTarget(Array(8).fill(5), 5, 'lower')).toEqual({ estimate: 0, earliest: 0, latest: 0 });
  });
  test('come from the figures of the trend alone: neither gaps nor what was before say how sure it is', () => {
    const own = history(3, 24).map((value, i) => value + 0.4 * i);
    const line = trend(own)!;
    const alone = periodsToTarget(own, 30, 'higher', 12, line)!;
    expect(alone.latest).not.toBeNull();
    const before = [500, null, -300, 800, null];
    const whole = [...before, ...own];
    expect(periodsToTarget(whole, 30, 'higher', 12, { ...line, from: line.from + before.length })).toEqual(alone);
  });
  test('are not told without a trend, nor of a trend that leads away', () => {
    expect(periodsToTarget(history(4, 24), 9)).toBeNull();
    expect(periodsToTarget(rising, 20, 'lower')).toBeNull();
  });
  test('lie between earliest and latest', () => {
    for (let seed = 0; seed < 30; seed++) {
      const found = periodsToTarget(
        history(seed, 24).map((v, i) => v + 0.3 * i),
        12,
      );
      if (!found) continue;
      expect(found.earliest).toBeLessThanOrEqual(found.estimate);
      expect(found.latest ?? Infinity).toBeGreaterThanOrEqual(found.estimate);
    }
  });
});

describe('momentum', () => {
  const quiet = [10, 12, 10, 12, 10, 12];
  test('is the last three against those before, in standard errors of routine variation', () => {
    // by hand: σ = 2 / 1.128; (14 − 11) / (σ √(1/3 + 1/6)) = 3 · 1.128 / (2 · 0.70710678) = 2.3929
    expect(momentum([...quiet, 13, 14, 15])).toBeCloseTo(2.39285, 4);
    expect(momentum([...quiet, 13, 14, 15], 'lower')).toBeCloseTo(-2.39285, 4);
  });
  test('in range goes toward the band', () => {
    expect(momentum([...quiet, 13, 14, 15], 'in range', { low: 13, high: 20 })).toBeGreaterThan(0);
    expect(momentum([...quiet, 13, 14, 15], 'in range', { low: 8, high: 12 })).toBeLessThan(0);
    expect(momentum([...quiet, 10, 11, 12], 'in range', { low: 8, high: 12 })).toBe(0);
    expect(momentum([...quiet, 13, 14, 15], 'in range')).toBeNull();
  });
  test('takes no moving range across a gap', () => {
    // ranges 2, 2, (gap), 2, 2; the rest as above
    expect(momentum([10, 12, 10, null, 12, 10, 12, 13, 14, 15])).toBeCloseTo(2.39285, 4);
  });
  test('of figures that are all alike is none', () => expect(momentum(Array(9).fill(7))).toBe(0));
  test('is not told of eight figures', () => expect(momentum([...quiet, 13, 14])).toBeNull());
});
