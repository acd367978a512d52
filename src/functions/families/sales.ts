import { salesConversionRate } from '../../kpi/sales';
import type { CellFunction } from '../definition';

/** Do they buy? */
export const sales: CellFunction[] = [
  {
    name: 'SALES_CONVERSION_RATE',
    family: 'sales',
    summary: 'Share of opportunities that were won.',
    question: 'How many of my offers become orders?',
    shape: 'element-wise',
    parameters: [
      {
        name: 'won',
        type: 'number',
        description: 'opportunities that became orders',
        from: 0,
      },
      { name: 'opportunities', type: 'number', description: 'all opportunities of the period', from: 0 },
    ],
    result: { type: 'number', unit: 'fraction', format: '0.0%' },
    examples: [
      {
        title: 'A bakery made 50 offers for catering and won 11 of them.',
        arguments: [11, 50],
        result: 0.22,
        origin: 'by hand: 11 / 50',
      },
      {
        title: 'A software subscription: trials that became paying customers, two months.',
        arguments: [
          [[24], [30]],
          [[120], [120]],
        ],
        result: [[0.2], [0.25]],
        origin: 'by hand: 24 / 120, 30 / 120',
      },
    ],
    source: 'Farris et al., Marketing Metrics, 4th ed., ch. 6',
    plain: '=IF(OR(won="",opportunities="",opportunities=0),"",won/opportunities)',
    synonyms: ['win rate', 'close rate', 'closing ratio', 'deals won', 'hit rate', 'conversion rate'],
    mistakes: [
      'Offers that are still open count as not won: judge a month when they are decided.',
      'It can pass 100% when this month’s orders come from older opportunities: count each order in the month of its offer.',
    ],
    bounds: { from: 0 },
    scaling: [{ parameters: ['won', 'opportunities'], power: 0 }],
    calculate: salesConversionRate,
  },
];
