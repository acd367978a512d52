import type { Cell, Grid } from '../../src/cells/value';
import { evaluate } from '../../src/functions/evaluate';
import { column, thrown } from './thrown';

// What users of other tools have reported, each with its source, and the rest of its kind. By hand unless said otherwise.

describe('relative measures divide by the size of their base, so that positive means over', () => {
  test('a forecast of −50 where −100 came was 50 too high (tidymodels/yardstick#345)', () => {
    expect(evaluate('FORECAST_BIAS', [[[-50]], [[-100]]])).toBe(0.5);
  });

  test('figures of both signs add up by their size: 10 and −10 expected, 20 and −20 came', () => {
    expect(evaluate('FORECAST_BIAS', [column(10, -10), column(20, -20)])).toBe(0);
    expect(evaluate('FORECAST_BIAS', [column(30, -10), column(20, -20)])).toBe(0.5);
  });

  test('a loss of 50 where 100 was planned is better than planned, one of 150 is worse', () => {
    expect(evaluate('BUDGET_VARIANCE', [-50, -100])).toBe(0.5);
    expect(evaluate('BUDGET_VARIANCE', [-150, -100])).toBe(-0.5);
  });
});

describe('a share of revenue needs revenue', () => {
  test('a month in which refunds beat sales has no margin of 150 % (odoo/odoo#243899, #238093)', () => {
    expect(thrown('GROSS_MARGIN', [-10, 5])).toBe(
      '#DIV/0! GROSS_MARGIN has nothing to divide by here: revenue is not above 0.',
    );
    expect(evaluate('GROSS_MARGIN', [column(100, -10, 0), column(60, 5, 5)])).toEqual(column(0.4, '', ''));
  });

  test.each<[name: string, args: Cell[], base: string]>([
    ['OPERATING_MARGIN', [5, -10], 'revenue'],
    ['NET_MARGIN', [-5, -10], 'revenue'],
    ['EBITDA_MARGIN', [5, 1, -10], 'revenue'],
    ['WORKING_CAPITAL_RATIO', [5, 1, -10], 'revenue'],
    ['DAYS_SALES_OUTSTANDING', [5, -10], 'revenue'],
    ['MARGIN_OF_SAFETY', [-10, 5], 'revenue'],
    ['DEBT_TO_EQUITY', [10, -5], 'equity'],
    ['RETURN_ON_EQUITY', [-10, -5, -15], 'the mean of opening_equity and closing_equity'],
    ['RETURN_ON_CAPITAL_EMPLOYED', [10, 50, 60], 'total_assets less current_liabilities'],
    ['BURN_MULTIPLE', [10, -5], 'net_new_recurring_revenue'],
    ['COMPOUND_GROWTH_RATE', [-5, 10, 2], 'first, or periods,'],
    ['BREAK_EVEN_REVENUE', [10, 60, 50], 'revenue, or revenue less variable_costs,'],
  ])('%s says what is not above zero, and is blank in a column', (name, args, base) => {
    expect(thrown(name, args)).toBe(`#DIV/0! ${name} has nothing to divide by here: ${base} is not above 0.`);
    const columns = args.map(cell => column(cell, cell));
    expect(evaluate(name, columns)).toEqual(column('', ''));
  });
});

describe('a part lies inside its whole', () => {
  test.each<[name: string, args: Cell[], message: string]>([
    [
      'RETENTION_RATE',
      [100, 50, 60],
      'at_start: with at_start 100, at_end 50, gained 60 the result would be -0.1, but it is always from 0 to 1.',
    ],
    [
      'RETENTION_RATE',
      [100, 120, 10],
      'at_start: with at_start 100, at_end 120, gained 10 the result would be 1.1, but it is always from 0 to 1.',
    ],
    ['CHURN_RATE', [12, 10], 'lost: with lost 12, at_start 10 the result would be 1.2, but it is always from 0 to 1.'],
    [
      'WASTE_RATE',
      [12, 10],
      'discarded: with discarded 12, produced 10 the result would be 1.2, but it is always from 0 to 1.',
    ],
    [
      'STOCKOUT_RATE',
      [32, 31],
      'days_out: with days_out 32, days_open 31 the result would be 1.032, but it is always from 0 to 1.',
    ],
    [
      'REVENUE_CHURN_RATE',
      [80, 30, 100],
      'churned: with churned 80, contraction 30, at_start 100 the result would be 1.1, but it is always from 0 to 1.',
    ],
    [
      'GROSS_REVENUE_RETENTION',
      [100, 30, 80],
      'at_start: with at_start 100, contraction 30, churned 80 the result would be -0.1, but it is always from 0 to 1.',
    ],
    [
      'NET_REVENUE_RETENTION',
      [100, 0, 30, 80],
      'at_start: with at_start 100, expansion 0, contraction 30, churned 80 the result would be -0.1, but it is always 0 or more.',
    ],
    [
      'QUICK_RATIO',
      [100, 120, 50],
      'current_assets: with current_assets 100, inventory 120, current_liabilities 50 the result would be -0.4, but it is always 0 or more.',
    ],
  ])('%s of %j is refused (customers who come and go in one month, and its kind)', (name, args, message) => {
    expect(thrown(name, args)).toBe(`#VALUE! ${message}`);
  });

  test('in a column only its row is an error, and the message names the row', () => {
    const messages: string[] = [];
    const lost: Grid = column(5, 12, 0);
    const note = (row: number, _column: number, error: Error) => messages.push(`${row} ${error.message}`);
    expect(evaluate('CHURN_RATE', [lost, 10], note)).toEqual(column(0.5, { error: '#VALUE!' }, 0));
    expect(messages).toEqual([
      '1 row 2 of lost: with lost 12, at_start 10 the result would be 1.2, but it is always from 0 to 1.',
    ]);
  });

  test('decimals that add up to the whole but for their rounding are the whole', () => {
    expect(evaluate('REVENUE_CHURN_RATE', [0.1, 0.2, 0.3])).toBe(1); // 0.1 + 0.2 is 0.30000000000000004
    expect(evaluate('GROSS_REVENUE_RETENTION', [column(0.3, 1), column(0.1, 0), column(0.2, 0)])).toEqual(column(0, 1));
  });

  test('conversion and lead quality may pass one: orders from older opportunities (omi#6509); so may overtime', () => {
    expect(evaluate('SALES_CONVERSION_RATE', [12, 10])).toBe(1.2);
    expect(evaluate('LEAD_QUALITY_RATIO', [12, 10])).toBe(1.2);
    expect(evaluate('CAPACITY_UTILIZATION', [12, 10])).toBe(1.2);
  });
});

test('broken answers promote from 9 and detract below 7', () => {
  expect(evaluate('NPS', [column(9, 9.5, 8.9, 7, 6.9)])).toBe(20); // two less one of five
  expect(thrown('NPS', [column(9, 11)])).toBe('#VALUE! row 2 of responses: 11 is not from 0 to 10.');
});

test('a credit as an export shows it is named, with what to do', () => {
  expect(thrown('CURRENT_RATIO', [30_000, -20_000])).toBe(
    '#VALUE! current_liabilities: -20000 is not 0 or more; exports often show credits as negative: change the sign.',
  );
});

describe('the days of a period', () => {
  test.each<[days: Cell, expected: number]>([
    [30, 3],
    [366, 36.6],
    ['Feb 2024', 2.9],
    ['Q1 2026', 9],
    ['2025', 36.5],
    [2025, 36.5],
    [46_054, 2.8], // 1 February 2026
    ['2026-02-28', 2.8],
    [null, 36.5],
  ])('%p', (days, expected) => {
    expect(evaluate('DAYS_SALES_OUTSTANDING', [10, 100, days])).toBeCloseTo(expected, 12);
  });

  test('what is neither is refused', () => {
    expect(thrown('DAYS_SALES_OUTSTANDING', [10, 100, 'soon'])).toMatch(/^#VALUE! days: 'soon' is not a date/);
    expect(thrown('DAYS_SALES_OUTSTANDING', [10, 100, 730])).toBe(
      '#VALUE! days: 730 is neither a number of days nor a date.',
    );
    expect(thrown('DAYS_SALES_OUTSTANDING', [10, 100, 0])).toBe('#VALUE! days: 0 is not 1 or more.');
  });
});
