import type { ICellData, IWorksheetData } from '@univerjs/core';
import { ICommandService } from '@univerjs/core';
import {
  InsertRowByRangeCommand,
  InsertSheetCommand,
  SetRangeValuesCommand,
  SetWorksheetActiveOperation,
  SetWorksheetColumnCountCommand,
  SetWorksheetRowCountCommand,
} from '@univerjs/sheets';
import type { FWorkbook, FWorksheet } from '@univerjs/sheets/facade';
import { cellAt, printRange, sameSheet } from '../../cells/address';
import { EditConflict, holds } from '../../workbook/applyEdits';
import type { AddSheet, Edit, FormatCells, InsertRows, WriteCells } from '../../workbook/edit';
import { preconditions } from '../../workbook/preconditions';
import { shown } from '../../workbook/rowReader';
import { overwriting, toMatrix } from './cells';
import { frozen, storedContent, styleFor } from './contents';
import { asOneStep } from './history';
import { readBlock } from './readBlock';
import { columnData } from './workbookData';

/**
 * Applies edits to an open workbook, all or none, as one step of the undo history.
 *
 * @param book   the workbook
 * @param edits  in order
 * @throws       EditConflict, with a message for people, where the workbook is not as the edits expect it; nothing is written
 */
export function applyEdits(book: FWorkbook, edits: Edit[]): void {
  checkSheets(book, edits);
  checkCells(book, edits);
  const services = book.getActiveSheet().getInject();
  const commands = services.get(ICommandService);
  const unitId = book.getId();
  const active = book.getActiveSheet().getSheetId();
  const run = (id: string, params: object) => {
    if (!commands.syncExecuteCommand(id, { unitId, ...params })) throw new EditConflict(refused);
  };
  asOneStep(services, unitId, () => {
    for (const edit of edits) {
      if (edit.kind === 'add sheet') run(InsertSheetCommand.id, { index: book.getNumSheets(), sheet: newSheet(edit) });
      else applyTo(needSheet(book, edit.sheet), edit, run);
    }
  });
  if (book.getActiveSheet().getSheetId() !== active) run(SetWorksheetActiveOperation.id, { subUnitId: active });
}

const refused = 'The grid refused the change. Nothing was written.';

type Run = (command: string, params: object) => void;

function applyTo(sheet: FWorksheet, edit: WriteCells | FormatCells | InsertRows, run: Run): void {
  const subUnitId = sheet.getSheetId();
  switch (edit.kind) {
    case 'write': {
      const cells = edit.cells.map(line => line.map(content => overwriting(storedContent(content))));
      setCells(sheet, edit.row, edit.column, cells, run);
      return;
    }
    case 'format': {
      const look: ICellData = { s: styleFor(edit.format) };
      const cells = Array.from({ length: edit.rows }, () => Array<ICellData>(edit.columns).fill(look));
      setCells(sheet, edit.row, edit.column, cells, run);
      return;
    }
    case 'insert rows': {
      const range = {
        startRow: edit.row,
        endRow: edit.row + edit.count - 1,
        startColumn: 0,
        endColumn: sheet.getMaxColumns() - 1,
      };
      run(InsertRowByRangeCommand.id, { subUnitId, range, direction: up });
    }
  }
}

/** Univer's number for "before" when rows are inserted. */
const up = 0;

function checkSheets(book: FWorkbook, edits: Edit[]): void {
  const names = book.getSheets().map(sheet => sheet.getSheetName());
  for (const { kind, sheet } of edits) {
    const there = names.some(name => sameSheet(name, sheet));
    if (kind === 'add sheet') {
      if (there) throw new EditConflict(`The workbook has a sheet '${sheet}' already. Nothing was written.`);
      names.push(sheet);
    } else if (!there) throw new EditConflict(`The workbook has no sheet '${sheet}'. Nothing was written.`);
  }
}

function checkCells(book: FWorkbook, edits: Edit[]): void {
  for (const { sheet, row, column, expected } of preconditions(edits)) {
    const area = { row, column, rows: expected.length, columns: Math.max(...expected.map(line => line.length)) };
    const { name, values } = readBlock(needSheet(book, sheet), area);
    expected.forEach((line, r) => {
      line.forEach((cell, c) => {
        const found = values[r]?.[c] ?? null;
        if (holds(found, cell)) return;
        const what = shown(found) === '' ? 'is blank now' : `holds '${shown(found)}'`;
        const where = printRange(cellAt(row + r, column + c, name));
        throw new EditConflict(`${where} ${what}: the workbook has changed. Nothing was written.`);
      });
    });
  }
}

function needSheet(book: FWorkbook, name: string): FWorksheet {
  const sheet = book.getSheets().find(each => sameSheet(each.getSheetName(), name));
  if (!sheet) throw new EditConflict(`The workbook has no sheet '${name}'. Nothing was written.`);
  return sheet;
}

function newSheet({ sheet, frozenRows = 0, frozenColumns = 0, widths = [] }: AddSheet): Partial<IWorksheetData> {
  return {
    name: sheet,
    columnData: columnData(widths),
    ...((frozenRows > 0 || frozenColumns > 0) && { freeze: frozen(frozenRows, frozenColumns) }),
  };
}

function setCells(sheet: FWorksheet, row: number, column: number, cells: ICellData[][], run: Run): void {
  const subUnitId = sheet.getSheetId();
  const rows = row + cells.length;
  const columns = column + Math.max(0, ...cells.map(line => line.length));
  if (sheet.getMaxRows() < rows) run(SetWorksheetRowCountCommand.id, { subUnitId, rowCount: rows });
  if (sheet.getMaxColumns() < columns) run(SetWorksheetColumnCountCommand.id, { subUnitId, columnCount: columns });
  const range = { startRow: row, startColumn: column, endRow: rows - 1, endColumn: columns - 1 };
  run(SetRangeValuesCommand.id, { subUnitId, range, value: toMatrix(row, column, cells) });
}
