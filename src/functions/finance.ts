import { budgetVariance } from '../kpi/finance';
import type { CellFunction } from './definition';

/** Does the money go where it was meant to? */
export const finance: CellFunction[] = [
  {
    name: 'BUDGET_VARIANCE',
    family: 'finance',
    summary: 'How far spending is over (positive) or under (negative) its budget, as a share of the budget.',
    question: 'By how much am I over budget?',
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
        title: 'A software firm: hosting, advertising, travel; nothing was planned for travel.',
        arguments: [
          [[900], [5500], [300]],
          [[1000], [5000], [0]],
        ],
        result: [[-0.1], [0.1], ['']],
        origin: 'by hand: −100 / 1000, 500 / 5000; a variance needs a budget',
      },
    ],
    source: 'Horngren, Cost Accounting, 16th ed., ch. 7',
    plain: '=IF(OR(actual="",budget="",budget=0),"",(actual-budget)/budget)',
    synonyms: ['over budget', 'overspend', 'budget deviation', 'plan versus actual'],
    mistakes: ['For income the sign reads the other way: positive is more than planned.'],
    calculate: budgetVariance,
  },
];
