import type { Range } from '../../cells/address';
import { fullYear } from '../../cells/readPeriod';
import { type Cell, isBlank } from '../../cells/value';
import type { SheetView } from '../sheets/sheetView';

/** A year that is near some months; a fiscal one has the number of the year in which it ends. */
export interface YearFound {
  year: number;
  fiscal: boolean;
}

/** Rows above periods that are looked through: titles are close. */
const ROWS_ABOVE = 12;
const IN_TEXT =
  /(?<![\p{L}\d.,/-])(fy|gj|fiscal year)?\s?'?((?:19[5-9]|20\d)\d)(?:\s*[/–-]\s*'?(\d{4}|\d{2}))?(?![\d]|[.,]\d|-\d)/iu;
/** A report's day of printing says nothing of its months. */
const PRINTED =
  /export|print|creat|generat|updat|erstellt|stand\b|gedruckt|imprim|édité|impreso|stampa|afgedrukt|as of|run date|accessed|:\d\d/i;

/**
 * The year of months that do not say it: the one in the corner of their table, in the titles above it, or in the name of the
 * sheet, nearest first.
 *
 * @param view    the sheet
 * @param range   the periods
 * @param across  whether they run from left to right
 */
export function yearNear(view: SheetView, { top, left, right }: Range, across: boolean): YearFound | null {
  for (let row = across ? top : top - 1; row >= 0 && row >= top - ROWS_ABOVE; row--) {
    // In the row of the periods themselves only the corner before them.
    const last = across && row === top ? left - 1 : Math.max(right ?? left, left + 12);
    const from = across && row === top ? 0 : Math.max(0, left - 12);
    for (
      let column = across && row === top ? last : from;
      column >= from && column <= last;
      column += across && row === top ? -1 : 1
    ) {
      const found = yearIn(view.cell(row, column));
      if (found) return found;
    }
  }
  return yearIn(view.name);
}

/** The first year that a text or a number names. */
export function yearIn(cell: Cell): YearFound | null {
  if (typeof cell === 'number')
    return Number.isInteger(cell) && cell >= 1990 && cell <= 2099 ? { year: cell, fiscal: false } : null;
  if (typeof cell !== 'string' || isBlank(cell) || cell.length > 120 || PRINTED.test(cell)) return null;
  const [, fiscal, year, end] = IN_TEXT.exec(cell) ?? [];
  if (year === undefined) {
    const short = /(?<![\p{L}\d])(?:fy|gj)\s?'?(\d{2})(?!\d)/iu.exec(cell);
    return short ? { year: fullYear(short[1]), fiscal: true } : null;
  }
  const last = end === undefined ? null : fullYear(end);
  if (last === Number(year) + 1) return { year: last, fiscal: true };
  return { year: Number(year), fiscal: fiscal !== undefined };
}
