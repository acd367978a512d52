import { functions } from '../../src/functions/catalogue';
import { searchFunctions } from '../../src/functions/help/search';

const names = (text: string) => searchFunctions(text).map(definition => definition.name);

test.each([
  ['logo churn', 'CHURN_RATE'],
  ['churn', 'CHURN_RATE'],
  ['win rate', 'SALES_CONVERSION_RATE'],
  ['LTV', 'CUSTOMER_LIFETIME_VALUE'],
  ['GRR', 'GROSS_REVENUE_RETENTION'],
  ['net dollar retention', 'NET_REVENUE_RETENTION'],
  ['OTIF', 'ON_TIME_IN_FULL'],
  ['CAC', 'CUSTOMER_ACQUISITION_COST'],
  ['payback', 'CAC_PAYBACK'],
  ['stock turns', 'INVENTORY_TURNOVER'],
  ['sold out', 'STOCKOUT_RATE'],
  ['burn rate', 'CASH_RUNWAY'],
  ['runway', 'CASH_RUNWAY'],
  ['cohort analysis', 'COHORT_RETENTION'],
  ['repeat customers', 'REPEAT_PURCHASE_RATE'],
  ['control limits', 'DRIFT_LIMITS'],
  ['change point', 'DRIFT_BREAKS'],
  ['when will we reach', 'PERIODS_TO_TARGET'],
  ['CES', 'CUSTOMER_EFFORT_SCORE'],
  ['WAPE', 'FORECAST_ACCURACY'],
  ['silos', 'STRATEGIC_COHERENCE'],
  ['points lost', 'ALIGNMENT_BREAKDOWN'],
  ['over budget', 'BUDGET_VARIANCE'],
  ['CPI', 'COST_PERFORMANCE_INDEX'],
  ['food waste', 'WASTE_RATE'],
  ['sales per head', 'REVENUE_PER_EMPLOYEE'],
  ['rwg', 'AGREEMENT_INDEX'],
])("an owner who types '%s' finds %s first", (text, name) => {
  expect(names(text)[0]).toBe(name);
});

test('what a function answers finds it as well', () => {
  expect(names('how long wait')).toEqual(['ORDER_FULFILLMENT_TIME']);
  expect(names('throw away')).toContain('WASTE_RATE');
});

test('every name and every synonym finds its function before those that only begin so', () => {
  for (const { name, synonyms = [] } of functions) {
    for (const word of [name, name.replace(/_/g, ' ').toLowerCase(), ...synonyms]) {
      const named = functions.filter(other => [other.name, ...(other.synonyms ?? [])].includes(word)).length;
      expect([word, names(word).slice(0, Math.max(1, named))]).toEqual([word, expect.arrayContaining([name])]);
    }
  }
});

test('nothing typed lists all, nonsense none', () => {
  expect(names('')).toHaveLength(functions.length);
  expect(names('zebra')).toEqual([]);
});
