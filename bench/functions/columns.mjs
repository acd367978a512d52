import { normal, uniform } from '../noise.mjs';

/** What is in a parameter's column when it is not just any figure: makers of figures from chance. */
const FIGURES = {
  // Mostly content: by chance alone there would be next to no agreement, and only rounding to compare.
  responses: ({ whole }) => Math.max(whole(1, 5), whole(1, 5)),
  // Parts of them are 400 at most.
  at_start: ({ whole }) => whole(2000, 4000),
  at_end: ({ whole }) => whole(1000, 2000),
  days_open: ({ whole }) => whole(1000, 2000),
  produced: ({ whole }) => whole(1000, 2000),
  current_assets: ({ whole }) => whole(1000, 2000),
  total_assets: ({ whole }) => whole(2001, 4000),
  revenue: ({ whole }) => whole(1000, 4000),
  periods: ({ whole }) => whole(1, 12),
  gross_margin: ({ whole }) => whole(30, 90) / 100,
  churn: ({ whole }) => whole(1, 200) / 1000,
  ordered: ({ whole }) => 46_023 + whole(0, 364) + whole(0, 23) / 24,
  fulfilled: ({ whole }) => 46_400 + whole(0, 30) + whole(0, 23) / 24,
  promised: ({ whole }) => 46_023 + whole(0, 364),
  delivered: ({ whole }) => 46_023 + whole(0, 364),
  dates: ({ whole }) => 46_023 + whole(0, 364),
  dates_or_orders: ({ whole }) => 46_023 + whole(0, 364),
  customer_ids: ({ whole }) => whole(1, 100_000),
  functions: ({ whole }) => whole(1, 4),
  momenta: ({ whole }) => whole(-100, 300) / 100,
  values: ({ normal }) => 100 + 10 * normal(),
  before: ({ whole }) => whole(1, 50),
  after: ({ whole }) => whole(1, 50),
};

/** What a needed parameter of one cell is. */
export const SETTINGS = { scale_points: 5, target: 200 };

/**
 * A column of figures for a parameter: as rows of one cell, as numbers, as a list.
 *
 * @param {{ name: string, from?: number, to?: number, partOf?: string }} parameter
 * @param {number} rows
 */
export function column({ name, type, from = 1, partOf, to = partOf ? 400 : 2000 }, rows) {
  const seed = [...name].reduce((sum, letter) => sum * 31 + letter.charCodeAt(0), 7);
  const next = uniform(seed);
  const whole = (lowest, highest) => lowest + Math.floor(next() * (highest - lowest + 1));
  const chance = { whole, normal: normal(seed) };
  // NPS asks for answers up to 10.
  const scale = to === 10 ? () => whole(from, to) : FIGURES[name];
  const figure = scale ?? (() => whole(Math.max(from, 1), to));
  // Each period of a series is there once.
  const isPeriods = name === 'periods' && type === 'any';
  const numbers = Float64Array.from({ length: rows }, (_, i) => (isPeriods ? 46_023 + i : figure(chance)));
  return { cells: Array.from(numbers, number => [number]), numbers, list: Array.from(numbers) };
}
