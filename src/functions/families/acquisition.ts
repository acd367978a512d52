import { cacPayback, customerAcquisitionCost, leadQualityRatio, ltvCacRatio } from '../../kpi/acquisition';
import type { CellFunction } from '../definition';

/** Do the right people come, and at what price? */
export const acquisition: CellFunction[] = [
  {
    name: 'LEAD_QUALITY_RATIO',
    family: 'acquisition',
    summary: 'Share of leads that become opportunities.',
    question: 'How many enquiries are worth an offer?',
    shape: 'element-wise',
    parameters: [
      {
        name: 'opportunities',
        type: 'number',
        description: 'leads that were worth an offer',
        from: 0,
      },
      { name: 'leads', type: 'number', description: 'all leads of the period', from: 0 },
    ],
    result: { type: 'number', unit: 'fraction', format: '0.0%' },
    examples: [
      {
        title: 'A bakery had 50 enquiries for wedding cakes and made 14 offers.',
        arguments: [14, 50],
        result: 0.28,
        origin: 'by hand: 14 / 50',
      },
      {
        title: 'A software subscription: trials that fit the product, of all trials, over three months.',
        arguments: [
          [[100], [120], [118]],
          [[400], [480], [590]],
        ],
        result: [[0.25], [0.25], [0.2]],
        origin: 'by hand: 100 / 400, 120 / 480, 118 / 590',
      },
    ],
    source: 'Farris et al., Marketing Metrics, 4th ed., ch. 6',
    plain: '=IF(OR(opportunities="",leads="",leads=0),"",opportunities/leads)',
    synonyms: ['qualified leads', 'MQL to SQL', 'lead to opportunity', 'marketing qualified', 'lead conversion'],
    mistakes: [
      'Count each opportunity in the period its lead came in. Otherwise a slow month looks good when older leads mature, and the rate can pass 100%.',
    ],
    bounds: { from: 0 },
    scaling: [{ parameters: ['opportunities', 'leads'], power: 0 }],
    calculate: leadQualityRatio,
  },
  {
    name: 'CUSTOMER_ACQUISITION_COST',
    family: 'acquisition',
    summary: 'What it costs to win one new customer.',
    question: 'What do I pay for a new customer?',
    shape: 'element-wise',
    parameters: [
      {
        name: 'spend',
        type: 'number',
        description: 'marketing and sales of the period, wages included',
        from: 0,
      },
      { name: 'new_customers', type: 'number', description: 'customers who bought for the first time', from: 0 },
    ],
    result: { type: 'number', unit: 'currency per customer', format: '#,##0.00' },
    examples: [
      {
        title: 'A bakery spent 600 on leaflets and tastings, and 40 new households ordered.',
        arguments: [600, 40],
        result: 15,
        origin: 'by hand: 600 / 40',
      },
      {
        title: 'A software subscription, three months; in the last one there were no new customers.',
        arguments: [
          [[9000], [12000], [8000]],
          [[30], [50], [0]],
        ],
        result: [[300], [240], ['']],
        origin: 'by hand: 9000 / 30, 12000 / 50; with no new customers there is no cost per customer',
      },
    ],
    source: 'Farris et al., Marketing Metrics, 4th ed., ch. 5',
    plain: '=IF(OR(spend="",new_customers="",new_customers=0),"",spend/new_customers)',
    synonyms: ['CAC', 'cost per acquisition', 'CPA', 'cost per customer', 'cost to acquire'],
    mistakes: [
      'Advertising alone makes the cost look too low: include the time of the people who sell.',
      'If a sale takes months, this month’s customers were paid for earlier: compare quarters.',
    ],
    bounds: { from: 0 },
    scaling: [
      { parameters: ['spend'], power: 1 },
      { parameters: ['new_customers'], power: -1 },
    ],
    calculate: customerAcquisitionCost,
  },
  {
    name: 'LTV_CAC_RATIO',
    family: 'acquisition',
    summary: 'Lifetime value of a customer for each unit of money spent to win one.',
    question: 'Does a customer earn back what it cost to win them?',
    shape: 'element-wise',
    parameters: [
      {
        name: 'lifetime_value',
        type: 'number',
        description: 'margin from one customer, as CUSTOMER_LIFETIME_VALUE returns it',
      },
      {
        name: 'acquisition_cost',
        type: 'number',
        description: 'cost to win one customer, as CUSTOMER_ACQUISITION_COST returns it',
        from: 0,
      },
    ],
    result: { type: 'number', unit: 'ratio', format: '0.0' },
    examples: [
      {
        title: 'A bakery’s bread box: a customer brings 720 and costs 60 to win.',
        arguments: [720, 60],
        result: 12,
        origin: 'by hand: 720 / 60',
      },
      {
        title: 'A software subscription: two plans.',
        arguments: [
          [[875], [1200]],
          [[350], [600]],
        ],
        result: [[2.5], [2]],
        origin: 'by hand: 875 / 350, 1200 / 600',
      },
    ],
    source: 'Skok, SaaS Metrics 2.0, For Entrepreneurs',
    plain: '=IF(OR(lifetime_value="",acquisition_cost="",acquisition_cost=0),"",lifetime_value/acquisition_cost)',
    synonyms: ['LTV:CAC', 'LTV to CAC', 'CLV CAC', 'unit economics', 'return on acquisition'],
    mistakes: ['Lifetime value is margin, not revenue: with revenue the ratio looks twice as good as it is.'],
    scaling: [{ parameters: ['lifetime_value', 'acquisition_cost'], power: 0 }],
    calculate: ltvCacRatio,
  },
  {
    name: 'CAC_PAYBACK',
    family: 'acquisition',
    summary: 'Periods until the margin from a customer has paid for winning them.',
    question: 'When does a new customer start to earn me money?',
    shape: 'element-wise',
    parameters: [
      { name: 'acquisition_cost', type: 'number', description: 'what a customer costs to win', from: 0 },
      { name: 'revenue_per_period', type: 'number', description: 'revenue from one customer in one period', from: 0 },
      {
        name: 'gross_margin',
        type: 'number',
        description: 'share of the revenue left after the cost of what was sold, as 0.7 or 70%',
        to: 1,
      },
    ],
    result: { type: 'number', unit: 'periods', format: '0.0' },
    examples: [
      {
        title: 'A bakery pays 36 to win a customer of its bread box, who spends 24 a week at 60% margin.',
        arguments: [36, 24, 0.6],
        result: 2.5,
        origin: 'by hand: 36 / (24 × 0.6)',
      },
      {
        title: 'A software subscription: two plans at 80% margin; one is free.',
        arguments: [[[480], [100]], [[50], [0]], 0.8],
        result: [[12], ['']],
        origin: 'by hand: 480 / (50 × 0.8); a free plan never pays back',
      },
    ],
    source: 'Skok, SaaS Metrics 2.0, For Entrepreneurs',
    plain:
      '=IF(OR(acquisition_cost="",revenue_per_period="",gross_margin=""),"",IF(revenue_per_period*gross_margin<=0,"",acquisition_cost/(revenue_per_period*gross_margin)))',
    synonyms: ['payback period', 'months to recover CAC', 'break-even on a customer', 'payback time'],
    mistakes: ['The result is in the same periods as the revenue: monthly revenue gives months.'],
    bounds: { from: 0 },
    scaling: [{ parameters: ['acquisition_cost', 'revenue_per_period'], power: 0 }],
    calculate: cacPayback,
  },
];
