import { type Calendar, periodNumber, periodOf, periodsBetween } from '../cells/period';
import type { PeriodCell } from '../cells/readPeriod';
import type { Combine } from '../workbook/register';
import { isPartial } from '../workbook/register/isPartial';
import { SHOWN } from './firstLook';
import type { Found } from './found';

type Figures = Found['figures'];

/** The oldest and the newest period. */
export function endsOf(figures: Figures): { first: PeriodCell; last: PeriodCell } {
  let [first, last] = [figures[0]!.period, figures[0]!.period];
  for (const { period } of figures) {
    if (period.start < first.start) first = period;
    if (period.start > last.start) last = period;
  }
  return { first, last };
}

/** How many periods have a figure: figures are in order, so that a repeated one is beside its like. */
export function countOf(figures: Figures, calendar: Calendar): number {
  let [count, before, number] = [0, Number.NaN, Number.NaN];
  for (const { period } of figures) {
    if (period.start === before) continue;
    before = period.start;
    const own = calendar.cadence === 'day' ? before : periodNumber(before, calendar);
    if (own !== number) count++;
    number = own;
  }
  return count;
}

/** The newest figures of a line that runs one way or the other: enough for what is shown of them. */
export function newestOf(figures: Figures): Figures {
  const runsUp = figures[0]!.period.start <= figures[figures.length - 1]!.period.start;
  return runsUp ? figures.slice(-SHOWN) : figures.slice(0, SHOWN);
}

/** Sums without a first or last period that the ledger covers only in part, as tracking leaves them out. */
export function wholePeriods(
  sums: { day: number; value: number }[],
  combine: Combine,
  calendar: Calendar,
  oldest: PeriodCell,
  newest: PeriodCell,
) {
  if (combine !== 'sum') return sums;
  const [first, last] = [periodOf(oldest.start, calendar), periodOf(newest.start, calendar)];
  const from = isPartial(oldest.start - first.start, first, null) ? 1 : 0;
  const to = sums.length - (isPartial(last.end - newest.start, last, null) ? 1 : 0);
  return to - from > 0 ? sums.slice(from, to) : sums;
}

/** The lines of a ledger, put together by period. */
export function combined(found: Found, combine: Combine, calendar: Calendar): { day: number; value: number }[] {
  const groups = new Map<number, { day: number; sum: number; count: number }>();
  for (const { period, value } of found.figures) {
    const number = periodNumber(period.start, calendar);
    const group = groups.get(number);
    if (!group) groups.set(number, { day: period.start, sum: value, count: 1 });
    else {
      group.sum += value;
      group.count++;
    }
  }
  const values = [...groups.values()].map(({ day, sum, count }) => ({
    day,
    value: combine === 'sum' ? sum : sum / count,
  }));
  values.sort((a, b) => a.day - b.day);
  if (combine !== 'sum') return values;
  // A period without lines is one in which nothing was sold.
  return periodsBetween(values[0]!.day, values[values.length - 1]!.day, calendar).map(({ start }) => ({
    day: start,
    value: groups.get(periodNumber(start, calendar))?.sum ?? 0,
  }));
}
