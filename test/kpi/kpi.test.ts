import { leadQualityRatio } from '../../src/kpi/acquisition';
import { budgetVariance } from '../../src/kpi/finance';
import { churnRate, customerLifetimeValue, retentionRate } from '../../src/kpi/retention';
import { salesConversionRate } from '../../src/kpi/sales';
import { csat, nps } from '../../src/kpi/service';

test('5 of 100 customers lost is a churn of 5%', () => {
  expect(churnRate(5, 100)).toBe(0.05); // by hand
});

test('a month without customers has no churn rate', () => {
  expect(churnRate(0, 0)).toBeNaN();
  expect(churnRate(3, 0)).toBeNaN();
});

test('who stayed is counted without the new ones', () => {
  expect(retentionRate(80, 84, 10)).toBe(0.925); // by hand: 74 / 80
});

test('who is neither lost nor new stays: churn and retention add up to one', () => {
  expect(churnRate(6, 80) + retentionRate(80, 84, 10)).toBeCloseTo(1, 12); // 80 − 6 + 10 = 84
});

test('a customer of 50 a month, 70% margin and 4% churn is worth 875, with 1% interest 707', () => {
  expect(customerLifetimeValue(50, 0.7, 0.04)).toBeCloseTo(875, 9); // method, section 6
  expect(customerLifetimeValue(50, 0.7, 0.04, 0.01)).toBeCloseTo(707, 9); // method, section 6
});

test('lifetime value with interest is the sum of all margins to come, discounted', () => {
  // Summed month by month: 35 · Σ (0.96 / 1.01)^t, t from 0.
  let sum = 0;
  for (let month = 0; month < 2000; month++) sum += 35 * (0.96 / 1.01) ** month;
  expect(customerLifetimeValue(50, 0.7, 0.04, 0.01)).toBeCloseTo(sum, 9);
});

test('a customer who never leaves has no lifetime value, unless the future is discounted', () => {
  expect(customerLifetimeValue(50, 0.7, 0)).toBeNaN();
  expect(customerLifetimeValue(50, 0.7, 0, 0.01)).toBeCloseTo(3535, 9); // by hand: 35 × 1.01 / 0.01
});

test('14 good leads of 50, 11 orders of 50 offers', () => {
  expect(leadQualityRatio(14, 50)).toBe(0.28); // by hand
  expect(salesConversionRate(11, 50)).toBe(0.22); // by hand
});

test('spending more than planned is positive, less is negative', () => {
  expect(budgetVariance(2300, 2000)).toBe(0.15); // by hand
  expect(budgetVariance(900, 1000)).toBe(-0.1); // by hand
  expect(budgetVariance(900, 0)).toBeNaN();
});

test('three of five customers answered 4 or 5', () => {
  expect(csat([5, 4, 3, 5, 2], 4)).toBe(0.6); // by hand
});

test('nines and tens promote, sixes and less detract, the rest is silent', () => {
  expect(nps([10, 9, 9, 8, 7, 7, 6, 10, 9, 3])).toBe(30); // by hand: 5 less 2 of 10
  expect(nps([10, 9])).toBe(100);
  expect(nps([0, 6])).toBe(-100);
  expect(nps([7, 8])).toBe(0);
});
