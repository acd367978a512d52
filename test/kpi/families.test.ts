import { cacPayback, customerAcquisitionCost, ltvCacRatio } from '../../src/kpi/acquisition';
import { cashRunway, grossMargin, revenuePerEmployee } from '../../src/kpi/finance';
import { forecastAccuracy, forecastBias } from '../../src/kpi/forecast';
import { onTimeInFull } from '../../src/kpi/operations';
import { agreementIndex } from '../../src/kpi/people';
import { costPerformanceIndex, schedulePerformanceIndex } from '../../src/kpi/projects';
import { grossRevenueRetention, netRevenueRetention, revenueChurnRate } from '../../src/kpi/revenueRetention';
import { customerEffortScore } from '../../src/kpi/service';
import { capacityUtilization, inventoryTurnover, stockoutRate, wasteRate } from '../../src/kpi/stock';

// Expected numbers by hand unless said otherwise.

test('600 of advertising for 40 customers is 15 each; for nobody it is no price', () => {
  expect(customerAcquisitionCost(600, 40)).toBe(15);
  expect(customerAcquisitionCost(600, 0)).toBeNaN();
});

test('a customer worth 875 who cost 350 brings two and a half times what they cost', () => {
  expect(ltvCacRatio(875, 350)).toBe(2.5);
});

test('36 come back in two and a half weeks of 24 at 60% margin, and never from a loss', () => {
  expect(cacPayback(36, 24, 0.6)).toBeCloseTo(2.5, 12);
  expect(cacPayback(36, 24, 0)).toBeNaN();
  expect(cacPayback(36, 24, -0.2)).toBeNaN();
});

test('what was lost, what was kept and what grew add up', () => {
  const [atStart, expansion, contraction, churned] = [8000, 320, 160, 240];
  expect(revenueChurnRate(churned, contraction, atStart)).toBe(0.05);
  expect(grossRevenueRetention(atStart, contraction, churned)).toBe(0.95);
  expect(netRevenueRetention(atStart, expansion, contraction, churned)).toBe(0.99);
});

test('customers who grow faster than others leave retain more than all', () => {
  expect(netRevenueRetention(50000, 3000, 0, 500)).toBe(1.05);
});

test('stock of 1,500 in the mean, sold for 9,000 at cost, turns six times', () => {
  expect(inventoryTurnover(9000, 1300, 1700)).toBe(6);
  expect(inventoryTurnover(9000, 0, 0)).toBeNaN();
});

test('stock-outs, waste and busy ovens are shares', () => {
  expect(stockoutRate(6, 24)).toBe(0.25);
  expect(wasteRate(30, 400)).toBe(0.075);
  expect(capacityUtilization(176, 160)).toBe(1.1);
});

test('forecasts are judged by all their misses together, also where one day sold nothing', () => {
  expect(forecastAccuracy([100, 120, 80], [90, 130, 80])).toBeCloseTo(1 - 20 / 300, 15);
  expect(forecastAccuracy([5, 10], [0, 10])).toBe(0.5);
  expect(forecastAccuracy([5], [0])).toBeNaN();
});

test('misses in both directions are no bias', () => {
  expect(forecastBias([110, 90], [100, 100])).toBe(0);
  expect(forecastBias([100, 120, 95], [90, 130, 80])).toBe(0.05);
});

test('an order promised for a day may come until that day ends, one for noon by noon', () => {
  const delivery = (promised: number, delivered: number) => onTimeInFull([promised], [delivered], [1], [1]);
  expect(delivery(46_027, 46_027.99)).toBe(1);
  expect(delivery(46_027, 46_028)).toBe(0);
  expect(delivery(46_027.5, 46_027.5)).toBe(1);
  expect(delivery(46_027.5, 46_027.6)).toBe(0);
});

test('an order that came short is not in full, one that came with more is', () => {
  const delivery = (received: number) => onTimeInFull([2], [2], [12], [received]);
  expect([delivery(11), delivery(12), delivery(13)]).toEqual([0, 1, 1]);
});

test('5, 7 and 6 are an effort of 6', () => {
  expect(customerEffortScore([5, 7, 6])).toBe(6);
});

test('4, 5, 4, 3 and 4 on five points agree to 0.75', () => {
  expect(agreementIndex([4, 5, 4, 3, 4], 5)).toBe(0.75); // method, section 6
});

test('answers at both ends agree no more than by chance, equal ones wholly', () => {
  expect(agreementIndex([1, 5, 1, 5], 5)).toBe(0);
  expect(agreementIndex([3, 3, 3], 5)).toBe(1);
});

test('work of 18,000 that cost 20,000 earns 0.9, and of 24,000 planned it is three quarters', () => {
  expect(costPerformanceIndex(18000, 20000)).toBe(0.9);
  expect(schedulePerformanceIndex(18000, 24000)).toBe(0.75);
});

test('13,000 of 20,000 are kept, and seven and a half people sell 60,000 each', () => {
  expect(grossMargin(20000, 7000)).toBe(0.65);
  expect(revenuePerEmployee(450000, 7.5)).toBe(60000);
});

test('cash lasts as long as it burns, for ever where it grows, and no time where there is none', () => {
  expect(cashRunway(12000, 1500)).toBe(8);
  expect(cashRunway(12000, 0)).toBeNull();
  expect(cashRunway(12000, -500)).toBeNull();
  expect(cashRunway(-2000, 500)).toBe(0);
});
