import type { LocalFormulas } from '../../cells/localFormulas';
import type { FormatCells, InsertRows, RemoveColumns, RemoveRows, WriteCells } from '../../workbook/edit';
import type { Room } from '../room';
import { typed, typedText } from '../typed';
import type { Undo } from './looks';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** Edits of what cells hold, how they look, and where they are. */
export type CellEdit = WriteCells | FormatCells | InsertRows | RemoveRows | RemoveColumns;

/**
 * Applies one of them.
 *
 * @param spelled  how the spreadsheet spells formulas
 * @returns  what takes it back; cells that were written over get back elsewhere what they held
 */
export function change(sheet: Sheet, edit: CellEdit, spelled: LocalFormulas): Undo {
  switch (edit.kind) {
    case 'insert rows':
      sheet.insertRowsBefore(edit.row + 1, edit.count);
      return () => sheet.deleteRows(edit.row + 1, edit.count);
    case 'remove rows':
    case 'remove columns':
      return remove(sheet, edit, spelled);
    case 'format':
      format(sheet, edit);
      return () => undefined;
    case 'write':
      put(
        sheet,
        edit.row,
        edit.column,
        edit.cells.map(line => line.map(content => typed(content, 'sheets'))),
      );
      return () => undefined;
  }
}

/** Takes out rows or columns; what they hold is read before, so that it can be put back. */
function remove(sheet: Sheet, edit: RemoveRows | RemoveColumns, spelled: LocalFormulas): Undo {
  const byRow = edit.kind === 'remove rows';
  const at = (byRow ? edit.row : edit.column) + 1;
  const most = byRow ? sheet.getMaxRows() : sheet.getMaxColumns();
  const count = Math.min(edit.count, most - at + 1);
  if (count < 1) return () => undefined;
  const lines = () =>
    byRow ? sheet.getRange(at, 1, count, sheet.getMaxColumns()) : sheet.getRange(1, at, sheet.getMaxRows(), count);
  const [values, answered] = [lines().getValues(), lines().getFormulas()];
  spelled.learn(answered);
  const formulas = answered.map(line => line.map(formula => formula && spelled.local(spelled.english(formula))));
  if (byRow) sheet.deleteRows(at, count);
  else sheet.deleteColumns(at, count);
  return () => {
    bringBack(sheet, byRow, at, count);
    lines().setValues(
      values.map((line, r) =>
        line.map((value, c) => formulas[r]![c] || (typeof value === 'string' ? typedText(value) : value)),
      ),
    );
  };
}

/** Blank rows, or columns, from the 1-based `at` on; Sheets adds them before or after one that is there. */
function bringBack(sheet: Sheet, byRow: boolean, at: number, count: number): void {
  if (byRow && at === 1) sheet.insertRowsBefore(1, count);
  else if (byRow) sheet.insertRowsAfter(at - 1, count);
  else if (at === 1) sheet.insertColumnsBefore(1, count);
  else sheet.insertColumnsAfter(at - 1, count);
}

/** Writes a rectangle in one go. */
export function put(sheet: Sheet, row: number, column: number, cells: (number | string | boolean)[][]): void {
  if (cells.length > 0) sheet.getRange(row + 1, column + 1, cells.length, cells[0]!.length).setValues(cells);
}

/** How large Sheets makes a sheet. */
const NEW: Room = { rows: 1000, columns: 26 };

/**
 * Sheets ends at its last row and column, and nothing can be written beyond: what a sheet's edits need is added first.
 *
 * @param isNew  a sheet that was just made is asked for its size only where it has to grow
 */
export function makeRoom(sheet: Sheet, { rows, columns }: Room, isNew: boolean): void {
  const [maxRows, maxColumns] = [
    isNew && rows <= NEW.rows ? rows : sheet.getMaxRows(),
    isNew && columns <= NEW.columns ? columns : sheet.getMaxColumns(),
  ];
  if (rows > maxRows) sheet.insertRowsAfter(maxRows, rows - maxRows);
  if (columns > maxColumns) sheet.insertColumnsAfter(maxColumns, columns - maxColumns);
}

function format(sheet: Sheet, { row, column, rows, columns, format: look }: FormatCells): void {
  const range = sheet.getRange(row + 1, column + 1, rows, columns);
  if (look.number !== undefined) range.setNumberFormat(look.number);
  if (look.bold !== undefined) range.setFontWeight(look.bold ? 'bold' : 'normal');
  if (look.italic !== undefined) range.setFontStyle(look.italic ? 'italic' : 'normal');
  if (look.background !== undefined) range.setBackground(look.background);
  if (look.color !== undefined) range.setFontColor(look.color);
  if (look.size !== undefined) range.setFontSize(look.size);
  if (look.wrap !== undefined) range.setWrap(look.wrap);
  if (look.align !== undefined) range.setHorizontalAlignment(look.align);
}
