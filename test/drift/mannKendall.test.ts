import { mannKendall } from '../../src/drift';
import { chanceOfSteps } from '../../src/drift/statistics/mannKendall';

/** All orders of some figures. */
function orders(figures: readonly number[]): number[][] {
  if (figures.length < 2) return [[...figures]];
  return figures.flatMap((first, i) => orders(figures.filter((_, j) => j !== i)).map(rest => [first, ...rest]));
}

function pairs(figures: readonly number[]): number {
  return figures.reduce((sum, a, i) => sum + figures.slice(i + 1).reduce((s, b) => s + Math.sign(b - a), 0), 0);
}

describe('Mann and Kendall’s chance', () => {
  test.each([
    // scipy 1.17.1: stats.kendalltau(range(n), figures, method='exact').pvalue
    [[3, 1, 4, 2, 6, 5, 9, 7], 0.03115079365079365],
    [[5, 7, 6, 9, 8, 12, 11, 10, 14, 13, 15, 16], 4.4129288920955584e-5],
    [[50, 52, 54, 58, 60, 62, 64, 66, 68, 70], 5.511463844797178e-7],
  ])('of %p is scipy’s exact one', (figures, chance) => {
    expect(mannKendall(figures).chance / chance).toBeCloseTo(1, 9);
  });

  test.each([
    [[1, 2, 2, 3, 1, 4, 4]],
    [[1, 1, 2, 2, 3, 3, 2]],
    [[7, 7, 7, 7, 1, 7]],
    [[3, 1, 2]],
    [[2, 2, 5, 5, 9, 1, 1]],
  ])('of %p, ties and all, is the share of all orders', figures => {
    const all = orders(figures);
    const s = pairs(figures);
    const share = all.filter(order => Math.abs(pairs(order)) >= Math.abs(s)).length / all.length;
    expect(mannKendall(figures)).toEqual({ s, chance: expect.closeTo(share, 12) });
  });

  test('of figures that always rise is 2 / n!, however much they drag each other along', () => {
    expect(mannKendall([1, 2, 3, 4, 5, 6], 19).chance).toBeCloseTo(2 / 720, 12);
  });

  test('of more than thirty figures is near the normal one', () => {
    // scipy 1.17.1: stats.kendalltau(range(31), [(i * 17) % 31 + i / 2 for i in range(31)], method='exact').pvalue
    const figures = Array.from({ length: 31 }, (_, i) => ((i * 17) % 31) + i / 2);
    expect(mannKendall(figures).chance).toBeCloseTo(0.0012265937287249036, 3);
  });

  test('of more than thirty figures, some of them equal, is the normal one with ties and continuity', () => {
    // Kendall, Rank Correlation Methods, 4.9, in Python: s 221, variance 3437, z = 220 / √3437, two tails of math.erfc
    const figures = Array.from({ length: 31 }, (_, i) => Math.floor(((i * 17) % 31) / 2) + Math.floor(i / 3));
    expect(mannKendall(figures)).toEqual({ s: 221, chance: expect.closeTo(0.0001750061192306905, 14) });
    // by hand: of 31 figures that lead nowhere, s 0, every order leads as far
    const nowhere = [...Array(10).fill(1), ...Array(11).fill(2), ...Array(10).fill(1)];
    expect(mannKendall(nowhere)).toEqual({ s: 0, chance: 1 });
  });

  test('is 1 where all are equal, and never above 1', () => {
    expect(mannKendall([3, 3, 3, 3]).chance).toBe(1);
    expect(mannKendall([1, 3, 2, 1]).chance).toBeLessThanOrEqual(1);
    expect(mannKendall([]).chance).toBe(1);
  });

  test('grows with the correlation that is feared, up to what so many steps one way can be', () => {
    const figures = [50, 52, 51, 58, 60, 62, 64, 66, 68, 70, 72];
    const [none, some, much] = [1, 3, 1000].map(inflation => mannKendall(figures, inflation).chance);
    expect(some!).toBeGreaterThan(none!);
    expect(much!).toBeGreaterThan(some!);
    // by hand: nine of ten steps up, 2 · (1 + 10) / 2^10
    expect(chanceOfSteps(figures)).toBeCloseTo(22 / 1024, 12);
    expect(much!).toBeLessThanOrEqual(22 / 1024);
  });
});
