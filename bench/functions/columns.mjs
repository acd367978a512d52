import { uniform } from '../noise.mjs';

const whole = (next, from, to) => from + Math.floor(next() * (to - from + 1));

/** What stands in a parameter's column when it is not just any figure. */
const FIGURES = {
  responses: next => whole(next, 1, 5),
  gross_margin: next => whole(next, 30, 90) / 100,
  churn: next => whole(next, 1, 200) / 1000,
  ordered: next => 46_023 + whole(next, 0, 364) + whole(next, 0, 23) / 24,
  fulfilled: next => 46_400 + whole(next, 0, 30) + whole(next, 0, 23) / 24,
};

/**
 * A column of figures for a parameter, as cells and as numbers.
 *
 * @param {{ name: string, from?: number, to?: number }} parameter
 * @param {number} rows
 * @returns {{ cells: number[][], numbers: Float64Array }}
 */
export function column({ name, from = 1, to = 2000 }, rows) {
  const next = uniform([...name].reduce((seed, letter) => seed * 31 + letter.charCodeAt(0), 7));
  const figure = FIGURES[name] ?? (() => whole(next, Math.max(from, 0), to));
  const numbers = Float64Array.from({ length: rows }, () => figure(next));
  return { cells: Array.from(numbers, number => [number]), numbers };
}
