import type { Grid } from '../../src/cells/value';
import type { Series } from '../../src/drift';
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

/** The last regime of some series, which a line goes through, and the series that it belongs to. */
function lastRegimes(series: Series[]): { values: Series; whole: Series }[] {
  return series.flatMap(whole => {
    const found = trend(whole);
    return found ? [{ values: whole.slice(found.from), whole }] : [];
  });
}

/** What the whole series of a regime gives; the oracle is asked of the regime alone. */
const ofWhole =
  <T>(regimes: { values: Series; whole: Series }[], ours: (whole: Series) => T) =>
  (values: Series): T =>
    ours(regimes.find(each => each.values === values)!.whole);

asked('the trend of the last regime is scipy’s line of Theil and Sen, gaps or not', () => {
  const regimes = lastRegimes(times(CASES, i => line({ gaps: i % 2 === 0 })));
  expect(regimes.length).toBeGreaterThan(CASES / 2);
  const ours = ofWhole(regimes, whole => {
    const { slope, level } = trend(whole)!;
    return { slope, level };
  });
  expectSame(
    'theil_sen',
    regimes.map(({ values }) => ({ values })),
    ({ values }) => ours(values),
    1e-9,
  );
});

asked('PERIODS_TO_TARGET goes along scipy’s line', () => {
  const estimate = (values: Series, target: number) =>
    (evaluate('PERIODS_TO_TARGET', [values.map(value => [value ?? null]), target]) as Grid)[0]![0];
  const regimes = lastRegimes(times(CASES, () => line()));
  const targetOf = ({ whole }: { whole: Series }) => Math.max(...(whole as number[])) + 10;
  const told = regimes.filter(each => estimate(each.whole, targetOf(each)) !== '');
  expect(told.length).toBeGreaterThan(CASES / 10);
  expectSame(
    'periods_to_target',
    told.map(each => ({ values: each.values, target: targetOf(each) })),
    ({ values, target }) => ofWhole(told, whole => estimate(whole, target))(values),
    1e-9,
  );
});

// Few figures with ties, which scipy does not count exactly, are counted by hand in test/drift/trend.test.ts.
asked('Mann and Kendall’s test is scipy’s: exact for few figures, with ties and continuity for many', () => {
  const cases = times(3 * CASES, i => ({ values: line({ rounded: i % 2 === 0 }) as number[] })).filter(
    ({ values }) => values.length > 30 || new Set(values).size === values.length,
  );
  expect(cases.length).toBeGreaterThan(CASES);
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
