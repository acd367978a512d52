import { burnMultiple, compoundGrowthRate, growthRates, ruleOf40 } from '../../kpi/growth';
import { amount } from '../balances';
import type { CellFunction, Column } from '../definition';
import { values } from '../inTime';
import { wholeNumber } from '../wholeNumber';

/** How fast does it grow, and at what price? */
export const growth: CellFunction[] = [
  {
    name: 'GROWTH_RATE',
    family: 'finance',
    summary: 'Growth of each period over the one before, or over the same one last year.',
    question: 'How fast am I growing from month to month?',
    shape: 'series',
    parameters: [
      values,
      {
        name: 'lag',
        type: 'number',
        description: 'how many periods back: 1 is the one before, 12 the same month last year',
        optional: true,
        default: 1,
        from: 1,
        takes: 'one',
      },
    ],
    result: { type: 'number', unit: 'fraction, one cell beside each figure', format: '0.0%' },
    examples: [
      {
        title: 'A bakery’s sales of four months; in April it was closed.',
        arguments: [[[10000], [12000], [15000], [0], [12000]]],
        result: [[''], [0.2], [0.25], [-1], ['']],
        origin: 'by hand: 2000 / 10000, 3000 / 12000, −15000 / 15000; nothing grows from zero',
      },
      {
        title: 'A software subscription, each quarter against the same one last year.',
        arguments: [[[40], [50], [60], [80], [50], [60]], 4],
        result: [[''], [''], [''], [''], [0.25], [0.2]],
        origin: 'by hand: 10 / 40, 10 / 50',
      },
    ],
    source: 'rate of change over the base period, as in statistics of national accounts',
    synonyms: ['growth', 'month over month', 'MoM', 'year over year', 'YoY', 'percent change', 'increase'],
    mistakes: [
      'Use one row per period, oldest first, with a blank for a missing one. If rows are missing, use SAME_PERIOD_LAST_YEAR: it finds the right one.',
      'There is no growth rate from a loss: blank where the earlier figure is zero or less.',
      'If every cell is blank, look at the signs: ledger exports show revenue as negative.',
    ],
    ordered: true,
    scaling: [{ parameters: ['values'], power: 0 }],
    calculate: (figures: Column, lag: number) => growthRates(figures.values, wholeNumber('lag', lag)),
  },
  {
    name: 'COMPOUND_GROWTH_RATE',
    family: 'finance',
    summary: 'The steady growth rate per period that leads from the first figure to the last.',
    question: 'How fast have I grown per year overall?',
    shape: 'element-wise',
    parameters: [
      amount('first', 'the figure at the start'),
      amount('last', 'the figure at the end'),
      { name: 'periods', type: 'number', description: 'number of periods between them, such as 3 years', from: 0 },
    ],
    result: { type: 'number', unit: 'fraction per period', format: '0.0%' },
    examples: [
      {
        title: 'A bakery grew from 100,000 to 121,000 in two years.',
        arguments: [100000, 121000, 2],
        result: 0.1,
        origin: 'by hand: 1.1 × 1.1 = 1.21',
      },
      {
        title: 'A software subscription in three years, from 50,000 and from nothing.',
        arguments: [[[50000], [0]], [[400000], [90000]], 3],
        result: [[1], ['']],
        origin: 'by hand: doubled three times; nothing grows from zero',
      },
    ],
    source: 'Brealey, Myers and Allen, Principles of Corporate Finance, 13th ed., ch. 2',
    plain: '=IF(OR(first="",last="",periods=""),"",IF(OR(first<=0,last<0,periods=0),"",(last/first)^(1/periods)-1))',
    synonyms: ['CAGR', 'average growth', 'annual growth', 'compound annual growth rate'],
    mistakes: [
      '2023 to 2026 is three periods, though there are four figures.',
      'Ledger exports show revenue as negative: change the sign of both figures first, as in =-B2.',
    ],
    base: 'first, or periods,',
    bounds: { from: -1 },
    scaling: [{ parameters: ['first', 'last'], power: 0 }],
    calculate: compoundGrowthRate,
  },
  {
    name: 'RULE_OF_40',
    family: 'finance',
    summary: 'Growth and margin of a subscription business added up, in points; 40 or more is good.',
    question: 'Am I growing fast enough for what I earn?',
    shape: 'element-wise',
    parameters: [
      { name: 'growth', type: 'number', description: 'of revenue over a full year, as 0.3 or 30%' },
      { name: 'margin', type: 'number', description: 'of profit or free cash, as 0.15 or 15%', to: 1 },
    ],
    result: { type: 'number', unit: 'points', format: '0' },
    examples: [
      {
        title: 'A software subscription grows by 30% at a margin of 15%.',
        arguments: [0.3, 0.15],
        result: 45,
        origin: 'by hand: 30 + 15',
      },
      {
        title: 'A bakery’s bread box, two years: fast at a loss, then slower at a profit.',
        arguments: [
          [[0.8], [0.25]],
          [[-0.5], [0.1]],
        ],
        result: [[30], [35]],
        origin: 'by hand: 80 − 50, 25 + 10',
      },
    ],
    source: 'Feld (2015), The Rule of 40% For a Healthy SaaS Company',
    plain: '=IF(OR(growth="",margin=""),"",100*(growth+margin))',
    synonyms: ['rule of forty', 'growth and profit', 'SaaS health', 'growth versus margin'],
    mistakes: ['Both must be for a full year: with one month’s growth the result means nothing.'],
    calculate: ruleOf40,
  },
  {
    name: 'BURN_MULTIPLE',
    family: 'finance',
    summary: 'Money burned for each unit of new recurring revenue; below 1 is very good, above 3 is bad.',
    question: 'How much do I burn for each unit of new recurring revenue?',
    shape: 'element-wise',
    parameters: [
      amount('net_burn', 'cash out less cash in; negative if more comes in'),
      amount('net_new_recurring_revenue', 'annual recurring revenue at the end less that at the start'),
    ],
    result: { type: 'number', unit: 'ratio', format: '0.0' },
    examples: [
      {
        title: 'A software subscription burned 300,000 and won 200,000 of recurring revenue.',
        arguments: [300000, 200000],
        result: 1.5,
        origin: 'by hand: 300000 / 200000',
      },
      {
        title: 'A bakery’s bread box, two quarters; in the second one more boxes were cancelled than sold.',
        arguments: [
          [[2000], [2000]],
          [[4000], [-500]],
        ],
        result: [[0.5], ['']],
        origin: 'by hand: 2000 / 4000; nothing was won',
      },
    ],
    source: 'Sacks (2020), The Burn Multiple',
    plain:
      '=IF(OR(net_burn="",net_new_recurring_revenue="",net_new_recurring_revenue<=0),"",net_burn/net_new_recurring_revenue)',
    synonyms: ['burn efficiency', 'capital efficiency', 'cash burn', 'ARR per burn'],
    mistakes: ['Blank where no recurring revenue was won: that is worse than any ratio.'],
    base: 'net_new_recurring_revenue',
    scaling: [{ parameters: ['net_burn', 'net_new_recurring_revenue'], power: 0 }],
    calculate: burnMultiple,
  },
];
