import { isoDate } from '../../cells/serial';
import {
  type DurationStatistic,
  onTimeInFull,
  orderFulfillmentTime,
  workdayHolidays,
  workingDays,
} from '../../kpi/operations';
import { byPeriod } from '../byPeriod';
import type { CellFunction, Column } from '../definition';

/** Do we deliver? */
export const operations: CellFunction[] = [
  {
    name: 'ORDER_FULFILLMENT_TIME',
    family: 'operations',
    summary: 'Days from order to fulfilment.',
    question: 'How long do my customers wait?',
    shape: 'aggregate',
    parameters: [
      { name: 'ordered', type: 'date', description: 'when each order was placed, with or without a time of day' },
      { name: 'fulfilled', type: 'date', description: 'when it was fulfilled; blank while it is open' },
      {
        name: 'statistic',
        type: 'text',
        description: 'median, mean, p90 (nine of ten orders take no longer) or max',
        optional: true,
        default: 'median',
        takes: 'one',
        choices: ['median', 'mean', 'p90', 'max'],
      },
      {
        name: 'workdays_only',
        type: 'boolean',
        description: 'TRUE counts Mondays to Fridays only; FALSE, or left out, every day',
        optional: true,
        takes: 'one',
      },
      {
        name: 'holidays',
        type: 'date',
        description: 'other days off, such as public holidays',
        optional: true,
        takes: 'list',
      },
      ...byPeriod,
    ],
    result: { type: 'number', unit: 'days', format: '0.0' },
    examples: [
      {
        title: 'Four cake orders of a bakery in January 2026; the last is still open.',
        arguments: [
          [[46_027], [46_028], [46_030], [46_031]],
          [[46_029], [46_033], [46_031], [null]],
        ],
        result: 2,
        origin: 'by hand: 2, 5 and 1 days, the middle one',
      },
      {
        title:
          'A software subscription sets up new customers on workdays: ordered Friday noon, ready Monday noon; ordered Monday, ready Thursday, with a holiday between.',
        arguments: [[[46_031.5], [46_034]], [[46_034.5], [46_037]], 'mean', true, [[46_035]]],
        result: 1.5,
        origin: 'by hand: half of Friday and half of Monday; Monday and Wednesday; 9 January 2026 is a Friday',
      },
    ],
    source: 'ASCM, SCOR model, RS.1.1 order fulfilment cycle time; workdays as NETWORKDAYS, p90 as PERCENTILE.INC',
    synonyms: [
      'lead time',
      'cycle time',
      'delivery time',
      'turnaround',
      'order fulfilment time',
      'waiting time',
      'time to ship',
      'OFT',
    ],
    mistakes: [
      'One forgotten order pulls up the mean; the median says what a customer can expect.',
      'A fulfilment without a time of day counts from midnight; on the day of the order it counts as 0 days.',
    ],
    bounds: { from: 0 },
    calculate: (
      ordered: Column,
      fulfilled: Column,
      statistic: DurationStatistic,
      workdaysOnly: boolean | null,
      holidays: number[],
    ) => {
      const free = workdayHolidays(holidays);
      const durations = ordered.values.map((start, i) => {
        const end = fulfilled.values[i]!;
        // A date without a time may be the day of an order that has one.
        if (end === Math.floor(start)) return 0;
        if (end < start) fulfilled.refuse(i, `${isoDate(end)} is before its order, ${isoDate(start)}`);
        return workdaysOnly ? workingDays(start, end, free) : end - start;
      });
      return orderFulfillmentTime(durations, statistic);
    },
    overNothing: ({ ordered, fulfilled }) =>
      ordered && !fulfilled
        ? `All ${ordered} orders are open: none of them has a date in fulfilled.`
        : 'ORDER_FULFILLMENT_TIME finds no row with a date in both ordered and fulfilled.',
  },
  {
    name: 'ON_TIME_IN_FULL',
    family: 'operations',
    summary: 'Share of orders delivered complete and by the promised day.',
    question: 'How many orders arrive as I promised?',
    shape: 'aggregate',
    parameters: [
      { name: 'promised', type: 'date', description: 'the day, or the moment, by which each order was promised' },
      { name: 'delivered', type: 'date', description: 'when it was delivered; blank while it is open' },
      { name: 'ordered_quantity', type: 'number', description: 'how much was ordered', from: 0 },
      { name: 'delivered_quantity', type: 'number', description: 'how much was delivered', from: 0 },
      ...byPeriod,
    ],
    result: { type: 'number', unit: 'fraction', format: '0.0%' },
    examples: [
      {
        title: 'Four orders of a bakery: one came a day late, one was two cakes short.',
        arguments: [
          [[46_027], [46_028], [46_029], [46_030]],
          [[46_027.4], [46_029], [46_029], [46_030]],
          [[10], [20], [12], [5]],
          [[10], [20], [10], [5]],
        ],
        result: 0.5,
        origin: 'by hand: the first and the last of four',
      },
      {
        title: 'A subscription for coffee machines, by month of the promise.',
        arguments: [
          [[46_027], [46_034], [46_055]],
          [[46_026], [46_034], [46_057]],
          [[1], [2], [1]],
          [[1], [2], [1]],
          [[46_027], [46_034], [46_055]],
        ],
        result: [
          [46_023, 1],
          [46_054, 0],
        ],
        origin: 'by hand: both of January, none of February',
      },
    ],
    source: 'ASCM, SCOR model, RL.1.1 perfect order fulfilment',
    plain:
      '=SUMPRODUCT((promised<>"")*(delivered<>"")*(ordered_quantity<>"")*(delivered_quantity<>"")*((delivered=promised)+(delivered<promised+(INT(promised)=promised))>0)*(delivered_quantity>=ordered_quantity))/SUMPRODUCT((promised<>"")*(delivered<>"")*(ordered_quantity<>"")*(delivered_quantity<>""))',
    synonyms: ['OTIF', 'DIFOT', 'delivery reliability', 'perfect order', 'on-time delivery', 'service level'],
    mistakes: ['Orders that are still open are left out: a late one counts only once it has arrived.'],
    bounds: { from: 0, to: 1 },
    scaling: [{ parameters: ['ordered_quantity', 'delivered_quantity'], power: 0 }],
    calculate: (promised: Column, delivered: Column, ordered: Column, received: Column) =>
      onTimeInFull(promised.values, delivered.values, ordered.values, received.values),
    overNothing: ({ promised, delivered }) =>
      promised && !delivered
        ? `All ${promised} orders are open: none of them has a date in delivered.`
        : 'ON_TIME_IN_FULL finds no row with both dates and both quantities.',
  },
];
