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
import type { AddSheet, Edit, InsertRows } from '../../workbook/edit';
import { preconditions } from '../../workbook/preconditions';
import { shown } from '../../workbook/rowReader';
import { addToDraft, type Draft, draftRange, newSheet } from './draft';
import { asOneStep } from './history';
import { readBlock } from './readBlock';

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
    for (const step of stepsOf(edits)) apply(book, step, run);
  });
  if (book.getActiveSheet().getSheetId() !== active) run(SetWorksheetActiveOperation.id, { subUnitId: active });
}

const refused = 'The grid refused the change. Nothing was written.';

type Run = (command: string, params: object) => void;

/** What reaches the grid as one change: the cells of a sheet, the sheet with them if it is new, or an insertion of rows. */
type Step = { sheet: string; add?: AddSheet; cells: Draft } | InsertRows;

/** Few steps that do what many edits do. */
function stepsOf(edits: Edit[]): Step[] {
  const steps: Step[] = [];
  /** The last step of each sheet, while nothing of its rows has moved. */
  const open = new Map<string, Exclude<Step, InsertRows>>();
  const begin = (sheet: string, add?: AddSheet) => {
    const step = { sheet, add, cells: {} };
    steps.push(step);
    open.set(sheet.toLowerCase(), step);
    return step;
  };
  for (const edit of edits) {
    const name = edit.sheet.toLowerCase();
    if (edit.kind === 'add sheet') begin(edit.sheet, edit);
    else if (edit.kind === 'insert rows') {
      steps.push(edit);
      open.delete(name);
    } else addToDraft((open.get(name) ?? begin(edit.sheet)).cells, edit);
  }
  return steps;
}

function apply(book: FWorkbook, step: Step, run: Run): void {
  if ('kind' in step) insertRows(needSheet(book, step.sheet), step, run);
  else if (step.add) {
    run(InsertSheetCommand.id, { index: book.getNumSheets(), sheet: newSheet(step.add, step.cells) });
  } else setCells(needSheet(book, step.sheet), step.cells, run);
}

/** Univer's number for "before" when rows are inserted. */
const up = 0;

function insertRows(sheet: FWorksheet, { row, count }: InsertRows, run: Run): void {
  const range = { startRow: row, endRow: row + count - 1, startColumn: 0, endColumn: sheet.getMaxColumns() - 1 };
  run(InsertRowByRangeCommand.id, { subUnitId: sheet.getSheetId(), range, direction: up });
}

function setCells(sheet: FWorksheet, cells: Draft, run: Run): void {
  const range = draftRange(cells);
  if (!range) return;
  const subUnitId = sheet.getSheetId();
  const rowCount = range.endRow + 1;
  const columnCount = range.endColumn + 1;
  if (sheet.getMaxRows() < rowCount) run(SetWorksheetRowCountCommand.id, { subUnitId, rowCount });
  if (sheet.getMaxColumns() < columnCount) run(SetWorksheetColumnCountCommand.id, { subUnitId, columnCount });
  run(SetRangeValuesCommand.id, { subUnitId, range, value: cells });
}

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
