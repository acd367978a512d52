import { calendarsFor, monthNumber } from '../../../cells/calendarNames';
import { readFigureText } from '../../../cells/figureText';
import { periodIn } from '../../../cells/readPeriod';
import { dayOf, realDay } from '../../../cells/serial';
import type { Conventions } from './conventions';

/** A text as the grid takes it: a number, and the number format that shows it as it was typed. */
export interface Typed {
  v: number;
  /** None for the general format. */
  z?: string;
}

/** A number of more digits has lost some as soon as it is a number. */
const MOST_DIGITS = 15;
/** Of a year in two digits, the first that lies in the last century: the custom of Excel and Sheets. */
const LAST_CENTURY = 30;

const TIME = String.raw`(\d{1,2}):([0-5]\d)(?::([0-5]\d))?(?:\s*([ap])\.?m\.?)?`;
const TIME_ONLY = new RegExp(`^${TIME}$`, 'i');
const TIME_BEHIND = new RegExp(String.raw`^(.*\d)(?:\s+|,\s*|T)${TIME}Z?$`, 'i');
const IN_DIGITS = /^(\d{1,2})([-/.])\s?(\d{1,2})\2\s?(\d{4}|\d{2})$/;
const YEAR_FIRST = /^\d{4}([-/.])(\d{1,2})\1(\d{1,2})$/;
const KANJI = /^\d{4}年\s?\d{1,2}月\s?\d{1,2}日$/;
/** 3 Feb 2026, 3. Februar 2026, 3 de fev. de 2026, Tue 3 Feb 2026. */
const DAY_MONTH_YEAR =
  /^(?:\p{L}{2,}\.?,?\s+)?(\d{1,2})(?:st|nd|rd|th|er|\.|º)?[\s-]*(?:de\s+)?([\p{L}\p{M}]{3,})\.?[\s-]*(?:de\s+)?\d{4}$/iu;
const MONTH_DAY_YEAR = /^(?:\p{L}{2,}\.?,?\s+)?([\p{L}\p{M}]{3,})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+\d{4}$/iu;
const MONTH_YEAR = /^([\p{L}\p{M}]{3,})\.?,?[\s-]*(?:de\s+)?\d{4}$/iu;
const DAY_MONTH = /^(\d{1,2})\.?[\s-]\s?([\p{L}\p{M}]{3,})\.?$/u;

/**
 * Reads what was typed or pasted into a cell as people of a locale mean it. What can't be read beyond doubt stays text.
 *
 * @param text         as typed: `3.2.2026`, `0,05`, `12,50 €`, `5,5%`, `(3,030)`
 * @param conventions  of the workbook's locale
 * @param today        serial; a date without a year is of this one
 * @returns            null where it is text
 */
export function readTyped(text: string, conventions: Conventions, today: number): Typed | null {
  const plain = text.trim();
  if (!/\d/.test(plain) || plain.length > 60) return null;
  return figureIn(plain, conventions) ?? timeIn(plain) ?? dayIn(plain, conventions, today);
}

function figureIn(text: string, { decimal, group }: Conventions): Typed | null {
  if (text.replace(/\D/g, '').length > MOST_DIGITS) return null;
  if (/^[-+−]?\d+$/.test(text)) return { v: Number(text.replace('−', '-')) };
  const scientific = /^([-+]?\d+(?:[.,]\d+)?)e([-+]?\d{1,3})$/i.exec(text);
  if (scientific) {
    const [, size = '', power] = scientific;
    const other = decimal === '.' ? ',' : '.';
    return size.includes(other) ? null : { v: Number(`${size.replace(',', '.')}e${power}`), z: '0.00E+00' };
  }
  // 0.5 and 0,5 are figures; 007 1234 and 020 1234 are not; 12k may be twelve thousand, and 5 m five metres.
  if (/^\D{0,3}0\d/.test(text)) return null;
  if (/\d\s*(k|tsd\.?|m|mio\.?|mm|mn|bn)\s*\p{L}*\W*$/iu.test(text)) return null;
  // Brackets for a negative figure are the custom of English reports, whatever the language of the reader.
  const isReported = /^\(\D{0,4}\d{1,3}(,\d{3})+(\.\d+)?\D{0,4}\)$/.test(text);
  const mark = isReported ? '.' : decimal;
  const digits = /\d[\d.,'’\s]*\d/.exec(text)?.[0] ?? '';
  if (!isReported && !digits.includes(mark) && !isGroupedBy(group, digits)) return null;
  const figure = readFigureText(text.replace(/^\+/, ''), mark);
  if (!figure) return null;
  const isBare = /^[-+−]?\d*[.,]?\d+$/.test(text) && (text.includes(mark) || !/[.,]/.test(text));
  const { value, format } = figure;
  return isBare || /^\(\d+\)$/.test(text) ? { v: value } : { v: value, z: format };
}

/** Whether the signs between digits, if any, are those that the locale puts between thousands. */
function isGroupedBy(group: string, digits: string): boolean {
  const kind = (sign: string) => (/\s/.test(sign) ? ' ' : /['’]/.test(sign) ? "'" : sign);
  return [...digits.replace(/\d/g, '')].every(sign => kind(sign) === kind(group));
}

function timeIn(text: string): Typed | null {
  const match = TIME_ONLY.exec(text);
  return match && clock(match.slice(1));
}

function clock([hours, minutes, seconds, half]: (string | undefined)[]): Typed | null {
  const typed = Number(hours);
  if (half ? typed < 1 || typed > 12 : typed > 23) return null;
  const hour = half ? (typed % 12) + (/p/i.test(half) ? 12 : 0) : typed;
  const v = (hour * 3600 + Number(minutes) * 60 + Number(seconds ?? 0)) / 86_400;
  return { v, z: `${half ? 'h' : 'hh'}:mm${seconds === undefined ? '' : ':ss'}${half ? ' AM/PM' : ''}` };
}

function dayIn(text: string, conventions: Conventions, today: number): Typed | null {
  const [, before, ...rest] = TIME_BEHIND.exec(text) ?? [];
  if (before === undefined) return dayAlone(text, conventions, today);
  const [date, time] = [dayAlone(before.trim(), conventions, today), clock(rest)];
  return date && time && { v: date.v + time.v, z: `${date.z} ${time.z}` };
}

function dayAlone(text: string, conventions: Conventions, today: number): Typed | null {
  const inDigits = IN_DIGITS.exec(text);
  if (inDigits) return dayInDigits(inDigits, conventions);
  const form = formOf(text);
  if (form) {
    const period = quietly(() => periodIn(text, { locale: conventions.tag }));
    return period?.unit === form.unit ? { v: period.start, z: form.format } : null;
  }
  return dayOfThisYear(text, conventions, today);
}

/** Day and month in the order of the locale; with dots the day is first everywhere. */
function dayInDigits([, a, sign, b, y]: string[], { order }: Conventions): Typed | null {
  const isDayFirst = sign === '.' || order === 'day';
  const [day, month] = isDayFirst ? [a!, b!] : [b!, a!];
  const year = y!.length === 4 ? Number(y) : Number(y) + (Number(y) < LAST_CENTURY ? 2000 : 1900);
  const v = realDay(year, Number(month), Number(day));
  const digits = (letter: string, typed: string) => letter.repeat(typed.length);
  const parts = isDayFirst ? [digits('d', a!), digits('m', b!)] : [digits('m', a!), digits('d', b!)];
  return v === null ? null : { v, z: [...parts, 'yyyy'].join(sign) };
}

/** How a date with its year is written, and what it names. */
function formOf(text: string): { unit: 'day' | 'month'; format: string } | null {
  const yearFirst = YEAR_FIRST.exec(text);
  if (yearFirst) {
    const [, sign, month, day] = yearFirst;
    return { unit: 'day', format: `yyyy${sign}${'m'.repeat(month!.length)}${sign}${'d'.repeat(day!.length)}` };
  }
  if (KANJI.test(text)) return { unit: 'day', format: 'yyyy"年"m"月"d"日"' };
  const named = DAY_MONTH_YEAR.exec(text);
  if (named) return { unit: 'day', format: `d ${named[2]!.length > 4 ? 'mmmm' : 'mmm'} yyyy` };
  const american = MONTH_DAY_YEAR.exec(text);
  if (american) return { unit: 'day', format: `${american[1]!.length > 4 ? 'mmmm' : 'mmm'} d, yyyy` };
  const month = MONTH_YEAR.exec(text);
  return month && { unit: 'month', format: `${month[1]!.length > 4 ? 'mmmm' : 'mmm'} yyyy` };
}

/** 3/2, 3.2. and 3 Feb: a day of this year. 3.2 without a second dot may be a figure, and Feb 26 a month. */
function dayOfThisYear(text: string, { order, tag }: Conventions, today: number): Typed | null {
  const { year } = dayOf(today);
  const [, a, b] = /^(\d{1,2})\/(\d{1,2})$/.exec(text) ?? [];
  if (a !== undefined) {
    const v = order === 'day' ? realDay(year, Number(b), Number(a)) : realDay(year, Number(a), Number(b));
    return v === null ? null : { v, z: order === 'day' ? 'd/m' : 'm/d' };
  }
  const [, d, m] = /^(\d{1,2})\.\s?(\d{1,2})\.$/.exec(text) ?? [];
  if (d !== undefined) {
    const v = realDay(year, Number(m), Number(d));
    return v === null ? null : { v, z: 'd.m.' };
  }
  const [, day, name] = DAY_MONTH.exec(text) ?? [];
  const month = name === undefined ? null : monthNumber(name, calendarsFor(tag));
  const v = month === null ? null : realDay(year, month, Number(day));
  return v === null ? null : { v, z: 'd mmm' };
}

/** What can be read two ways stays text. */
function quietly<T>(read: () => T): T | null {
  try {
    return read();
  } catch {
    return null;
  }
}
