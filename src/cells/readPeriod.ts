import { type CalendarNames, calendarsFor, monthNumber, weekdayNumber } from './calendarNames';
import { dayOf, FIRST_SERIAL, isoDate, isoWeekStart, LAST_SERIAL, realDay, serialOf, weekday } from './serial';
import { type Cell, isBlank, isError } from './value';

/** A stretch of time that a cell names. */
export interface PeriodCell {
  unit: 'day' | 'week' | 'month' | 'quarter' | 'year';
  /** Serials of its first and last day. */
  start: number;
  end: number;
  /** Whether it is named by a fiscal year: its days depend on where that begins. */
  fiscal?: boolean;
  /** Whether only some of its days are meant, as in the last column of a report to date: `Jan 1 - 5, 2026`. */
  partial?: boolean;
}

export interface PeriodOptions {
  /** BCP 47 tag: the language of month names, beside English. */
  locale?: string;
  /** First month of the fiscal year, 1 to 12. */
  fiscalYearStart?: number;
  /** Which comes first in dates such as 3/4/2026, where it is known. */
  order?: DayOrder;
}

/** Which comes first in a date that is written in digits and ends with the year. */
export type DayOrder = 'day' | 'month';

/** A cell that names no period, with a message for its owner. */
export class PeriodError extends Error {
  override name = 'PeriodError';
}

interface Context {
  calendars: CalendarNames[];
  fiscalYearStart: number;
  order?: DayOrder;
}

type Reading = (match: string[], context: Context, text: string) => PeriodCell | null;

/** A year, a month or a day typed in digits (2026, 202601, 20260105): as serials they would lie in 1905 or beyond 2433. */
const DIGITS = /^(?:19[5-9]|20\d)\d(?:(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])?)?$/;

const NAME = '([\\p{L}\\p{M}]+)\\.?';
const YEAR = "'?(\\d{4}|\\d{2})";
const FISCAL = "(?:fy|fiscal year|gj|ej)\\s*'?(\\d{4}|\\d{2})(?:\\s*[/–-]\\s*(\\d{4}|\\d{2}))?";
const GAP = '[\\s/._–-]*';

/** What is before the number of a period: P1, Period 1. */
export const NUMBERED = '(?:p|per|period|periode|période|periodo|período)\\.?\\s*';
/** What is before the day on which a period ended. */
const ENDING =
  /^(?:(?:(?:period|month|quarter|(?:4|5|four|five) (?:weeks|wks))\s+(?:ended|ending|end|to)|[pmq]\/e|as (?:of|at)|per|zum|stand(?: zum)?|au|al|a fecha de)[:\s]\s*)(.{6,})$/u;

/** How people write periods: the first pattern that fits and names a real period counts. */
const PATTERNS: [pattern: RegExp, reading: Reading][] = [
  // 2026-01-05, 2026/1/5, with or without a time of day
  [
    /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?:[t ]\d{1,2}:\d{2}.*)?$/,
    ([y, , m, d]) => day(Number(y), Number(m), Number(d)),
  ],
  [/^(\d{4})(\d{2})(\d{2})$/, ([y, m, d]) => day(Number(y), Number(m), Number(d))],
  // 03/04/2026: only where the order does not matter or cannot be mistaken; dots are day first everywhere
  [/^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4}|\d{2})$/, ([d, m, y]) => day(fullYear(y), Number(m), Number(d))],
  [
    /^(\d{1,2})([-/])(\d{1,2})\2(\d{4}|\d{2})$/,
    ([a, , b, y], c, text) => unordered(Number(a), Number(b), fullYear(y), c, text),
  ],
  // 2026-01, 2026/1, 202601, 01/2026
  [/^(\d{4})[-/.](\d{1,2})$/, ([y, m]) => month(Number(y), Number(m))],
  [/^((?:19|20)\d{2})(\d{2})$/, ([y, m]) => month(Number(y), Number(m))],
  [/^(\d{1,2})[-/.](\d{4})$/, ([m, y]) => month(Number(y), Number(m))],
  // 2026年1月5日, 2026年1月, 2026年第1四半期
  [/^(\d{4})年\s?(\d{1,2})月\s?(\d{1,2})日$/, ([y, m, d]) => day(Number(y), Number(m), Number(d))],
  [/^(\d{4})年\s?(\d{1,2})月$/, ([y, m]) => month(Number(y), Number(m))],
  [/^(\d{4})年度?\s?第([1-4])四半期$/, ([y, q]) => months('quarter', Number(y), Number(q) * 3 - 2, 3)],
  [/^(\d{4})年$/, ([y]) => year(Number(y), 1)],
  // 2026M01, as statistics offices write it
  [/^(\d{4})[-\s]?m(\d{2})$/, ([y, m]) => month(Number(y), Number(m))],
  // Q1 2026, Q1 FY26, 1Q26, and the other way round
  [whole(`${NAME}\\s*([1-4])${GAP}${FISCAL}`), ([word, q, fy, to], c) => fiscalQuarter(word, q, to ?? fy, c)],
  [whole(`${FISCAL}${GAP}${NAME}\\s*([1-4])`), ([fy, to, word, q], c) => fiscalQuarter(word, q, to ?? fy, c)],
  [whole(`${NAME}\\s*([1-4])${GAP}${YEAR}`), ([word, q, y], c) => quarter(word, q, y, c)],
  [whole(`(\\d{4})${GAP}${NAME}\\s*([1-4])`), ([y, word, q], c) => quarter(word, q, y, c)],
  [
    whole(`([1-4])(?:\\.|er|e|º|°|o|ème|st|nd|rd|th)?\\s*${NAME}${GAP}(?:de\\s+|of\\s+)?${YEAR}`),
    ([q, word, y], c) => quarter(word, q, y, c),
  ],
  // W05 2026, 2026-W05, week 5 of 2026
  [whole(`${NAME}\\s*(\\d{1,2})(?:[\\s/,._–-]+|\\s+of\\s+)${YEAR}`), ([word, w, y], c) => week(word, w, y, c)],
  [whole(`(\\d{4})${GAP}${NAME}\\s*(\\d{1,2})`), ([y, word, w], c) => week(word, w, y, c)],
  // week of 21 Nov 2016, w/c 2016-11-21, week ending 27 Nov 2016
  [/^(?:week of|week commencing|week starting|w\/c|wc)\s+(.+)$/, ([rest], c) => weekAround(rest, 0, c)],
  [/^(?:week ending|week to|w\/e|we)\s+(.+)$/, ([rest], c) => weekAround(rest, 6, c)],
  // P01 FY25, Period 3 2025, FY25 P3, 2025-P03: the months of a fiscal year by their numbers
  [whole(`${NUMBERED}(\\d{1,2})${GAP}${FISCAL}`), ([n, fy, to], c) => numbered(n, fullYear(to ?? fy), c)],
  [whole(`${FISCAL}${GAP}${NUMBERED}(\\d{1,2})`), ([fy, to, n], c) => numbered(n, fullYear(to ?? fy), c)],
  [whole(`${NUMBERED}(\\d{1,2})[\\s,/._–-]+(\\d{4})`), ([n, y], c) => numbered(n, Number(y), c)],
  [whole(`(\\d{4})${GAP}${NUMBERED}(\\d{1,2})`), ([y, n], c) => numbered(n, Number(y), c)],
  // Period ended 27 Jan 2024, P/E 27/01/24, as of 31 Jan 2024: the day that it ended
  [ENDING, ([rest], c) => endingOn(rest, c)],
  // Jan - Mar 2024, Nov 2023 - Jan 2024: a quarter or a year; Jan 1 - 5, 2026: the last column of a report to date
  [
    whole(`${NAME}(?:\\s+(\\d{4}))?\\s*[-–—]\\s*${NAME}\\s+${YEAR}`),
    ([a, from, b, to], c) => stretch(a, from, b, to, c),
  ],
  [
    whole(`${NAME}\\s+(\\d{1,2})\\s*[-–—]\\s*(\\d{1,2}),?\\s+(\\d{4})`),
    ([name, from, to, y], c) => daysOf(name, from, to, y, c),
  ],
  // 29 Jan - 4 Feb 2024, 5-11 Feb 2024: a week, or a month from its first day to its last
  [
    whole(
      `(\\d{1,2})\\.?(?:\\s*${NAME})?(?:\\s+(\\d{4}))?\\s*(?:[-–—]|to|bis)\\s*(\\d{1,2})\\.?\\s*${NAME}\\s+(\\d{4})`,
    ),
    dayToDay,
  ],
  // Jan 6, 2025 - Jan 12, 2025, 06.01.2025 bis 12.01.2025
  [/^(\S.{5,20}\S)\s*(?:\s[-–—]|[–—]|\sto|\sbis|\sthru|\sà|\sal)\s+(\S.{5,20}\S)$/, fromDayToDay],
  // 5 Jan 2026, 5. Januar 2026, Mon 5 Jan 2026, Jan 5, 2026
  [
    whole(`(?:${NAME},?\\s+)?(\\d{1,2})(?:st|nd|rd|th|\\.)?[\\s-]*(?:de\\s+)?${NAME}[\\s-]*(?:de\\s+)?${YEAR}`),
    dayFirst,
  ],
  [whole(`(?:${NAME},?\\s+)?${NAME}\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(\\d{4})`), monthFirst],
  // Jan 2026, January 2026, Jan-26, Jan '26, 2026 Jan; but Jan 26 may be a day
  [whole(`${NAME} (\\d{2})`), ([name, digits], c, text) => undated(name!, digits!, c, text)],
  [whole(`${NAME},?${GAP}(?:de\\s+)?${YEAR}`), ([name, y], c) => month(fullYear(y), monthNumber(name!, c.calendars))],
  [whole(`(\\d{4})${GAP}${NAME}`), ([y, name], c) => month(Number(y), monthNumber(name!, c.calendars))],
  // FY26, FY2025/26, 2025/26, 2026
  [whole(FISCAL), ([fy, to], c) => year(fullYear(to ?? fy), c.fiscalYearStart)],
  [/^(\d{4})\s*[/–]\s*(\d{4}|\d{2})$/, ([from, to], c) => split(Number(from), fullYear(to), c)],
  [/^((?:19|20)\d{2})$/, ([y]) => year(Number(y), 1)],
];

/**
 * Reads the period that a cell names.
 *
 * @param cell     a date's serial, or text as people write it: `Jan 2026`, `2026-01`, `Q1 FY26`, `W05 2026`, `5 Jan 2026`
 * @param options  language of month names; first month of the fiscal year (FY26 is the year that ends in 2026)
 * @returns        its unit and its first and last day; a date is a day
 * @throws         PeriodError where it is blank, an error, no period, or a date whose order cannot be known (`03/04/2026`)
 */
export function readPeriod(cell: Cell, options: PeriodOptions = {}): PeriodCell {
  if (isBlank(cell)) throw new PeriodError('a period is missing here; write a date or a month such as Jan 2026.');
  if (isError(cell)) throw new PeriodError(`${cell.error} is where a period should be.`);
  const found = periodIn(cell, options);
  if (found) return found;
  const shown = String(cell).trim();
  if (typeof cell === 'number') throw new PeriodError(`${shown} is not a date or a period.`);
  throw new PeriodError(`'${shown}' is not a date or a period; write it like 2026-01-05, Jan 2026 or Q1 2026.`);
}

/**
 * The period that a cell names, or null; parameters as `readPeriod`.
 *
 * @throws  PeriodError for a text that can be read two ways
 */
export function periodIn(cell: Cell, options: PeriodOptions = {}): PeriodCell | null {
  if (typeof cell !== 'number' && typeof cell !== 'string') return null;
  const shown = String(cell).trim();
  if (typeof cell === 'number' && !DIGITS.test(shown)) {
    if (cell < FIRST_SERIAL || cell >= LAST_SERIAL + 1) return null;
    return { unit: 'day', start: Math.floor(cell), end: Math.floor(cell) };
  }
  const { locale, fiscalYearStart = 1, order } = options;
  return readText(shown, { calendars: calendarsFor(locale), fiscalYearStart, order });
}

/** A time of day behind a date, with or without a zone: it says nothing of the period. */
const TIME_OF_DAY =
  /[\s,t]+\d{1,2}[:.]\d{2}([:.]\d{2}(\.\d+)?)?\s*([ap]\.?m\.?)?\s*(z|uhr|[a-z]{2,4}|[-+]\d{2}:?\d{2})?$/;

/** A currency behind a period, as reports head their columns: `Jan 2026 (£)`. */
const CURRENCY_BEHIND = /\s*\((?:k?[€£$¥₹]|eur|usd|gbp|chf|sek|nok|dkk|jpy|cad|aud|nzd)\)$/i;

/** A text that may name a period, as it is compared: without a currency behind it, single spaces, lower case. */
export function plainPeriod(text: string): string {
  return text.trim().replace(CURRENCY_BEHIND, '').replace(/\s+/g, ' ').toLowerCase();
}

function readText(text: string, context: Context): PeriodCell | null {
  const clean = plainPeriod(text);
  const timed = clean.length > 10 && clean.includes(':') ? clean.replace(TIME_OF_DAY, '') : clean;
  if (timed !== clean) {
    const found = readText(timed, context);
    return found?.unit === 'day' ? found : null;
  }
  for (const [pattern, reading] of PATTERNS) {
    const match = pattern.exec(clean);
    const found = match && reading(match.slice(1), context, text);
    if (found) return found;
  }
  return null;
}

function whole(pattern: string): RegExp {
  return new RegExp(`^${pattern}$`, 'u');
}

export function fullYear(digits: string | undefined): number {
  return digits!.length === 2 ? 2000 + Number(digits) : Number(digits);
}

function day(year: number, monthOfYear: number | null, dayOfMonth: number): PeriodCell | null {
  const serial = monthOfYear === null ? null : realDay(year, monthOfYear, dayOfMonth);
  return serial === null ? null : { unit: 'day', start: serial, end: serial };
}

function unordered(a: number, b: number, year: number, { order }: Context, text: string): PeriodCell | null {
  const [dayFirstReading, monthFirstReading] = [day(year, b, a), day(year, a, b)];
  if (order) return (order === 'day' ? dayFirstReading : monthFirstReading) ?? dayFirstReading ?? monthFirstReading;
  if (dayFirstReading && monthFirstReading && dayFirstReading.start !== monthFirstReading.start) {
    const [one, other] = [isoDate(dayFirstReading.start), isoDate(monthFirstReading.start)];
    throw new PeriodError(`'${text}' can be ${one} or ${other}: say which comes first, day or month, or write ${one}.`);
  }
  return dayFirstReading ?? monthFirstReading;
}

/** `Jan 26`: the month or the day, unless no day has that number. */
function undated(name: string, digits: string, { calendars }: Context, text: string): PeriodCell | null {
  const named = monthNumber(name, calendars);
  if (named !== null && Number(digits) <= 31) {
    throw new PeriodError(`'${text}' can be a month or a day: write the year in full, as in Jan 2026 or 26 Jan 2026.`);
  }
  return month(fullYear(digits), named);
}

function months(unit: PeriodCell['unit'], year: number, first: number, count: number): PeriodCell {
  return { unit, start: serialOf(year, first, 1), end: serialOf(year, first + count, 1) - 1 };
}

function month(year: number, monthOfYear: number | null): PeriodCell | null {
  return monthOfYear === null || realDay(year, monthOfYear, 1) === null ? null : months('month', year, monthOfYear, 1);
}

/** The months from one to another, where they make a quarter or a year. */
function stretch(from?: string, fromYear?: string, to?: string, toYear?: string, context?: Context): PeriodCell | null {
  const [first, last] = [from, to].map(name => monthNumber(name!, context!.calendars));
  if (first === null || first === undefined || last === null || last === undefined) return null;
  const end = fullYear(toYear);
  const start = fromYear === undefined ? (first <= last ? end : end - 1) : Number(fromYear);
  const count = (end - start) * 12 + last - first + 1;
  if (count === 1) return month(end, last);
  if (count !== 3 && count !== 12) return null;
  const isCalendar = first % 3 === 1 && (count === 3 || first === 1);
  return { ...months(count === 3 ? 'quarter' : 'year', start, first, count), ...(!isCalendar && { fiscal: true }) };
}

/** Days of one month: the month, whole or in part. */
function daysOf(name?: string, from?: string, to?: string, year?: string, context?: Context): PeriodCell | null {
  const named = month(Number(year), monthNumber(name!, context!.calendars));
  if (!named) return null;
  const [first, last] = [from, to].map(digits => named.start + Number(digits) - 1) as [number, number];
  if (first < named.start || last > named.end || first > last) return null;
  return { ...named, ...((first > named.start || last < named.end) && { partial: true }) };
}

/** From one day to another: a week of seven days, or a whole month. */
function dayToDay([from, name, fromYear, to, lastName, y]: (string | undefined)[], { calendars }: Context) {
  const lastMonth = monthNumber(lastName!, calendars);
  const firstMonth = name === undefined ? lastMonth : monthNumber(name, calendars);
  if (lastMonth === null || firstMonth === null) return null;
  const year = fromYear === undefined ? Number(y) - (firstMonth > lastMonth ? 1 : 0) : Number(fromYear);
  const [first, last] = [day(year, firstMonth, Number(from)), day(Number(y), lastMonth, Number(to))];
  return first && last && daysBetween(first.start, last.start);
}

function fromDayToDay([from, to]: (string | undefined)[], context: Context): PeriodCell | null {
  // Of two dates in digits that can be read two ways, the way counts that makes a week or a month of them.
  const orders: (DayOrder | undefined)[] =
    context.order || !DIGITS_ONLY.test(from!) ? [context.order] : ['day', 'month'];
  const found = orders.flatMap(order => {
    const [first, last] = [from!, to!].map(text => readText(text, { ...context, order }));
    return (first?.unit === 'day' && last?.unit === 'day' && daysBetween(first.start, last.start)) || [];
  });
  return found.every(({ start }) => start === found[0]!.start) ? (found[0] ?? null) : null;
}

/** A week of seven days, or a whole month. */
function daysBetween(first: number, last: number): PeriodCell | null {
  if (last - first === 6) return { unit: 'week', start: first, end: last };
  const { year, month: monthOfYear, day: firstDay } = dayOf(first);
  const whole = month(year, monthOfYear);
  return firstDay === 1 && whole?.end === last ? whole : null;
}

function quarter(word?: string, number?: string, year?: string, context?: Context): PeriodCell | null {
  if (!context!.calendars.some(names => names.quarter.includes(word!))) return null;
  return months('quarter', fullYear(year), Number(number) * 3 - 2, 3);
}

/** A fiscal year has the number of the calendar year in which it ends. */
function firstYear(fiscalYear: number, startMonth: number): number {
  return startMonth === 1 ? fiscalYear : fiscalYear - 1;
}

function fiscalQuarter(word?: string, number?: string, fiscal?: string, context?: Context): PeriodCell | null {
  const { calendars, fiscalYearStart } = context!;
  if (!calendars.some(names => names.quarter.includes(word!))) return null;
  const first = fiscalYearStart + Number(number) * 3 - 3;
  return { ...months('quarter', firstYear(fullYear(fiscal), fiscalYearStart), first, 3), fiscal: true };
}

function year(fiscalYear: number, startMonth: number): PeriodCell {
  return months('year', firstYear(fiscalYear, startMonth), startMonth, 12);
}

/** 2025/26: only a year that runs across two. */
function split(from: number, to: number, context: Context): PeriodCell | null {
  return to === from + 1 && context.fiscalYearStart > 1 ? year(to, context.fiscalYearStart) : null;
}

function week(word?: string, number?: string, year?: string, context?: Context): PeriodCell | null {
  if (!context!.calendars.some(names => names.week.includes(word!))) return null;
  const start = isoWeekStart(fullYear(year), Number(number));
  return start === null ? null : { unit: 'week', start, end: start + 6 };
}

/** The month of a fiscal year with some number; the thirteenth period of four weeks is no month. */
function numbered(number: string | undefined, year: number, { fiscalYearStart }: Context): PeriodCell | null {
  const place = Number(number);
  return place < 1 || place > 12
    ? null
    : months('month', firstYear(year, fiscalYearStart), fiscalYearStart + place - 1, 1);
}

function endingOn(rest: string | undefined, context: Context): PeriodCell | null {
  const named = readText(rest!, context);
  return named?.unit === 'day' ? named : null;
}

function weekAround(rest: string | undefined, daysBefore: number, context: Context): PeriodCell | null {
  const named = readText(rest!, context);
  if (named?.unit !== 'day') return null;
  return { unit: 'week', start: named.start - daysBefore, end: named.start - daysBefore + 6 };
}

function dayFirst([weekdayName, d, name, y]: (string | undefined)[], context: Context): PeriodCell | null {
  return onWeekday(day(fullYear(y), monthNumber(name!, context.calendars), Number(d)), weekdayName, context);
}

function monthFirst([weekdayName, name, d, y]: (string | undefined)[], context: Context): PeriodCell | null {
  return onWeekday(day(Number(y), monthNumber(name!, context.calendars), Number(d)), weekdayName, context);
}

/** A date with its weekday counts only where the two agree. */
function onWeekday(found: PeriodCell | null, name: string | undefined, { calendars }: Context): PeriodCell | null {
  if (!found || name === undefined) return found;
  const named = weekdayNumber(name, calendars);
  return named !== null && named === weekday(found.start) ? found : null;
}

/** A date in digits that ends with its year, with or without a time of day. */
export const DIGITS_ONLY = /^\s*(\d{1,2})[-/](\d{1,2})[-/](?:\d{4}|\d{2})(?:[\s,T]+\d{1,2}:.*)?\s*$/;

/**
 * Which comes first in the dates of a list that are written in digits, as those say that can be read one way only: 1/31/2025
 * settles what 2/1/2025 means beside it.
 *
 * @param cells  dates and texts
 * @returns      null where none says so, or some say the one and some the other
 */
export function dayOrderOf(cells: Iterable<Cell>): DayOrder | null {
  const found = new Set<DayOrder>();
  for (const cell of cells) {
    const [, a, b] = (typeof cell === 'string' && DIGITS_ONLY.exec(cell)) || [];
    if (a === undefined || Number(a) > 12 === Number(b) > 12) continue;
    found.add(Number(a) > 12 ? 'day' : 'month');
  }
  return found.size === 1 ? [...found][0]! : null;
}
