import type { Grid } from '../../src/cells/value';
import { driftBreaks, type Series } from '../../src/drift';
import { fDistributionTail, normalTail, tTail } from '../../src/drift/statistics/distributions';
import { mannKendall } from '../../src/drift/statistics/mannKendall';
import { trend } from '../../src/drift/trend/trend';
import { evaluate } from '../../src/functions/evaluate';
import { draw } from './draw';
import { expectSame } from './expectSame';
import { needsPython } from './python';

const CASES = 300;
const { uniform, normal, whole, times } = draw(5);
const asked = needsPython() ? test : test.skip;

/** A line with noise, and with gaps or not; `rounded`, so that figures are often equal. */
function line({ gaps = false, rounded = false } = {}): (number | null)[] {
  const [level, slope, spread] = [100 * uniform(), 4 * normal(), 5 * uniform()];
  return times(whole(8, 40), i => {
    if (gaps && i > 0 && uniform() < 0.1) return null;
    const figure = level + slope * i + spread * normal();
    return rounded ? Math.round(figure / 10) : figure;
  });
}

/** A regime of its own: what comes after the last break, as long as there is none in it. */
function sinceLastBreak(values: Series): Series {
  const last = driftBreaks(values).pop();
  return last === undefined ? values : sinceLastBreak(values.slice(last));
}

const isTrend = ({ values }: { values: Series }) => trend(values) !== null;

asked('the trend of the last regime is scipy’s line of Theil and Sen, gaps or not', () => {
  const cases = times(CASES, i => ({ values: sinceLastBreak(line({ gaps: i % 2 === 0 })) })).filter(isTrend);
  expect(cases.length).toBeGreaterThan(CASES / 2);
  expectSame(
    'theil_sen',
    cases,
    ({ values }) => {
      const { slope, level } = trend(values)!;
      return { slope, level };
    },
    1e-9,
  );
});

asked('PERIODS_TO_TARGET goes along scipy’s line', () => {
  const estimate = (values: Series, target: number) =>
    (evaluate('PERIODS_TO_TARGET', [values.map(value => [value ?? null]), target]) as Grid)[0]![0];
  const cases = times(CASES, () => sinceLastBreak(line()))
    .map(values => ({ values, target: Math.max(...(values as number[])) + 10 }))
    .filter(({ values, target }) => estimate(values, target) !== '');
  expect(cases.length).toBeGreaterThan(CASES / 10);
  expectSame('periods_to_target', cases, ({ values, target }) => estimate(values, target), 1e-9);
});

asked('Mann and Kendall’s test is scipy’s, ties or not, with the correction for continuity', () => {
  const cases = times(CASES, i => ({ values: line({ rounded: i % 2 === 0 }) as number[] }));
  expectSame('mann_kendall', cases, ({ values }) => mannKendall(values), 1e-9);
});

asked('tails of the normal, Student’s and F distributions are scipy’s', () => {
  const cases = times(CASES, () => ({ value: 3 * normal(), top: whole(1, 20), below: whole(1, 40) }));
  expectSame(
    'tails',
    cases,
    ({ value, top, below }) => ({
      normal: normalTail(value),
      t: tTail(value, below),
      f: fDistributionTail(Math.abs(value), top, below),
    }),
    1e-11,
  );
});
