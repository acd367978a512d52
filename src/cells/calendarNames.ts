/** The words of a calendar in one language. All lower case, without dots; a name is known by its first letters. */
export interface CalendarNames {
  /** January to December, in full. */
  months: string[];
  /** Short forms that are not the beginning of the full name. */
  shortMonths: Record<string, number>;
  /** Monday to Sunday, in full. */
  weekdays: string[];
  /** What stands before a week's number. */
  week: string[];
  /** What stands before a quarter's number. */
  quarter: string[];
}

/** Another language is another entry: nothing else has to change for `readPeriod` to understand it. */
export const CALENDAR_NAMES: Record<string, CalendarNames> = {
  en: {
    months: words('january february march april may june july august september october november december'),
    shortMonths: {},
    weekdays: words('monday tuesday wednesday thursday friday saturday sunday'),
    week: ['w', 'wk', 'week', 'cw'],
    quarter: ['q', 'qtr', 'quarter'],
  },
  de: {
    months: words('januar februar märz april mai juni juli august september oktober november dezember'),
    shortMonths: { jänner: 1, jän: 1, mrz: 3 },
    weekdays: words('montag dienstag mittwoch donnerstag freitag samstag sonntag'),
    week: ['kw', 'woche'],
    quarter: ['q', 'quartal'],
  },
  fr: {
    months: words('janvier février mars avril mai juin juillet août septembre octobre novembre décembre'),
    shortMonths: {},
    weekdays: words('lundi mardi mercredi jeudi vendredi samedi dimanche'),
    week: ['s', 'semaine'],
    quarter: ['t', 'trimestre'],
  },
  es: {
    months: words('enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre'),
    shortMonths: { set: 9, setiembre: 9 },
    weekdays: words('lunes martes miércoles jueves viernes sábado domingo'),
    week: ['s', 'sem', 'semana'],
    quarter: ['t', 'trimestre'],
  },
};

function words(line: string): string[] {
  return line.split(' ');
}

/**
 * The languages to read in: the workbook's own first, then English.
 *
 * @param locale  a BCP 47 tag such as `de-DE`
 */
export function calendarsFor(locale: string | undefined): CalendarNames[] {
  const own = CALENDAR_NAMES[(locale ?? 'en').toLowerCase().split(/[-_]/)[0]!];
  const english = CALENDAR_NAMES.en!;
  return own && own !== english ? [own, english] : [english];
}

/**
 * The number of a month from its name or a beginning of it that no other month shares.
 *
 * @param name       `Jan`, `sept.`, `März`
 * @param calendars  languages to look in, in order
 * @returns          1 to 12, or null
 */
export function monthNumber(name: string, calendars: CalendarNames[]): number | null {
  const word = plain(name);
  for (const { months, shortMonths } of calendars) {
    const short = Object.entries(shortMonths).find(([key]) => plain(key) === word);
    if (short) return short[1];
    const found = beginningWith(word, months);
    if (found !== null) return found;
  }
  return null;
}

/** 1 Monday to 7 Sunday from its name or an unshared beginning of it, or null. */
export function weekdayNumber(name: string, calendars: CalendarNames[]): number | null {
  for (const { weekdays } of calendars) {
    const found = beginningWith(plain(name), weekdays, 2);
    if (found !== null) return found;
  }
  return null;
}

function beginningWith(word: string, names: string[], shortest = 3): number | null {
  if (word.length < shortest) return null;
  const found = names.flatMap((name, index) => (plain(name).startsWith(word) ? [index + 1] : []));
  return found.length === 1 ? found[0]! : null;
}

/** Lower case, without accents and dots: people type `fevrier`, `Febr.`, `aout`. */
function plain(name: string): string {
  return name
    .normalize('NFD')
    .replace(/[\u0300-\u036f.]/g, '')
    .toLowerCase();
}
