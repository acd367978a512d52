import type { Better } from '../../alignment';
import type { Grid } from '../../cells/value';
import { momentum, periodsToTarget } from '../../drift';
import { better, high, low } from '../better';
import { CellError } from '../cellError';
import type { CellFunction, Column } from '../definition';
import { seriesOf, values } from '../inTime';

/** Where is it going? */
export const trends: CellFunction[] = [
  {
    name: 'MOMENTUM',
    family: 'drift',
    summary: 'How the last three periods compare with up to twelve before them, in units of routine variation.',
    question: 'Have I been getting better or worse lately?',
    shape: 'aggregate',
    parameters: [values, { ...better, takes: 'one' }, low, high],
    result: { type: 'number', unit: 'index; above 2 is better, below −2 is worse', format: '0.0' },
    examples: [
      {
        title: 'A bakery’s cakes a week: 10 and 12 in turn, then 13, 13 and 13.',
        arguments: [[[10], [12], [10], [12], [10], [12], [13], [13], [13]]],
        result: 1.128 * Math.SQRT2,
        origin: 'by hand: (13 − 11) / (2 / 1.128 × √(1/3 + 1/6))',
      },
      {
        title: 'A software subscription’s support hours, where lower is better.',
        arguments: [[[20], [24], [20], [24], [20], [24], [28], [30], [32]], 'lower'],
        result: -2 * 1.128 * Math.SQRT2,
        origin: 'by hand: −(30 − 22) / (4 / 1.128 × √(1/3 + 1/6))',
      },
    ],
    source: 'the method of this add-in, section 2; routine variation as in Wheeler, Understanding Variation, 2nd ed.',
    synonyms: ['direction', 'trend', 'improving', 'getting worse', 'recent change', 'speed'],
    mistakes: ['A season looks like momentum: compare with the same months of last year before you believe it.'],
    fewest: 9,
    ordered: true,
    scaling: [{ parameters: ['values', 'low', 'high'], power: 0 }],
    calculate: (figures: Column, direction: Better, low: number | null, high: number | null) => {
      if (direction === 'in range' && (low === null || high === null || low >= high)) {
        throw new CellError(
          '#VALUE!',
          'Where in range is better, low and high are needed, and low must be below high.',
        );
      }
      const found = momentum(figures.values, direction, { low, high });
      if (found !== null && Number.isFinite(found)) return found;
      throw new CellError(
        '#DIV/0!',
        'The periods before the last three do not vary: there is nothing to compare with.',
      );
    },
  },
  {
    name: 'PERIODS_TO_TARGET',
    family: 'drift',
    summary:
      'Periods until the trend of a series reaches its target: estimate, earliest, latest; blank without a trend.',
    question: 'At this pace, when will I get there?',
    shape: 'table',
    parameters: [
      values,
      { name: 'target', type: 'number', description: 'the figure to reach', takes: 'one' },
      { ...better, takes: 'one', description: `${better.description}, from the side where the last figure is` },
    ],
    result: {
      type: 'any',
      unit: 'row: periods from the last one, as estimated, at the earliest and at the latest; 0 if it is reached already; the latest is blank where it can’t be estimated',
      columns: [
        { name: 'estimate', format: '0.0' },
        { name: 'earliest', format: '0.0' },
        { name: 'latest', format: '0.0' },
      ],
    },
    examples: [
      {
        title: 'A bakery’s bread boxes grow by two a week from 50 to 64; when will there be 70?',
        arguments: [[[50], [52], [54], [56], [58], [60], [62], [64]], 70],
        result: [[3, 3, 3]],
        origin: 'by hand: (70 − 64) / 2; a line without scatter leaves no doubt',
      },
      {
        title: 'A software subscription’s churn goes up and down; when will it be 2%?',
        arguments: [[[0.03], [0.032], [0.029], [0.031], [0.03], [0.032], [0.029], [0.031]], 0.02, 'lower'],
        result: [['', '', '']],
        origin: 'by hand: as many pairs rise as fall, so there is no trend',
      },
    ],
    source: 'Theil (1950) and Sen (1968): median of slopes; Mann (1945) and Kendall: significance',
    synonyms: ['forecast', 'projection', 'time to goal', 'when will we reach', 'ETA', 'trend line', 'extrapolation'],
    mistakes: ['A trend is a description, not a promise: whatever causes it may end tomorrow.'],
    ordered: true,
    calculate: (figures: Column, target: number, direction: Better): Grid => {
      const all = seriesOf(figures);
      const last = all.reduce<number>((found, value, i) => (value === null ? found : i), 0);
      const series = all.slice(0, last + 1);
      const rising = direction === 'in range' ? series[last]! < target : direction === 'higher';
      const found = periodsToTarget(series, target, rising ? 'higher' : 'lower');
      return [found ? [found.estimate, found.earliest, found.latest] : [null, null, null]];
    },
  },
];
