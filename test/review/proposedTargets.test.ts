import { proposedTarget } from '../../src/review/kpi/proposedTarget';
import { roundedBy } from '../../src/review/kpi/roundedBy';
import { seasonalTargets } from '../../src/review/kpi/seasonalTargets';
import type { Chart, KpiReview } from '../../src/review/types';

// Targets worked out by hand from charts made by hand.

const regime = (from: number, to: number, centre: number, width = 20) => ({
  from,
  to,
  centre,
  lower: centre - width,
  upper: centre + width,
});
const kpi = (values: (number | null)[], chart: Partial<Chart> = {}, said: Partial<KpiReview> = {}) =>
  ({
    name: 'Guests',
    better: 'higher',
    target: null,
    chart: { values, regimes: [regime(0, values.length - 1, 100)], season: null, ...chart },
    ...said,
  }) as KpiReview;

describe('a figure is rounded to a power of ten within a fifth of the scatter', () => {
  // By hand: a fifth of 11 is 2.2, so ones; of 0.04 it is 0.008, so thousandths; of 50 it is ten.
  test.each([
    [116.5, 11, 117],
    [0.35123, 0.04, 0.351],
    [0.36, 0.5, 0.4],
    [0.35, 0.1, 0.35],
    [12_345, 50, 12_350],
    [12_345, 0, 12_300],
    [-12_345, 0, -12_300],
    [0, 0, 0],
  ])('%d with a scatter of %d is %d', (value, scatter, expected) => expect(roundedBy(value, scatter)).toBe(expected));
});

describe('a proposed target', () => {
  test('needs eight figures of the present level, blanks not counted', () => {
    const eight = [null, ...Array(8).fill(40)];
    expect(proposedTarget(kpi(eight))).toMatchObject({ target: 40, why: 'reached in 8 of the last 8' });
    expect(proposedTarget(kpi(eight.slice(0, 8)))).toBeNull();
    const fallen = [...Array(6).fill(90), ...Array(8).fill(40)];
    const regimes = [regime(0, 5, 90), regime(6, 13, 40)];
    expect(proposedTarget(kpi(fallen, { regimes }))).toMatchObject({ target: 40, why: 'reached in 8 of the last 8' });
    expect(proposedTarget(kpi(fallen, { regimes: [] }))).toMatchObject({
      why: expect.stringMatching(/of the last 14$/),
    });
  });
  test('is none where periods have targets of their own', () => {
    expect(proposedTarget(kpi(Array(12).fill(40), { targets: Array(12).fill(null) }))).toBeNull();
  });
});

describe('targets of a KPI with a season', () => {
  const additive = { season: { kind: 'additive', effects: [] } } as Partial<Chart>;
  const multiplicative = { season: { kind: 'multiplicative', effects: [] } } as Partial<Chart>;
  /** Two years of quarters. */
  const quarters = [100, 140, 60, 100, 104, 144, 64, 104];
  const proposed = (values: (number | null)[], chart: Partial<Chart>, better: KpiReview['better'] = 'higher') =>
    seasonalTargets(kpi(values, { ...chart }, { better }), 'quarter');

  test('are the quarter a year before plus the usual growth, where the season adds', () => {
    // By hand: every quarter is 4 above that of the year before. Limits 40 apart: a quarter of that is 10, its fifth 2, so ones.
    const found = proposed(quarters, additive)!;
    expect([...found.targets]).toEqual([
      [4, 104],
      [5, 144],
      [6, 64],
      [7, 104],
      [8, 108],
      [9, 148],
      [10, 68],
      [11, 108],
    ]);
    expect(found).toMatchObject({ kpi: 'Guests', low: 68, high: 148 });
    expect(found.why).toBe('the same quarter last year, at the present level, plus the usual growth');
  });

  test('are so many per cent more, where the season multiplies', () => {
    // By hand: each quarter is a tenth above that of the year before; 110 × 1.1 = 121.
    const tenth = [100, 140, 60, 100, 110, 154, 66, 110];
    const found = proposed(tenth, multiplicative)!;
    expect([8, 9, 10, 11].map(at => found.targets.get(at))).toEqual([121, 169, 73, 121]);
    expect(found.why).toBe('the same quarter last year, at the present level plus 10 %');
    const fallen = [100, 140, 60, 100, 90, 126, 54, 90];
    const lower = proposed(fallen, multiplicative, 'lower')!;
    expect(lower.targets.get(8)).toBe(81);
    expect(lower.why).toBe('the same quarter last year, at the present level minus 10 %');
  });

  test('add where a figure is zero or less: it has no percentage', () => {
    const around = [0, 40, -40, 0, 4, 44, -36, 4];
    const found = proposed(around, { ...multiplicative, regimes: [regime(0, 7, 0)] })!;
    expect([8, 9, 10, 11].map(at => found.targets.get(at))).toEqual([8, 48, -32, 8]);
  });

  test('ask for no growth for the worse', () => {
    const found = proposed(quarters, additive, 'lower')!;
    expect([8, 9, 10, 11].map(at => found.targets.get(at))).toEqual([104, 144, 64, 104]);
    expect(found.why).toBe('the same quarter last year, at the present level');
  });

  test('take growth from the middle of the pairs at the present level, two of four at least', () => {
    // Only the last two quarters have a pair since the level rose by 50: 8 and 12 more, 10 in the middle.
    const risen = [50, 90, 60, 100, 154, 194, 68, 112];
    const regimes = [regime(0, 1, 50), regime(2, 7, 100)];
    const found = proposed(risen, { ...additive, regimes })!;
    // By hand: 154 + 10, 194 + 10, 68 + 10, 112 + 10.
    expect([8, 9, 10, 11].map(at => found.targets.get(at))).toEqual([164, 204, 78, 122]);
    // Of one pair alone nothing is said.
    const late = [regime(0, 2, 50), regime(3, 7, 100)];
    expect(proposed(risen, { ...additive, regimes: late })!.targets.get(8)).toBe(154);
  });

  test('bring what was at another level to that of today', () => {
    // The level was 50 until the sixth quarter and is 100 since: by hand 154 + 50 and 94 + 50, and no growth from one pair.
    const regimes = [regime(0, 5, 50), regime(6, 7, 100)];
    const found = proposed([50, 90, 10, 50, 54, 94, 64, 104], { ...additive, regimes })!;
    expect([8, 9, 10, 11].map(at => found.targets.get(at))).toEqual([104, 144, 64, 104]);
    const twice = proposed([50, 90, 10, 50, 54, 94, 64, 104], { ...multiplicative, regimes })!;
    expect([8, 9].map(at => twice.targets.get(at))).toEqual([108, 188]);
  });

  test('leave out a quarter that has no figure a year before', () => {
    const found = proposed([...quarters, 100, null, 60, 100], additive)!;
    expect([...found.targets.keys()]).toEqual([8, 9, 10, 11, 12, 14, 15]);
  });

  test('need two years of figures, a season, and a cadence in which years repeat', () => {
    expect(proposed(quarters.slice(0, 7), additive)).toBeNull();
    expect(proposed([...quarters.slice(0, 7), null], additive)).toBeNull();
    expect(proposed(quarters, {})).toBeNull();
    expect(proposed(quarters, { ...additive, targets: [] })).toBeNull();
    expect(seasonalTargets(kpi(quarters, additive), 'day')).toBeNull();
    expect(seasonalTargets(kpi(quarters, additive), 'month')).toBeNull();
    expect(seasonalTargets(kpi(quarters, additive, { target: 100 }), 'quarter')).toBeNull();
    // Nothing lies ahead where the whole of the last year is blank.
    expect(proposed([...quarters, null, null, null, null], additive)).toBeNull();
  });
});
