import { detectCadence } from '../cells/cadence';
import { type Cadence, periodNumber } from '../cells/period';
import { dayOf, realDay, serialOf, startOfWeek, weekday } from '../cells/serial';

/** The length of a period; years are compared with years. */
export type Unit = Cadence | 'year';

/** Where periods are in their years: the calendar that a column of them keeps. */
export interface Years {
  unit: Unit;
  /** Running number of the period of a day: neighbours differ by one, closed weekdays left out. */
  numberOf(day: number): number;
  /** The running number of the first period of the fiscal year that a period lies in. */
  yearFrom(day: number): number;
  /** The running number of the same period one year before; null for one that the year before did not have. */
  yearBefore(day: number): number | null;
}

/**
 * The calendar of a column of periods.
 *
 * @param days         a day of each period, in any order
 * @param unit         their length
 * @param fiscalStart  first month of the fiscal year, 1 to 12
 */
export function yearsOf(days: readonly number[], unit: Unit, fiscalStart = 1): Years {
  const first = (day: number) => startOfYear(day, fiscalStart);
  switch (unit) {
    case 'year': {
      const numberOf = (day: number) => dayOf(first(day)).year;
      return { unit, numberOf, yearFrom: numberOf, yearBefore: day => numberOf(day) - 1 };
    }
    case 'month':
    case 'quarter': {
      const numberOf = (day: number) =>
        periodNumber(day, { cadence: unit, fiscalYearStart: fiscalStart, weekStart: 1 });
      const yearFrom = (day: number) => numberOf(first(day));
      return { unit, numberOf, yearFrom, yearBefore: day => numberOf(day) - (unit === 'month' ? 12 : 4) };
    }
    case 'week':
      return weeks(detectCadence([...days]).weekStart, first);
    case 'day':
      return openDays(days, first);
  }
}

/** The first day of the fiscal year that a day lies in. */
export function startOfYear(day: number, fiscalStart: number): number {
  const { year, month } = dayOf(day);
  return serialOf(month < fiscalStart ? year - 1 : year, fiscalStart, 1);
}

/** A week belongs to the year in which most of its days lie, as ISO 8601 counts: that of its fourth day. */
function weeks(weekStart: number, first: (day: number) => number): Years {
  const numberOf = (day: number) => periodNumber(day, { cadence: 'week', fiscalYearStart: 1, weekStart });
  const middle = (day: number) => startOfWeek(day, weekStart) + 3;
  /** The fourth day of the first week of a year. */
  const firstMiddle = (start: number) => (middle(start) < start ? middle(start) + 7 : middle(start));
  return {
    unit: 'week',
    numberOf,
    yearFrom: day => numberOf(firstMiddle(first(middle(day)))),
    yearBefore(day) {
      const { year } = dayOf(middle(day));
      const place = middle(day) - firstMiddle(serialOf(year, 1, 1));
      const before = firstMiddle(serialOf(year - 1, 1, 1)) + place;
      return dayOf(before).year === year - 1 ? numberOf(before) : null;
    },
  };
}

/** Days without the weekdays on which there never is a figure. */
function openDays(days: readonly number[], first: (day: number) => number): Years {
  const open = [1, 2, 3, 4, 5, 6, 7].map(each => days.some(day => weekday(day) === each));
  const aWeek = open.filter(Boolean).length;
  const numberOf = (day: number) => {
    const since = weekday(day);
    return Math.floor((day - since) / 7) * aWeek + open.slice(0, since).filter(Boolean).length;
  };
  return {
    unit: 'day',
    numberOf,
    yearFrom: day => numberOf(first(day) - 1) + 1,
    yearBefore(day) {
      const { year, month, day: dayOfMonth } = dayOf(day);
      const before = realDay(year - 1, month, dayOfMonth);
      return before !== null && open[weekday(before) - 1] ? numberOf(before) : null;
    },
  };
}
