import { proposedTarget } from '../../src/review/kpi/proposedTarget';
import { reviewRegister } from '../../src/review/review';
import type { Kpi } from '../../src/workbook/register';
import { history } from '../drift/series';
import { kpi, register } from './registers';

const proposed = (values: (number | null)[], said: Partial<Kpi> = {}) =>
  proposedTarget(reviewRegister(register([kpi('Orders', values, said)])).kpis[0]!);

test('a target is what the better quarter of periods reached', () => {
  // By hand, QUARTILE.INC: of 100, 102 … 122 the third quartile is 116.5 and the first 105.5; they lie 11 apart, so 1 is the step.
  const figures = [100, 122, 104, 118, 102, 120, 106, 116, 108, 114, 110, 112];
  expect(proposed(figures)).toEqual({ kpi: 'Orders', target: 117, why: 'reached in 3 of the last 12' });
  expect(proposed(figures, { better: 'lower' })).toEqual({
    kpi: 'Orders',
    target: 106,
    why: 'reached in 4 of the last 12',
  });
});

test('of the present level: what was before a change is no longer asked for', () => {
  const fallen = history(3, 36).map((noise, i) => (i < 18 ? 100 : 60) + 2 * noise);
  const { target } = proposed(fallen)!;
  expect(target).toBeGreaterThan(59);
  expect(target).toBeLessThan(65);
});

test('rates are rounded as rates', () => {
  const shares = history(4, 24).map(noise => 0.35 + 0.02 * noise);
  expect(String(proposed(shares)!.target)).toMatch(/^0\.3\d{1,2}$/);
});

test('none is proposed with a target, a band, a season or few figures', () => {
  const steady = history(5, 24).map(noise => 50 + noise);
  expect(proposed(steady, { target: 50 })).toBeNull();
  expect(proposed(steady, { better: 'in range', low: 40, high: 60 })).toBeNull();
  expect(proposed(steady.slice(0, 7))).toBeNull();
  const seasonal = history(6, 48).map((noise, i) => 100 + 30 * Math.sin((2 * Math.PI * i) / 12) + noise);
  expect(proposed(seasonal)).toBeNull();
  expect(proposed(Array(12).fill(40))).toEqual({ kpi: 'Orders', target: 40, why: 'reached in 12 of the last 12' });
});
