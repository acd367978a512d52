import { columnIndex, columnName, quoteSheet, sameSheet } from './address';

/**
 * References inside the text of a formula, found without reading the formula as a whole: whatever else is in it
 * (functions of later versions, arrays, names, structured references) is carried as it is.
 */

/** One end of a reference: a cell, or a whole column or row where the other half is null. 0-based. */
export interface End {
  column: number | null;
  row: number | null;
  fixedColumn: boolean;
  fixedRow: boolean;
}

/** A reference: a cell, whose two ends are one, or a range. */
export interface Reference {
  /** The sheet before it, without quotes; undefined for the formula's own. */
  sheet: string | undefined;
  first: End;
  last: End;
}

/** Rows or columns that are put into a sheet before the 0-based `at`, or taken out from it on. */
export interface Move {
  sheet: string;
  axis: 'row' | 'column';
  at: number;
  /** Negative where they are taken out. */
  count: number;
}

const CELL = '\\$?[A-Za-z]{1,3}\\$?\\d{1,7}';
const TOKEN = new RegExp(
  [
    '(?<text>"(?:[^"]|"")*")',
    '(?<error>#[A-Za-z][A-Za-z0-9/]*[!?]?)',
    "(?<sheet>'(?:[^']|'')*'!|(?:\\[[^\\]]*\\])?[\\p{L}\\p{N}_.\\\\]+(?::[\\p{L}\\p{N}_.\\\\]+)?!)",
    '(?<brackets>\\[(?:[^[\\]]|\\[[^\\]]*\\])*\\])',
    '(?<call>[\\p{L}\\p{N}_.\\\\]+\\()',
    '(?<ends>\\$?(?:[A-Za-z]{1,3}|\\d{1,7}):\\$?(?:[A-Za-z]{1,3}|\\d{1,7})(?![\\p{L}\\p{N}_.\\\\$(]))',
    `(?<cells>${CELL}(?::${CELL})?(?![\\p{L}\\p{N}_.\\\\(]))`,
    '(?<word>[\\p{L}\\p{N}_.\\\\$]+)',
    '(?<other>[\\s\\S])',
  ].join('|'),
  'gu',
);

/**
 * A formula with its references changed.
 *
 * @param formula  its text, with or without the leading `=`; a list of ranges with spaces between does as well
 * @param change   gives the new reference, `gone` for cells that are no more, or null to leave it as it is
 */
export function mapReferences(formula: string, change: (reference: Reference) => Reference | 'gone' | null): string {
  let sheet: string | undefined;
  let text = '';
  for (const match of formula.matchAll(TOKEN)) {
    const { cells, ends, sheet: before } = match.groups!;
    const place = cells ?? ends;
    text += place === undefined ? match[0] : changed(place, sheet, change);
    sheet = before === undefined ? undefined : sheetName(before);
  }
  return text;
}

/** Every reference in a formula's text, in order. */
export function referencesIn(formula: string): Reference[] {
  const found: Reference[] = [];
  mapReferences(formula, reference => {
    found.push(reference);
    return null;
  });
  return found;
}

/**
 * A formula after rows or columns were put into a sheet or taken out of it: a range around the place grows or shrinks, and
 * what lay in it altogether is gone.
 *
 * @param formula  its text
 * @param own      the sheet that the formula is on
 */
export function afterMove(formula: string, own: string, move: Move): string {
  return mapReferences(formula, reference => {
    if (!sameSheet(reference.sheet ?? own, move.sheet)) return null;
    const [first, last] = [reference.first[move.axis], reference.last[move.axis]];
    if (first === null || last === null) return null;
    const moved = movedSpan(first, last, move);
    if (!moved) return 'gone';
    return {
      ...reference,
      first: { ...reference.first, [move.axis]: moved[0] },
      last: { ...reference.last, [move.axis]: moved[1] },
    };
  });
}

/** A formula after a sheet was taken out. */
export function afterRemovedSheet(formula: string, sheet: string): string {
  return mapReferences(formula, reference => (sameSheet(reference.sheet, sheet) ? 'gone' : null));
}

/**
 * A formula after a sheet was given another name; so are the two sheets between which a reference reaches through several.
 *
 * @param formula  its text
 * @param from     the sheet's name before
 * @param to       its name now
 */
export function afterRenamedSheet(formula: string, from: string, to: string): string {
  let text = '';
  for (const match of formula.matchAll(TOKEN)) {
    const before = match.groups!.sheet;
    text += before === undefined ? match[0] : renamed(before, from, to);
  }
  return text;
}

/** The sheet before a reference with its `!`, by its new name; one in another workbook (`[1]Plan!`) is another sheet. */
function renamed(before: string, from: string, to: string): string {
  const name = sheetName(before);
  if (sameSheet(name, from)) return `${quoteSheet(to)}!`;
  const ends = name.split(':');
  if (ends.length !== 2 || !ends.some(end => sameSheet(end, from))) return before;
  const both = ends.map(end => (sameSheet(end, from) ? to : end)).join(':');
  const isPlain = ends.every(end => quoteSheet(sameSheet(end, from) ? to : end).startsWith("'") === false);
  return isPlain ? `${both}!` : `'${both.replace(/'/g, "''")}'!`;
}

/**
 * Where the rows, or columns, from the first to the last are after a move.
 *
 * @returns  their new first and last, or null where none is left
 */
export function movedSpan(first: number, last: number, { at, count }: Move): [number, number] | null {
  if (count >= 0) return [first >= at ? first + count : first, last >= at ? last + count : last];
  const end = at - count;
  const [start, stop] = [
    first >= end ? first + count : Math.min(first, at),
    last >= end ? last + count : Math.min(last, at - 1),
  ];
  return start > stop ? null : [start, stop];
}

/** A formula as it reads when it is copied that many rows down and columns to the right: what has no `$` moves along. */
export function copied(formula: string, rows: number, columns: number): string {
  const moved = (end: End): End => ({
    ...end,
    row: end.row === null || end.fixedRow ? end.row : end.row + rows,
    column: end.column === null || end.fixedColumn ? end.column : end.column + columns,
  });
  return mapReferences(formula, ({ sheet, first, last }) => {
    const ends = { sheet, first: moved(first), last: moved(last) };
    const outside = [ends.first, ends.last].some(({ row, column }) => (row ?? 0) < 0 || (column ?? 0) < 0);
    return outside ? 'gone' : ends;
  });
}

function changed(
  text: string,
  sheet: string | undefined,
  change: (reference: Reference) => Reference | 'gone' | null,
): string {
  const [start, end] = text.split(':') as [string, string?];
  const first = readEnd(start);
  const reference = change({ sheet, first, last: end === undefined ? first : readEnd(end) });
  if (reference === null) return text;
  if (reference === 'gone') return '#REF!';
  return end === undefined ? printEnd(reference.first) : `${printEnd(reference.first)}:${printEnd(reference.last)}`;
}

function readEnd(text: string): End {
  const [, fixedColumn, letters, fixedRow, digits] = /^(\$?)([A-Za-z]*)(\$?)(\d*)$/.exec(text)!;
  return {
    column: letters ? columnIndex(letters) : null,
    row: digits ? Number(digits) - 1 : null,
    fixedColumn: Boolean(letters && fixedColumn),
    fixedRow: Boolean(digits && (fixedRow || (!letters && fixedColumn))),
  };
}

function printEnd({ column, row, fixedColumn, fixedRow }: End): string {
  const letters = column === null ? '' : (fixedColumn ? '$' : '') + columnName(column);
  return letters + (row === null ? '' : (fixedRow ? '$' : '') + String(row + 1));
}

function sheetName(before: string): string {
  const name = before.slice(0, -1);
  return name.startsWith("'") ? name.slice(1, -1).replace(/''/g, "'") : name;
}
