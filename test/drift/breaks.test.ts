import fc from 'fast-check';
import { driftBreaks } from '../../src/drift';
import { leastCosts } from '../../src/drift/breaks/leastCost';
import { curveCost, regimeCost } from '../../src/drift/breaks/regimeCost';
import { segmentations } from '../../src/drift/breaks/segmentation';
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

/** Generalised sum of squares around a level, a line or a parabola, by the inverse of the covariance. */
function unexplained(values: number[], rho: number, form: 'level' | 'line' | 'curve'): number {
  const n = values.length;
  // The inverse of a first-order autoregression's correlation matrix is tridiagonal (Whittle 1954).
  const inverse = (i: number, j: number) => {
    if (Math.abs(i - j) === 1) return -rho / (1 - rho * rho);
    if (i !== j) return 0;
    return (i === 0 || i === n - 1 ? 1 : 1 + rho * rho) / (1 - rho * rho);
  };
  const product = (a: number[], b: number[]) =>
    a.reduce((sum, x, i) => sum + b.reduce((s, y, j) => s + x * inverse(i, j) * y, 0), 0);
  const degree = form === 'curve' ? 2 : form === 'line' && n >= 12 ? 1 : 0;
  const columns: number[][] = [];
  const without = (column: number[]) =>
    columns.reduce((left, known) => {
      const share = product(left, known) / product(known, known);
      return left.map((x, i) => x - share * known[i]!);
    }, column);
  for (let power = 0; power <= degree; power++) columns.push(without(values.map((_, i) => i ** power)));
  const left = without(values);
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
        const found = segmentations(length, regimeCost(values, rho, form));
        const bounds = leastCosts(values, rho, form);
        const most = Math.max(...all.map(b => b.length));
        // Asked for in any order: what is worked out for one is used for the next.
        for (const count of [most, ...Array(most + 1).keys()]) {
          const { cost, breaks } = found(count)!;
          const least = Math.min(...all.filter(b => b.length === count).map(total));
          expect(breaks).toHaveLength(count);
          expect(total(breaks)).toBeCloseTo(least, 8);
          expect(cost).toBeCloseTo(least, 8);
          for (const atLeast of bounds) expect(atLeast(count)).toBeLessThanOrEqual(least);
        }
        expect(found(most + 1)).toBeNull();
      }),
      { numRuns: 15 },
    );
  });
});

test.each([0, 0.6])('a curve leaves what generalised least squares leave (lag-1 %d)', rho => {
  for (let seed = 0; seed < 5; seed++) {
    const values = history(seed, 24 + seed).map((value, i) => value + 0.01 * i ** 2);
    expect(curveCost(values, rho)).toBeCloseTo(unexplained(values, rho, 'curve'), 8);
  }
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
  test('growth by so many per cent a month is not cut into steps', () => {
    // bench/results/breaks.md: 1 to 4 % of series that grow by 2 % a month, 5 % noise; 15 of 60 is above every chance
    let seen = 0;
    for (let seed = 0; seed < 20; seed++) {
      for (const months of [24, 36, 60]) {
        const sales = history(seed, months).map((noise, i) => 1000 * 1.02 ** i * (1 + 0.05 * noise));
        if (driftBreaks(sales).length > 0) seen++;
      }
    }
    expect(seen).toBeLessThan(15);
  });
  test('two new levels in under two years are seen, and not taken for a wander', () => {
    expect(driftBreaks(history(4, 21, [8, 12], [15, 12]))).toEqual([8, 15]);
  });
  test('too small to be seen in the chart are none', () => {
    // the third level is 3 above 1000: it explains 7 millionths of the variance, far from a thousandth
    const stairs = [0, 1000, 1003].flatMap(level => Array<number>(12).fill(level));
    expect(driftBreaks(stairs)).toEqual([12]);
  });
  test('a slow wander is hardly ever cut into levels', () => {
    // bench/results/breaks.md: 3 % of series of 60 with lag-1 correlation 0.6; 9 of 60 is six standard deviations above
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
  test('of ten thousand days are found to the day, or a few', () => {
    const breaks = driftBreaks(history(2, 10_000, [3333, 1.5]));
    expect(breaks).toHaveLength(1);
    expect(Math.abs(breaks[0]! - 3333)).toBeLessThanOrEqual(10);
  });
  test.each([12, 24, 36, 60])('are seen in hardly any series of %i that never changed', length => {
    // bench/results/breaks.md: about 1 % of normal series; 10 of 200 is more than five standard deviations above
    let seen = 0;
    for (let seed = 0; seed < 200; seed++) if (driftBreaks(history(seed, length)).length > 0) seen++;
    expect(seen).toBeLessThan(10);
  });
  test.each([1e-300, 1e-9, 1e150, 1e300])('do not care how large the unit is (× %d)', unit => {
    const values = history(11, 36, [12, -4], [24, 6]);
    expect(driftBreaks(values.map(value => value * unit))).toEqual([12, 24]);
  });
  test('are found in differences of a cent around a thousand million', () => {
    expect(driftBreaks(history(11, 36, [12, -4], [24, 6]).map(value => 1e9 + 0.01 * value))).toEqual([12, 24]);
  });
  test('stay where they are when figures are counted from elsewhere or upside down', () => {
    const steps = fc.array(fc.tuple(fc.integer({ min: 3, max: 50 }), fc.integer({ min: -6, max: 6 })), {
      maxLength: 2,
    });
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 2, max: 60 }), steps, (seed, length, changes) => {
        const values = history(seed, length, ...changes);
        const breaks = driftBreaks(values);
        expect(driftBreaks(values.map(value => value + 1024))).toEqual(breaks);
        expect(driftBreaks(values.map(value => -value))).toEqual(breaks);
      }),
      { numRuns: 60 },
    );
  });
  test('are none in two figures, in blanks, and in one figure among blanks', () => {
    expect(driftBreaks([1, 2])).toEqual([]);
    expect(driftBreaks(Array(40).fill(null))).toEqual([]);
    expect(driftBreaks([...Array(20).fill(null), 7, ...Array(20).fill(undefined)])).toEqual([]);
  });
});

const NILE = [
  1120, 1160, 963, 1210, 1160, 1160, 813, 1230, 1370, 1140, 995, 935, 1110, 994, 1020, 960, 1180, 799, 958, 1140, 1100,
  1210, 1150, 1250, 1260, 1220, 1030, 1100, 774, 840, 874, 694, 940, 833, 701, 916, 692, 1020, 1050, 969, 831, 726, 456,
  824, 702, 1120, 1100, 832, 764, 821, 768, 845, 864, 862, 698, 845, 744, 796, 1040, 759, 781, 865, 845, 944, 984, 897,
  822, 1010, 771, 676, 649, 846, 812, 742, 801, 1040, 860, 874, 848, 890, 744, 749, 838, 1050, 918, 986, 797, 923, 975,
  815, 1020, 906, 901, 1170, 912, 746, 919, 718, 714, 740,
];
