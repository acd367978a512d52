import { naturalProcessLimits } from '../../src/drift';
import { type Rule, wheelerRules } from '../../src/drift/changes/rules';
import type { Limits } from '../../src/drift/limits';

/** The figures that one of Wheeler's rules marks in a chart with these limits, 0-based. */
function marked(values: number[], rule: Rule, limits: Limits = naturalProcessLimits(values)): number[] {
  const points = values.flatMap((_, newest) =>
    wheelerRules(values.slice(0, newest + 1), limits)
      .filter(hit => hit.rule === rule)
      .flatMap(hit => hit.points),
  );
  return [...new Set(points)].sort((a, b) => a - b);
}

/** Limits as a page prints them. */
const printed = ({ centre, lower, upper }: Limits, digits: number) =>
  [centre, lower, upper].map(figure => Number(figure.toFixed(digits)));

// Wheeler, Making Sense of Data, as the tests of the public Python package statprocon (mattmccormick/statprocon,
// tests/test_xmr.py) quote tables, printed limits and marked figures; Understanding Variation, as quoted by
// xmrit.com/articles/plot-xmr-chart-instructions.
describe('charts that Wheeler printed, with his limits and what he marks in them', () => {
  const accidentsInGroupA = [43, 40, 37, 33, 30, 33, 34, 35, 29, 33, 31, 39];
  const accidentsInGroupB = [35, 37, 33, 32, 27, 29, 31, 22, 25, 30, 24, 19];
  const receivables = [
    ...[55.6, 54.7, 54.9, 54.8, 56.9, 55.7, 53.8, 54.8, 53.4, 57.0, 59.4, 63.2],
    ...[60.9, 60.7, 58.6, 57.3, 56.9, 58.1, 58.3, 50.9, 53.3, 52.5, 50.8, 52.9],
  ];
  const smokers = [21.3, 20.2, 20.9, 21.0, 18.8, 19.6, 18.7, 18.6, 18.1, 18.9, 19.2, 18.2, 17.3, 19.0];
  const peakFlow = [120, 140, 100, 150, 260, 150, 100, 120, 300, 300, 275, 300, 140, 170, 150, 150, 190, 180];
  const inventory = [
    ...[19, 27, 20, 16, 18, 25, 22, 24, 17, 25, 15, 17],
    ...[20, 22, 19, 16, 22, 19, 25, 22, 18, 20, 16, 17],
    ...[20, 15, 27, 25, 17, 19, 28],
  ];

  test('accident rates, table 9.1: each group against the limits of the other', () => {
    const [a, b] = [accidentsInGroupA, accidentsInGroupB].map(group => naturalProcessLimits(group));
    expect(printed(a!, 1).slice(1)).toEqual([25.6, 43.9]);
    expect(printed(b!, 1).slice(1)).toEqual([18.0, 39.3]);
    expect(marked(accidentsInGroupA, 'point', b)).toEqual([0, 1]);
    expect(marked(accidentsInGroupB, 'point', a)).toEqual([7, 8, 10, 11]);
  });
  test('accounts receivable, table 9.2: four months beyond the limits, two above and two below', () => {
    const limits = naturalProcessLimits(receivables);
    // The book prints the upper limit as 60.7, and marks 60.7, which is above it before rounding, as well.
    expect(Math.abs(limits.upper - 60.7)).toBeLessThan(0.1);
    expect(marked(receivables, 'point', limits)).toEqual([11, 12, 19, 22]);
  });
  test('pupils who smoke daily, table 8.1: the last eight years are a run', () => {
    expect(marked(smokers, 'run')).toEqual([6, 7, 8, 9, 10, 11, 12, 13]);
    expect(marked(smokers, 'point')).toEqual([]);
  });
  test('peak flow rates, figure 9.9: three of four days nearer the upper limit than the centre', () => {
    // The book rounds the averages first: 183.1 ± 2.66 × 52.4 gives its 43.7 and 322.5.
    const limits = naturalProcessLimits(peakFlow);
    expect(printed(limits, 1)).toEqual([183.1, 43.8, 322.3]);
    expect(marked(peakFlow, 'three of four', { centre: 183.1, lower: 43.7, upper: 322.5 })).toEqual([8, 9, 10, 11]);
    expect(marked(peakFlow, 'three of four', limits)).toEqual([8, 9, 10, 11]);
    expect(marked(peakFlow, 'point', limits)).toEqual([]);
  });
  test('in-process inventory, Understanding Variation: routine variation and nothing else', () => {
    const limits = naturalProcessLimits(inventory);
    expect(printed(limits, 2)).toEqual([20.39, 7.89, 32.89]);
    for (const rule of ['point', 'run', 'three of four'] as const) expect(marked(inventory, rule)).toEqual([]);
  });
});
