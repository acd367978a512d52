import type { Cell } from '../../cells/value';
import { type Aggregation, type InPeriod, trailing, yearToDate } from '../../kpi/overTime';
import type { CellFunction, Column, Parameter } from '../definition';
import { values } from '../inTime';
import { type Placed, placeInTime } from '../placed';
import { wholeNumber } from '../wholeNumber';

const figures: Parameter = { ...values, description: 'one figure per period, in any order' };
const periods: Parameter = {
  name: 'periods',
  type: 'any',
  description: 'the date or name of each period, such as Jan 2026, Q1 FY26 or W05 2026',
  mayBeBlank: 'a row without a period and a figure is empty',
};
const combine: Parameter = {
  name: 'combine',
  type: 'text',
  description: 'sum or mean of the figures',
  optional: true,
  default: 'sum',
  takes: 'one',
  choices: ['sum', 'mean'],
};

const SOURCE = 'management accounts; weeks as in ISO 8601: a week belongs to the year of most of its days';
const MONTHS = [['Jan 2026'], ['Feb 2026'], ['Mar 2026'], ['Apr 2026'], ['May 2026']];

/** How does it add up in time? */
export const overTime: CellFunction[] = [
  {
    name: 'YEAR_TO_DATE',
    family: 'finance',
    summary: 'For each period, the total since the start of its fiscal year; blank after a gap.',
    question: 'Where do I stand this year?',
    shape: 'series',
    parameters: [
      figures,
      periods,
      {
        name: 'fiscal_start',
        type: 'number',
        description: 'the month in which the fiscal year begins, 1 to 12',
        optional: true,
        default: 1,
        from: 1,
        to: 12,
        takes: 'one',
      },
      combine,
      {
        name: 'denominators',
        type: 'number',
        description: 'for a rate: what each figure is out of; the result is then total divided by total',
        optional: true,
      },
    ],
    result: { type: 'number', unit: 'of the figures, one cell beside each', format: '#,##0.00' },
    examples: [
      {
        title: 'A bakery whose fiscal year begins in April.',
        arguments: [[[300], [500], [400], [600], [700]], MONTHS, 4],
        result: [[''], [''], [''], [600], [1300]],
        origin: 'by hand: 600, 600 + 700; the year of January began in April 2025, about which nothing is known',
      },
      {
        title: 'A software subscription: won deals out of offers, newest first.',
        arguments: [[[30], [10], [20]], [['Mar 2026'], ['Feb 2026'], ['Jan 2026']], 1, 'sum', [[100], [100], [50]]],
        result: [[0.24], [0.2], [0.4]],
        origin: 'by hand: 60 / 250, 30 / 150, 20 / 50',
      },
    ],
    source: SOURCE,
    synonyms: ['YTD', 'cumulative', 'running total', 'fiscal year to date', 'so far this year'],
    mistakes: [
      'The year must be complete from its first period. A missing period is a gap; type 0 where there was nothing.',
      'Rates do not add up: give the figures and denominators they are made of.',
    ],
    ordered: true,
    calculate: (
      given: Column,
      names: Column<Cell[]>,
      fiscalStart: number,
      how: Aggregation,
      denominators: Column,
    ): Float64Array => {
      const series = placeInTime(given, names, wholeNumber('fiscal_start', fiscalStart));
      const isRate = denominators.same !== null;
      const inOrder = series.rows.map(
        ({ index, start }): InPeriod => ({
          period: series.years.numberOf(start),
          yearFrom: series.years.yearFrom(start),
          value: given.values[index]!,
          denominator: isRate ? denominators.values[index]! : 1,
        }),
      );
      return backInRows(series, yearToDate(inOrder, isRate ? 'rate' : how), given);
    },
  },
  {
    name: 'TRAILING',
    family: 'finance',
    summary: 'For each period, the total or mean of it and the ones before it; blank if one of them is missing.',
    question: 'What were the last twelve months, at each point in time?',
    shape: 'series',
    parameters: [
      figures,
      periods,
      {
        name: 'window',
        type: 'number',
        description: 'how many periods',
        optional: true,
        default: 12,
        from: 1,
        to: 1000,
        takes: 'one',
      },
      combine,
    ],
    result: { type: 'number', unit: 'of the figures, one cell beside each', format: '#,##0.00' },
    examples: [
      {
        title: 'A bakery’s sales of three months each.',
        arguments: [[[300], [500], [400], [600], [700]], MONTHS, 3],
        result: [[''], [''], [1200], [1500], [1700]],
        origin: 'by hand: 300 + 500 + 400, 500 + 400 + 600, 400 + 600 + 700',
      },
      {
        title: 'A software subscription, mean of two months; March is missing.',
        arguments: [[[40], [50], [60], [80]], [['Jan 2026'], ['Feb 2026'], ['Apr 2026'], ['May 2026']], 2, 'mean'],
        result: [[''], [45], [''], [70]],
        origin: 'by hand: 90 / 2, 140 / 2; what came before April is not known',
      },
    ],
    source: 'moving total and moving average',
    synonyms: ['TTM', 'LTM', 'trailing twelve months', 'moving average', 'rolling', 'moving total'],
    mistakes: ['A mean of rates is not a rate: divide a trailing total by a trailing total.'],
    ordered: true,
    calculate: (given: Column, names: Column<Cell[]>, window: number, how: Aggregation): Float64Array => {
      const series = placeInTime(given, names);
      const inOrder = series.rows.map(
        ({ index, start }): InPeriod => ({
          period: series.years.numberOf(start),
          yearFrom: 0,
          value: given.values[index]!,
          denominator: 1,
        }),
      );
      return backInRows(series, trailing(inOrder, wholeNumber('window', window), how), given);
    },
  },
  {
    name: 'SAME_PERIOD_LAST_YEAR',
    family: 'finance',
    summary: 'For each period, the figure of the same period a year earlier.',
    question: 'What was it in the same month last year?',
    shape: 'series',
    parameters: [figures, periods],
    result: { type: 'number', unit: 'of the figures, one cell beside each', format: '#,##0.00' },
    examples: [
      {
        title: 'A bakery’s Decembers and Januaries; the order of the rows does not matter.',
        arguments: [
          [[900], [400], [800], [500]],
          [['Dec 2025'], ['Jan 2026'], ['Dec 2024'], ['Jan 2025']],
        ],
        result: [[800], [500], [''], ['']],
        origin: 'by hand: December 2024 and January 2025',
      },
      {
        title: 'A software subscription by week: the year 2020 had a week 53, 2021 had none.',
        arguments: [
          [[10], [20], [30], [40]],
          [['W52 2020'], ['W53 2020'], ['W01 2021'], ['W52 2021']],
        ],
        result: [[''], [''], [''], [10]],
        origin: 'by hand: only week 52 of 2021 has one, week 52 of 2020',
      },
    ],
    source: SOURCE,
    synonyms: ['last year', 'year over year', 'prior year', 'LY', 'PY', 'SPLY', 'comparison'],
    mistakes: ['Most years have no 29 February and no week 53: those stay blank, and no figure is used twice.'],
    ordered: true,
    calculate: (given: Column, names: Column<Cell[]>): Float64Array => {
      const series = placeInTime(given, names);
      const { numberOf, yearBefore } = series.years;
      const byNumber = new Map(series.rows.map(({ index, start }) => [numberOf(start), given.values[index]!]));
      const before = series.rows.map(({ start }) => {
        const number = yearBefore(start);
        return (number === null ? undefined : byNumber.get(number)) ?? Number.NaN;
      });
      return backInRows(series, before, given);
    },
  },
];

/** Figures in the order of time, put back into the order of the rows; a gap stays one. */
function backInRows({ rows }: Placed, inOrder: readonly number[], { values }: Column): Float64Array {
  const back = new Float64Array(values.length).fill(Number.NaN);
  for (const [i, { index }] of rows.entries()) back[index] = inOrder[i]!;
  return back;
}
