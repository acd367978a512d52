import { churnRate, customerLifetimeValue, retentionRate } from '../../kpi/retention';
import type { CellFunction } from '../definition';

/** Do customers stay? */
export const retention: CellFunction[] = [
  {
    name: 'CHURN_RATE',
    family: 'retention',
    summary: 'Share of the customers at the start of a period who left during it.',
    question: 'What share of my customers did I lose?',
    shape: 'element-wise',
    parameters: [
      {
        name: 'lost',
        type: 'number',
        description: 'customers lost in the period, of those who were there at its start',
        from: 0,
        partOf: 'at_start',
      },
      { name: 'at_start', type: 'number', description: 'customers at the start of the period', from: 0 },
    ],
    result: { type: 'number', unit: 'fraction', format: '0.0%' },
    examples: [
      {
        title: 'A bakery’s bread box had 100 customers on 1 March and lost 5 of them in March.',
        arguments: [5, 100],
        result: 0.05,
        origin: 'by hand: 5 / 100',
      },
      {
        title: 'A software subscription, three months at once; in one of them it had no customers.',
        arguments: [
          [[12], [9], [0]],
          [[400], [450], [0]],
        ],
        result: [[0.03], [0.02], ['']],
        origin: 'by hand: 12 / 400, 9 / 450; with no customers, none can leave',
      },
    ],
    source: 'Farris et al., Marketing Metrics, 4th ed., ch. 5',
    plain: '=IF(OR(lost="",at_start="",at_start=0),"",lost/at_start)',
    synonyms: [
      'customer churn',
      'logo churn',
      'attrition',
      'cancellation rate',
      'customers lost',
      'turnover of customers',
    ],
    mistakes: [
      'A customer who came and left in the same period was not there at its start: count the loss in the next one.',
    ],
    bounds: { from: 0, to: 1 },
    scaling: [{ parameters: ['lost', 'at_start'], power: 0 }],
    calculate: churnRate,
  },
  {
    name: 'RETENTION_RATE',
    family: 'retention',
    summary: 'Share of the customers at the start of a period who are still there at its end.',
    question: 'What share of my customers stayed?',
    shape: 'element-wise',
    parameters: [
      { name: 'at_start', type: 'number', description: 'customers at the start of the period', from: 0 },
      {
        name: 'at_end',
        type: 'number',
        description: 'customers at the end of the period, new ones included',
        from: 0,
      },
      {
        name: 'gained',
        type: 'number',
        description: 'customers who were new in the period',
        from: 0,
        partOf: 'at_end',
      },
    ],
    result: { type: 'number', unit: 'fraction', format: '0.0%' },
    examples: [
      {
        title: 'A bakery delivered to 80 cafés in January, to 84 in February, and 10 of these were new.',
        arguments: [80, 84, 10],
        result: 0.925,
        origin: 'by hand: (84 − 10) / 80',
      },
      {
        title: 'A software subscription, two quarters.',
        arguments: [
          [[200], [210]],
          [[210], [205]],
          [[30], [16]],
        ],
        result: [[0.9], [0.9]],
        origin: 'by hand: (210 − 30) / 200, (205 − 16) / 210',
      },
    ],
    source: 'Farris et al., Marketing Metrics, 4th ed., ch. 5',
    plain: '=IF(OR(at_start="",at_end="",gained="",at_start=0),"",(at_end-gained)/at_start)',
    synonyms: ['customer retention', 'logo retention', 'CRR', 'loyalty', 'customers kept'],
    mistakes: [
      'Count new customers in gained too: in at_end alone they hide the ones who left.',
      'A customer who came and left in the same period was never there at its end: leave them out of gained.',
    ],
    bounds: { from: 0, to: 1 },
    scaling: [{ parameters: ['at_start', 'at_end', 'gained'], power: 0 }],
    calculate: retentionRate,
  },
  {
    name: 'CUSTOMER_LIFETIME_VALUE',
    family: 'retention',
    summary: 'Margin from a customer until they leave.',
    question: 'What is a customer worth to me?',
    shape: 'element-wise',
    parameters: [
      { name: 'revenue_per_period', type: 'number', description: 'revenue from one customer in one period', from: 0 },
      {
        name: 'gross_margin',
        type: 'number',
        description: 'share of the revenue left after the cost of what was sold, as 0.7 or 70%',
        to: 1,
      },
      { name: 'churn', type: 'number', description: 'churn rate of one period, as 0.04 or 4%', from: 0, to: 1 },
      {
        name: 'discount_rate',
        type: 'number',
        description: 'interest of one period, as 0.01 or 1%',
        optional: true,
        default: 0,
        from: 0,
      },
    ],
    result: { type: 'number', unit: 'currency', format: '#,##0.00' },
    examples: [
      {
        title: 'A software subscription at 50 a month, 70% margin, 4% of customers leave a month.',
        arguments: [50, 0.7, 0.04],
        result: 875,
        origin: 'method, section 6; by hand: 50 × 0.7 / 0.04',
      },
      {
        title: 'The same with interest of 1% a month.',
        arguments: [50, 0.7, 0.04, 0.01],
        result: 707,
        origin: 'method, section 6; by hand: 35 × 1.01 / (1.01 − 0.96)',
      },
      {
        title: 'A bakery’s bread box: 24 a week, 60% margin, 2% of customers leave a week.',
        arguments: [24, 0.6, 0.02],
        result: 720,
        origin: 'by hand: 24 × 0.6 / 0.02',
      },
    ],
    source: 'Gupta and Lehmann (2003), Customers as Assets, Journal of Interactive Marketing 17(1)',
    plain:
      '=IF(OR(revenue_per_period="",gross_margin="",churn="",N(churn)+N(discount_rate)=0),"",revenue_per_period*gross_margin*(1+N(discount_rate))/(N(discount_rate)+churn))',
    synonyms: ['CLV', 'CLTV', 'LTV', 'lifetime value', 'customer value'],
    mistakes: [
      'Revenue, churn and interest must be for the same period: a monthly price with a yearly churn rate is off by a factor of twelve.',
    ],
    scaling: [{ parameters: ['revenue_per_period'], power: 1 }],
    calculate: customerLifetimeValue,
  },
];
