import { driftChanges } from '../../src/drift';
import { leastCosts } from '../../src/drift/breaks/leastCost';
import { regimeCost } from '../../src/drift/breaks/regimeCost';
import { segmentations } from '../../src/drift/breaks/segmentation';

// What the search for breaks may pass over. A bound that is too high loses breaks, one that is too low only time: so both are held.

describe('what no cut leaves less than', () => {
  /** For 0, 1, 2, 3 breaks, of each width of stretches that fits: 12, 6 and 3; to four digits, since each leaves room for rounding. */
  const bounds = (figures: number[], form: 'level' | 'line' = 'level') =>
    leastCosts(figures, 0, form).map(bound => [0, 1, 2, 3].map(breaks => 0 + Math.round(1e4 * bound(breaks)) / 1e4));

  test('is all but what breaks can take off it, stretch by stretch', () => {
    // By hand, twelve steps from the first figure, 1 and −1 in turn. As one stretch they leave 12; a break takes half of it at
    // most. As two they leave 6 each, and a break in one of them 4. As four each leaves 3 − 1/3, and with a break nothing.
    const turns = [0, ...Array.from({ length: 12 }, (_, i) => (i % 2 ? -1 : 1))];
    expect(bounds(turns)).toEqual([
      [12, 6, 0, 0],
      [12, 10, 8, 8],
      [10.6667, 8, 5.3333, 2.6667],
    ]);
  });
  test('is nothing after the break that explains everything', () => {
    // By hand: 6 × 5² on each side of the middle.
    expect(bounds([0, 0, 0, 0, 0, 0, 0, 10, 10, 10, 10, 10, 10])[0]).toEqual([300, 0, 0, 0]);
  });
  test('of lines is what each stretch leaves of a line of its own', () => {
    const rising = Array.from({ length: 13 }, (_, i) => i);
    expect(bounds(rising, 'line')).toEqual(Array(3).fill([0, 0, 0, 0]));
    expect(bounds(rising)[0]![0]).toBe(143);
  });
  test('is asked of stretches that fit alone', () => {
    expect(leastCosts([1, 2, 3], 0, 'level')).toHaveLength(0);
    expect(leastCosts([1, 2, 3, 4], 0, 'level')).toHaveLength(1);
    expect(leastCosts(Array(13).fill(1), 0, 'level')).toHaveLength(3);
    expect(leastCosts(Array(49).fill(1), 0, 'level')).toHaveLength(5);
  });
});

describe('the best cut into levels', () => {
  const cut = (figures: number[], breaks: number) =>
    segmentations(figures.length, regimeCost(figures, 0, 'level'))(breaks);
  const levels = (...each: [count: number, level: number][]) =>
    each.flatMap(([count, level]) => Array<number>(count).fill(level));
  test('has three figures first and six in every later regime', () => {
    expect(cut(levels([3, 1], [6, 5]), 1)).toEqual({ cost: 0, breaks: [3] });
    expect(cut(levels([2, 1], [7, 5]), 1)!.breaks).toEqual([3]);
    expect(cut(levels([3, 1], [5, 5]), 1)).toBeNull();
    expect(cut(levels([3, 1], [6, 5], [6, 2]), 2)).toEqual({ cost: 0, breaks: [3, 9] });
    expect(cut(levels([3, 1], [6, 5], [5, 2]), 2)).toBeNull();
    expect(cut(levels([4, 1], [7, 5], [6, 2], [8, 9]), 3)).toEqual({ cost: 0, breaks: [4, 11, 17] });
    // By hand: 9 figures of 1 and 6 of 5 around their mean.
    expect(cut(levels([3, 1], [6, 5]), 0)).toEqual({ cost: 32, breaks: [] });
  });
});

describe('a share whose denominator is not known', () => {
  test('is left out, as if it were not there', () => {
    const returns = [0.05, 0.04, 0.06, 0.05, 0.04, 0.06, 0.05, 0.9, 0.06, 0.05, 0.04, 0.06, 0.2, 0.2, 0.22];
    const counts = returns.map((_, i) => (i === 7 ? null : 1000));
    const told = driftChanges(returns, { better: 'lower', counts });
    expect(told).toMatchObject([{ direction: 'up', since: 12 }]);
    const without = driftChanges(
      returns.map((share, i) => (i === 7 ? null : share)),
      { better: 'lower', counts },
    );
    expect(told.map(({ index, since }) => [index, since])).toEqual(without.map(({ index, since }) => [index, since]));
  });
});
