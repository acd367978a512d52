import { driftChanges } from '../../src/drift';
import { certaintyOf } from '../../src/review/certainty';
import { kpi, quiet, register } from './registers';

const sure = (values: number[], cadence: 'week' | 'month', better: 'higher' | 'in range' = 'higher') => {
  const orders = kpi('Orders', values, { better });
  const { periods } = register([orders]);
  const changes = driftChanges(values);
  return certaintyOf({ kpi: orders, periods, values, options: {}, changes }, changes[0]!, cadence);
};

describe('how sure an alert is', () => {
  const spike = [...quiet(24), 3];
  test('is told as a rate in calendar years, by how often the KPI is looked at', () => {
    // by hand, from the table of bench/results/drift.md: a point, 24 to 47 figures, 3.87 in a thousand; 12 and 52 looks a year
    expect(sure(spike, 'month').years).toBeCloseTo(1000 / (3.87 * 12), 9);
    expect(sure(spike, 'week').years).toBeCloseTo(1000 / (3.87 * 52), 9);
    expect(sure(spike, 'month').sentence).toBe(
      'Very likely real: a KPI that had not changed would look like this about once in 22 years.',
    );
    expect(sure(spike, 'week').words).toBe('may be real');
  });
  test('is half of that where both directions are watched', () => {
    expect(sure(spike, 'month', 'in range').years).toBeCloseTo(sure(spike, 'month').years / 2, 9);
  });
  test('grows with each further sign of the same change', () => {
    const confirmed = sure([...quiet(24), ...quiet(8, 3)], 'month');
    expect(confirmed.years).toBeGreaterThan(sure(spike, 'month').years);
    expect(confirmed.sentence).toContain('less than once in 100 years');
  });
});
