import { capitalised } from '../../cells/english';
import type { Change } from '../../drift';
import type { Replay } from '../kpi/judged';
import type { Certainty } from '../types';

/** From so many years between false alarms on. */
const WORDS: [years: number, words: string][] = [
  [20, 'very likely real'],
  [5, 'likely real'],
  [1, 'may be real'],
  [0, 'may well be chance'],
];

/**
 * How sure a change is, from how often a KPI that had not changed would look like it. The thresholds behind it hold for
 * noise of every kind that bench/results/drift.md lists.
 *
 * @param kpi     the KPI
 * @param change  one of its changes
 */
export function certaintyOf({ kpi }: Replay, change: Change): Certainty {
  const years = kpi.better === 'in range' ? change.surest / 2 : change.surest;
  const words = WORDS.find(([least]) => years >= least)![1];
  return {
    words,
    years,
    sentence: `${capitalised(words)}: a KPI that had not changed would look like this ${howOften(years)}.`,
  };
}

function howOften(years: number): string {
  if (years >= 100) return 'less than once in 100 years';
  if (years >= 9.5) return `about once in ${Math.round(years)} years`;
  if (years >= 1.5) return `about once in ${years.toFixed(1).replace('.0', '')} years`;
  const times = Math.round(1 / years);
  return times <= 1 ? 'about once a year' : `about ${times} times a year`;
}
