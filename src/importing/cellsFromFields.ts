import { type DecimalMark, decimalMarkOf, readFigureText } from '../cells/figureText';
import { type DayOrder, dayOrderOf, periodIn } from '../cells/readPeriod';
import { type Delimiter, type Fields, isFigureText } from './fields';

/** A field as a cell holds it, and the number format that shows it as it was; null for the general one. */
export interface ImportedCell {
  value: number | string | null;
  format: string | null;
}

/** How dates of a text are to be read. */
interface Reading {
  mark: DecimalMark;
  order: DayOrder | null;
  locale: string;
}

const BLANK: ImportedCell = { value: null, format: null };
/** A number of more digits has lost some as soon as it is a number. */
const MOST_DIGITS = 15;
/** 2025.10, 10.2025. */
const MONTH_IN_DIGITS = /^\s*(?:(?:19|20)\d\d\.(?:0[1-9]|1[0-2])|(?:0?[1-9]|1[0-2])\.(?:19|20)\d\d)\s*$/;
const TIME = /[\sT](\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?\s*([ap]\.?m\.?)?/i;

/**
 * Makes cells of fields: figures and dates where that is beyond doubt, text as it was everywhere else. The sign before the
 * decimals and the order of dates in digits are those of the whole text: programs write all of it one way.
 *
 * @param fields  of a text
 * @param locale  of the workbook, which decides what nothing in the text does
 */
export function cellsFromFields({ rows, delimiter }: Fields, locale: string): ImportedCell[][] {
  const filled = rows.flat().filter(field => field.trim() !== '');
  const reading = {
    mark: decimalMarkOf(
      filled.filter(perText(field => isFigureText(field) && !MONTH_IN_DIGITS.test(field))),
      localeOf(delimiter, locale),
    ),
    order: dayOrderOf(filled),
    locale,
  };
  const columns = rows.reduce((most, row) => Math.max(most, row.length), 0);
  const rowsOfMonths = rows.map(isOfMonths);
  const columnsOfMonths = Array.from({ length: columns }, (_, column) =>
    isOfMonths(rows.map(row => row[column] ?? '')),
  );
  const cell = perText(field => cellOf(field, reading));
  return rows.map((row, at) =>
    row.map((field, column) => {
      const isMonth = MONTH_IN_DIGITS.test(field) && (rowsOfMonths[at] || columnsOfMonths[column]);
      return isMonth ? { value: field.trim(), format: null } : cell(field);
    }),
  );
}

/** Asks once of each text: days, names and articles are in a file many times. */
function perText<T>(ask: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return text => {
    let answer = known.get(text);
    if (answer === undefined) {
      answer = ask(text);
      known.set(text, answer);
    }
    return answer;
  };
}

/** Whether most of a line are months in digits, which as numbers would lose a zero: 2025.10. */
function isOfMonths(fields: string[]): boolean {
  const filled = fields.filter(field => field.trim() !== '');
  const months = filled.filter(field => MONTH_IN_DIGITS.test(field));
  return months.length >= 3 && months.length * 4 >= filled.length * 3;
}

/** Programs write semicolons between fields where the comma is before decimals. */
function localeOf(delimiter: Delimiter, locale: string): string {
  return delimiter === ';' ? 'de' : delimiter === ',' ? 'en' : locale;
}

function cellOf(field: string, { mark, order, locale }: Reading): ImportedCell {
  const text = field.trim();
  if (text === '') return BLANK;
  return figureIn(text, mark) ?? dayIn(text, order, locale) ?? { value: field, format: null };
}

function figureIn(text: string, mark: DecimalMark): ImportedCell | null {
  const digits = text.replace(/\D/g, '');
  // 007, a telephone number, the number of a card; 12k may be twelve thousand, and 5 m five metres.
  if (/^\D{0,2}0\d/.test(text) || /^\+/.test(text) || digits.length > MOST_DIGITS) return null;
  if (/\d\s*(k|tsd|m|mio|mm|mn|bn)\b/i.test(text)) return null;
  const figure = readFigureText(text, mark);
  if (!figure) return null;
  const isPlain = /^[-−]?\d+$/.test(text);
  const isBare = /^[-−]?\d*[.,]?\d+$/.test(text);
  const { value, format } = figure;
  return { value, format: isPlain ? null : isBare ? format.replace('#,##0', '0') : format };
}

/** A day, with its time where it has one: the clock's, whatever its zone. */
function dayIn(text: string, order: DayOrder | null, locale: string): ImportedCell | null {
  if (!/\d/.test(text) || /^\d+$/.test(text)) return null;
  const period = quietly(() => periodIn(text, { locale, ...(order && { order }) }));
  if (period?.unit !== 'day') return null;
  const [, hours, minutes, seconds = '0', half] = TIME.exec(text) ?? [];
  if (hours === undefined) return { value: period.start, format: 'yyyy-mm-dd' };
  const hour = half === undefined ? Number(hours) : (Number(hours) % 12) + (/^p/i.test(half) ? 12 : 0);
  const value = period.start + (hour * 3600 + Number(minutes) * 60 + Number(seconds)) / 86_400;
  return { value, format: 'yyyy-mm-dd hh:mm' };
}

/** What can be read two ways stays text: the finder asks which is meant. */
function quietly<T>(read: () => T): T | null {
  try {
    return read();
  } catch {
    return null;
  }
}
