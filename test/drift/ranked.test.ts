import { withoutAlone } from '../../src/drift/breaks/outliers';
import { keptOrder, orderOf, sortPlaces } from '../../src/drift/evidence/order';
import { winsorisedScores } from '../../src/drift/evidence/scores';
import { spikeBeyond, spikeUpwards } from '../../src/drift/evidence/spike';
import { newestStretch } from '../../src/drift/statistics/exactCounts';
import { normalQuantile } from '../../src/drift/statistics/normalScores';

// Orders, scores and spikes, worked out apart from this code: by hand, or with numpy 2 and scipy 1.17 from what the comments say.

const expectClose = (found: ArrayLike<number>, expected: number[]) => {
  expect(found).toHaveLength(expected.length);
  expected.forEach((value, i) => {
    expect(found[i]!).toBeCloseTo(value, 7);
  });
};

describe('scores', () => {
  test('of few figures are their distances, none beyond 2; what is absurdly far out is pulled in first', () => {
    // Median 0, median distance 2: 100 counts as 5 · 1.4826 · 2 = 14.826.
    expectClose(
      winsorisedScores([-3, -2, -1, 0, 1, 2, 100]),
      [-0.7764992398, -0.610914195, -0.4453291503, -0.2797441056, -0.1141590608, 0.0514259839, 2],
    );
    expectClose(
      winsorisedScores([-3, -2, -1, 0, 0.5, 1, 2, -100]),
      [-0.2873207017, -0.0546841333, 0.177952435, 0.4105890033, 0.5269072875, 0.6432255716, 0.8758621399, -2],
    );
  });
  test('are pulled in by nothing where more than half are equal, and are ranks where all are', () => {
    expectClose(winsorisedScores([5, 5, 5, 5, 5, 9, 1]), [0, 0, 0, 0, 0, 1.7320508076, -1.7320508076]);
    // Of equal figures the later has the lower rank.
    expectClose(
      winsorisedScores([4, 4, 4, 4, 4, 4, 4]),
      [1.3644887482, 0.758292557, 0.3529339861, 0, -0.3529339861, -0.758292557, -1.3644887482],
    );
  });
  test('of twice fourteen figures are half distances and half ranks', () => {
    const figures = Array.from({ length: 28 }, (_, i) => (i === 3 ? 14 : i === 27 ? 400 : (i * 7) % 28));
    expectClose(
      winsorisedScores(figures),
      [
        -0.96344754, -0.23385768, 0.54011185, 0.48462027, -1.02380884, -0.2784132, 0.43267464, 1.3557877, -1.09106374,
        -0.32350621, 0.3833458, 1.2293197, -1.16860326, -0.36952959, 0.33594169, 1.13501535, -1.26290761, -0.41693371,
        0.2899183, 1.05747584, -1.38937561, -0.46626255, 0.24482529, 0.99022093, -1.60728356, -0.51820817, 0.20026977,
        2.00586793,
      ],
    );
  });
  test('of ranks are normal quantiles, in the tails as in the middle', () => {
    // scipy: stats.norm.ppf.
    for (const [probability, expected] of [
      [0.5, 0],
      [0.02424, -1.9731366119],
      [0.02426, -1.9727855515],
      [0.001, -3.0902323062],
      [0.9999, 3.7190164855],
      [0.25, -0.6744897502],
    ] as const)
      expect(normalQuantile(probability)).toBeCloseTo(expected, 7);
  });
});

describe('an order', () => {
  test('puts figures from the lowest on, of equal ones the later first', () => {
    expect(orderOf([3, 1, 2, 1, 3])).toEqual([3, 1, 2, 4, 0]);
    expect(sortPlaces([0, 1, 2], [5, 5, 5])).toEqual([2, 1, 0]);
    expect(orderOf([])).toEqual([]);
  });
  test('is kept from look to look, as figures come and go', () => {
    const order = keptOrder();
    expect(order([4, 5, 6], [3, 1, 2])).toEqual([1, 2, 0]);
    expect(order([4, 5, 6, 7], [3, 1, 2, 0])).toEqual([3, 1, 2, 0]);
    expect(order([6, 7, 8], [2, 0, 9])).toEqual([1, 0, 2]);
    expect(order([8], [9])).toEqual([0]);
    expect(order([1, 2, 3], [7, 8, 6])).toEqual([2, 0, 1]);
  });
});

describe('a spike', () => {
  test('is its distance from the median over that of the two furthest out, the furthest three times the next at most', () => {
    // Median 10; 14 and 13 are 4 and 3 above it: (4 + 3)/2. With 100 instead of 14, three times 3: (9 + 3)/2.
    expect(spikeUpwards([7, 8, 10, 10, 10, 13, 14], 24)).toBeCloseTo(Math.log(14 / 3.5), 12);
    expect(spikeUpwards([7, 8, 10, 10, 10, 13, 100], 24)).toBeCloseTo(Math.log(14 / 6), 12);
    // Of a single one above it half counts.
    expect(spikeUpwards([7, 8, 10, 10, 10, 10, 14], 24)).toBeCloseTo(Math.log(14 / 2), 12);
    // Downwards 7 and 8 are 3 and 2 below.
    expect(spikeBeyond([7, 8, 10, 10, 10, 13, 14], 4, -1)).toBeCloseTo(Math.log(6 / 2.5), 12);
    // Of an even number the median is halfway: 10.5.
    expect(spikeUpwards([7, 8, 10, 11, 13, 14], 24)).toBeCloseTo(Math.log(13.5 / 3), 12);
  });
  test('is none at the median or below it, or where nothing was above it before', () => {
    expect(spikeUpwards([7, 8, 10, 10, 10, 13, 14], 10)).toBe(-Infinity);
    expect(spikeUpwards([7, 8, 10, 10, 10, 13, 14], 3)).toBe(-Infinity);
    expect(spikeUpwards([7, 8, 10, 10, 10, 10, 10], 24)).toBe(-Infinity);
  });
});

test('a chance that is just as large as is asked is told', () => {
  const counts = [...Array<number>(23).fill(0), 1];
  const told = (most: number) => newestStretch({ counts, trials: counts.map(() => 1) }, 1, 'more', most);
  const { chance } = told(1)!;
  expect(told(chance)).toEqual({ length: 1, chance });
  expect(told(chance * 0.999)).toBeNull();
});

test('two figures at the end of a series are no company for each other', () => {
  const turns = Array.from({ length: 16 }, (_, i) => (i % 2 ? 12 : 10));
  const { plain } = withoutAlone([...turns, 90, 90]);
  expect(plain.slice(0, 16)).toEqual(turns);
  expect(plain.slice(16)).not.toContain(90);
});
