import { alignmentScore } from '../../src/alignment';
import { naturalProcessLimits } from '../../src/drift';
import { evaluate } from '../../src/functions/evaluate';
import { seeded } from '../fixtures/seeded';
import { askPython, needsPython } from './python';

const CASES = 300;
const chance = seeded(4);
const whole = (from: number, to: number) => from + Math.floor(chance.uniform() * (to - from + 1));
const times = <T>(count: number, make: (i: number) => T): T[] => Array.from({ length: count }, (_, i) => make(i));

/** Asks numpy and scipy about every case and expects the same to twelve digits. */
function expectSame<Case extends object>(question: string, cases: Case[], ours: (each: Case) => unknown): void {
  const answers = askPython(
    'statistics.py',
    cases.map(each => ({ question, ...each })),
  );
  const different = cases.flatMap((each, i) => {
    const mine = ours(each);
    return isSame(mine, answers[i]) ? [] : [{ ...each, ours: mine, theirs: answers[i] }];
  });
  expect(different.slice(0, 3)).toEqual([]);
}

function isSame(a: unknown, b: unknown): boolean {
  if (typeof a === 'number' && typeof b === 'number') {
    return Math.abs(a - b) <= 1e-12 * Math.max(Math.abs(a), Math.abs(b));
  }
  if (typeof a !== 'object' || a === null || typeof b !== 'object' || b === null) return a === b;
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length &&
    keys.every(key => isSame((a as Record<string, unknown>)[key], (b as Record<string, unknown>)[key]))
  );
}

const asked = needsPython() ? test : test.skip;

asked('natural process limits are numpy’s mean and mean absolute difference, gaps or not', () => {
  const cases = times(CASES, () => {
    const [level, spread] = [1000 * chance.uniform(), 50 * chance.uniform()];
    const values = times(whole(2, 60), i =>
      i > 1 && chance.uniform() < 0.1 ? null : level + spread * chance.normal(),
    );
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
      const attainments = times(whole(1, 5), () => (chance.uniform() < 0.1 ? 0 : chance.uniform()));
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
