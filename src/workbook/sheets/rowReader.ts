import { listed } from '../../cells/english';
import { type Cell, isBlank } from '../../cells/value';
import type { Place, Problem } from '../register';
import { nearestName, sameName } from './names';
import { readDate } from './readDate';
import { cellPlace, type Table } from './tables';

/** Reads the cells of one row of a table, and says what is wrong with them, where. */
export interface RowReader {
  /** What the cell below a header holds; null where the column is missing. */
  cell(header: string): Cell;
  /** Trimmed text; a number as people see it. */
  text(header: string): string;
  /** A number, or null where the cell is blank or, which is said, no number. */
  number(header: string): number | null;
  /** One of the words, or null where the cell is blank or, which is said with what follows from it, another word. */
  word<T extends string>(header: string, words: readonly T[], consequence?: string): T | null;
  /** A day's serial, or null where the cell is blank or, which is said, no date. */
  date(header: string, edge?: 'start' | 'end'): number | null;
  /** A weight: 1 where the cell is blank or, which is said, negative or no number. */
  weight(header: string): number;
  /** Says that something is wrong with the cell below a header. */
  wrong(header: string, what: string, severity?: Problem['severity']): void;
  place(header?: string): Place;
}

/**
 * A reader for one row of a table.
 *
 * @param table     from `findTable`
 * @param row       0-based row of its sheet
 * @param locale    language of month names
 * @param problems  takes what is wrong
 */
export function rowReader(table: Table, row: number, locale: string, problems: Problem[]): RowReader {
  const { view, columns } = table;
  const cell = (header: string): Cell => {
    const column = columns.get(header);
    return column === undefined ? null : view.cell(row, column);
  };
  const place = (header?: string): Place => {
    const column = header === undefined ? Math.min(...columns.values()) : columns.get(header);
    return column === undefined ? { sheet: view.name } : cellPlace(view, row, column);
  };
  const wrong = (header: string, what: string, severity: Problem['severity'] = 'error') => {
    const { sheet, range } = place(header);
    problems.push({ severity, message: `${sheet} ${range}: ${what}`, place: place(header) });
  };
  return {
    cell,
    place,
    wrong,
    text: header => {
      const value = cell(header);
      return isBlank(value) || typeof value === 'object' ? '' : String(value).trim();
    },
    number: header => {
      const value = cell(header);
      if (typeof value === 'number' || isBlank(value)) return typeof value === 'number' ? value : null;
      wrong(header, `${notANumber(value)}; left out.`);
      return null;
    },
    date: (header, edge) => {
      const date = readDate(cell(header), locale, edge);
      if (typeof date !== 'string') return date;
      wrong(header, `${header} is not read: ${date}`);
      return null;
    },
    weight: header => {
      const weight = cell(header);
      if (isBlank(weight)) return 1;
      if (typeof weight === 'number' && weight >= 0) return weight;
      const what = typeof weight === 'number' ? weight : `'${shown(weight)}'`;
      wrong(header, `${header} is ${what}; write a number from 0 on. It counts as 1.`);
      return 1;
    },
    word: (header, words, consequence) => {
      const value = cell(header);
      if (isBlank(value)) return null;
      const found = words.find(word => sameName(word, value));
      if (found === undefined) {
        const near = nearestName(shown(value), [...words]);
        const instead = near ? `did you mean ${near}?` : `write ${listed(words, 'or')}.`;
        wrong(header, `${header} is '${shown(value)}'; ${instead}${consequence ? ` ${consequence}` : ''}`);
      }
      return found ?? null;
    },
  };
}

/** What a cell shows. */
export function shown(cell: Cell): string {
  if (typeof cell === 'object') return cell === null ? '' : cell.error;
  if (typeof cell === 'boolean') return cell ? 'TRUE' : 'FALSE';
  return String(cell).trim();
}

/** Why a cell is not a number: "'n/a' is not a number", "'412' is text, not a number", "#DIV/0! is where a number should be". */
export function notANumber(cell: Cell): string {
  if (typeof cell === 'object') return `${shown(cell)} is where a number should be`;
  const digits = typeof cell === 'string' && /^['’]?\s*[-+]?[\d.,\s'’]*\d\s*%?\s*$/.test(cell);
  return digits ? `'${shown(cell)}' is text, not a number` : `'${shown(cell)}' is not a number`;
}
