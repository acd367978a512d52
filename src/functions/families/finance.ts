import { budgetVariance, cashRunway, grossMargin, revenuePerEmployee } from '../../kpi/finance';
import type { CellFunction } from '../definition';

/** Does the money come in, and go where it was meant to? */
export const finance: CellFunction[] = [
  {
    name: 'BUDGET_VARIANCE',
    family: 'finance',
    summary:
      'How far spending is over (positive) or under (negative) its budget, as a share of the size of the budget.',
    question: 'How far over budget am I?',
    shape: 'element-wise',
    parameters: [
      { name: 'actual', type: 'number', description: 'what was spent' },
      { name: 'budget', type: 'number', description: 'what was planned' },
    ],
    result: { type: 'number', unit: 'fraction', format: '0.0%' },
    examples: [
      {
        title: 'A bakery planned 2,000 for flour and spent 2,300.',
        arguments: [2300, 2000],
        result: 0.15,
        origin: 'by hand: (2300 − 2000) / 2000',
      },
      {
        title: 'A software subscription: hosting, advertising, travel; nothing was planned for travel.',
        arguments: [
          [[900], [5500], [300]],
          [[1000], [5000], [0]],
        ],
        result: [[-0.1], [0.1], ['']],
        origin: 'by hand: −100 / 1000, 500 / 5000; a variance needs a budget',
      },
    ],
    source: 'Horngren, Cost Accounting, 16th ed., ch. 7',
    plain: '=IF(OR(actual="",budget="",budget=0),"",(actual-budget)/ABS(budget))',
    synonyms: ['over budget', 'overspend', 'budget deviation', 'plan versus actual', 'cost overrun'],
    mistakes: [
      'For income the sign means the opposite: positive is more than planned.',
      'A negative plan counts by its size: a loss of 50 where a loss of 100 was planned is +50%, better than planned.',
    ],
    scaling: [{ parameters: ['actual', 'budget'], power: 0 }],
    calculate: budgetVariance,
  },
  {
    name: 'GROSS_MARGIN',
    family: 'finance',
    summary: 'Share of revenue left after the cost of what was sold.',
    question: 'How much of each sale do I keep before rent and wages?',
    shape: 'element-wise',
    parameters: [
      { name: 'revenue', type: 'number', description: 'sales of the period, without tax' },
      {
        name: 'cost_of_goods',
        type: 'number',
        description: 'cost of what was sold: ingredients, goods, hosting',
      },
    ],
    result: { type: 'number', unit: 'fraction', format: '0.0%' },
    examples: [
      {
        title: 'A bakery sold for 20,000 and used ingredients for 7,000.',
        arguments: [20000, 7000],
        result: 0.65,
        origin: 'by hand: 13000 / 20000',
      },
      {
        title: 'A software subscription, two months of revenue and hosting.',
        arguments: [
          [[40000], [50000]],
          [[8000], [9000]],
        ],
        result: [[0.8], [0.82]],
        origin: 'by hand: 32000 / 40000, 41000 / 50000',
      },
    ],
    source: 'Horngren, Cost Accounting, 16th ed., ch. 3',
    plain: '=IF(OR(revenue="",cost_of_goods="",revenue<=0),"",(revenue-cost_of_goods)/revenue)',
    synonyms: ['GM', 'margin', 'profit margin', 'gross profit', 'contribution margin'],
    mistakes: [
      'Margin is a share of the price, mark-up a share of the cost: 50% mark-up is 33% margin.',
      'A month in which refunds beat sales has no margin: it is blank in a column.',
    ],
    base: 'revenue',
    scaling: [{ parameters: ['revenue', 'cost_of_goods'], power: 0 }],
    calculate: grossMargin,
  },
  {
    name: 'REVENUE_PER_EMPLOYEE',
    family: 'finance',
    summary: 'Revenue for each person who works in the business.',
    question: 'How much does the business sell for each of us?',
    shape: 'element-wise',
    parameters: [
      { name: 'revenue', type: 'number', description: 'sales of the period, without tax' },
      { name: 'employees', type: 'number', description: 'people, in full-time equivalents', from: 0 },
    ],
    result: { type: 'number', unit: 'currency per employee', format: '#,##0' },
    examples: [
      {
        title: 'A bakery sold for 450,000 in a year with seven and a half people.',
        arguments: [450000, 7.5],
        result: 60000,
        origin: 'by hand: 450000 / 7.5',
      },
      {
        title: 'A software subscription, two years.',
        arguments: [
          [[1200000], [1800000]],
          [[10], [12]],
        ],
        result: [[120000], [150000]],
        origin: 'by hand: 1200000 / 10, 1800000 / 12',
      },
    ],
    source: 'Fitz-enz, The ROI of Human Capital, 2nd ed., ch. 2',
    plain: '=IF(OR(revenue="",employees="",employees=0),"",revenue/employees)',
    synonyms: ['sales per head', 'productivity', 'revenue per head', 'FTE', 'revenue factor'],
    mistakes: ['Count full-time equivalents: two half-time people are one.'],
    scaling: [
      { parameters: ['revenue'], power: 1 },
      { parameters: ['employees'], power: -1 },
    ],
    calculate: revenuePerEmployee,
  },
  {
    name: 'CASH_RUNWAY',
    family: 'finance',
    summary: 'Periods the cash lasts at the current burn; blank where no cash is burned.',
    question: 'How long will my money last?',
    shape: 'element-wise',
    parameters: [
      { name: 'cash', type: 'number', description: 'cash in hand and at the bank; 0 or less lasts 0 periods' },
      {
        name: 'net_burn',
        type: 'number',
        description: 'cash out less cash in, per period; 0 or less if more comes in',
      },
    ],
    result: { type: 'number', unit: 'periods', format: '0.0' },
    examples: [
      {
        title: 'A bakery has 12,000 in the bank and spends 1,500 a month more than it takes in.',
        arguments: [12000, 1500],
        result: 8,
        origin: 'by hand: 12000 / 1500',
      },
      {
        title: 'A software subscription, two months; in the second one more came in than went out.',
        arguments: [
          [[300000], [310000]],
          [[20000], [-10000]],
        ],
        result: [[15], ['']],
        origin: 'by hand: 300000 / 20000; cash that grows does not run out',
      },
    ],
    source: 'Ries, The Lean Startup (2011), ch. 8',
    plain: '=IF(OR(cash="",net_burn=""),"",IF(net_burn<=0,"",MAX(0,cash/net_burn)))',
    synonyms: ['runway', 'burn rate', 'months of cash', 'liquidity', 'cash left'],
    mistakes: ['One good month is not a runway: use the mean burn of three months or more.'],
    bounds: { from: 0 },
    scaling: [{ parameters: ['cash', 'net_burn'], power: 0 }],
    calculate: cashRunway,
  },
];
