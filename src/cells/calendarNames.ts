/** The words of a calendar in one language. All lower case, without dots; a name is known by its first letters. */
export interface CalendarNames {
  /** January to December, in full. */
  months: string[];
  /** Short forms that are not the beginning of the full name. */
  shortMonths: Record<string, number>;
  /** Monday to Sunday, in full. */
  weekdays: string[];
  /** What is before a week's number. */
  week: string[];
  /** What is before a quarter's number. */
  quarter: string[];
}

/**
 * Another language is another entry: nothing else has to change for `readPeriod` to understand it. Japanese numbers its
 * months (1月), which `readPeriod` reads as digits.
 */
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
    quarter: ['t', 'trim', 'trimestre'],
  },
  it: {
    months: words('gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre'),
    shortMonths: {},
    weekdays: words('lunedì martedì mercoledì giovedì venerdì sabato domenica'),
    week: ['sett', 'settimana'],
    quarter: ['t', 'trim', 'trimestre'],
  },
  pt: {
    months: words('janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro'),
    shortMonths: {},
    weekdays: words('segunda terça quarta quinta sexta sábado domingo'),
    week: ['s', 'sem', 'semana'],
    quarter: ['t', 'tri', 'trim', 'trimestre'],
  },
  nl: {
    months: words('januari februari maart april mei juni juli augustus september oktober november december'),
    shortMonths: { mrt: 3 },
    weekdays: words('maandag dinsdag woensdag donderdag vrijdag zaterdag zondag'),
    week: ['wk', 'week'],
    quarter: ['k', 'kwartaal'],
  },
  sv: {
    months: words('januari februari mars april maj juni juli augusti september oktober november december'),
    shortMonths: {},
    weekdays: words('måndag tisdag onsdag torsdag fredag lördag söndag'),
    week: ['v', 'vecka'],
    quarter: ['kv', 'kvartal'],
  },
};

function words(line: string): string[] {
  return line.split(' ');
}

/** S stands for weeks in French and Spanish, and for half years: outside of these languages it is read in neither sense. */
const ANY_LANGUAGE = Object.entries(CALENDAR_NAMES).map(([language, names]) => ({
  language,
  names: {
    ...names,
    week: names.week.filter(word => word !== 's'),
  },
}));
const KNOWN = new Map<string, CalendarNames[]>();

/**
 * The languages to read in: the workbook's own first, then English, then all others, since a file does not tell its language
 * and no two of them give one name to different months.
 *
 * @param locale  a BCP 47 tag such as `de-DE`
 */
export function calendarsFor(locale: string | undefined): CalendarNames[] {
  const language = (locale ?? 'en').toLowerCase().split(/[-_]/)[0]!;
  const known = KNOWN.get(language);
  if (known) return known;
  const others = ANY_LANGUAGE.filter(other => other.language !== language && other.language !== 'en');
  const own = language === 'en' ? undefined : CALENDAR_NAMES[language];
  const all = [...(own ? [own] : []), CALENDAR_NAMES.en!, ...others.map(({ names }) => names)];
  KNOWN.set(language, all);
  return all;
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

/** The names of calendars, made plain once. */
const PLAIN = new Map<string, string>();

/** Lower case, without accents and dots: people type `fevrier`, `Febr.`, `aout`. */
function plain(name: string): string {
  const known = PLAIN.get(name);
  if (known !== undefined) return known;
  const made = name
    .normalize('NFD')
    .replace(/[\u0300-\u036f.]/g, '')
    .toLowerCase();
  if (PLAIN.size < 2000) PLAIN.set(name, made);
  return made;
}
