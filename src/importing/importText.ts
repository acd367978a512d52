import type { Edit } from '../workbook/edit';
import { sameName } from '../workbook/sheets/names';
import { cellsFromFields, type ImportedCell } from './cellsFromFields';
import { fieldsOf } from './fields';

/** A text that can't become a sheet; its message is for its owner. */
export class ImportError extends Error {
  override readonly name = 'ImportError';
}

/** What a sheet can hold, in Excel; Sheets stops at ten million cells. */
const MOST = { rows: 1_048_576, columns: 16_384, letters: 32_767, cells: 5_000_000 };
/** In characters. */
const WIDEST_COLUMN = 40;
/** Stretches of one format in a column; one that changes more often gets its commonest for all of it. */
const MOST_STRETCHES = 50;

/** A text as a sheet of its own. */
export interface Import {
  /** The sheet's name, free in the workbook. */
  sheet: string;
  rows: number;
  columns: number;
  edits: Edit[];
}

/**
 * The edits that put a text into a sheet of its own. Whatever is no figure and no date stays text, also where it begins with
 * `=`, `+`, `-` or `@`.
 *
 * @param text    delimited: copied from a sheet or a table, or a .csv file
 * @param name    what the sheet is to be called
 * @param taken   the names of the sheets that are there
 * @param locale  of the workbook
 * @throws        ImportError where there is nothing in it, or more than a sheet holds
 */
export function importText(text: string, name: string, taken: readonly string[], locale: string): Import {
  const rows = cellsFromFields(fieldsOf(text), locale);
  const columns = rows.reduce((most, row) => Math.max(most, row.length), 0);
  if (rows.length === 0) throw new ImportError('There are no figures in it: it is empty.');
  refuseTooMuch(rows, columns);
  const sheet = freeSheetName(name, taken);
  const cells = rows.map(row => Array.from({ length: columns }, (_, column) => row[column]?.value ?? null));
  return {
    sheet,
    rows: rows.length,
    columns,
    edits: [
      { kind: 'add sheet', sheet, widths: widthsOf(rows, columns) },
      { kind: 'write', sheet, row: 0, column: 0, cells },
      ...Array.from({ length: columns }, (_, column) => formatEdits(sheet, column, formatsIn(rows, column))).flat(),
    ],
  };
}

function refuseTooMuch(rows: ImportedCell[][], columns: number): void {
  if (rows.length > MOST.rows || rows.length * columns > MOST.cells)
    throw new ImportError(
      `It has ${rows.length} rows of ${columns} columns, more than a sheet holds; import a part of it.`,
    );
  if (columns > MOST.columns) throw new ImportError(`It has ${columns} columns; a sheet holds ${MOST.columns}.`);
  const row = rows.findIndex(cells =>
    cells.some(({ value }) => typeof value === 'string' && value.length > MOST.letters),
  );
  if (row >= 0)
    throw new ImportError(`A text in row ${row + 1} has more than ${MOST.letters} characters, which no cell holds.`);
}

/** A name that a sheet may have and none has yet. */
function freeSheetName(name: string, taken: readonly string[]): string {
  const allowed = name
    .replace(/[[\]:*?/\\]/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[\s']+|[\s']+$/g, '');
  const base = allowed === '' || sameName(allowed, 'History') ? 'Figures' : allowed;
  for (let number = 1; ; number++) {
    const end = number === 1 ? '' : ` ${number}`;
    const wanted = `${base.slice(0, 31 - end.length).trim()}${end}`;
    if (!taken.some(other => sameName(other, wanted))) return wanted;
  }
}

function widthsOf(rows: ImportedCell[][], columns: number): number[] {
  return Array.from({ length: columns }, (_, column) => {
    // A title of a report stands alone in its row and may run over the cells beside it.
    const beside = rows.slice(0, 200).filter(row => row.filter(({ value }) => value !== null).length > 1);
    const longest = beside.map(row => String(row[column]?.value ?? '').length);
    return Math.min(WIDEST_COLUMN, Math.max(10, ...longest) + 2);
  });
}

/** The formats of a column: of those that differ only in their decimals, the one with the most. */
function formatsIn(rows: ImportedCell[][], column: number): (string | null)[] {
  const longest = new Map<string, string>();
  const kind = (format: string) => format.replace(/\.0+/, '');
  for (const row of rows) {
    const format = row[column]?.format;
    if (format && format.length > (longest.get(kind(format))?.length ?? 0)) longest.set(kind(format), format);
  }
  return rows.map(row => {
    const format = row[column]?.format;
    return format ? longest.get(kind(format))! : null;
  });
}

function formatEdits(sheet: string, column: number, formats: (string | null)[]): Edit[] {
  const stretches: { row: number; rows: number; number: string }[] = [];
  formats.forEach((number, row) => {
    const last = stretches[stretches.length - 1];
    if (number === null) return;
    if (last && last.number === number && last.row + last.rows === row) last.rows++;
    else stretches.push({ row, rows: 1, number });
  });
  const wanted = stretches.length > MOST_STRETCHES ? [commonest(stretches, formats.length)] : stretches;
  return wanted.map(({ row, rows, number }) => ({
    kind: 'format',
    sheet,
    row,
    column,
    rows,
    columns: 1,
    format: { number },
  }));
}

function commonest(stretches: { row: number; rows: number; number: string }[], rows: number) {
  const counts = new Map<string, number>();
  for (const { number, rows: height } of stretches) counts.set(number, (counts.get(number) ?? 0) + height);
  const [number] = [...counts].reduce((best, each) => (each[1] > best[1] ? each : best));
  return { row: stretches[0]!.row, rows: rows - stretches[0]!.row, number };
}
