import { sameSheet } from '../../cells/address';
import type { Edit } from '../../workbook/edit';
import { EditConflict } from '../../workbook/edits/applyEdits';
import { degrade } from '../../workbook/edits/degrade';
import { nothingWritten, type Outcome, WRITTEN } from '../../workbook/edits/outcome';
import type { Block } from '../../workbook/snapshot';
import { cellsBefore, changedSheets, refuseConflicts, sheetsToCheck } from '../check';
import { afterTakingBack, sheetsLeft } from '../shortfall';
import { put } from './cellEdits';
import { readSheet } from './readBlock';
import { type CellReading, isGrid, sayPending, startReading } from './reading';
import { stagesOf } from './stages';
import { wordsOf } from './wordsOf';
import { isAdded, type Made, type SheetsByName, sheetNamed, sheetsOf, write } from './write';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** What the spreadsheet holds, as far as the edits concern it. */
interface Contents {
  names: string[];
  blocks: Block[];
}

/**
 * Applies edits to the open spreadsheet, all or none: it reads and compares first, one rectangle a sheet, and writes only
 * then, one rectangle an edit. What Sheets itself refuses half-way, a protected range for one, is taken back. Sheets are
 * deleted last, when nothing else can be refused any more: there is no way to bring one back.
 *
 * @param planned  in order; what Sheets cannot do is left out (workbook/edits/degrade.ts)
 * @returns        how much was written; it does not throw
 */
export function applyEdits(workbook: Spreadsheet, planned: Edit[]): Outcome {
  const { edits } = degrade(planned, 'google');
  let sheets: SheetsByName;
  let before: Contents;
  let reading: CellReading;
  try {
    reading = startReading(workbook);
    sheets = sheetsOf(workbook);
    before = contentsOf(sheets, edits, reading);
    refusePending(reading);
    // Only what is taken out asks which sheets are hidden.
    const removes = edits.some(({ kind }) => kind === 'remove sheet');
    const all = [...sheets].map(([name, sheet]) => ({ name, isHidden: removes && sheet.isSheetHidden() }));
    refuseConflicts(edits, all, before.blocks);
  } catch (reason) {
    return reason instanceof EditConflict
      ? nothingWritten(reason.message, reason.where)
      : nothingWritten(saidBySheets(reason));
  }
  const made: Made = { added: false, deleted: [], leaving: [], undos: [], edits: [] };
  const inFront = workbook.getActiveSheet();
  try {
    for (const stage of stagesOf(edits, before.blocks)) {
      write({ workbook, sheets, made, spelled: reading.formulas, all: edits }, stage);
      // Sheets queues what is written: if it refuses any of it, let it be here.
      SpreadsheetApp.flush();
    }
  } catch (reason) {
    const outcome = takeBack(workbook, edits, made, before, reading, saidBySheets(reason));
    showAgain(inFront, made);
    return outcome;
  }
  showAgain(inFront, made);
  return deleteSheets(workbook, made.leaving);
}

/** Sheets shows a sheet that was added; the user was looking at one of their own, if that is not deleted by now. */
function showAgain(sheet: Sheet, { added }: Made): void {
  if (added) runAll([() => sheet.activate()]);
}

function saidBySheets(reason: unknown): string {
  return `Google Sheets says: ${wordsOf(reason)}`;
}

function contentsOf(sheets: SheetsByName, edits: Edit[], reading: CellReading): Contents {
  const blocks = sheetsToCheck(edits).flatMap(name => {
    const sheet = sheetNamed(sheets, name);
    return sheet && isGrid(sheet) ? [readSheet(sheet, name, reading, { formulas: true, formats: false })] : [];
  });
  return { names: [...sheets.keys()], blocks };
}

/** What is still being calculated cannot be compared. */
function refusePending({ pending }: CellReading): void {
  const [first] = pending;
  if (!first) return;
  const own = pending.filter(({ sheet }) => sheet === first.sheet);
  throw new EditConflict(`${sayPending(first.sheet, own)} Try again in a moment.`, [first]);
}

/** Deletes sheets for good; says which are left if Sheets refuses one. */
function deleteSheets(workbook: Spreadsheet, leaving: Made['leaving']): Outcome {
  while (leaving.length > 0) {
    try {
      workbook.deleteSheet(leaving[0]!.sheet);
    } catch (reason) {
      return sheetsLeft(
        leaving.map(({ name }) => name),
        saidBySheets(reason),
      );
    }
    leaving.shift();
  }
  return WRITTEN;
}

/** Takes back what was done before Sheets refused an edit, then looks whether anything of it is left. */
function takeBack(
  workbook: Spreadsheet,
  edits: Edit[],
  made: Made,
  before: Contents,
  reading: CellReading,
  why: string,
): Outcome {
  const entered = (cell: number | string | boolean) =>
    typeof cell === 'string' && cell.startsWith('=') ? reading.formulas.local(cell) : cell;
  const overwritten = cellsBefore(made.edits, before.blocks)
    .filter(({ sheet }) => !made.deleted.some(name => sameSheet(name, sheet)))
    .map(
      ({ sheet, row, column, cells }) =>
        () =>
          put(
            workbook.getSheetByName(sheet)!,
            row,
            column,
            cells.map(line => line.map(entered)),
          ),
    );
  const isBack = runAll([...made.undos.reverse(), ...overwritten]);
  // Nothing undoes a format: what a cell looked like would have to be read before, in eight calls an edit.
  const formatted = made.edits.flatMap(edit =>
    edit.kind === 'format' && !isAdded(made, edit.sheet) ? [edit.sheet] : [],
  );
  try {
    const changed = changedSheets(before, contentsOf(sheetsOf(workbook), edits, reading)).filter(
      name => !made.deleted.includes(name),
    );
    return afterTakingBack({ changed, deleted: made.deleted, looks: formatted, isSure: isBack }, why);
  } catch {
    return afterTakingBack({ changed: [], deleted: made.deleted, looks: formatted, isSure: false }, why);
  }
}

/** Runs every step, also after one that failed; returns whether all went well. */
function runAll(steps: (() => void)[]): boolean {
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
