import { fixed, type Range, sameCells } from '../../cells/address';
import { call, type Formula, number, operation, reference, text, texts } from '../../cells/formula';
import { WORDS_FOR_NOTHING } from '../../cells/nothing';
import { ANY_NUMBER } from './dataFormulas';

/** A criterion that every text meets, but not the empty text of a formula. */
const ANY_TEXT = text('?*');

/** One that text beginning like `2026-01-31` meets. */
const ISO_DATE = text('????-??-??*');

/** Cells that are added up, and what is above or before them in their whole column or row: a header is text by right. */
export interface SourceCells {
  cells: Range;
  header: Range | null;
  /** Whether text that begins like `2026-01-31` is read as a date. */
  textDates?: boolean;
}

/** The amounts of a source and their dates. */
export interface SourceLines {
  values: SourceCells;
  periods: SourceCells;
}

/**
 * What *Unread* holds: how many amounts and dates of a source are text. Sums leave them out without a word, so the
 * workbook counts them itself, also where nobody reads the ledger.
 */
export function unreadCount({ values, periods }: SourceLines): Formula {
  // Dates that are counted are both.
  if (sameCells(values.cells, periods.cells)) return textCount(periods);
  return operation(textCount(values), '+', textCount(periods));
}

/**
 * What *First unread* holds: the first date that is text or, where all are dates, the first amount, as `E211` on the sheet
 * of the source; nothing where everything is read.
 */
export function firstUnread(lines: SourceLines): Formula {
  const { values, periods } = lines;
  const first = call('IF', operation(textCount(periods), '>', number(0)), firstText(periods), firstText(values));
  return call('IF', operation(unreadCount(lines), '=', number(0)), text(''), first);
}

/**
 * What *Unread from* and *Unread until* hold: the first and the last date from the first amount that is text to the last
 * one. Between them no sum is known; to look into every period would make each of them as slow as all together.
 */
export function unreadSpan({ values, periods }: SourceLines): { from: Formula; until: Formula } {
  // Of dates that are counted it is the date itself that is unread.
  if (sameCells(values.cells, periods.cells)) return { from: text(''), until: text('') };
  const dates = reference(fixed(periods.cells));
  const at = (place: Formula) =>
    isAcross(values) ? call('INDEX', dates, number(1), place) : call('INDEX', dates, place);
  const lines = { span: [at(firstPlace(values)), at(lastPlace(values))] } satisfies Formula;
  const day = (choose: 'MIN' | 'MAX') =>
    call('IF', operation(textCount(values), '=', number(0)), text(''), call(choose, lines));
  return { from: day('MIN'), until: day('MAX') };
}

function textCount({ cells, header, textDates }: SourceCells): Formula {
  const all = reference(fixed(cells));
  const nothing = call('SUMPRODUCT', call('COUNTIF', all, texts(WORDS_FOR_NOTHING)));
  const written = operation(textsLike(all, ANY_TEXT), '-', nothing);
  const found = textDates ? operation(written, '-', textsLike(all, ISO_DATE)) : written;
  return header ? operation(found, '-', call('COUNTIF', reference(fixed(header)), ANY_TEXT)) : found;
}

/** Texts of some form. LibreOffice finds numbers that look like it as well; they are taken off again. */
function textsLike(cells: Formula, pattern: Formula): Formula {
  const numbers = call('COUNTIFS', cells, pattern, cells, text(ANY_NUMBER));
  return operation(call('COUNTIF', cells, pattern), '-', numbers);
}

/** `ADDRESS(MATCH(1,INDEX(ISTEXT(E:E)*…,0),0),COLUMN(E1),4)`, which follows where rows, columns or sheets are moved. */
function firstText(lines: SourceCells): Formula {
  const { cells } = lines;
  const start = cellIn(cells, cells.left, cells.top);
  // In a whole column the place is the row itself, whatever is inserted above.
  const place = isWhole(lines)
    ? firstPlace(lines)
    : operation(operation(lineOf(lines, start), '-', number(1)), '+', firstPlace(lines));
  const other = call(isAcross(lines) ? 'ROW' : 'COLUMN', lastOfHeader(lines) ?? start);
  return call('ADDRESS', ...(isAcross(lines) ? [other, place] : [place, other]), number(4));
}

/** The first and the last place of a text among the cells, counted from their start. */
function firstPlace(lines: SourceCells): Formula {
  return call('MATCH', number(1), call('INDEX', isUnread(lines), number(0)), number(0));
}

function lastPlace(lines: SourceCells): Formula {
  const { cells } = lines;
  const last = call('SUMPRODUCT', call('MAX', operation(isUnread(lines), '*', lineOf(lines, reference(fixed(cells))))));
  if (isWhole(lines)) return last;
  const start = lineOf(lines, cellIn(cells, cells.left, cells.top));
  return operation(operation(last, '-', start), '+', number(1));
}

/** 1 for each cell below the header that holds a text other than a word for nothing, else 0. */
function isUnread(lines: SourceCells): Formula {
  const all = reference(fixed(lines.cells));
  const header = lastOfHeader(lines);
  return [
    call('ISTEXT', all),
    operation(all, '<>', text('')),
    call('ISERROR', call('MATCH', all, texts(WORDS_FOR_NOTHING), number(0))),
    ...(lines.textDates ? [call('ISERROR', call('SEARCH', ISO_DATE, all))] : []),
    ...(header ? [operation(lineOf(lines, all), '>', lineOf(lines, header))] : []),
  ].reduce((one, other) => operation(one, '*', other));
}

function lineOf(lines: SourceCells, cells: Formula): Formula {
  return call(isAcross(lines) ? 'COLUMN' : 'ROW', cells);
}

function lastOfHeader(lines: SourceCells): Formula | null {
  const { header } = lines;
  return header && cellIn(header, isAcross(lines) ? header.right! : header.left, header.bottom!);
}

function isAcross({ cells }: SourceCells): boolean {
  return cells.bottom === cells.top;
}

function isWhole({ cells }: SourceCells): boolean {
  return cells.bottom === null || cells.right === null;
}

function cellIn({ sheet }: Range, column: number, row: number): Formula {
  const cell = { top: row, left: column, bottom: row, right: column };
  return reference(fixed({ ...(sheet !== undefined && { sheet }), ...cell }));
}
