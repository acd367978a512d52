import { dayLabel } from '../../src/cells/period';
import { readIsoDate } from '../../src/cells/serial';

/**
 * A date as people write it, with the month in letters, so that nobody has to guess which number is the day.
 *
 * @param date  `YYYY-MM-DD`
 * @returns     "21 Nov 2016"; the text as given where it is no such date
 */
export function dayInWords(date: string): string {
  const serial = readIsoDate(date);
  return serial === null ? date : dayLabel(serial);
}

/**
 * The name of the period that begins on a date, as the chart's axis has it, else the date.
 *
 * @param date     first day of a period, `YYYY-MM-DD`
 * @param periods  the periods that have names
 * @returns        "Jan 2026", "week of 21 Nov 2016"
 */
export function periodInWords(date: string, periods: { date: string; label: string }[]): string {
  return periods.find(period => period.date === date)?.label ?? dayInWords(date);
}
