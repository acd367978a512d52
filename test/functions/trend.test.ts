import { addMonths, serialOf } from '../../src/cells/serial';
import type { Grid } from '../../src/cells/value';
import { evaluate } from '../../src/functions/evaluate';
import { column, thrown } from './thrown';

const level = [100, 102, 98, 101, 99, 100, 103, 97];
const lower = [70, 72, 69, 71, 70, 72];
const months = [...level, ...lower].map((_, i) => addMonths(serialOf(2025, 7, 1), i));

describe('limits', () => {
  test('of Wheeler’s figures: 4135.5, 3188.7173 and 5082.2827', () => {
    // Method, section 6.
    const figures = [5045, 4350, 4350, 3975, 4290, 4430, 4485, 4285, 3980, 3925, 3645, 3760, 3300, 3685, 3463, 5200];
    const [[centre, low, high]] = evaluate('DRIFT_LIMITS', [column(...figures)]) as [[number, number, number]];
    expect(centre).toBe(4135.5);
    expect(low).toBeCloseTo(3188.7173, 4);
    expect(high).toBeCloseTo(5082.2827, 4);
  });

  test('no moving range is taken across a gap', () => {
    // By hand: ranges 2 and 4 only, mean 3; mean of the figures 13.
    const [row] = evaluate('DRIFT_LIMITS', [column(10, 12, null, 17, 13)]) as Grid;
    expect(row).toEqual([13, 13 - 2.66 * 3, 13 + 2.66 * 3]);
  });

  test('one figure, or none beside another, is too few', () => {
    expect(thrown('DRIFT_LIMITS', [7])).toBe('#N/A DRIFT_LIMITS needs 2 figures in values at least; there is 1.');
    expect(thrown('DRIFT_LIMITS', [column(7, null, 8)])).toMatch(/^#N\/A Too few periods/);
  });
});

describe('breaks', () => {
  test('are places from 1 on, or the names of periods', () => {
    expect(evaluate('DRIFT_BREAKS', [column(...level, ...lower)])).toEqual([[9]]);
    expect(evaluate('DRIFT_BREAKS', [[[...level, ...lower]], [months]])).toEqual([['Mar 2026']]);
  });

  test('newest first is put in order', () => {
    const args = [column(...[...level, ...lower].reverse()), column(...[...months].reverse())];
    expect(evaluate('DRIFT_BREAKS', args)).toEqual([['Mar 2026']]);
  });

  test('where nothing changed for good the cell is blank', () => {
    expect(evaluate('DRIFT_BREAKS', [column(...level)])).toBe('');
  });
});

describe('momentum', () => {
  const quiet = [10, 12, 10, 12, 10, 12];

  test('compares the last three with those before, in routine variation', () => {
    // By hand: (13 − 11) / (2 / 1.128 · √(1/3 + 1/6)).
    expect(evaluate('MOMENTUM', [column(...quiet, 13, 13, 13)])).toBeCloseTo(1.128 * Math.SQRT2, 12);
    expect(evaluate('MOMENTUM', [column(...quiet, 13, 13, 13), 'lower'])).toBeCloseTo(-1.128 * Math.SQRT2, 12);
  });

  test('in range it is the way towards the band', () => {
    const towards = (low: number, high: number) =>
      evaluate('MOMENTUM', [column(...quiet, 13, 13, 13), 'in range', low, high]);
    expect(towards(14, 20)).toBeCloseTo(1.128 * Math.SQRT2, 12); // by hand: from 3 below it to 1 below it
    expect(towards(0, 9)).toBeCloseTo(-1.128 * Math.SQRT2, 12); // from 2 above it to 4 above it
    expect(towards(5, 20)).toBe(0);
    expect(thrown('MOMENTUM', [column(...quiet, 13, 13, 13), 'in range', 14])).toMatch(/low and high are needed/);
  });

  test('blank months below are not periods', () => {
    expect(evaluate('MOMENTUM', [column(...quiet, 13, 13, 13, null, '')])).toBeCloseTo(1.128 * Math.SQRT2, 12);
  });

  test('eight figures are too few, and figures that never vary have no measure', () => {
    expect(thrown('MOMENTUM', [column(...quiet, 13, 13)])).toBe(
      '#N/A MOMENTUM needs 9 figures in values at least; there are 8.',
    );
    expect(evaluate('MOMENTUM', [column(5, 5, 5, 5, 5, 5, 5, 5, 5)])).toBe(0);
    expect(thrown('MOMENTUM', [column(5, 5, 5, 5, 5, 5, 6, 6, 6)])).toMatch(/^#DIV\/0! .*do not vary/);
  });
});

describe('periods to the target', () => {
  const rising = [50, 52, 54, 56, 58, 60, 62, 64];

  test('a line without scatter meets it when it does', () => {
    expect(evaluate('PERIODS_TO_TARGET', [column(...rising), 70])).toEqual([[3, 3, 3]]);
    expect(evaluate('PERIODS_TO_TARGET', [column(...[...rising].reverse()), 44, 'lower'])).toEqual([[3, 3, 3]]);
  });

  test('with scatter the estimate lies between the earliest and the latest', () => {
    const [[estimate, earliest, latest]] = evaluate('PERIODS_TO_TARGET', [
      column(50, 53, 53, 57, 57, 61, 61, 65, 66, 67),
      80,
    ]) as [[number, number, number]];
    expect(earliest).toBeLessThan(estimate);
    expect(latest).toBeGreaterThan(estimate);
  });

  test('already met is 0, away from it or without a trend is blank', () => {
    expect(evaluate('PERIODS_TO_TARGET', [column(...rising), 60])).toEqual([[0, 0, 0]]);
    expect(evaluate('PERIODS_TO_TARGET', [column(...rising), 40, 'lower'])).toEqual([['', '', '']]);
    expect(evaluate('PERIODS_TO_TARGET', [column(...level), 120])).toEqual([['', '', '']]);
  });

  test('in range the target is met from the side where the last figure stands', () => {
    expect(evaluate('PERIODS_TO_TARGET', [column(...rising), 70, 'in range'])).toEqual([[3, 3, 3]]);
    expect(evaluate('PERIODS_TO_TARGET', [column(...[...rising].reverse()), 44, 'in range'])).toEqual([[3, 3, 3]]);
  });

  test('blank months below are not time that has passed, and without a target there is nothing', () => {
    expect(evaluate('PERIODS_TO_TARGET', [column(...rising, null, null), 70])).toEqual([[3, 3, 3]]);
    expect(evaluate('PERIODS_TO_TARGET', [column(...rising), null])).toBe('');
  });
});
