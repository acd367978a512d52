import { columnIndex, columnName, sameSheet } from '../../cells/address';

/**
 * References inside the text of a formula, found without reading the formula as a whole: whatever else stands in it
 * (functions of later versions, arrays, names, structured references) is carried as it is.
 */

/** One end of a reference: a cell, or a whole column or row where the other half is null. 0-based. */
export interface End {
  /** The sheet before it, without quotes; undefined for the formula's own. */
  sheet: string | undefined;
  column: number | null;
  row: number | null;
  fixedColumn: boolean;
  fixedRow: boolean;
}

const TOKEN = new RegExp(
  [
    /(?<text>"(?:[^"]|"")*")/u,
    /(?<error>#[A-Za-z][A-Za-z0-9/]*[!?]?)/u,
    /(?<sheet>'(?:[^']|'')*'!|(?:\[[^\]]*\])?[\p{L}\p{N}_.\\]+(?::[\p{L}\p{N}_.\\]+)?!)/u,
    /(?<brackets>\[(?:[^[\]]|\[[^\]]*\])*\])/u,
    /(?<call>[\p{L}\p{N}_.\\]+\()/u,
    /(?<ends>\$?(?:[A-Za-z]{1,3}|\d{1,7}):\$?(?:[A-Za-z]{1,3}|\d{1,7})(?![\p{L}\p{N}_.\\$(]))/u,
    /(?<cell>\$?[A-Za-z]{1,3}\$?\d{1,7}(?![\p{L}\p{N}_.\\(]))/u,
    /(?<word>[\p{L}\p{N}_.\\$]+)/u,
    /(?<other>[\s\S])/u,
  ]
    .map(part => part.source)
    .join('|'),
  'gu',
);

/**
 * A formula with the ends of its references changed.
 *
 * @param formula  its text, without the leading `=`; a list of ranges with spaces between does as well
 * @param change   gives the new end, or null to leave it as it is
 */
export function mapReferences(formula: string, change: (end: End) => End | null): string {
  let sheet: string | undefined;
  let inRange = false;
  let text = '';
  for (const match of formula.matchAll(TOKEN)) {
    const token = match[0];
    const { cell, ends, sheet: before } = match.groups!;
    if (cell) text += changedEnd(cell, sheet, change);
    else if (ends)
      text += ends
        .split(':')
        .map(end => changedEnd(end, sheet, change))
        .join(':');
    else text += token;
    if (before) sheet = sheetName(before);
    // A sheet's name holds for both ends of the range that follows it: Weekly!A1:B2.
    else if (token !== ':' || !inRange) sheet = cell && formula[match.index + token.length] === ':' ? sheet : undefined;
    inRange = Boolean(cell);
  }
  return text;
}

/**
 * A formula after rows were inserted on a sheet.
 *
 * @param formula  its text
 * @param own      the sheet that the formula stands on
 * @param sheet    where rows were inserted: `count` blank ones before the 0-based `row`
 */
export function afterInsertedRows(formula: string, own: string, sheet: string, row: number, count: number): string {
  return mapReferences(formula, end =>
    sameSheet(end.sheet ?? own, sheet) && end.row !== null && end.row >= row ? { ...end, row: end.row + count } : null,
  );
}

/** A formula as it reads when it is copied that many rows down and columns to the right: what has no `$` moves along. */
export function copied(formula: string, rows: number, columns: number): string {
  return mapReferences(formula, end => ({
    ...end,
    row: end.row === null || end.fixedRow ? end.row : end.row + rows,
    column: end.column === null || end.fixedColumn ? end.column : end.column + columns,
  }));
}

function changedEnd(text: string, sheet: string | undefined, change: (end: End) => End | null): string {
  const [, fixedColumn, letters, fixedRow, digits] = /^(\$?)([A-Za-z]*)(\$?)(\d*)$/.exec(text)!;
  const end: End = {
    sheet,
    column: letters ? columnIndex(letters) : null,
    row: digits ? Number(digits) - 1 : null,
    fixedColumn: Boolean(letters && fixedColumn),
    fixedRow: Boolean(digits && (fixedRow || (!letters && fixedColumn))),
  };
  const changed = change(end);
  if (!changed) return text;
  if ((changed.row ?? 0) < 0 || (changed.column ?? 0) < 0) return '#REF!';
  const column = changed.column === null ? '' : (changed.fixedColumn ? '$' : '') + columnName(changed.column);
  const row = changed.row === null ? '' : (changed.fixedRow ? '$' : '') + String(changed.row + 1);
  return column + row;
}

function sheetName(before: string): string {
  const name = before.slice(0, -1);
  return name.startsWith("'") ? name.slice(1, -1).replace(/''/g, "'") : name;
}
