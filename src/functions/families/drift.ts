import type { Better } from '../../alignment';
import { PERIODS_A_SEASON, PERIODS_A_YEAR } from '../../cells/cadence';
import type { Cell, Grid } from '../../cells/value';
import { driftBreaks, driftVerdict, falseAlarmsAmong, naturalProcessLimits, TooFewPeriods } from '../../drift';
import { better, high, low } from '../better';
import { CellError } from '../cellError';
import type { CellFunction, Column } from '../definition';
import { inTime, lastDayOf, periods, values } from '../inTime';
import { readably } from '../readably';

const MONTHS = ['Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec', 'Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun'];
const MONTHS_FROM_JULY_2025 = MONTHS.map((month, i) => [`${month} ${i < 6 ? 2025 : 2026}`]);

/** Has anything changed that is more than routine variation? */
export const drift: CellFunction[] = [
  {
    name: 'DRIFT_SIGNAL',
    family: 'drift',
    summary: 'Whether a series has changed by more than routine variation: steady, worse, better, and since when.',
    question: 'Is this real, or just an ordinary bad month?',
    shape: 'aggregate',
    parameters: [
      values,
      { ...better, takes: 'one' },
      periods,
      {
        name: 'until',
        type: 'any',
        description: 'the last period to judge, by its date or name, such as Nov 2025; later figures are left out',
        optional: true,
        takes: 'one',
      },
      low,
      high,
      {
        name: 'kpis',
        type: 'number',
        description: 'how many KPIs you watch together: the more there are, the surer each alert must be',
        optional: true,
        default: 1,
        from: 1,
        takes: 'one',
      },
    ],
    result: { type: 'text', unit: 'text' },
    examples: [
      {
        title: 'A bakery sold about 100 boxes a month, and since the ninth month about 70.',
        arguments: [[[100], [102], [98], [101], [99], [100], [103], [97], [70], [72], [69], [71]]],
        result: 'worse since 3 periods ago',
        origin: 'by hand: the ninth of twelve figures is the first of four beyond 100 ± 2.66 × 2.9',
      },
      {
        title: 'A software subscription: monthly churn, where lower is better.',
        arguments: [
          [[0.031], [0.029], [0.03], [0.032], [0.028], [0.03], [0.031], [0.029], [0.048], [0.05], [0.049], [0.051]],
          'lower',
          MONTHS_FROM_JULY_2025,
        ],
        result: 'worse since Mar 2026',
        origin: 'by hand: March is the first figure beyond 3% ± 2.66 × 0.2%, and none came back',
      },
      {
        title: 'The same bakery after a month that was merely bad.',
        arguments: [[[100], [102], [98], [101], [99], [100], [103], [97], [99], [96]]],
        result: 'steady',
        origin: 'by hand: every figure lies within 100 ± 2.66 × 2.9',
      },
    ],
    source:
      'invariant Bayes factor of a change (Jeffreys 1961), thresholds by simulation: docs/drift.md, bench/results/drift.md',
    synonyms: ['trend', 'control chart', 'XmR', 'SPC', 'signal', 'anomaly', 'early warning'],
    mistakes: [
      'It needs at least seven periods; twelve or more work better. Two months are a difference, not a change.',
      'Without periods it assumes months. With them it recognises weeks and quarters, and asks for stronger evidence from figures that are checked more often.',
    ],
    ordered: true,
    calculate: signal,
  },
  {
    name: 'DRIFT_LIMITS',
    family: 'drift',
    summary:
      'Natural process limits of all the values: their mean ± 2.66 times the mean moving range. One wild value widens them, unlike those in the chart.',
    question: 'What range do my months usually fall in?',
    shape: 'table',
    parameters: [values],
    result: {
      type: 'any',
      unit: 'row: centre, lower limit and upper limit, in the unit of the values',
      columns: [
        { name: 'centre', format: '#,##0.00' },
        { name: 'lower limit', format: '#,##0.00' },
        { name: 'upper limit', format: '#,##0.00' },
      ],
    },
    examples: [
      {
        title: 'A bakery’s loaves on five Saturdays.',
        arguments: [[[100], [110], [100], [110], [100]]],
        result: [[104, 77.4, 130.6]],
        origin: 'by hand: mean 104, mean moving range 10, 104 ± 2.66 × 10',
      },
      {
        title: 'New customers of a software subscription, sixteen weeks.',
        arguments: [
          [5045, 4350, 4350, 3975, 4290, 4430, 4485, 4285, 3980, 3925, 3645, 3760, 3300, 3685, 3463, 5200].map(n => [
            n,
          ]),
        ],
        result: [[4135.5, 4135.5 - (2.66 * 5339) / 15, 4135.5 + (2.66 * 5339) / 15]],
        origin: 'method, section 6: the figures of Wheeler, with mean moving range 355.9333',
      },
    ],
    source: 'Wheeler, Understanding Variation, 2nd ed., ch. 3',
    synonyms: ['control limits', 'XmR', 'natural process limits', 'UCL', 'LCL', 'SPC', 'normal range', 'three sigma'],
    mistakes: [
      'They show what the process does, not what it should do: keep targets apart from them.',
      'Every value counts, wild ones too: 1,000 among figures of about 100 shifts the centre and widens the limits. Where a value is beyond these limits, the review’s chart uses the median ± 3.145 times the median moving range instead, which one value can’t widen. It also starts again where the level changed for good, and follows a season. For limits like the chart’s, give this function the figures since the last break, without the wild one.',
    ],
    fewest: 2,
    ordered: true,
    scaling: [{ parameters: ['values'], power: 1 }],
    calculate: (figures: Column): Grid => {
      const { centre, lower, upper } = readably(() => naturalProcessLimits(figures.values), TooFewPeriods);
      return [[centre, lower, upper]];
    },
  },
  {
    name: 'DRIFT_BREAKS',
    family: 'drift',
    summary: 'Where the level of a series changed for good, one row per change; blank if it never did.',
    question: 'When did things change, and stay changed?',
    shape: 'table',
    parameters: [values, periods],
    result: {
      type: 'any',
      unit: 'column: the first period of each new level, or without periods its place among the values, counted from 1',
      columns: [{ name: 'first period of a new level' }],
    },
    examples: [
      {
        title: 'A bakery sold about 100 boxes a month, and from the ninth month on about 70.',
        arguments: [[[100], [102], [98], [101], [99], [100], [103], [97], [70], [72], [69], [71], [70], [72]]],
        result: [[9]],
        origin: 'by hand: the ninth figure is the first of the lower level',
      },
      {
        title: 'A software subscription’s churn rose in spring and did not come back.',
        arguments: [
          [0.031, 0.029, 0.03, 0.032, 0.028, 0.03, 0.048, 0.05, 0.049, 0.051, 0.05, 0.048].map(rate => [rate]),
          MONTHS_FROM_JULY_2025,
        ],
        result: [['Jan 2026']],
        origin: 'by hand: January is the first month of the higher level',
      },
    ],
    source: 'penalised segmentation, found exactly: Jackson et al. (2005), Auger and Lawrence (1989)',
    synonyms: ['change point', 'structural break', 'regime change', 'level shift', 'turning point', 'step change'],
    mistakes: [
      'A level needs six periods to count: a bad quarter is not listed here yet, but DRIFT_SIGNAL sees it sooner.',
    ],
    ordered: true,
    calculate: (figures: Column, names: Column<Cell[]>) => {
      const { points, cadence } = inTime(figures, names);
      const breaks = driftBreaks(
        points.map(({ value }) => value),
        PERIODS_A_SEASON[cadence],
      );
      return breaks.length === 0 ? null : breaks.map(at => [points[at]!.label || at + 1]);
    },
  },
];

function signal(
  figures: Column,
  direction: Better,
  names: Column<Cell[]>,
  until: Cell,
  from: number | null,
  to: number | null,
  kpis: number,
): string {
  if (from !== null && to !== null && from >= to) {
    throw new CellError('#VALUE!', `low is ${from} and high ${to}: low belongs below high.`);
  }
  if (until !== null && names.values.every(name => name === null)) {
    throw new CellError('#VALUE!', 'until needs periods, the date of each figure.');
  }
  const { points, cadence } = inTime(figures, names, lastDayOf(until, 'until'));
  const { verdict, since } = driftVerdict(
    points.map(({ value }) => value),
    direction,
    { low: from, high: to },
    { falseAlarms: falseAlarmsAmong(kpis), reviews: PERIODS_A_YEAR[cadence], season: PERIODS_A_SEASON[cadence] },
  );
  return since === null ? verdict : `${verdict} since ${points[since]!.label || periodsAgo(points.length - 1 - since)}`;
}

function periodsAgo(count: number): string {
  if (count === 0) return 'the newest period';
  return count === 1 ? '1 period ago' : `${count} periods ago`;
}
