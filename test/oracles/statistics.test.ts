import { alignmentScore, synergy } from '../../src/alignment';
import { chanceOfLess } from '../../src/alignment/chance';
import { naturalProcessLimits } from '../../src/drift';
import { evaluate } from '../../src/functions/evaluate';
import { draw } from './draw';
import { expectSame } from './expectSame';
import { needsPython } from './python';

const CASES = 300;
const { uniform, normal, whole, times } = draw(4);

const asked = needsPython() ? test : test.skip;

asked('natural process limits are numpy’s mean and mean absolute difference, gaps or not', () => {
  const cases = times(CASES, () => {
    const [level, spread] = [1000 * uniform(), 50 * uniform()];
    const values = times(whole(2, 60), i => (i > 1 && uniform() < 0.1 ? null : level + spread * normal()));
    return { values };
  });
  expectSame('process_limits', cases, ({ values }) => naturalProcessLimits(values));
});

asked('ORDER_FULFILLMENT_TIME has numpy’s median, mean and 90th percentile', () => {
  const cases = times(CASES, () => ({ days: times(whole(1, 40), () => whole(0, 300) / 8) }));
  expectSame('durations', cases, ({ days }) => {
    const [ordered, fulfilled] = [days.map(() => [46_000]), days.map(each => [46_000 + each])];
    const figure = (statistic: string) => evaluate('ORDER_FULFILLMENT_TIME', [ordered, fulfilled, statistic]);
    return { median: figure('median'), mean: figure('mean'), p90: figure('p90'), max: figure('max') };
  });
});

asked('working time is numpy’s count of business days, with times of day and holidays', () => {
  const cases = times(CASES, () => {
    // Sixteenths of a day have no rounding in binary.
    const start = whole(45_000 * 16, 45_100 * 16) / 16;
    const holidays = times(whole(0, 6), () => whole(45_000, 45_130));
    return { start, end: Math.ceil(start) + whole(0, 30 * 16) / 16, holidays };
  });
  expectSame('working_days', cases, ({ start, end, holidays }) =>
    evaluate('ORDER_FULFILLMENT_TIME', [start, end, 'mean', true, holidays.map(day => [day])]),
  );
});

asked('the alignment score is scipy’s weighted geometric mean of numpy’s weighted means', () => {
  const cases = times(CASES, () => ({
    functions: times(whole(1, 6), () => {
      const attainments = times(whole(1, 5), () => (uniform() < 0.1 ? 0 : uniform()));
      return { weight: whole(1, 8) / 2, attainments, weights: attainments.map(() => whole(1, 5)) };
    }),
  }));
  expectSame('alignment_score', cases, ({ functions }) => {
    const kpis = functions.flatMap(({ attainments, weights }, f) =>
      attainments.map((attained, i) => ({
        ...{ function: `F${f}`, weight: weights[i]!, better: 'higher' as const },
        ...{ actual: attained * 8, target: 8 },
      })),
    );
    return alignmentScore(kpis, new Map(functions.map(({ weight }, f) => [`F${f}`, weight]))).score;
  });
});

asked('AGREEMENT_INDEX has numpy’s sample variance', () => {
  const cases = times(CASES, () => {
    const scalePoints = whole(3, 10);
    return { scale_points: scalePoints, responses: times(whole(2, 30), () => whole(1, scalePoints)) };
  });
  expectSame('agreement', cases, ({ responses, scale_points }) =>
    evaluate('AGREEMENT_INDEX', [responses.map(answer => [answer]), scale_points]),
  );
});

asked('MOMENTUM is the change of numpy’s means in numpy’s moving ranges', () => {
  const cases = times(CASES, () => ({ values: times(whole(9, 30), () => 100 + 10 * normal()) }));
  expectSame('momentum', cases, ({ values }) => evaluate('MOMENTUM', [values.map(value => [value])]), 1e-10);
});

asked('synergy is the change of numpy’s products that no factor makes alone', () => {
  const cases = times(CASES, () => {
    const before = times(whole(2, 5), () => 1 + whole(0, 1000) / 10);
    return { before, after: before.map(factor => factor * (0.5 + uniform())) };
  });
  expectSame(
    'synergy',
    cases,
    ({ before, after }) => {
      const { change, interaction } = synergy(before, after);
      return { change, interaction };
    },
    1e-9,
  );
});

asked('how far unchanged functions move by chance is what the characteristic function says', () => {
  const cases = times(25, () => {
    const weights = times(whole(2, 6), () => whole(1, 8) / 8);
    return { weights, moved: weights.reduce((sum, weight) => sum + weight, 0) * (0.2 + 1.5 * uniform()) };
  });
  expectSame('chance_of_less', cases, ({ moved, weights }) => chanceOfLess(moved, weights), 1e-5);
});
