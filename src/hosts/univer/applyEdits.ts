import type { IRange } from '@univerjs/core';
import { ICommandService } from '@univerjs/core';
import {
  InsertSheetCommand,
  RemoveColByRangeCommand,
  RemoveRowByRangeCommand,
  RemoveSheetCommand,
  SetRangeValuesCommand,
  SetWorksheetActiveOperation,
  SetWorksheetColumnCountCommand,
  SetWorksheetRowCountCommand,
} from '@univerjs/sheets';
import type { FWorkbook, FWorksheet } from '@univerjs/sheets/facade';
import { AddCfCommand } from '@univerjs/sheets-conditional-formatting';
import { AddSheetDataValidationCommand } from '@univerjs/sheets-data-validation';
import { SheetUpdateNoteCommand } from '@univerjs/sheets-note';
import { cellAt, printRange, sameSheet } from '../../cells/address';
import { referencesIn } from '../../cells/references';
import type { AddSheet, Edit, FormatCells, RemoveColumns, RemoveRows, WriteCells } from '../../workbook/edit';
import { EditConflict, holds } from '../../workbook/edits/applyEdits';
import { degrade } from '../../workbook/edits/degrade';
import { preconditions } from '../../workbook/edits/preconditions';
import { shown } from '../../workbook/sheets/rowReader';
import { type Room, roomNeeded } from '../room';
import { chartsOf, keptChart, withCharts } from './charts';
import { addToDraft, type Draft, draftRange, newSheet } from './draft';
import { asOneStep } from './history';
import { insertRows } from './insertRows';
import { keptValues } from './keepValues';
import { keptPage, pageFor } from './page';
import { readBlock, usedExtent } from './readBlock';
import { conditionalRule, noteOn, validationRule } from './rules';
import { setCustom } from './setCustom';

/**
 * Applies edits to an open workbook, all or none, as one step of the undo history.
 *
 * @param book     the workbook
 * @param planned  in order; what the grid cannot do is left out (workbook/degrade.ts)
 * @throws       EditConflict, with a message for people, where the workbook is not as the edits expect it; nothing is written
 */
export function applyEdits(book: FWorkbook, planned: Edit[]): void {
  const { edits } = degrade(planned, 'web');
  checkSheets(book, edits);
  checkCells(book, edits);
  const services = book.getActiveSheet().getInject();
  const commands = services.get(ICommandService);
  const unitId = book.getId();
  const active = book.getActiveSheet().getSheetId();
  const run = (id: string, params: object) => {
    if (!commands.syncExecuteCommand(id, { unitId, ...params })) throw new EditConflict(refused);
  };
  const room = roomNeeded(edits);
  asOneStep(services, unitId, () => {
    for (const sheet of book.getSheets()) makeRoom(sheet, room.get(sheet.getSheetName().toLowerCase()), run);
    for (const step of stepsOf(edits)) apply(book, step, run);
  });
  const isThere = book.getSheets().some(sheet => sheet.getSheetId() === active);
  if (isThere && book.getActiveSheet().getSheetId() !== active)
    run(SetWorksheetActiveOperation.id, { subUnitId: active });
}

const refused = 'The grid refused the change. Nothing was written.';

type Run = (command: string, params: object) => void;

/** What reaches the grid as one change: the cells of a sheet, the sheet with them if it is new, or an edit by itself. */
type Step = Cells | Exclude<Edit, AddSheet | WriteCells | FormatCells>;

interface Cells {
  kind: 'cells';
  sheet: string;
  add?: AddSheet;
  cells: Draft;
}

/** Few steps that do what many edits do. */
function stepsOf(edits: Edit[]): Step[] {
  const steps: Step[] = [];
  /** The last change of each sheet's cells, while no rows, columns or sheets have come or gone. */
  const open = new Map<string, Cells>();
  const begin = (sheet: string, add?: AddSheet) => {
    const step: Cells = { kind: 'cells', sheet, add, cells: {} };
    steps.push(step);
    open.set(sheet.toLowerCase(), step);
    return step;
  };
  for (const edit of edits) {
    if (edit.kind === 'add sheet') begin(edit.sheet, edit);
    else if (edit.kind === 'write' || edit.kind === 'format') {
      addToDraft((open.get(edit.sheet.toLowerCase()) ?? begin(edit.sheet)).cells, edit);
    } else {
      steps.push(edit);
      // Formulas written later speak of places as they are after the move, on whatever sheet they stand.
      if (edit.kind.startsWith('insert') || edit.kind.startsWith('remove')) open.clear();
    }
  }
  return inOrderOfPriority(steps);
}

/** Of two looks the earlier wins; the grid puts each new one before the others. */
function inOrderOfPriority(steps: Step[]): Step[] {
  const looks = steps.filter(({ kind }) => kind === 'conditional format').reverse();
  return steps.map(step => (step.kind === 'conditional format' ? looks.shift()! : step));
}

function apply(book: FWorkbook, step: Step, run: Run): void {
  if (step.kind === 'cells' && step.add) {
    run(InsertSheetCommand.id, { index: book.getNumSheets(), sheet: newSheet(step.add, step.cells) });
    return;
  }
  const sheet = needSheet(book, step.sheet);
  const subUnitId = sheet.getSheetId();
  const { custom } = sheet.getSheet().getConfig();
  switch (step.kind) {
    case 'cells':
      setCells(sheet, step.cells, run);
      break;
    case 'keep values':
      setCells(sheet, keptValues(sheet, step), run);
      break;
    case 'insert rows':
      insertRows(sheet, step, run);
      break;
    case 'remove rows':
      // Whatever follows rows and columns that go takes them for those of the sheet in front.
      run(SetWorksheetActiveOperation.id, { subUnitId });
      run(RemoveRowByRangeCommand.id, { subUnitId, range: lines(sheet, step) });
      break;
    case 'remove columns':
      run(SetWorksheetActiveOperation.id, { subUnitId });
      run(RemoveColByRangeCommand.id, { subUnitId, range: lines(sheet, step) });
      break;
    case 'remove sheet':
      forgetOwnName(sheet, run);
      run(RemoveSheetCommand.id, { subUnitId });
      break;
    case 'conditional format':
      run(AddCfCommand.id, { subUnitId, rule: conditionalRule(step) });
      break;
    case 'validation':
    case 'protect':
      run(AddSheetDataValidationCommand.id, { subUnitId, rule: validationRule(step) });
      break;
    case 'note':
      run(SheetUpdateNoteCommand.id, { subUnitId, row: step.row, col: step.column, note: noteOn(step) });
      break;
    case 'chart':
      setCustom(sheet, book.getId(), withCharts([...chartsOf({ custom }), keptChart(step)], custom));
      break;
    case 'page':
      setCustom(sheet, book.getId(), keptPage(pageFor(step), custom ?? {}).custom);
      break;
  }
}

/** Whole rows, or whole columns, of a sheet. */
function lines(sheet: FWorksheet, edit: RemoveRows | RemoveColumns): IRange {
  const all = { startRow: 0, endRow: sheet.getMaxRows() - 1, startColumn: 0, endColumn: sheet.getMaxColumns() - 1 };
  return edit.kind === 'remove columns'
    ? { ...all, startColumn: edit.column, endColumn: edit.column + edit.count - 1 }
    : { ...all, startRow: edit.row, endRow: edit.row + edit.count - 1 };
}

function makeRoom(sheet: FWorksheet, { rows, columns }: Room = { rows: 0, columns: 0 }, run: Run): void {
  const subUnitId = sheet.getSheetId();
  if (sheet.getMaxRows() < rows) run(SetWorksheetRowCountCommand.id, { subUnitId, rowCount: rows });
  if (sheet.getMaxColumns() < columns) run(SetWorksheetColumnCountCommand.id, { subUnitId, columnCount: columns });
}

function setCells(sheet: FWorksheet, cells: Draft, run: Run): void {
  const range = draftRange(cells);
  if (!range) return;
  makeRoom(sheet, { rows: range.endRow + 1, columns: range.endColumn + 1 }, run);
  run(SetRangeValuesCommand.id, { subUnitId: sheet.getSheetId(), range, value: withFormulas(sheet, cells) });
}

/** Cells that only get a look keep their formulas: the grid's engine forgets one that is not said again. */
function withFormulas(sheet: FWorksheet, cells: Draft): Draft {
  const said: Draft = {};
  for (const [row, line] of Object.entries(cells)) {
    said[Number(row)] = {};
    for (const [column, cell] of Object.entries(line)) {
      const there = 'f' in cell ? null : sheet.getSheet().getCellRaw(Number(row), Number(column));
      const { f, si, v, t } = there ?? {};
      said[Number(row)]![Number(column)] = f || si ? { f, si, v, t, ...cell } : cell;
    }
  }
  return said;
}

/** Clears formulas that name the sheet they stand on: Univer would write them anew on that sheet once it is gone, and fail. */
function forgetOwnName(sheet: FWorksheet, run: Run): void {
  const { rows, columns } = usedExtent(sheet);
  const { name, formulas } = readBlock(sheet, { row: 0, column: 0, rows, columns });
  const cells: Draft = {};
  formulas.forEach((line, row) => {
    line.forEach((formula, column) => {
      const own =
        formula && referencesIn(formula).some(reference => reference.sheet && sameSheet(reference.sheet, name));
      if (own) addToDraft(cells, { kind: 'write', sheet: name, row, column, cells: [[null]] });
    });
  });
  setCells(sheet, cells, run);
}

function checkSheets(book: FWorkbook, edits: Edit[]): void {
  const names = book.getSheets().map(sheet => sheet.getSheetName());
  for (const { kind, sheet } of edits) {
    const there = names.some(name => sameSheet(name, sheet));
    if (kind === 'add sheet') {
      if (there) throw new EditConflict(`The workbook has a sheet '${sheet}' already. Nothing was written.`);
      names.push(sheet);
    } else if (!there) throw new EditConflict(`The workbook has no sheet '${sheet}'. Nothing was written.`);
    else if (kind === 'remove sheet')
      names.splice(
        names.findIndex(name => sameSheet(name, sheet)),
        1,
      );
  }
  if (names.length === 0) throw new EditConflict('A workbook keeps at least one sheet. Nothing was written.');
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
