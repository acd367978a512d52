const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/**
 * A date as people write it, with the month in letters, so that nobody has to guess which number is the day.
 *
 * @param date  `YYYY-MM-DD`
 * @returns     "21 Nov 2016"; the text as given where it is no such date
 */
export function dayInWords(date: string): string {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date);
  const month = match && MONTHS[Number(match[2]) - 1];
  return match && month ? `${Number(match[3])} ${month} ${match[1]}` : date;
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
