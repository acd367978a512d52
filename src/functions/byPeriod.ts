import type { Parameter } from './definition';

/** The last parameters of every aggregate: with them it spills a row a period, its first day and its figure. */
export const byPeriod: Parameter[] = [
  {
    name: 'dates',
    type: 'date',
    description: 'the date of each row; with it, the result has one row per period: its first day and its figure',
    optional: true,
    takes: 'dates',
  },
  {
    name: 'by',
    type: 'text',
    description: 'the length of a period: day, week (from Monday), month or quarter',
    optional: true,
    default: 'month',
    takes: 'by',
    choices: ['day', 'week', 'month', 'quarter'],
  },
];
