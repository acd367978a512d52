import { curveCost, regimeCost } from '../../src/drift/breaks/regimeCost';
import { likelihoodRatio } from '../../src/drift/evidence/evidence';
import { whitenedProducts } from '../../src/drift/evidence/whitening';
import { normalScores } from '../../src/drift/statistics/normalScores';
import { draw } from './draw';
import { expectSame } from './expectSame';
import { needsPython } from './python';

const CASES = 200;
const { uniform, normal, whole, times } = draw(7);
const asked = needsPython() ? test : test.skip;

asked('normal scores of 2 to 60 figures are scipy’s quantiles', () => {
  const cases = times(59, i => ({ count: i + 2 }));
  expectSame('normal_scores', cases, ({ count }) => [...normalScores(count)], 2e-9);
});

asked.each([
  [6, 13, 0.015],
  [14, 60, 0.005],
])(
  'the ratio of a change to none, at %d to %d degrees, is scipy’s of noncentral to central t',
  (from, to, precision) => {
    const cases = times(CASES, () => ({
      ...{ cosine: 1.96 * uniform() - 0.98, length: 0.1 + 3.9 * uniform() },
      degrees: whole(from, to),
    }));
    const ratio = (each: (typeof cases)[number]) =>
      likelihoodRatio(each.length * each.cosine, each.length ** 2, each.degrees);
    expectSame('likelihood_ratio', cases, ratio, precision);
  },
);

asked('whitening is what numpy makes of the whole correlation matrix', () => {
  const cases = times(CASES, () => {
    const values = times(whole(7, 60), normal);
    return { values, rho: 0.9 * uniform(), step: whole(1, values.length - 1) };
  });
  expectSame(
    'whitened',
    cases,
    ({ values, rho, step }) => {
      const age = values.length - 1 - step;
      const { square, onLevel, onChanges } = whitenedProducts(values, age + 1)(rho);
      const { onStep, onSlope } = onChanges();
      const { square: levelSquared } = whitenedProducts(Array(values.length).fill(1), 0)(rho);
      const apart = (height: (i: number) => number, product: number) => {
        const form = whitenedProducts(
          values.map((_, i) => (i < step ? 0 : height(i))),
          0,
        )(rho);
        const share = form.onLevel / levelSquared;
        return [product - share * onLevel, form.square - share * form.onLevel];
      };
      const [onChange, changeSquared] = apart(() => 1, onStep[age]!);
      const [onRise, riseSquared] = apart(i => i - step + 1, onSlope[age]!);
      return { square, onLevel, levelSquared, onChange, changeSquared, onSlope: onRise, slopeSquared: riseSquared };
    },
    1e-9,
  );
});

asked.each([
  ['level', 0],
  ['line', 1],
  ['curve', 2],
] as const)('a regime around a %s leaves what numpy’s generalised least squares leave', (form, degree) => {
  const cases = times(CASES, () => ({
    values: times(whole(12, 60), i => normal() + 0.1 * i),
    rho: 0.9 * uniform(),
    degree,
  }));
  expectSame(
    'unexplained',
    cases,
    ({ values, rho }) => (form === 'curve' ? curveCost(values, rho) : regimeCost(values, rho, form)(0, values.length)),
    1e-8,
  );
});
