import { cellAt, printRange, type Range } from '../../cells/address';
import { isBlank } from '../../cells/value';
import type { Place, Problem } from '../register';
import { nearestName, plainName } from './names';
import type { SheetView } from './sheetView';

/** A table that was found on a sheet by the texts of its headers. */
export interface Table {
  view: SheetView;
  /** 0-based row of the headers. */
  headerRow: number;
  /** 0-based column of each header that was found, by the header's proper spelling. */
  columns: Map<string, number>;
  /** The 0-based rows below the headers in which any of its columns holds something. */
  rows: number[];
}

/** A cell as people name it: `Compass Data C7`. */
export function cellName(view: SheetView, row: number, column: number): string {
  return `${view.name} ${printRange(cellAt(row, column))}`;
}

/** A cell as a place to go to. */
export function cellPlace(view: SheetView, row: number, column: number): Place {
  return { sheet: view.name, range: printRange(cellAt(row, column)) };
}

/** A range as a place to go to, without the dollar signs of a formula. */
export function rangePlace({ sheet, ...cells }: Range): Required<Place> {
  return { sheet: sheet!, range: printRange({ ...cells, absolute: {} }) };
}

/**
 * Finds a table by its header texts, wherever it is on its sheet and in whatever order its columns are.
 *
 * @param view      the sheet
 * @param headers   the table's headers, the one that every table of its kind must have first
 * @param problems  takes what is wrong with the headers: missing, misspelt, doubled
 * @param later     headers that may be missing: workbooks of earlier versions do without them
 * @returns         the table, or null where no row has its first header, which is said
 */
export function findTable(view: SheetView, headers: string[], problems: Problem[], later: string[] = []): Table | null {
  const headerRow = bestHeaderRow(view, headers);
  if (headerRow === null) {
    problems.push(noTable(view, headers[0]!));
    return null;
  }
  const texts = Array.from({ length: view.columns }, (_, column) => plainName(view.cell(headerRow, column)));
  const known = headers.map(plainName);
  const columns = new Map<string, number>();
  for (const [index, header] of headers.entries()) {
    const [first, ...others] = texts.flatMap((text, column) => (text === known[index] ? [column] : []));
    if (first !== undefined) columns.set(header, first);
    for (const other of others) {
      problems.push({
        severity: 'error',
        message: `${cellName(view, headerRow, other)}: the header '${header}' appears twice; the column ${printRange(cellAt(headerRow, first!))} is read, this one is not.`,
        place: cellPlace(view, headerRow, other),
      });
    }
  }
  const missing = headers.filter(header => !columns.has(header) && !later.includes(header));
  const unknown = texts.flatMap((text, column) => (text === '' || known.includes(text) ? [] : [column]));
  for (const header of missing) {
    const misspelt = unknown.find(column => nearestName(texts[column]!, missing) === header);
    problems.push(missingHeader(view, headerRow, header, misspelt));
  }
  return { view, headerRow, columns, rows: filledRows(view, headerRow, [...columns.values()]) };
}

function missingHeader(view: SheetView, row: number, header: string, misspelt: number | undefined): Problem {
  if (misspelt === undefined) {
    const message = `${view.name} has no column '${header}'; it counts as blank.`;
    return { severity: 'note', message, place: { sheet: view.name } };
  }
  const message = `${cellName(view, row, misspelt)}: the header '${String(view.cell(row, misspelt))}' is not known; did you mean ${header}?`;
  return { severity: 'error', message, place: cellPlace(view, row, misspelt) };
}

function noTable(view: SheetView, header: string): Problem {
  for (let row = 0; row < view.rows; row++) {
    for (let column = 0; column < view.columns; column++) {
      const text = view.cell(row, column);
      if (typeof text !== 'string' || nearestName(text, [header]) === null) continue;
      const message = `${cellName(view, row, column)}: the header '${text}' is not known; did you mean ${header}?`;
      return { severity: 'error', message, place: cellPlace(view, row, column) };
    }
  }
  const message = `${view.name} has no header '${header}'; write it above its column.`;
  return { severity: 'error', message, place: { sheet: view.name } };
}

/** The row with the most of the headers, the first of them among these; if it is misspelt, half of the others will do. */
function bestHeaderRow(view: SheetView, headers: string[]): number | null {
  const wanted = headers.map(plainName);
  let best: { row: number; found: number } | null = null;
  for (let row = 0; row < view.rows; row++) {
    const names = new Set<string>();
    for (let column = 0; column < view.columns; column++) {
      const cell = view.cell(row, column);
      if (typeof cell === 'string') names.add(plainName(cell));
    }
    const found = wanted.filter(name => names.has(name)).length;
    const enough = names.has(wanted[0]!) || (wanted.length > 1 && found * 2 >= wanted.length);
    if (enough && (best === null || found > best.found)) best = { row, found };
  }
  return best?.row ?? null;
}

function filledRows(view: SheetView, headerRow: number, columns: number[]): number[] {
  const rows: number[] = [];
  for (let row = headerRow + 1; row < view.rows; row++) {
    if (columns.some(column => !isBlank(view.cell(row, column)))) rows.push(row);
  }
  return rows;
}
