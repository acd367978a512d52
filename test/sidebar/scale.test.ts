import { extent, stretches } from '../../sidebar/charts/extent';
import { labelPlace } from '../../sidebar/charts/labelPlace';
import { linearScale, roundTicks } from '../../sidebar/charts/scale';
import type { Chart } from '../../src/review/types';

const bare: Chart = {
  periods: [],
  values: [],
  regimes: [],
  season: null,
  points: [],
  target: null,
  low: null,
  high: null,
  format: '0',
};

describe('the axis of a chart', () => {
  test('puts the low figure at the bottom and the high one at the top', () => {
    const y = linearScale(100, 200, 120, 20);
    expect([y(100), y(150), y(200)]).toEqual([120, 70, 20]);
  });

  test('draws figures that are all the same in the middle', () => {
    expect(linearScale(5, 5, 0, 100)(5)).toBe(50);
  });

  // Origin of the ticks: by hand, steps of 1, 2, 2.5 or 5 times a power of ten.
  test.each([
    [332, 468, 4, [350, 400, 450]],
    [0.022, 0.041, 4, [0.025, 0.03, 0.035, 0.04]],
    [-5, 5, 4, [-5, 0, 5]],
    [0, 0.3, 4, [0, 0.1, 0.2, 0.3]],
    [7, 7, 4, [7]],
  ])('labels %p to %p, at most %p times, with round figures', (low, high, most, expected) => {
    expect(roundTicks(low, high, most)).toEqual(expected);
  });

  test('leaves room for the target even where no figure has come near it', () => {
    const [low, high] = extent({ ...bare, values: [10, 12], target: 100 });
    expect(low).toBeLessThan(10);
    expect(high).toBeGreaterThan(100);
  });

  test('has an extent for a KPI that never moved, and for one without figures', () => {
    expect(extent({ ...bare, values: [50, 50] })).toEqual([45, 55]);
    expect(extent(bare)).toEqual([0, 1]);
  });
});

describe('the line of a chart', () => {
  test('is interrupted where a month has no figure', () => {
    expect(stretches([1, 2, null, 3, null, null, 4, 5])).toEqual([[0, 1], [3], [6, 7]]);
    expect(stretches([null, null])).toEqual([]);
  });
});

describe('the label of a target', () => {
  const area = { left: 40, right: 280, top: 10, bottom: 130 };

  test('stands at the right above its line where nothing is in the way', () => {
    expect(labelPlace('target 420', 60, area, [])).toEqual({ x: 278, y: 56.5, anchor: 'end' });
  });

  test('goes below the line, then to the left, where figures are in the way', () => {
    const above = { x: 260, y: 52 };
    const below = { x: 260, y: 66 };
    expect(labelPlace('target 420', 60, area, [[above]]).y).toBe(70.5);
    expect(labelPlace('target 420', 60, area, [[above], [below]])).toEqual({ x: 43, y: 56.5, anchor: 'start' });
  });

  test('keeps off a line that passes between two figures', () => {
    const steep = [
      { x: 250, y: 20 },
      { x: 256, y: 90 },
    ];
    expect(labelPlace('target 420', 60, area, [steep]).anchor).toBe('start');
  });

  test('never leaves the drawing', () => {
    expect(labelPlace('target 420', 14, area, []).y).toBe(24.5);
  });
});
