import { ruleOf40 } from '../../src/kpi/growth';

test('the rule of 40 gives whole points for whole percents, as adding them by hand does', () => {
  // 100 × (0.29 + 0.11) is 39.99999999999999 to a computer, and not 40 or more.
  expect(ruleOf40(0.29, 0.11)).toBe(40);
  for (let growth = -100; growth <= 200; growth++) {
    for (let margin = -100; margin <= 100; margin++) {
      expect(ruleOf40(growth / 100, margin / 100) - (growth + margin)).toBe(0);
    }
  }
});

test('figures that make no sense are not made finite or lost by rounding', () => {
  expect(ruleOf40(1e300, 0)).toBe(1e302);
  expect(ruleOf40(1e-9, 0)).toBeCloseTo(1e-7, 12);
});
