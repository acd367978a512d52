import { type Change, driftChanges } from '../../src/drift';
import { certaintyOf } from '../../src/review/alerts/certainty';
import { history } from '../drift/series';
import { kpi, quiet, register } from './registers';

const sure = (values: number[], reviews: number, better: 'higher' | 'in range' = 'higher', falseAlarms = 0.1) => {
  const orders = kpi('Orders', values, { better });
  const { periods } = register([orders]);
  const changes = driftChanges(values, { reviews, falseAlarms });
  return certaintyOf({ kpi: orders, periods, values, options: {} }, changes[0]!);
};

describe('how sure an alert is', () => {
  const spike = [...quiet(24), 3];
  test('is never less than the budget of false alarms that raised it', () => {
    // a budget of 10 % a year is one false alarm in ten years, of 1 % one in a hundred
    expect(sure(spike, 12).years).toBeGreaterThanOrEqual(9.5);
    expect(sure(spike, 12, 'higher', 0.01).years).toBeGreaterThanOrEqual(99);
  });
  test('is told as a rate in calendar years, by how often the KPI is looked at', () => {
    // the same look 52 times a year instead of 12: by hand, 12 / 52 of the years
    expect(sure(spike, 52).years / sure(spike, 12).years).toBeCloseTo(12 / 52, 2);
    expect(sure(spike, 12).sentence).toBe(
      'Very likely real: a KPI that had not changed would look like this less than once in 100 years.',
    );
  });
  // The words by their years as docs/drift.md lists them; the rates by hand, whole from nine and a half years on.
  test.each([
    [100, 'Very likely real', 'less than once in 100 years'],
    [99, 'Very likely real', 'about once in 99 years'],
    [20, 'Very likely real', 'about once in 20 years'],
    [19.4, 'Likely real', 'about once in 19 years'],
    [9.5, 'Likely real', 'about once in 10 years'],
    [5, 'Likely real', 'about once in 5 years'],
    [3.24, 'May be real', 'about once in 3.2 years'],
    [1, 'May be real', 'about once a year'],
    [0.25, 'May well be chance', 'about 4 times a year'],
  ])('once in %p years is told as one would say it', (surest, words, often) => {
    const orders = kpi('Orders', quiet(24));
    const said = certaintyOf({ kpi: orders, periods: [], values: orders.values, options: {} }, {
      surest,
    } as Change).sentence;
    expect(said).toBe(`${words}: a KPI that had not changed would look like this ${often}.`);
  });
  test('is half of that where both directions are watched', () => {
    expect(sure(spike, 12, 'in range').years).toBeCloseTo(sure(spike, 12).years / 2, 9);
  });
  test('grows with the figures that confirm the change', () => {
    const dropped = history(21, 34, [24, -2]);
    const raised = dropped.slice(0, 29);
    expect(sure(raised, 12).years).toBeLessThan(100);
    expect(sure(dropped, 12).years).toBeGreaterThan(2 * sure(raised, 12).years);
  });
});
