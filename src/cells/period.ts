import { dayOf, daysInMonth, serialOf, startOfWeek } from './serial';

/** How often figures are reviewed. */
export type Cadence = 'day' | 'week' | 'month' | 'quarter';

/** How periods are counted. */
export interface Calendar {
  cadence: Cadence;
  /** First month of the fiscal year, 1 to 12: quarters are counted from it, FY26 ends in 2026. */
  fiscalYearStart: number;
  /** First day of a week, 1 Monday to 7 Sunday. */
  weekStart: number;
}

/** A cadence alone counts quarters from January and weeks from Monday. */
export type AnyCalendar = Cadence | Calendar;

function calendarOf(calendar: AnyCalendar): Calendar {
  return typeof calendar === 'string' ? { cadence: calendar, fiscalYearStart: 1, weekStart: 1 } : calendar;
}

/** A review period: serials of its first and last day, and its name as people say it. */
export interface CalendarPeriod {
  start: number;
  end: number;
  label: string;
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `5 Jan 2026` for a serial. */
export function dayLabel(serial: number): string {
  const { year, month, day } = dayOf(serial);
  return `${day} ${MONTHS[month - 1]} ${year}`;
}

/**
 * The period that a day lies in. A label on a period's last day, as month ends are, counts for that period.
 *
 * @param serial    any day of the period
 * @param calendar  how periods are counted
 * @returns         its first and last day, and its label: `5 Jan 2026`, `week of 21 Nov 2016`, `Jan 2026`, `Q1 2026`,
 *                  `Q1 FY26`
 */
export function periodOf(serial: number, calendar: AnyCalendar): CalendarPeriod {
  const { cadence, fiscalYearStart, weekStart } = calendarOf(calendar);
  const { year, month } = dayOf(serial);
  switch (cadence) {
    case 'day':
      return { start: Math.floor(serial), end: Math.floor(serial), label: dayLabel(serial) };
    case 'week': {
      const start = startOfWeek(serial, weekStart);
      return { start, end: start + 6, label: `week of ${dayLabel(start)}` };
    }
    case 'month': {
      const start = serialOf(year, month, 1);
      return { start, end: start + daysInMonth(year, month) - 1, label: `${MONTHS[month - 1]} ${year}` };
    }
    case 'quarter': {
      const since = (month - fiscalYearStart + 12) % 12;
      const number = Math.floor(since / 3) + 1;
      const startedIn = month < fiscalYearStart ? year - 1 : year;
      const name = fiscalYearStart === 1 ? `${year}` : `FY${String((startedIn + 1) % 100).padStart(2, '0')}`;
      return {
        start: serialOf(year, month - (since % 3), 1),
        end: serialOf(year, month - (since % 3) + 3, 1) - 1,
        label: `Q${number} ${name}`,
      };
    }
  }
}

/** The period after the one that a day lies in; parameters as `periodOf`. */
export function nextPeriod(serial: number, calendar: AnyCalendar): CalendarPeriod {
  const { end } = periodOf(serial, calendar);
  return periodOf(end + 1, calendar);
}

/** The period before the one that a day lies in; parameters as `periodOf`. */
export function previousPeriod(serial: number, calendar: AnyCalendar): CalendarPeriod {
  const { start } = periodOf(serial, calendar);
  return periodOf(start - 1, calendar);
}

/**
 * Every period from one day's to another's, oldest first; parameters as `periodOf`.
 *
 * @param from  a day of the first period
 * @param to    a day of the last one, not before `from`
 */
export function periodsBetween(from: number, to: number, calendar: AnyCalendar): CalendarPeriod[] {
  const periods: CalendarPeriod[] = [];
  for (let day = from; ; day = periods[periods.length - 1]!.end + 1) {
    const period = periodOf(day, calendar);
    if (period.start > to) return periods;
    periods.push(period);
  }
}

/**
 * A running number of the period that a day lies in: consecutive periods differ by one. Parameters as `periodOf`.
 */
export function periodNumber(serial: number, calendar: AnyCalendar): number {
  const { cadence, fiscalYearStart, weekStart } = calendarOf(calendar);
  if (cadence === 'day') return Math.floor(serial);
  if (cadence === 'week') return (startOfWeek(serial, weekStart) - weekStart - 1) / 7;
  const { year, month } = dayOf(serial);
  const months = year * 12 + month - 1;
  return cadence === 'month' ? months : Math.floor((months - ((fiscalYearStart - 1) % 3)) / 3);
}

/** How many periods one day lies after another; parameters as `periodNumber`. */
export function periodsApart(from: number, to: number, calendar: AnyCalendar): number {
  return periodNumber(to, calendar) - periodNumber(from, calendar);
}

/** Whether a period is over: its last day lies before today. */
export function isClosed(period: { end: number }, today: number): boolean {
  return period.end < Math.floor(today);
}
