import { csat, customerEffortScore, nps } from '../../kpi/service';
import { refuseOutside } from '../answers';
import { byPeriod } from '../byPeriod';
import { CellError } from '../cellError';
import type { CellFunction, Column } from '../definition';

/** Are customers content? */
export const service: CellFunction[] = [
  {
    name: 'CSAT',
    family: 'service',
    summary: 'Customer satisfaction score: share of answers from satisfied customers.',
    question: 'What share of my customers is satisfied?',
    shape: 'aggregate',
    parameters: [
      { name: 'responses', type: 'number', description: 'the answers, one per cell, from 1 to scale_max' },
      {
        name: 'satisfied_from',
        type: 'number',
        description: 'the lowest answer that counts as satisfied; scale_max − 1 if left out, so 4 of 5',
        optional: true,
        takes: 'one',
      },
      {
        name: 'scale_max',
        type: 'number',
        description: 'the best possible answer',
        optional: true,
        default: 5,
        takes: 'one',
        from: 2,
      },
      ...byPeriod,
    ],
    result: { type: 'number', unit: 'fraction', format: '0.0%' },
    examples: [
      {
        title: 'Five customers of a bakery answered on a card from 1 to 5.',
        arguments: [[[5], [4], [3], [5], [2]]],
        result: 0.6,
        origin: 'by hand: 5, 4 and 5 of five answers',
      },
      {
        title: 'Support tickets of a software subscription on a scale to 10, satisfied from 8.',
        arguments: [[[10], [8], [7], [9]], 8, 10],
        result: 0.75,
        origin: 'by hand: 10, 8 and 9 of four answers',
      },
      {
        title: 'The same cards with their dates, month by month: January and February 2026.',
        arguments: [
          [[5], [4], [3], [5], [2]],
          undefined,
          undefined,
          [[46_027], [46_034], [46_055], [46_062], [46_069]],
          'month',
        ],
        result: [
          [46_023, 1],
          [46_054, 1 / 3],
        ],
        origin: 'by hand: 2 of 2 in January, 1 of 3 in February; serials as Excel shows them',
      },
    ],
    source: 'Farris et al., Marketing Metrics, 4th ed., ch. 2: top-two-box share',
    plain:
      '=COUNTIF(responses,">="&IF(satisfied_from="",IF(scale_max="",5,scale_max)-1,satisfied_from))/COUNT(responses)',
    synonyms: ['customer satisfaction', 'satisfaction score', 'top box', 'happy customers', 'star rating'],
    mistakes: ['It is a share of answers, not the mean answer: 3.9 out of 5 is not 78%.'],
    bounds: { from: 0, to: 1 },
    calculate: (responses: Column, satisfiedFrom: number | null, scaleMax: number) => {
      const from = satisfiedFrom ?? scaleMax - 1;
      if (from < 1 || from > scaleMax) {
        throw new CellError(
          '#VALUE!',
          `satisfied_from: ${from} is not from 1 to ${scaleMax}, the best possible answer.`,
        );
      }
      refuseOutside(responses, 1, scaleMax, `is not an answer from 1 to ${scaleMax}`);
      return csat(responses.values, from);
    },
  },
  {
    name: 'NPS',
    family: 'service',
    summary: 'Net promoter score: share of answers of 9 or 10 minus share of answers below 7, in points.',
    question: 'Would my customers recommend me?',
    shape: 'aggregate',
    parameters: [
      { name: 'responses', type: 'number', description: 'the answers, one per cell, from 0 to 10', from: 0, to: 10 },
      ...byPeriod,
    ],
    result: { type: 'number', unit: 'points from −100 to 100', format: '0' },
    examples: [
      {
        title: 'Ten guests of a bakery’s café: would you recommend us?',
        arguments: [[[10], [9], [9], [8], [7], [7], [6], [10], [9], [3]]],
        result: 30,
        origin: 'by hand: five promoters less two detractors of ten',
      },
      {
        title: 'A software subscription’s survey by quarter.',
        arguments: [
          [[9], [10], [8], [5], [6], [9]],
          [[46_030], [46_040], [46_050], [46_120], [46_130], [46_140]],
          'quarter',
        ],
        result: [
          [46_023, 200 / 3],
          [46_113, -100 / 3],
        ],
        origin: 'by hand: 2 promoters of 3; then 1 promoter less 2 detractors of 3',
      },
    ],
    source: 'Reichheld (2003), The One Number You Need to Grow, Harvard Business Review 81(12)',
    plain: '=100*(COUNTIF(responses,">=9")-COUNTIF(responses,"<7"))/COUNT(responses)',
    synonyms: ['net promoter score', 'recommendation', 'promoters', 'detractors', 'word of mouth', 'eNPS'],
    mistakes: ['It is in points, not percent; with fewer than about fifty answers it jumps around by chance.'],
    bounds: { from: -100, to: 100 },
    calculate: (responses: Column) => nps(responses.values),
  },
  {
    name: 'CUSTOMER_EFFORT_SCORE',
    family: 'service',
    summary: 'Mean answer to how easy it was to get something done.',
    question: 'How hard do I make things for my customers?',
    shape: 'aggregate',
    parameters: [
      { name: 'responses', type: 'number', description: 'the answers, one per cell, all on the same scale', from: 0 },
      ...byPeriod,
    ],
    result: { type: 'number', unit: 'points of the scale', format: '0.0' },
    examples: [
      {
        title: 'Five customers of a bakery: ordering was easy, from 1 to 7.',
        arguments: [[[7], [6], [5], [7], [5]]],
        result: 6,
        origin: 'by hand: 30 / 5',
      },
      {
        title: 'A software subscription asks after each support ticket, by month.',
        arguments: [
          [[5], [7], [3], [4]],
          [[46_027], [46_034], [46_055], [46_062]],
        ],
        result: [
          [46_023, 6],
          [46_054, 3.5],
        ],
        origin: 'by hand: (5 + 7) / 2, (3 + 4) / 2',
      },
    ],
    source: 'Dixon, Freeman and Toman (2010), Stop Trying to Delight Your Customers, Harvard Business Review 88(7/8)',
    plain: '=AVERAGE(responses)',
    synonyms: ['CES', 'effort', 'ease of use', 'how easy', 'friction'],
    mistakes: ['Say which end is good: in the first version of this question a high score meant high effort.'],
    calculate: (responses: Column) => customerEffortScore(responses.values),
  },
];
