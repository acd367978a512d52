/**
 * A rectangle of cells on a sheet. Rows and columns are 0-based and inclusive. An open end (whole columns, `Till!A:A`)
 * has `bottom: null`; whole rows (`3:3`) have `right: null`. Without a sheet it lies on the sheet of its formula.
 */
export interface Range {
  sheet?: string;
  top: number;
  left: number;
  bottom: number | null;
  right: number | null;
  /** Which ends carry a `$`; absent means none does. */
  absolute?: { top?: boolean; left?: boolean; bottom?: boolean; right?: boolean };
}

/** Text that is not a range, with a message for the person who typed it. */
export class AddressError extends Error {
  override name = 'AddressError';
}

/** Excel's grid; an end on its last row or column is an open end. */
const LAST_ROW = 1_048_576;
const LAST_COLUMN = 16_384;

/**
 * The letters of a column.
 *
 * @param index  0-based
 * @returns      `A` for 0, `AA` for 26
 */
export function columnName(index: number): string {
  const name = NAMES[index] ?? spelled(index);
  NAMES[index] = name;
  return name;
}

/** Names spelled before: formulas are printed by the hundred thousand, and speak of the same few columns. */
const NAMES: string[] = [];

function spelled(index: number): string {
  let name = '';
  for (let rest = index + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  }
  return name;
}

/**
 * The number of a column.
 *
 * @param name  letters, in upper or lower case
 * @returns     0-based: 0 for `A`, 26 for `AA`
 */
export function columnIndex(name: string): number {
  let index = 0;
  for (const letter of name.toUpperCase()) index = index * 26 + letter.charCodeAt(0) - 64;
  return index - 1;
}

/**
 * A single cell as a range.
 *
 * @param row     0-based
 * @param column  0-based
 * @param sheet   the sheet's name, or none for the formula's own
 */
export function cellAt(row: number, column: number, sheet?: string): Range {
  return { ...(sheet === undefined ? {} : { sheet }), top: row, left: column, bottom: row, right: column };
}

/** The same range with a `$` before every row and column: it stays where it is when its formula is copied. */
export function fixed(range: Range): Range {
  return { ...range, absolute: { top: true, left: true, bottom: true, right: true } };
}

/** Whether two sheet names mean the same sheet: spreadsheets do not tell cases apart. */
export function sameSheet(one: string | undefined, other: string | undefined): boolean {
  return one?.toLowerCase() === other?.toLowerCase();
}

/** Whether two ranges are the same cells, whatever their `$`. */
export function sameCells(one: Range, other: Range): boolean {
  return (
    sameSheet(one.sheet, other.sheet) &&
    one.top === other.top &&
    one.left === other.left &&
    one.bottom === other.bottom &&
    one.right === other.right
  );
}

/**
 * Whether two ranges on the same sheet share a cell.
 *
 * @param one    a range; its open ends reach to the sheet's last row or column
 * @param other  another
 */
export function overlap(one: Range, other: Range): boolean {
  const end = (edge: number | null) => edge ?? Number.POSITIVE_INFINITY;
  return (
    sameSheet(one.sheet, other.sheet) &&
    one.top <= end(other.bottom) &&
    other.top <= end(one.bottom) &&
    one.left <= end(other.right) &&
    other.left <= end(one.right)
  );
}

/** A name that both Excel and Sheets read without quotes, looks like no reference, and is no truth value. */
const PLAIN_SHEET = /^[\p{L}_][\p{L}\p{N}_]*$/u;
const LOOKS_LIKE_REFERENCE = /^([a-z]{1,3}\d+|r\d*c?\d*|c\d*|true|false)$/i;

/**
 * A sheet's name as a formula spells it: in quotes where Excel or Sheets need them.
 *
 * @param name  the name as its tab shows it
 * @returns     `Weekly`, `'Q1'`, `'2026'`, `'It''s mine'`
 */
export function quoteSheet(name: string): string {
  return PLAIN_SHEET.test(name) && !LOOKS_LIKE_REFERENCE.test(name) ? name : `'${name.replace(/'/g, "''")}'`;
}

const CORNER = /^(\$?)([a-z]{1,3})?(\$?)(\d{1,8})?$/i;

interface Corner {
  row: number | null;
  column: number | null;
  fixedRow: boolean;
  fixedColumn: boolean;
}

/** One end of a range: `$B$4`, `B`, `4`; null where it is neither. */
function readCorner(text: string): Corner | null {
  const match = CORNER.exec(text);
  if (!match) return null;
  const [, first, letters, second, digits] = match;
  if (letters === undefined && (digits === undefined || (first && second))) return null;
  if (letters !== undefined && digits === undefined && second) return null;
  const row = digits === undefined ? null : Number(digits) - 1;
  const column = letters === undefined ? null : columnIndex(letters);
  if (row !== null && (row < 0 || row >= LAST_ROW)) return null;
  return {
    row,
    column,
    fixedRow: digits !== undefined && (letters === undefined ? Boolean(first || second) : Boolean(second)),
    fixedColumn: letters !== undefined && Boolean(first),
  };
}

/** The sheet before the last `!`, without its quotes. */
function readSheet(text: string, whole: string): string {
  const quoted = /^'((?:[^']|'')+)'$/.exec(text);
  const name = quoted ? quoted[1]!.replace(/''/g, "'") : text;
  if (/[[\]]/.test(name)) throw new AddressError(`'${whole}' points into another workbook; choose cells of this one.`);
  if (name === '' || (!quoted && name.includes("'"))) {
    throw new AddressError(`'${whole}' has no readable sheet name before its '!'; write it like 'My sheet'!B4:B26.`);
  }
  return name;
}

/** One cell as the product itself writes it, well inside every grid: a review reads thousands of them. */
const PLAIN_CELL = /^([A-Z]{1,2})([1-9]\d{0,5})$/;

/**
 * Reads a reference in A1 form.
 *
 * @param text  `Weekly!B4:B26`, `'It''s "Q1"'!$A$1`, `Till!A:A`, `3:3`, `A2:A`; a leading `=` is overlooked
 * @returns     the range, its corners in order, with the `$` of each end in `absolute`
 * @throws      AddressError with what to write instead
 */
export function parseRange(text: string): Range {
  const cell = PLAIN_CELL.exec(text);
  if (cell) {
    const [row, column] = [Number(cell[2]) - 1, columnIndex(cell[1]!)];
    return { top: row, left: column, bottom: row, right: column };
  }
  const whole = text.trim().replace(/^=/, '');
  const bang = whole.lastIndexOf('!');
  const sheet = bang < 0 ? undefined : readSheet(whole.slice(0, bang).trim(), whole);
  const cells = whole.slice(bang + 1).trim();
  const ends = cells.split(':').map(end => readCorner(end.trim()));
  const [start, end = start] = ends;
  if (!start || !end || ends.length > 2 || !fits(start, end, ends.length)) {
    throw new AddressError(`'${whole}' is not a range of cells; write it like Weekly!B4:B26.`);
  }
  const rows = inOrder([start.row, start.fixedRow], [end.row, end.fixedRow], LAST_ROW);
  const columns = inOrder([start.column, start.fixedColumn], [end.column, end.fixedColumn], LAST_COLUMN);
  const absolute = {
    ...(rows.first[1] && { top: true }),
    ...(columns.first[1] && { left: true }),
    ...(rows.last[1] && { bottom: true }),
    ...(columns.last[1] && { right: true }),
  };
  return {
    ...(sheet === undefined ? {} : { sheet }),
    top: rows.first[0] ?? 0,
    left: columns.first[0] ?? 0,
    bottom: rows.last[0],
    right: columns.last[0],
    ...(Object.keys(absolute).length > 0 && { absolute }),
  };
}

/** Whether two ends make a range: a cell alone, cell to cell, columns, rows, or Sheets' open `A2:A`. */
function fits(start: Corner, end: Corner, ends: number): boolean {
  if (ends === 1) return start.row !== null && start.column !== null;
  if (start.column === null || start.row === null) {
    return (start.column === null) === (end.column === null) && (start.row === null) === (end.row === null);
  }
  return end.row !== null || end.column !== null;
}

type End = [place: number | null, fixed: boolean];

/** Two ends of one axis, the smaller first; the last place of the grid counts as open. */
function inOrder(one: End, other: End, last: number): { first: End; last: End } {
  const open = (end: End): End => [end[0] === last - 1 ? null : end[0], end[1]];
  if (one[0] === null && other[0] === null) return { first: one, last: other };
  const swapped = one[0] === null || (other[0] !== null && other[0] < one[0]);
  return swapped ? { first: other, last: open(one) } : { first: one, last: open(other) };
}

/**
 * Prints a range in A1 form, with its sheet where it has one.
 *
 * @param range     the cells
 * @param openEnds  how an end without a last row is written below a first row: `numbered` (`A2:A1048576`, read everywhere)
 *                  or `open` (`A2:A`, as Sheets likes it)
 * @returns         `Weekly!$B$4:$B$26`, `Till!A:A`, `B4`
 */
export function printRange(range: Range, openEnds: 'numbered' | 'open' = 'numbered'): string {
  const { top, left, bottom, right, absolute = {} } = range;
  const sheet = range.sheet === undefined ? '' : `${quoteSheet(range.sheet)}!`;
  const column = (index: number, dollar?: boolean) => (dollar ? '$' : '') + columnName(index);
  const row = (index: number, dollar?: boolean) => (dollar ? '$' : '') + String(index + 1);
  if (bottom === null && top === 0 && right !== null) {
    return `${sheet}${column(left, absolute.left)}:${column(right, absolute.right)}`;
  }
  if (right === null && left === 0) {
    return `${sheet}${row(top, absolute.top)}:${row(bottom ?? LAST_ROW - 1, absolute.bottom)}`;
  }
  const start = column(left, absolute.left) + row(top, absolute.top);
  // A single cell has one spelling of each `$`: what is said of its start holds for its end.
  const alone = top === bottom && left === right;
  const lastColumn = right ?? LAST_COLUMN - 1;
  const fixedBottom = absolute.bottom ?? (alone && absolute.top);
  const fixedRight = absolute.right ?? (alone && absolute.left);
  const openRow = bottom === null && openEnds === 'open';
  const end = column(lastColumn, fixedRight) + (openRow ? '' : row(bottom ?? LAST_ROW - 1, fixedBottom));
  return alone && start === end ? sheet + start : `${sheet}${start}:${end}`;
}

/**
 * A whole row as a reference that stays where it is: `$1:$1`.
 *
 * @param row  0-based
 */
export function wholeRow(row: number): string {
  return `$${row + 1}:$${row + 1}`;
}
