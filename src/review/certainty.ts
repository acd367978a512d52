import { type Change, figures } from '../drift';
import type { Cadence } from '../workbook/register';
import type { Replay } from './judged';
import type { Certainty } from './types';
import { PERIODS_A_YEAR } from './words';

/**
 * How often this first engine raises a change in a KPI of independent normal noise that has not changed, in one direction,
 * per thousand periods judged: by the figures there are when it is raised (from so many on), and by its signs.
 *
 * Origin: `node bench/drift.mjs`, seed 20161121, the last table of bench/results/drift.md.
 */
const RATES = [
  { figures: 48, point: 2.79, run: 1.4, 'three of four': 0.89, break: 0.27, two: 0.5, three: 0.09 },
  { figures: 24, point: 3.87, run: 1.18, 'three of four': 0.87, break: 0.38, two: 0.79, three: 0.13 },
  { figures: 12, point: 7.03, run: 0.48, 'three of four': 0.83, break: 0.5, two: 1.22, three: 0.22 },
  { figures: 0, point: 17.35, run: 0.03, 'three of four': 0.81, break: 0.87, two: 2.51, three: 0.5 },
];

/** From so many years between false alarms on. */
const WORDS: [years: number, words: string][] = [
  [20, 'very likely real'],
  [5, 'likely real'],
  [1, 'may be real'],
  [0, 'may well be chance'],
];

/**
 * How sure a change is, from how often a KPI that had not changed would look like it. Noise that is not normal or not
 * independent does so more often than this says (bench/results/drift.md).
 *
 * @param judged   the KPI with its figures
 * @param change   one of its changes
 * @param cadence  the steps of its figures
 */
export function certaintyOf({ kpi, values }: Replay, change: Change, cadence: Cadence): Certainty {
  const count = figures(values.slice(change.regime, change.index + 1)).length;
  const rates = RATES.find(row => count >= row.figures)!;
  const signs = new Set(change.signs.map(({ rule }) => rule)).size;
  const together = signs >= 3 ? rates.three : signs === 2 ? rates.two : Infinity;
  const sides = kpi.better === 'in range' ? 2 : 1;
  const perYear = (sides * PERIODS_A_YEAR[cadence] * Math.min(together, rates[change.rule])) / 1000;
  const years = 1 / perYear;
  const words = WORDS.find(([least]) => years >= least)![1];
  const capital = words.charAt(0).toUpperCase() + words.slice(1);
  return { words, years, sentence: `${capital}: a KPI that had not changed would look like this ${howOften(years)}.` };
}

function howOften(years: number): string {
  if (years >= 100) return 'less than once in 100 years';
  if (years >= 9.5) return `about once in ${Math.round(years)} years`;
  if (years >= 1.5) return `about once in ${years.toFixed(1).replace('.0', '')} years`;
  const times = Math.round(1 / years);
  return times <= 1 ? 'about once a year' : `about ${times} times a year`;
}
