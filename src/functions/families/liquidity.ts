import { currentRatio, debtToEquity, interestCover, quickRatio, workingCapitalRatio } from '../../kpi/liquidity';
import { amount, balance, currentAssets, currentLiabilities, operatingProfit, revenue, SIGNS } from '../balances';
import type { CellFunction } from '../definition';

const SOURCE = 'Dahlquist and Knight, Principles of Finance (OpenStax, 2022)';

/** Can we pay what is due? */
export const liquidity: CellFunction[] = [
  {
    name: 'CURRENT_RATIO',
    family: 'finance',
    summary: 'How many times current assets cover what is due within a year.',
    question: 'Can I pay the bills of the coming year?',
    shape: 'element-wise',
    parameters: [currentAssets, currentLiabilities],
    result: { type: 'number', unit: 'ratio', format: '0.00' },
    examples: [
      {
        title: 'A bakery has 30,000 in cash, receivables and stock, and 20,000 to pay.',
        arguments: [30000, 20000],
        result: 1.5,
        origin: 'by hand: 30000 / 20000',
      },
      {
        title: 'A software subscription, two year ends.',
        arguments: [
          [[90000], [120000]],
          [[60000], [100000]],
        ],
        result: [[1.5], [1.2]],
        origin: 'by hand: 90000 / 60000, 120000 / 100000',
      },
    ],
    source: `${SOURCE}, 6.3`,
    plain:
      '=IF(OR(current_assets="",current_liabilities="",current_liabilities=0),"",current_assets/current_liabilities)',
    synonyms: ['liquidity ratio', 'solvency', 'pay the bills', 'short-term liquidity'],
    mistakes: [SIGNS, 'Stock that nobody buys counts here as if it were money: see QUICK_RATIO.'],
    bounds: { from: 0 },
    scaling: [{ parameters: ['current_assets', 'current_liabilities'], power: 0 }],
    calculate: currentRatio,
  },
  {
    name: 'QUICK_RATIO',
    family: 'finance',
    summary: 'How many times current assets without stock cover what is due within a year.',
    question: 'Can I pay my bills without selling my stock?',
    shape: 'element-wise',
    parameters: [
      currentAssets,
      balance('inventory', 'the stock included in them', 'current_assets'),
      currentLiabilities,
    ],
    result: { type: 'number', unit: 'ratio', format: '0.00' },
    examples: [
      {
        title: 'A bakery has current assets of 30,000, including flour for 4,000, and 20,000 to pay.',
        arguments: [30000, 4000, 20000],
        result: 1.3,
        origin: 'by hand: 26000 / 20000',
      },
      {
        title: 'A subscription for coffee machines, two year ends.',
        arguments: [
          [[90000], [120000]],
          [[30000], [70000]],
          [[60000], [100000]],
        ],
        result: [[1], [0.5]],
        origin: 'by hand: 60000 / 60000, 50000 / 100000',
      },
    ],
    source: `${SOURCE}, 6.3`,
    plain:
      '=IF(OR(current_assets="",inventory="",current_liabilities="",current_liabilities=0),"",(current_assets-inventory)/current_liabilities)',
    synonyms: ['acid test', 'liquidity', 'quick assets', 'liquid ratio'],
    mistakes: [SIGNS, 'Payments made in advance are not a quick asset either: leave them out of current assets.'],
    bounds: { from: 0 },
    scaling: [{ parameters: ['current_assets', 'inventory', 'current_liabilities'], power: 0 }],
    calculate: quickRatio,
  },
  {
    name: 'WORKING_CAPITAL_RATIO',
    family: 'finance',
    summary: 'Current assets less what is due within a year, as a share of revenue.',
    question: 'How much money is tied up in running the business?',
    shape: 'element-wise',
    parameters: [currentAssets, currentLiabilities, revenue],
    result: { type: 'number', unit: 'fraction', format: '0.0%' },
    examples: [
      {
        title: 'A bakery has current assets of 30,000, owes 20,000 and sells for 200,000 a year.',
        arguments: [30000, 20000, 200000],
        result: 0.05,
        origin: 'by hand: 10000 / 200000',
      },
      {
        title: 'A software subscription whose customers pay in advance.',
        arguments: [[[90000]], [[120000]], [[600000]]],
        result: [[-0.05]],
        origin: 'by hand: −30000 / 600000',
      },
    ],
    source: 'Brealey, Myers and Allen, Principles of Corporate Finance, 13th ed., ch. 28',
    plain:
      '=IF(OR(current_assets="",current_liabilities="",revenue="",revenue<=0),"",(current_assets-current_liabilities)/revenue)',
    synonyms: ['net working capital', 'working capital to sales', 'NWC', 'tied-up capital'],
    mistakes: [SIGNS, 'With one month’s revenue the result is twelve times the yearly one.'],
    base: 'revenue',
    scaling: [{ parameters: ['current_assets', 'current_liabilities', 'revenue'], power: 0 }],
    calculate: workingCapitalRatio,
  },
  {
    name: 'DEBT_TO_EQUITY',
    family: 'finance',
    summary: 'Debt for each unit of the owners’ equity.',
    question: 'How much of the business belongs to the bank?',
    shape: 'element-wise',
    parameters: [balance('debt', 'all that is owed'), amount('equity', 'all that is owned less all that is owed')],
    result: { type: 'number', unit: 'ratio', format: '0.00' },
    examples: [
      {
        title: 'A bakery owes 60,000 and has equity of 40,000.',
        arguments: [60000, 40000],
        result: 1.5,
        origin: 'by hand: 60000 / 40000',
      },
      {
        title: 'A software subscription, two year ends; by the second one losses had used up the equity.',
        arguments: [
          [[50000], [90000]],
          [[100000], [-10000]],
        ],
        result: [[0.5], ['']],
        origin: 'by hand: 50000 / 100000; without equity there is no ratio to it',
      },
    ],
    source: `${SOURCE}, 6.4`,
    plain: '=IF(OR(debt="",equity="",equity<=0),"",debt/equity)',
    synonyms: ['gearing', 'leverage', 'D/E', 'debt ratio', 'indebtedness'],
    mistakes: [SIGNS, 'Blank where equity is zero or less: that is worse than any ratio.'],
    base: 'equity',
    bounds: { from: 0 },
    scaling: [{ parameters: ['debt', 'equity'], power: 0 }],
    calculate: debtToEquity,
  },
  {
    name: 'INTEREST_COVER',
    family: 'finance',
    summary: 'How many times the operating profit covers the interest.',
    question: 'Do I earn enough to pay the interest on my loans?',
    shape: 'element-wise',
    parameters: [operatingProfit, balance('interest', 'interest of the same period, as a positive amount')],
    result: { type: 'number', unit: 'times', format: '0.0' },
    examples: [
      {
        title: 'A bakery earns 24,000 before interest and tax, and pays 6,000 of interest.',
        arguments: [24000, 6000],
        result: 4,
        origin: 'by hand: 24000 / 6000',
      },
      {
        title: 'A software subscription, two years; in the first one it made a loss.',
        arguments: [
          [[-5000], [15000]],
          [[10000], [10000]],
        ],
        result: [[-0.5], [1.5]],
        origin: 'by hand: −5000 / 10000, 15000 / 10000',
      },
    ],
    source: `${SOURCE}, 6.4`,
    plain: '=IF(OR(operating_profit="",interest="",interest=0),"",operating_profit/interest)',
    synonyms: ['times interest earned', 'TIE', 'interest coverage', 'debt service'],
    mistakes: [SIGNS, 'Take the profit before interest: after it, the interest is counted twice.'],
    scaling: [{ parameters: ['operating_profit', 'interest'], power: 0 }],
    calculate: interestCover,
  },
];
