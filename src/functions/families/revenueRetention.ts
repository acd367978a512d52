import { grossRevenueRetention, netRevenueRetention, revenueChurnRate } from '../../kpi/revenueRetention';
import type { CellFunction, Parameter } from '../definition';

const atStart: Parameter = {
  name: 'at_start',
  type: 'number',
  description: 'recurring revenue at the start of the period',
  from: 0,
};
const expansion: Parameter = {
  name: 'expansion',
  type: 'number',
  description: 'how much more those customers pay now, without new customers',
  from: 0,
};
const contraction: Parameter = {
  name: 'contraction',
  type: 'number',
  description: 'how much less those who stayed pay now, as a positive amount',
  from: 0,
  partOf: 'at_start',
};
const churned: Parameter = {
  name: 'churned',
  type: 'number',
  description: 'what the customers who left in the period had paid, as a positive amount',
  from: 0,
  partOf: 'at_start',
};

const SOURCE = 'Skok, SaaS Metrics 2.0, For Entrepreneurs';

/** Does the revenue stay? */
export const revenueRetention: CellFunction[] = [
  {
    name: 'REVENUE_CHURN_RATE',
    family: 'retention',
    summary: 'Share of the recurring revenue at the start of a period that was lost during it, gross.',
    question: 'What share of my recurring revenue did I lose?',
    shape: 'element-wise',
    parameters: [churned, contraction, atStart],
    result: { type: 'number', unit: 'fraction', format: '0.0%' },
    examples: [
      {
        title:
          'A bakery’s bread boxes brought 8,000 a month; boxes of 240 were cancelled, others became smaller by 160.',
        arguments: [240, 160, 8000],
        result: 0.05,
        origin: 'by hand: (240 + 160) / 8000',
      },
      {
        title: 'A software subscription, two months.',
        arguments: [
          [[900], [500]],
          [[300], [0]],
          [[40000], [50000]],
        ],
        result: [[0.03], [0.01]],
        origin: 'by hand: 1200 / 40000, 500 / 50000',
      },
    ],
    source: SOURCE,
    plain: '=IF(OR(churned="",contraction="",at_start="",at_start=0),"",(churned+contraction)/at_start)',
    synonyms: ['MRR churn', 'gross revenue churn', 'dollar churn', 'lost recurring revenue'],
    mistakes: ['Extra sales to the same customers do not belong here: see NET_REVENUE_RETENTION.'],
    bounds: { from: 0, to: 1 },
    scaling: [{ parameters: ['churned', 'contraction', 'at_start'], power: 0 }],
    calculate: revenueChurnRate,
  },
  {
    name: 'NET_REVENUE_RETENTION',
    family: 'retention',
    summary:
      'Recurring revenue at the end of a period from the customers it began with, divided by what they paid at its start.',
    question: 'Do the customers I have spend more or less than before?',
    shape: 'element-wise',
    parameters: [atStart, expansion, contraction, churned],
    result: { type: 'number', unit: 'fraction', format: '0.0%' },
    examples: [
      {
        title:
          'A bakery’s bread boxes: 8,000 a month, 320 more from larger boxes, 160 less from smaller ones, 240 cancelled.',
        arguments: [8000, 320, 160, 240],
        result: 0.99,
        origin: 'by hand: (8000 + 320 − 160 − 240) / 8000',
      },
      {
        title: 'A software subscription, two months; in the second one customers bought more than others gave up.',
        arguments: [
          [[40000], [50000]],
          [[800], [3000]],
          [[300], [0]],
          [[900], [500]],
        ],
        result: [[0.99], [1.05]],
        origin: 'by hand: 39600 / 40000, 52500 / 50000',
      },
    ],
    source: SOURCE,
    plain:
      '=IF(OR(at_start="",expansion="",contraction="",churned="",at_start=0),"",(at_start+expansion-contraction-churned)/at_start)',
    synonyms: ['NRR', 'NDR', 'net dollar retention', 'net retention', 'expansion revenue'],
    mistakes: [
      'Revenue from new customers is left out: it would hide what existing ones do.',
      'Type losses as positive amounts, and 0 where there were none: a blank leaves the result blank.',
    ],
    bounds: { from: 0 },
    scaling: [{ parameters: ['at_start', 'expansion', 'contraction', 'churned'], power: 0 }],
    calculate: netRevenueRetention,
  },
  {
    name: 'GROSS_REVENUE_RETENTION',
    family: 'retention',
    summary:
      'Share of the recurring revenue at the start of a period that was kept, without extra sales to the same customers.',
    question: 'How much of my recurring revenue would be left if nobody bought more?',
    shape: 'element-wise',
    parameters: [atStart, contraction, churned],
    result: { type: 'number', unit: 'fraction', format: '0.0%' },
    examples: [
      {
        title: 'A bakery’s bread boxes: 8,000 a month, 160 less from smaller boxes, 240 cancelled.',
        arguments: [8000, 160, 240],
        result: 0.95,
        origin: 'by hand: (8000 − 160 − 240) / 8000',
      },
      {
        title: 'A software subscription, two months.',
        arguments: [
          [[40000], [50000]],
          [[300], [0]],
          [[900], [500]],
        ],
        result: [[0.97], [0.99]],
        origin: 'by hand: 38800 / 40000, 49500 / 50000',
      },
    ],
    source: SOURCE,
    plain: '=IF(OR(at_start="",contraction="",churned="",at_start=0),"",(at_start-contraction-churned)/at_start)',
    synonyms: ['GRR', 'GDR', 'gross dollar retention', 'gross retention', 'revenue kept'],
    mistakes: ['It is never above 100%: if you see more, extra sales were counted.'],
    bounds: { from: 0, to: 1 },
    scaling: [{ parameters: ['at_start', 'contraction', 'churned'], power: 0 }],
    calculate: grossRevenueRetention,
  },
];
