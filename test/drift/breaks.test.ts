import fc from 'fast-check';
import { driftBreaks } from '../../src/drift';
import { regimeCost } from '../../src/drift/regimeCost';
import { segmentations } from '../../src/drift/segmentation';
import { history, wandering } from './series';

/** Every way to cut `length` figures into a first regime of 3 or more and later ones of 6 or more. */
function allBreaks(length: number): number[][] {
  const cuts = (from: number, least: number): number[][] => {
    const found: number[][] = length - from >= least ? [[]] : [];
    for (let at = from + least; at + 6 <= length; at++) for (const later of cuts(at, 6)) found.push([at, ...later]);
    return found;
  };
  return cuts(0, 3);
}

/** Generalised sum of squares around a level or a line, by the inverse of the covariance. */
function unexplained(values: number[], rho: number, form: 'level' | 'line'): number {
  const n = values.length;
  // The inverse of a first-order autoregression's correlation matrix is tridiagonal (Whittle 1954).
  const inverse = (i: number, j: number) => {
    if (Math.abs(i - j) === 1) return -rho / (1 - rho * rho);
    if (i !== j) return 0;
    return (i === 0 || i === n - 1 ? 1 : 1 + rho * rho) / (1 - rho * rho);
  };
  const product = (a: number[], b: number[]) =>
    a.reduce((sum, x, i) => sum + b.reduce((s, y, j) => s + x * inverse(i, j) * y, 0), 0);
  const project = (a: number[], onto: number[]) => {
    const share = product(a, onto) / product(onto, onto);
    return a.map((x, i) => x - share * onto[i]!);
  };
  const one = values.map(() => 1);
  let left = project(values, one);
  if (form === 'line' && n >= 12) {
    left = project(
      left,
      project(
        values.map((_, i) => i),
        one,
      ),
    );
  }
  // regimeCost leaves out the factor 1 / (1 - rho²) of the inverse
  return product(left, left) * (1 - rho * rho);
}

describe('segmentation', () => {
  test.each([
    [0, 'level'],
    [0.6, 'level'],
    [0, 'line'],
    [0.6, 'line'],
  ] as const)('is as good as a search through every allowed one (lag-1 %d, %s)', (rho, form) => {
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 3, max: 21 }), (seed, length) => {
        const values = history(seed, length, [7, 2]);
        const all = allBreaks(length);
        const total = (breaks: number[]) =>
          [0, ...breaks].reduce((sum, from, i) => sum + unexplained(values.slice(from, breaks[i]), rho, form), 0);
        const found = segmentations(length, regimeCost(values, rho, form), 30);
        for (const [count, { cost, breaks }] of found.entries()) {
          const least = Math.min(...all.filter(b => b.length === count).map(total));
          expect(breaks).toHaveLength(count);
          expect(total(breaks)).toBeCloseTo(least, 8);
          expect(cost).toBeCloseTo(least, 8);
        }
        expect(found).toHaveLength(1 + Math.max(...all.map(b => b.length)));
      }),
      { numRuns: 15 },
    );
  });
});

describe('breaks', () => {
  test('stand where the level changed for good', () => {
    expect(driftBreaks(history(11, 36, [12, -4], [24, 6]))).toEqual([12, 24]);
  });
  test('are found when nothing varies but the level', () => {
    expect(driftBreaks([5, 5, 5, 5, 5, 5, 5, 5, 3, 3, 3, 3, 3, 3])).toEqual([8]);
  });
  test('are not seen in what never changes, or in next to nothing', () => {
    expect(driftBreaks(Array(24).fill(0.1))).toEqual([]);
    expect(driftBreaks([])).toEqual([]);
    expect(driftBreaks([1, 2, 3, 9, 9, 9, 9, 9])).toEqual([]); // three and five: one short of a later regime
  });
  test('are not made of one bad month, nor of a holiday of two', () => {
    const values = history(3, 24);
    values[10] = -9;
    expect(driftBreaks(values)).toEqual([]);
    values[11] = -8;
    expect(driftBreaks(values)).toEqual([]);
  });
  test('skip missing months, and stand on the first figure after one', () => {
    const values: (number | null)[] = history(8, 24, [12, 5]);
    values[12] = null;
    values[4] = null;
    expect(driftBreaks(values)).toEqual([13]);
  });
  test('leave three figures before the first and six in every later regime', () => {
    for (let seed = 0; seed < 200; seed++) {
      const breaks = driftBreaks(history(seed, 30, [4, 3], [11, -3], [18, 3]));
      for (const [i, at] of breaks.entries()) {
        expect(at - (breaks[i - 1] ?? 0)).toBeGreaterThanOrEqual(i === 0 ? 3 : 6);
        expect(30 - at).toBeGreaterThanOrEqual(6);
      }
    }
  });
  test('a steady slope is not cut into steps', () => {
    for (let seed = 0; seed < 20; seed++) {
      expect(driftBreaks(history(seed, 48).map((value, i) => value + 0.3 * i))).toEqual([]);
    }
  });
  test('a slow wander is hardly ever cut into levels', () => {
    // bench/results/drift.md: 3 % of series of 60 with lag-1 correlation 0.6; 9 of 60 is six standard deviations above
    let seen = 0;
    for (let seed = 0; seed < 60; seed++) if (driftBreaks(wandering(seed, 60, 0.6)).length > 0) seen++;
    expect(seen).toBeLessThan(9);
  });
  test('a season is not cut into levels', () => {
    for (let seed = 0; seed < 10; seed++) {
      const sales = history(seed, 60).map((noise, i) => 100 + 20 * Math.sin((2 * Math.PI * i) / 12) + 5 * noise);
      expect(driftBreaks(sales)).toEqual([]);
    }
  });
  test('the Nile fell in 1899, when the dam at Aswan was begun', () => {
    // Annual flow 1871 to 1970, 10^8 m³, as in R's datasets::Nile; Cobb (1978) puts the change between 1898 and 1899.
    expect(driftBreaks(NILE)).toEqual([28]);
  });
  test('of ten thousand days are found within seconds, to the day', () => {
    const days = history(2, 10_000, [3333, 1.5]);
    const from = Date.now();
    const breaks = driftBreaks(days);
    expect(Date.now() - from).toBeLessThan(10_000);
    expect(breaks).toHaveLength(1);
    expect(Math.abs(breaks[0]! - 3333)).toBeLessThanOrEqual(10);
  });
  test.each([24, 36, 60])('are seen in few series of %i that never changed', length => {
    // bench/results/drift.md: 1 to 4 % of normal series; 20 of 200 is more than four standard deviations above
    let seen = 0;
    for (let seed = 0; seed < 200; seed++) if (driftBreaks(history(seed, length)).length > 0) seen++;
    expect(seen).toBeLessThan(20);
  });
});

const NILE = [
  1120, 1160, 963, 1210, 1160, 1160, 813, 1230, 1370, 1140, 995, 935, 1110, 994, 1020, 960, 1180, 799, 958, 1140, 1100,
  1210, 1150, 1250, 1260, 1220, 1030, 1100, 774, 840, 874, 694, 940, 833, 701, 916, 692, 1020, 1050, 969, 831, 726, 456,
  824, 702, 1120, 1100, 832, 764, 821, 768, 845, 864, 862, 698, 845, 744, 796, 1040, 759, 781, 865, 845, 944, 984, 897,
  822, 1010, 771, 676, 649, 846, 812, 742, 801, 1040, 860, 874, 848, 890, 744, 749, 838, 1050, 918, 986, 797, 923, 975,
  815, 1020, 906, 901, 1170, 912, 746, 919, 718, 714, 740,
];
