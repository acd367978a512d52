import type { Better } from '../alignment';
import { detectCadence } from '../cells/cadence';
import { dayLabel, periodOf } from '../cells/period';
import { PeriodError, readPeriod } from '../cells/readPeriod';
import type { Cell } from '../cells/value';
import { driftVerdict } from '../drift';
import { better } from './better';
import type { CellFunction, Column } from './definition';

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
      {
        name: 'values',
        type: 'number',
        description: 'one figure a period, oldest first unless periods say otherwise',
        mayBeBlank: 'a period without a figure is a gap in the series, and stays one',
      },
      { ...better, takes: 'one' },
      { name: 'periods', type: 'any', description: 'the date or the name of each period, as Jan 2026', optional: true },
    ],
    result: { type: 'text', unit: 'text' },
    examples: [
      {
        title: 'A bakery sold about 100 boxes a month, and since the ninth month about 70.',
        arguments: [[[100], [102], [98], [101], [99], [100], [103], [97], [70], [72], [69], [71]]],
        result: 'worse since 3 periods ago',
        origin: 'by hand: the ninth of twelve figures is the first beyond 100 ± 2.66 × 2.9, and none came back',
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
    source: 'Wheeler, Understanding Variation, 2nd ed.; breaks by penalised segmentation',
    synonyms: ['trend', 'control chart', 'XmR', 'SPC', 'signal', 'change point', 'anomaly', 'early warning'],
    mistakes: ['It needs six periods at least, better twelve; two months are a difference, not a change.'],
    calculate: signal,
  },
];

/** A figure with the name of its period. */
interface Point {
  value: number | null;
  /** Empty where periods were not given. */
  label: string;
}

function signal(values: Column<number | null>, direction: Better, periods: Column<Cell>): string {
  const named = periods.values.some(period => period !== null);
  const points = named ? inTime(values, periods) : values.values.map(value => ({ value, label: '' }));
  const last = points.reduce((found, { value }, i) => (value === null ? found : i), 0);
  const series = points.slice(0, last + 1).map(({ value }) => value);
  const { verdict, since } = driftVerdict(series, direction);
  return since === null ? verdict : `${verdict} since ${points[since]!.label || periodsAgo(last - since)}`;
}

function periodsAgo(count: number): string {
  if (count === 0) return 'the newest period';
  return count === 1 ? '1 period ago' : `${count} periods ago`;
}

/** The figures in the order of time, whatever the order of the sheet, with a gap for every period that is missing. */
function inTime(values: Column<number | null>, periods: Column<Cell>): Point[] {
  const rows = values.values.flatMap((value, i) => {
    const period = periods.values[i]!;
    if (period === null && value !== null) periods.refuse(i, 'the period of this figure is missing');
    return period === null ? [] : [{ value, index: i, serial: startOf(period, periods, i) }];
  });
  const { cadence, weekStart, gaps, repeats } = detectCadence(rows.map(row => row.serial));
  if (repeats[0]) periods.refuse(rows[repeats[0].at[1]!]!.index, `${repeats[0].label} is here a second time`);
  const missing = new Map(gaps.map(gap => [rows[gap.after]!.index, gap.count]));
  return [...rows]
    .sort((a, b) => a.serial - b.serial)
    .flatMap(({ value, index, serial }) => {
      const label = cadence ? periodOf(serial, cadence, 1, weekStart).label : dayLabel(serial);
      const gap = Array.from({ length: missing.get(index) ?? 0 }, () => ({ value: null, label: '' }));
      return [{ value, label }, ...gap];
    });
}

function startOf(period: Cell, periods: Column<Cell>, index: number): number {
  try {
    return readPeriod(period).start;
  } catch (error) {
    if (error instanceof PeriodError) return periods.refuse(index, error.message.replace(/\.$/, ''));
    throw error;
  }
}
