import { sameSheet } from '../../cells/address';
import type { AddSheet, Edit, FormatCells } from '../../workbook/edit';
import { refuseConflicts, sheetsToCheck, standing } from '../check';
import { typed } from '../typed';
import { readSheet } from './readBlock';
import { serialsIn } from './serial';
import { wordsOf } from './wordsOf';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** A width in characters as Excel counts them, in pixels: seven a character of the standard font, five beside them. */
const pixels = (characters: number) => Math.round(characters * 7 + 5);

/**
 * Applies edits to the open spreadsheet, all or none: it reads and compares first, one rectangle a sheet, and writes only
 * then, one rectangle an edit. What Sheets itself refuses half-way, a protected range for one, is taken back.
 *
 * @throws  Error with a message for people
 */
export function applyEdits(workbook: Spreadsheet, edits: Edit[]): void {
  const sheets = new Map(workbook.getSheets().map(sheet => [sheet.getName(), sheet] as const));
  const found = (name: string) => [...sheets].find(([known]) => sameSheet(known, name))?.[1];
  const serial = serialsIn(workbook.getSpreadsheetTimeZone());
  const blocks = sheetsToCheck(edits).flatMap(name => {
    const sheet = found(name);
    return sheet ? [readSheet(sheet, name, serial)] : [];
  });
  refuseConflicts(edits, [...sheets.keys()], blocks);

  const inFront = workbook.getActiveSheet();
  const made: { added: Sheet[]; undos: (() => void)[]; edits: Edit[] } = { added: [], undos: [], edits: [] };
  try {
    for (const edit of edits) {
      const own = () => edits.filter(other => sameSheet(other.sheet, edit.sheet));
      if (edit.kind === 'add sheet') {
        const sheet = workbook.insertSheet(edit.sheet, sheets.size);
        sheets.set(edit.sheet, sheet);
        made.added.push(sheet);
        made.undos.push(() => workbook.deleteSheet(sheet));
        makeRoom(sheet, own());
        dress(sheet, edit);
      } else {
        const sheet = found(edit.sheet)!;
        if (!made.edits.some(other => sameSheet(other.sheet, edit.sheet))) makeRoom(sheet, own());
        apply(sheet, edit);
        if (edit.kind === 'insert rows') made.undos.push(() => sheet.deleteRows(edit.row + 1, edit.count));
      }
      made.edits.push(edit);
    }
    // Sheets queues what is written: if it refuses any of it, let it be here.
    SpreadsheetApp.flush();
  } catch (reason) {
    const overwritten = standing(made.edits, blocks).map(({ sheet, row, column, cells }) => () => {
      put(found(sheet)!, row, column, cells);
    });
    const what = takeBack([...made.undos.reverse(), ...overwritten])
      ? 'Nothing was changed.'
      : 'Not everything could be taken back: look at the Compass sheets.';
    throw new Error(`${what} Google Sheets says: ${wordsOf(reason)}`);
  } finally {
    // Sheets shows a sheet that was added; the user is looking at one of his own.
    if (made.added.length > 0) inFront.activate();
  }
}

/** Runs every step, also after one that failed; returns whether all went well. */
function takeBack(steps: (() => void)[]): boolean {
  let well = true;
  for (const step of steps) {
    try {
      step();
    } catch {
      well = false;
    }
  }
  return well;
}

function apply(sheet: Sheet, edit: Exclude<Edit, AddSheet>): void {
  if (edit.kind === 'insert rows') sheet.insertRowsBefore(edit.row + 1, edit.count);
  else if (edit.kind === 'format') format(sheet, edit);
  else
    put(
      sheet,
      edit.row,
      edit.column,
      edit.cells.map(line => line.map(content => typed(content, 'sheets'))),
    );
}

/** Writes a rectangle in one go. */
function put(sheet: Sheet, row: number, column: number, cells: (number | string | boolean)[][]): void {
  if (cells.length > 0) sheet.getRange(row + 1, column + 1, cells.length, cells[0]!.length).setValues(cells);
}

function dress(sheet: Sheet, { frozenRows, frozenColumns, widths = [] }: AddSheet): void {
  if (frozenRows) sheet.setFrozenRows(frozenRows);
  if (frozenColumns) sheet.setFrozenColumns(frozenColumns);
  widths.forEach((width, column) => {
    sheet.setColumnWidth(column + 1, pixels(width));
  });
}

/** Sheets ends at its last row and column, and nothing can be written beyond: what a sheet's edits need is added first. */
function makeRoom(sheet: Sheet, edits: Edit[]): void {
  let [rows, columns] = [0, 0];
  for (const edit of edits) {
    if (edit.kind === 'add sheet') columns = Math.max(columns, edit.widths?.length ?? 0);
    else if (edit.kind === 'insert rows') rows = Math.max(rows, edit.row + 1);
    else {
      const [high, wide] =
        edit.kind === 'write' ? [edit.cells.length, edit.cells[0]?.length ?? 0] : [edit.rows, edit.columns];
      rows = Math.max(rows, edit.row + high);
      columns = Math.max(columns, edit.column + wide);
    }
  }
  const [maxRows, maxColumns] = [sheet.getMaxRows(), sheet.getMaxColumns()];
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
