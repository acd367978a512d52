import type { AddSheet, CellFormat, Content, Edit, FormatCells, WriteCells } from '../../workbook/edit';
import { isLook } from '../batches';
import { typed } from '../typed';
import { columnWidths } from './columnWidths';
import { cells, lineFormula } from './looks';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type TextStyle = GoogleAppsScript.Spreadsheet.TextStyle;

/** Edits that a new sheet takes all at once: nothing is on it that they could collide with. */
export type FillEdit = Extract<Edit, { kind: 'write' | 'format' | 'sparkline' }>;

/** Whether an edit can wait until all that a new sheet holds is known. */
export function canWait(edit: Edit): boolean {
  return edit.kind === 'write' || edit.kind === 'format' || isLook(edit);
}

/** Whether an edit is part of what `fillSheet` writes. */
export function isFilling(edit: Edit): edit is FillEdit {
  return edit.kind === 'write' || edit.kind === 'format' || edit.kind === 'sparkline';
}

/** Gives a new sheet its frozen panes and widths. */
export function setUpSheet(sheet: Sheet, { frozenRows, frozenColumns, widths = [] }: AddSheet): void {
  if (frozenRows) sheet.setFrozenRows(frozenRows);
  if (frozenColumns) sheet.setFrozenColumns(frozenColumns);
  for (const { from, count, pixels } of columnWidths(widths)) sheet.setColumnWidths(from + 1, count, pixels);
}

/**
 * Fills a sheet that was just made: one call for all it holds, sparklines included, and one for each property of how its
 * cells look, however many cells there are. Nothing is read.
 */
export function fillSheet(sheet: Sheet, edits: FillEdit[]): void {
  const formats = edits.filter((edit): edit is FormatCells => edit.kind === 'format');
  setFormats(sheet, formats, 'number', 'General', (range, grid) => range.setNumberFormats(grid));
  dressText(sheet, formats);
  setFormats(sheet, formats, 'background', null, (range, grid) => range.setBackgrounds(grid as string[][]));
  setFormats(sheet, formats, 'align', null, (range, grid) => range.setHorizontalAlignments(grid as 'left'[][]));
  setFormats(sheet, formats, 'wrap', false, (range, grid) => range.setWraps(grid));
  // A cell that holds something gets no sparkline.
  const isLine = ({ kind }: FillEdit) => kind === 'sparkline';
  const contents = [...edits.filter(isLine), ...edits.filter(edit => !isLine(edit))].flatMap(contentOf);
  if (contents.length === 0) return;
  const { range, grid } = laidOut<number | string | boolean>(sheet, contents, '');
  range.setValues(grid);
}

/** Something that fills a rectangle, cell by cell. */
interface Patch<T> {
  row: number;
  column: number;
  rows: number;
  columns: number;
  /** Undefined where it leaves what is there. */
  at(row: number, column: number): T | undefined;
}

function contentOf(edit: FillEdit): Patch<number | string | boolean>[] {
  if (edit.kind === 'format') return [];
  const { row, column } = edit;
  if (edit.kind === 'sparkline') return [{ row, column, rows: 1, columns: 1, at: () => lineFormula(edit) }];
  const { cells: lines } = edit as WriteCells;
  const columns = Math.max(0, ...lines.map(line => line.length));
  if (columns === 0) return [];
  return [{ row, column, rows: lines.length, columns, at: (r, c) => contentAt(lines[r]![c]) }];
}

/** What a cell is to hold; nothing where it stays blank, so that a sparkline may be drawn there. */
function contentAt(content: Content | undefined): number | string | boolean | undefined {
  return content === undefined || content === null ? undefined : typed(content, 'sheets');
}

/** The smallest rectangle around patches, later ones over earlier ones. */
function laidOut<T>(sheet: Sheet, patches: Patch<T>[], blank: T) {
  const top = Math.min(...patches.map(({ row }) => row));
  const left = Math.min(...patches.map(({ column }) => column));
  const rows = Math.max(...patches.map(({ row, rows: count }) => row + count)) - top;
  const columns = Math.max(...patches.map(({ column, columns: count }) => column + count)) - left;
  const grid = Array.from({ length: rows }, () => Array<T>(columns).fill(blank));
  for (const patch of patches) {
    for (let r = 0; r < patch.rows; r++) {
      for (let c = 0; c < patch.columns; c++) {
        const value = patch.at(r, c);
        if (value !== undefined) grid[patch.row - top + r]![patch.column - left + c] = value;
      }
    }
  }
  return { range: cells(sheet, { row: top, column: left, rows, columns }), grid };
}

/** Sets one property of all cells that have it; the cells between them get what a new sheet's have. */
function setFormats<Key extends keyof CellFormat, None>(
  sheet: Sheet,
  formats: FormatCells[],
  key: Key,
  none: None,
  set: (range: GoogleAppsScript.Spreadsheet.Range, grid: (Exclude<CellFormat[Key], undefined> | None)[][]) => unknown,
): void {
  const patches = formats.flatMap(edit => {
    const value = edit.format[key] as Exclude<CellFormat[Key], undefined> | undefined;
    return value === undefined ? [] : [{ ...edit, at: () => value as typeof value | None }];
  });
  if (patches.length === 0) return;
  const { range, grid } = laidOut<Exclude<CellFormat[Key], undefined> | None>(sheet, patches, none);
  set(range, grid);
}

/** What a cell of a new sheet is written in. */
const PLAIN: Required<Pick<CellFormat, 'bold' | 'italic' | 'color' | 'size'>> = {
  bold: false,
  italic: false,
  color: '#000000',
  size: 10,
};

/** Weight, slant, colour and size of letters: one style of text a cell. */
function dressText(sheet: Sheet, formats: FormatCells[]): void {
  const textOf = ({ bold, italic, color, size }: CellFormat) =>
    Object.fromEntries(Object.entries({ bold, italic, color, size }).filter(([, value]) => value !== undefined));
  const own = formats.filter(({ format }) => Object.keys(textOf(format)).length > 0);
  if (own.length === 0) return;
  // Two edits may say different things of one cell: each cell's style is put together first.
  const said = new Map<string, Partial<typeof PLAIN>>();
  const place = (row: number, column: number) => `${row},${column}`;
  for (const { row, column, rows, columns, format } of own) {
    for (let r = row; r < row + rows; r++) {
      for (let c = column; c < column + columns; c++)
        said.set(place(r, c), { ...said.get(place(r, c)), ...textOf(format) });
    }
  }
  const known = new Map<string, TextStyle>();
  const styleOf = (text: Partial<typeof PLAIN>) => {
    const key = JSON.stringify({ ...PLAIN, ...text });
    const style = known.get(key) ?? textStyle({ ...PLAIN, ...text });
    known.set(key, style);
    return style;
  };
  const patches = own.map(edit => ({
    ...edit,
    at: (r: number, c: number) => styleOf(said.get(place(edit.row + r, edit.column + c))!),
  }));
  const { range, grid } = laidOut(sheet, patches, styleOf({}));
  range.setTextStyles(grid);
}

function textStyle({ bold, italic, color, size }: typeof PLAIN): TextStyle {
  return SpreadsheetApp.newTextStyle()
    .setBold(bold)
    .setItalic(italic)
    .setForegroundColor(color)
    .setFontSize(size)
    .build();
}
