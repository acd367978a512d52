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
import { sameSheet } from '../../../cells/address';
import { referencesIn } from '../../../cells/references';
import type { AddSheet, Edit, FormatCells, RemoveColumns, RemoveRows, WriteCells } from '../../../workbook/edit';
import { EditConflict } from '../../../workbook/edits/applyEdits';
import { degrade } from '../../../workbook/edits/degrade';
import { nothingWritten, type Outcome, WRITTEN } from '../../../workbook/edits/outcome';
import { changedSheets, refuseConflicts, sheetsToCheck } from '../../check';
import { type Room, roomNeeded } from '../../room';
import { afterTakingBack } from '../../shortfall';
import { chartsOf, keptChart, withCharts } from '../looks/charts';
import { keptPage, pageFor } from '../looks/page';
import { conditionalRule, noteOn, validationRule } from '../looks/rules';
import { readBlock, usedExtent } from '../reading/readBlock';
import { addToDraft, type CellDraft, draftRange, newSheet } from './draft';
import { asOneStep, StepFailed } from './history';
import { insertRows } from './insertRows';
import { keptValues } from './keepValues';
import { setCustom } from './setCustom';

/**
 * Applies edits to an open workbook, all or none, as one step of the undo history.
 *
 * @param book     the workbook
 * @param planned  in order; what the grid cannot do is left out (workbook/edits/degrade.ts)
 * @returns        how much was written; it does not throw
 */
export function applyEdits(book: FWorkbook, planned: Edit[]): Outcome {
  const { edits } = degrade(planned, 'web');
  const before = contentsOf(book, edits);
  try {
    const sheets = book.getSheets().map(sheet => ({ name: sheet.getSheetName(), isHidden: sheet.isSheetHidden() }));
    refuseConflicts(edits, sheets, before.blocks);
  } catch (reason) {
    if (reason instanceof EditConflict) return nothingWritten(reason.message, reason.where);
    throw reason;
  }
  try {
    write(book, edits);
    return WRITTEN;
  } catch (reason) {
    const changed = changedSheets(before, contentsOf(book, edits));
    const isSure = reason instanceof StepFailed && reason.isTakenBack;
    return afterTakingBack({ changed, deleted: [], looks: [], isSure }, 'The grid refused the change.');
  }
}

/** The sheets of a workbook, and what those hold that the edits expect something of. */
function contentsOf(book: FWorkbook, edits: Edit[]) {
  const sheets = book.getSheets();
  const blocks = sheetsToCheck(edits).flatMap(name => {
    const sheet = sheets.find(each => sameSheet(each.getSheetName(), name));
    return sheet ? [readBlock(sheet, { row: 0, column: 0, ...usedExtent(sheet) })] : [];
  });
  return { names: sheets.map(sheet => sheet.getSheetName()), blocks };
}

/** @throws StepFailed where the grid refuses one of the edits, once those before it are taken back */
function write(book: FWorkbook, edits: Edit[]): void {
  const services = book.getActiveSheet().getInject();
  const commands = services.get(ICommandService);
  const unitId = book.getId();
  const active = book.getActiveSheet().getSheetId();
  const run = (id: string, params: object) => {
    if (!commands.syncExecuteCommand(id, { unitId, ...params })) throw new Error(`The grid refused ${id}.`);
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

type Run = (command: string, params: object) => void;

/** What reaches the grid as one change: the cells of a sheet, the sheet with them if it is new, or an edit by itself. */
type Step = Cells | Exclude<Edit, AddSheet | WriteCells | FormatCells>;

interface Cells {
  kind: 'cells';
  sheet: string;
  add?: AddSheet;
  cells: CellDraft;
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
      // Formulas written later speak of places as they are after the move, on whatever sheet they are.
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

function setCells(sheet: FWorksheet, cells: CellDraft, run: Run): void {
  const range = draftRange(cells);
  if (!range) return;
  makeRoom(sheet, { rows: range.endRow + 1, columns: range.endColumn + 1 }, run);
  run(SetRangeValuesCommand.id, { subUnitId: sheet.getSheetId(), range, value: withFormulas(sheet, cells) });
}

/** Cells that only get a look keep their formulas: the grid's engine forgets one that is not said again. */
function withFormulas(sheet: FWorksheet, cells: CellDraft): CellDraft {
  const said: CellDraft = {};
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

/** Clears formulas that name their own sheet: Univer would write them anew on that sheet once it is deleted, and fail. */
function forgetOwnName(sheet: FWorksheet, run: Run): void {
  const { rows, columns } = usedExtent(sheet);
  const { name, formulas } = readBlock(sheet, { row: 0, column: 0, rows, columns });
  const cells: CellDraft = {};
  formulas.forEach((line, row) => {
    line.forEach((formula, column) => {
      const own =
        formula && referencesIn(formula).some(reference => reference.sheet && sameSheet(reference.sheet, name));
      if (own) addToDraft(cells, { kind: 'write', sheet: name, row, column, cells: [[null]] });
    });
  });
  setCells(sheet, cells, run);
}

function needSheet(book: FWorkbook, name: string): FWorksheet {
  const sheet = book.getSheets().find(each => sameSheet(each.getSheetName(), name));
  if (!sheet) throw new Error(`There is no sheet '${name}'.`);
  return sheet;
}
