import { evaluate } from '../../src/functions/evaluate';

// Clear Lake Sporting Goods: Dahlquist and Knight, Principles of Finance (OpenStax, 2022), figure 6.2, comparative income
// statements and year-end balance sheets. The book rounds; what it prints is beside each ratio, with the section. Where the
// book has no such ratio, the expected figure is by hand from the same statements.
const year = {
  sales: 120_000,
  costOfGoods: 60_000,
  rent: 5_500,
  depreciation: 3_600,
  salaries: 5_400,
  utilities: 2_500,
  operatingIncome: 43_000,
  interest: 2_000,
  netIncome: 35_000,
  receivables: 30_000,
  inventory: 40_000,
  currentAssets: 200_000,
  totalAssets: 250_000,
  payables: 75_000,
  currentLiabilities: 100_000,
  totalLiabilities: 150_000,
  equity: 100_000,
};
const before = { sales: 100_000, totalAssets: 200_000, equity: 90_000 };

test.each<[name: string, args: number[], printed: number, decimals: number, section: string]>([
  ['CURRENT_RATIO', [year.currentAssets, year.currentLiabilities], 2, 2, '6.3: 2:1'],
  ['QUICK_RATIO', [year.currentAssets, year.inventory, year.currentLiabilities], 1.6, 2, '6.3: 1.6:1'],
  ['DEBT_TO_EQUITY', [year.totalLiabilities, year.equity], 1.5, 2, '6.4: 1.5:1'],
  ['INTEREST_COVER', [year.operatingIncome, year.interest], 21.5, 2, '6.4: 21.5 times'],
  ['NET_MARGIN', [year.netIncome, year.sales], 0.29, 2, '6.6: 29%'],
  ['RETURN_ON_ASSETS', [year.netIncome, before.totalAssets, year.totalAssets], 0.16, 2, '6.6: 16%'],
  [
    'RETURN_ON_EQUITY',
    [year.netIncome - 5_000, before.equity, year.equity],
    0.32,
    2,
    '6.6: 32%, after 5,000 preferred',
  ],
  ['DAYS_INVENTORY_OUTSTANDING', [year.inventory, year.costOfGoods], 243, 0, '6.2: 243 days'],
  ['INVENTORY_TURNOVER', [year.costOfGoods, 35_000, 40_000], 1.6, 2, '6.2: 1.6 times'],
  ['GROSS_MARGIN', [year.sales, year.costOfGoods], 0.5, 2, 'by hand: 60 / 120'],
  ['OPERATING_MARGIN', [year.operatingIncome, year.sales], 0.3583, 4, 'by hand: 43 / 120'],
  ['EBITDA_MARGIN', [year.operatingIncome, year.depreciation, year.sales], 0.3883, 4, 'by hand: 46.6 / 120'],
  [
    'RETURN_ON_CAPITAL_EMPLOYED',
    [year.operatingIncome, year.totalAssets, year.currentLiabilities],
    0.2867,
    4,
    'by hand: 43 / 150',
  ],
  ['WORKING_CAPITAL_RATIO', [year.currentAssets, year.currentLiabilities, year.sales], 0.8333, 4, 'by hand: 100 / 120'],
  ['DAYS_SALES_OUTSTANDING', [year.receivables, year.sales], 91.25, 2, 'by hand: 30 / 120 × 365'],
  ['DAYS_PAYABLE_OUTSTANDING', [year.payables, year.costOfGoods], 456.25, 2, 'by hand: 75 / 60 × 365'],
  ['CASH_CONVERSION_CYCLE', [91.25, (40 / 60) * 365, 456.25], -121.67, 2, 'by hand: 91.25 + 243.33 − 456.25'],
  [
    'BREAK_EVEN_REVENUE',
    [year.rent + year.depreciation + year.salaries + year.utilities, year.costOfGoods, year.sales],
    34_000,
    2,
    'by hand: 17,000 / 0.5',
  ],
  ['MARGIN_OF_SAFETY', [year.sales, 34_000], 0.7167, 4, 'by hand: 86 / 120'],
  ['COMPOUND_GROWTH_RATE', [before.sales, year.sales, 1], 0.2, 4, 'by hand: 20 / 100'],
])('%s of Clear Lake Sporting Goods, %j: %d', (name, args, printed, decimals) => {
  expect(Number((evaluate(name, args) as number).toFixed(decimals))).toBe(printed);
});

test('the three parts of DuPont’s return on equity multiply to it (section 6.6)', () => {
  const meanAssets = (before.totalAssets + year.totalAssets) / 2;
  const meanEquity = (before.equity + year.equity) / 2;
  const margin = evaluate('NET_MARGIN', [year.netIncome, year.sales]) as number;
  const whole = evaluate('RETURN_ON_EQUITY', [year.netIncome, before.equity, year.equity]) as number;
  expect(margin * (year.sales / meanAssets) * (meanAssets / meanEquity)).toBeCloseTo(whole, 12);
});

test('a firm of the book that may borrow no more than half its equity breaks that with a loan, not with shares', () => {
  // Section 6.4, Financing a Business Expansion: 0.33, with a loan "0.55" of 0.5556, with shares 0.27.
  expect(evaluate('DEBT_TO_EQUITY', [600_000, 1_800_000])).toBeCloseTo(0.3333, 4);
  expect(evaluate('DEBT_TO_EQUITY', [1_000_000, 1_800_000])).toBeCloseTo(0.5556, 4);
  expect(evaluate('DEBT_TO_EQUITY', [600_000, 2_200_000])).toBeCloseTo(0.2727, 4);
});
