import { agreementIndex } from '../../kpi/people';
import { csat } from '../../kpi/service';
import { refuseOutside } from '../answers';
import { byPeriod } from '../byPeriod';
import type { CellFunction, Column } from '../definition';

/** Do we see the same thing? */
export const people: CellFunction[] = [
  {
    name: 'AGREEMENT_INDEX',
    family: 'people',
    summary: 'How much a team agrees on one question: 1 if all give the same answer, 0 if answers look random.',
    question: 'Does my team see the same thing?',
    shape: 'aggregate',
    parameters: [
      {
        name: 'responses',
        type: 'number',
        description: 'the answers to one question, one per cell, from 1 to scale_points',
        from: 1,
      },
      {
        name: 'scale_points',
        type: 'number',
        description: 'how many answers there are to choose from, such as 5',
        takes: 'one',
        from: 2,
      },
      ...byPeriod,
    ],
    result: { type: 'number', unit: 'index from 0 to 1', format: '0.00' },
    examples: [
      {
        title: 'Five people of a bakery: is our bread worth its price? On five points.',
        arguments: [[[4], [5], [4], [3], [4]], 5],
        result: 0.75,
        origin: 'method, section 6; by hand: 1 − 0.5 / 2',
      },
      {
        title: 'Four people of a software subscription: do we build what customers pay for? On seven points.',
        arguments: [[[1], [7], [4], [4]], 7],
        result: 0,
        origin: 'by hand: 1 − 6 / 4 is below 0',
      },
    ],
    source:
      'James, Demaree and Wolf (1984), Estimating within-group interrater reliability, Journal of Applied Psychology 69(1)',
    plain: '=IF(scale_points="","",MAX(0,1-VAR(responses)/((scale_points^2-1)/12)))',
    synonyms: ['agreement', 'consensus', 'r_wg', 'rwg', 'interrater agreement', 'pulse survey', 'same picture'],
    mistakes: ['It says whether answers are alike, not whether they are good: a team can agree that things are bad.'],
    fewest: 2,
    bounds: { from: 0, to: 1 },
    calculate: (responses: Column, scalePoints: number) => {
      refuseOutside(responses, 1, scalePoints, `is not an answer from 1 to ${scalePoints}`);
      return agreementIndex(responses.values, scalePoints);
    },
  },
  {
    name: 'FAVORABLE_SHARE',
    family: 'people',
    summary: 'Share of favorable answers in a pulse survey.',
    question: 'What share of my team is happy?',
    shape: 'aggregate',
    parameters: [
      { name: 'responses', type: 'number', description: 'the answers, one per cell', from: 0 },
      {
        name: 'favorable_from',
        type: 'number',
        description: 'the lowest answer that counts as favorable; 4 of 5 points if left out',
        optional: true,
        takes: 'one',
      },
      ...byPeriod,
    ],
    result: { type: 'number', unit: 'fraction', format: '0%' },
    examples: [
      {
        title: 'Eight people of a bakery: I know what is expected of me. On five points.',
        arguments: [[[5], [4], [4], [3], [5], [2], [4], [4]]],
        result: 0.75,
        origin: 'by hand: six of eight answered 4 or 5',
      },
      {
        title: 'A software subscription’s team on ten points, by quarter.',
        arguments: [[[8], [6], [9], [7]], 7, [[46_030], [46_040], [46_120], [46_130]], 'quarter'],
        result: [
          [46_023, 0.5],
          [46_113, 1],
        ],
        origin: 'by hand: 8 of 8 and 6, then 9 and 7',
      },
    ],
    source: 'Farris et al., Marketing Metrics, 4th ed., ch. 2: top-two-box share',
    plain: '=COUNTIF(responses,">="&IF(favorable_from="",4,favorable_from))/COUNT(responses)',
    synonyms: ['employee satisfaction', 'engagement', 'percent favorable', 'favourable', 'pulse survey', 'morale'],
    mistakes: ['With fewer than five answers people can tell who said what: ask everyone, or report nothing.'],
    bounds: { from: 0, to: 1 },
    calculate: (responses: Column, favorableFrom: number | null) => {
      if (favorableFrom === null) {
        refuseOutside(responses, 1, 5, 'is not on a scale from 1 to 5; on another one say favorable_from');
      }
      return csat(responses.values, favorableFrom ?? 4);
    },
  },
];
