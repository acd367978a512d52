import { calendarsFor, monthNumber, weekdayNumber } from './calendarNames';
import {
  DIGITS_ONLY,
  fullYear,
  NUMBERED,
  type PeriodCell,
  PeriodError,
  type PeriodOptions,
  periodIn,
  plainPeriod,
  readPeriod,
} from './readPeriod';
import { type Cell, isBlank } from './value';

/**
 * What one cell says of a period before its neighbours are known: a whole period; a part of one whose year is elsewhere;
 * a year, which may be a period itself or the heading of others; `3/4/2026`; `Jan 26`, a month of 2026 or a day.
 */
export type PeriodToken =
  | { kind: 'period'; period: PeriodCell }
  | { kind: 'part'; unit: 'month' | 'quarter' | 'week' | 'day'; number: number; day?: number }
  | { kind: 'year'; year: number; fiscal: boolean; period: PeriodCell }
  | { kind: 'two orders'; dayFirst: PeriodCell; monthFirst: PeriodCell; why: string }
  | { kind: 'month or day'; period: PeriodCell; number: number; day: number; why: string };

const NAME = '([\\p{L}\\p{M}]+)\\.?';
const MONTH = new RegExp(`^${NAME}$`, 'u');
const ASIAN_MONTH = /^(\d{1,2})月$/;
const QUARTER = new RegExp(
  `^(?:${NAME}\\s*([1-4])|([1-4])(?:\\.|er|e|º|°|st|nd|rd|th)?\\s*${NAME}|第([1-4])四半期)$`,
  'u',
);
const WEEK = new RegExp(`^${NAME}\\s*(\\d{1,2})$`, 'u');
const DAY_OF_MONTH = new RegExp(`^(?:(\\d{1,2})\\.?[\\s-]*${NAME}|${NAME}[\\s-]*(\\d{1,2}))$`, 'u');
const MONTH_OR_DAY = new RegExp(`^${NAME} (\\d{2})$`, 'u');
const PERIOD_NUMBER = new RegExp(`^${NUMBERED}(0?[1-9]|1[0-2])$`, 'u');
const YEAR = /^(?:(?:year|jahr|année|año|anno|ano|jaar|år)\s+)?((?:19[5-9]|20\d)\d)$/;
const FISCAL_YEAR = /^(?:fy|fiscal year|financial year|gj|ej)\s*'?(\d{4}|\d{2})(?:\s*[/–-]\s*(\d{4}|\d{2}))?$/;
const SPLIT_YEAR = /^((?:19[5-9]|20\d)\d)\s*[/–-]\s*(\d{4}|\d{2})$/;
/** The longest text that names a period. */
const LONGEST = 48;

const READERS = new Map<string, (cell: Cell) => PeriodToken | null>();

/**
 * A reader of period cells in one language that remembers what it has read: a workbook says *Jan* a thousand times.
 *
 * @param options  language of month names, first month of the fiscal year, order of dates in digits
 */
export function tokenReader(options: PeriodOptions): (cell: Cell) => PeriodToken | null {
  const { locale = '', fiscalYearStart = 1, order = '' } = options;
  const key = `${locale} ${fiscalYearStart} ${order}`;
  const reader = READERS.get(key) ?? newReader({ locale, fiscalYearStart, ...(order && { order }) });
  if (READERS.size < 20) READERS.set(key, reader);
  return reader;
}

function newReader(options: PeriodOptions): (cell: Cell) => PeriodToken | null {
  const known = new Map<string | number, PeriodToken | null>();
  return cell => {
    if (typeof cell !== 'string' && typeof cell !== 'number') return null;
    if (typeof cell === 'string' && (cell.length > LONGEST || isBlank(cell))) return null;
    const found = known.get(cell);
    if (found !== undefined) return found;
    const token = readToken(cell, options);
    if (known.size < 20_000) known.set(cell, token);
    return token;
  };
}

/** What a cell says of a period by itself; null where it says nothing. */
export function readToken(cell: Cell, options: PeriodOptions): PeriodToken | null {
  if (typeof cell !== 'string' && typeof cell !== 'number') return null;
  if (typeof cell === 'string' && !mayNameAPeriod(cell, options.locale)) return null;
  const text = plainPeriod(String(cell));
  const year = yearIn(text, options);
  if (year) return year;
  try {
    const period = periodIn(cell, options);
    if (period) return { kind: 'period', period };
    return typeof cell === 'number' ? null : part(text, options);
  } catch (error) {
    if (!(error instanceof PeriodError)) throw error;
    return twoReadings(text, options, error.message);
  }
}

const FIRST_WORD = /[\p{L}\p{M}]+/u;
/** Words that begin a period besides the names of months, weekdays, weeks and quarters. */
const BEGINNINGS = new Set(
  'fy fiscal financial year period periode période periodo período per p m q month as stand zum au al gj ej jahr année año anno ano jaar år we wc w to bis de of st nd rd th er e o º ème t z m utc'.split(
    ' ',
  ),
);
const CALENDAR_WORDS = new Map<string, boolean>();

/** Whether the first word of a text is one of a calendar: most texts of a workbook are names, and need no closer look. */
function mayNameAPeriod(text: string, locale: string | undefined): boolean {
  const word = FIRST_WORD.exec(text)?.[0].toLowerCase();
  if (word === undefined) return /\d/.test(text);
  const key = `${locale ?? ''} ${word}`;
  const known = CALENDAR_WORDS.get(key);
  if (known !== undefined) return known;
  const calendars = calendarsFor(locale);
  const isOne =
    BEGINNINGS.has(word) ||
    /[\u3040-\u9fff]/.test(word) ||
    monthNumber(word, calendars) !== null ||
    weekdayNumber(word, calendars) !== null ||
    calendars.some(({ week, quarter }) => week.includes(word) || quarter.includes(word));
  if (CALENDAR_WORDS.size < 20_000) CALENDAR_WORDS.set(key, isOne);
  return isOne;
}

/** A year as a token: `2024`, `FY24`, `2024/25`; the number of a split year is that in which it ends. */
function yearIn(text: string, { fiscalYearStart = 1 }: PeriodOptions): PeriodToken | null {
  const [plain, fiscal, split] = [YEAR, FISCAL_YEAR, SPLIT_YEAR].map(pattern => pattern.exec(text));
  const two = fiscal ?? split;
  if (!plain && !two) return null;
  if (split && fullYear(split[2]) !== Number(split[1]) + 1) return null;
  const year = plain ? Number(plain[1]) : fullYear(two![2] ?? two![1]);
  const named = plain || fiscalYearStart === 1 ? `${year}` : `FY${year}`;
  return {
    kind: 'year',
    year,
    fiscal: !plain,
    period: { ...readPeriod(named, { fiscalYearStart }), ...(!plain && { fiscal: true }) },
  };
}

function twoReadings(text: string, options: PeriodOptions, why: string): PeriodToken | null {
  if (DIGITS_ONLY.test(text)) {
    const [dayFirst, monthFirst] = (['day', 'month'] as const).map(order => periodIn(text, { ...options, order }));
    return dayFirst && monthFirst ? { kind: 'two orders', dayFirst, monthFirst, why } : null;
  }
  const [, name, digits] = MONTH_OR_DAY.exec(text) ?? [];
  const number = name === undefined ? null : monthNumber(name, calendarsFor(options.locale));
  if (number === null) return null;
  const period = readPeriod(`${name} 20${digits}`, options);
  return { kind: 'month or day', period, number, day: Number(digits), why };
}

/** Whether a text numbers the periods of a fiscal year: `P1`, `Period 01`. */
export function isPeriodNumber(text: string): boolean {
  return PERIOD_NUMBER.test(plainPeriod(text));
}

/** A month, quarter, week or day without its year. */
function part(text: string, { locale, fiscalYearStart = 1 }: PeriodOptions): PeriodToken | null {
  const calendars = calendarsFor(locale);
  const [, numbered] = PERIOD_NUMBER.exec(text) ?? [];
  if (numbered !== undefined)
    return { kind: 'part', unit: 'month', number: ((Number(numbered) + fiscalYearStart - 2) % 12) + 1 };
  const [, name] = MONTH.exec(text) ?? [];
  const month = name === undefined ? Number(ASIAN_MONTH.exec(text)?.[1] ?? 0) : (monthNumber(name, calendars) ?? 0);
  if (month >= 1 && month <= 12) return { kind: 'part', unit: 'month', number: month };
  const [, before, first, second, after, third] = QUARTER.exec(text) ?? [];
  const word = before ?? after;
  if (third !== undefined || (word !== undefined && calendars.some(({ quarter }) => quarter.includes(word)))) {
    return { kind: 'part', unit: 'quarter', number: Number(first ?? second ?? third) };
  }
  const [, weekWord, week] = WEEK.exec(text) ?? [];
  if (weekWord !== undefined && calendars.some(each => each.week.includes(weekWord)) && Number(week) <= 53) {
    return { kind: 'part', unit: 'week', number: Number(week) };
  }
  const [, one, of, ofOther, other] = DAY_OF_MONTH.exec(text) ?? [];
  const day = Number(one ?? other ?? 0);
  const named = day >= 1 && day <= 31 ? monthNumber((of ?? ofOther)!, calendars) : null;
  return named === null ? null : { kind: 'part', unit: 'day', number: named, day };
}
