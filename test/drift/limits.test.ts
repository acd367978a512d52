import { judgingLimits, naturalProcessLimits, TooFewPeriods } from '../../src/drift';

/** Wheeler's series, as the method prints it in section 6. */
const wheeler = [5045, 4350, 4350, 3975, 4290, 4430, 4485, 4285, 3980, 3925, 3645, 3760, 3300, 3685, 3463, 5200];

describe('natural process limits', () => {
  test('of the published series are the printed ones', () => {
    const { centre, lower, upper } = naturalProcessLimits(wheeler);
    expect(centre).toBe(4135.5);
    expect(lower).toBeCloseTo(3188.7173, 4);
    expect(upper).toBeCloseTo(5082.2827, 4);
  });
  test('keep the mean form although a figure lies beyond them, as 5200 does', () => {
    expect(naturalProcessLimits(wheeler).upper).toBeLessThan(5200);
  });
  test('of a column of a sheet are those of the same figures in a list', () => {
    expect(naturalProcessLimits(Float64Array.from(wheeler))).toEqual(naturalProcessLimits(wheeler));
    // by hand: a blank cell of a column is no number; centre 13.75 and mean range 1.5 as below
    const { centre, upper } = naturalProcessLimits(Float64Array.of(10, 11, Number.NaN, 16, 18));
    expect(centre).toBe(13.75);
    expect(upper).toBeCloseTo(13.75 + 2.66 * 1.5, 12);
  });
  test('take no moving range across a missing month', () => {
    // by hand: centre 14, ranges 1 (10 to 11) and 2 (16 to 18), mean 1.5; the step from 11 to 16 is not one
    const { centre, upper } = naturalProcessLimits([10, 11, null, 16, 18]);
    expect(centre).toBe(13.75);
    expect(upper).toBeCloseTo(13.75 + 2.66 * 1.5, 12);
  });
  test('do not take a missing month for zero', () => {
    expect(naturalProcessLimits([10, null, 10, 10]).centre).toBe(10);
  });
  test('need two figures next to each other', () => {
    for (const values of [[], [5], [5, null, 6]]) expect(() => naturalProcessLimits(values)).toThrow(TooFewPeriods);
  });
});

describe('limits for judging', () => {
  test('are the mean form where every figure lies inside it', () => {
    const quiet = [10, 11, 10, 12, 11, 10];
    expect(judgingLimits(quiet)).toEqual(naturalProcessLimits(quiet));
  });
  test('are the median form where a figure lies beyond its own limits', () => {
    // by hand: of Wheeler's sixteen figures the middle two are 3980 and 4285; of the fifteen ranges 0 55 55 115 140 200
    // 222 280 305 315 375 385 460 695 1737 the middle one is 280
    const { centre, upper } = judgingLimits(wheeler)!;
    expect(centre).toBe(4132.5);
    expect(upper).toBeCloseTo(4132.5 + 3.145 * 280, 9);
  });
  test('stay in the mean form where most months are alike, so that a single return is not a change', () => {
    // by hand: eight months with 0 returns and one with 1: median range 0 would make limits without width
    const returns = [0, 0, 0, 0, 1, 0, 0, 0, 0];
    expect(judgingLimits(returns)).toEqual(naturalProcessLimits(returns));
  });
  test('of quarterly figures in a monthly workbook take the blanks between for no gaps', () => {
    const quarterly = [10, null, null, 12, null, null, 11];
    expect(judgingLimits(quarterly, true)).toEqual(naturalProcessLimits([10, 12, 11]));
    expect(judgingLimits(quarterly)).toBeNull();
  });
  test('are not there without two figures next to each other', () => expect(judgingLimits([5, null, 6])).toBeNull());
});
