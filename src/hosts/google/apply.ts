import { type Range, sameSheet } from '../../cells/address';
import type { Edit, KeepValues } from '../../workbook/edit';
import { EditConflict } from '../../workbook/edits/applyEdits';
import { degrade } from '../../workbook/edits/degrade';
import { nothingWritten, type Outcome, WRITTEN } from '../../workbook/edits/outcome';
import type { Block } from '../../workbook/snapshot';
import { batches, isLook, type LookEdit } from '../batches';
import { cellsBefore, changedSheets, refuseConflicts, sheetsToCheck } from '../check';
import { roomNeeded } from '../room';
import { afterTakingBack, sheetsLeft } from '../shortfall';
import { change, makeRoom, put, setUpSheet } from './cellEdits';
import { addChart } from './chart';
import { keepValues } from './keepValues';
import type { LocalFormulas } from './localFormulas';
import { addLooks, addNotes, addSparklines, type Undo, validate, warnBeforeEditing } from './looks';
import { readSheet } from './readBlock';
import { isGrid, type Reading, sayPending, startReading } from './reading';
import { wordsOf } from './wordsOf';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** The sheets of the spreadsheet by their names, in order. */
type Sheets = Map<string, Sheet>;

/** What has been done so far. */
interface Made {
  added: boolean;
  /** Names of sheets that were deleted already. */
  deleted: string[];
  undos: Undo[];
  edits: Edit[];
}

/** A sheet that is deleted once all else is done. */
interface Leaving {
  name: string;
  sheet: Sheet;
}

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
  let sheets: Sheets;
  let before: Contents;
  let reading: Reading;
  try {
    reading = startReading(workbook);
    sheets = sheetsOf(workbook);
    before = contentsOf(sheets, edits, reading);
    refusePending(reading);
    const all = [...sheets].map(([name, sheet]) => ({ name, isHidden: sheet.isSheetHidden() }));
    refuseConflicts(edits, all, before.blocks);
  } catch (reason) {
    return reason instanceof EditConflict
      ? nothingWritten(reason.message, reason.where)
      : nothingWritten(saidBySheets(reason));
  }
  const made: Made = { added: false, deleted: [], undos: [], edits: [] };
  const inFront = workbook.getActiveSheet();
  let leaving: Leaving[];
  try {
    leaving = write(workbook, sheets, edits, made, reading.formulas);
    // Sheets queues what is written: if it refuses any of it, let it be here.
    SpreadsheetApp.flush();
  } catch (reason) {
    const outcome = takeBack(workbook, edits, made, before, reading, saidBySheets(reason));
    showAgain(inFront, made);
    return outcome;
  }
  showAgain(inFront, made);
  return deleteSheets(workbook, leaving);
}

/** Sheets shows a sheet that was added; the user was looking at one of their own, if that is not deleted by now. */
function showAgain(sheet: Sheet, { added }: Made): void {
  if (added) runAll([() => sheet.activate()]);
}

function saidBySheets(reason: unknown): string {
  return `Google Sheets says: ${wordsOf(reason)}`;
}

function sheetsOf(workbook: Spreadsheet): Sheets {
  return new Map(workbook.getSheets().map(sheet => [sheet.getName(), sheet] as const));
}

function sheetNamed(sheets: Sheets, name: string): Sheet | undefined {
  return [...sheets].find(([known]) => sameSheet(known, name))?.[1];
}

function contentsOf(sheets: Sheets, edits: Edit[], reading: Reading): Contents {
  const blocks = sheetsToCheck(edits).flatMap(name => {
    const sheet = sheetNamed(sheets, name);
    return sheet && isGrid(sheet) ? [readSheet(sheet, name, reading, { formulas: true, formats: false })] : [];
  });
  return { names: [...sheets.keys()], blocks };
}

/** What is still being calculated cannot be compared. */
function refusePending({ pending }: Reading): void {
  const [first] = pending;
  if (!first) return;
  const own = pending.filter(({ sheet }) => sheet === first.sheet);
  throw new EditConflict(`${sayPending(first.sheet, own)} Try again in a moment.`, [first]);
}

/** Applies everything but the deletion of sheets, and keeps a record of it; returns the sheets to delete. */
function write(workbook: Spreadsheet, sheets: Sheets, edits: Edit[], made: Made, spelled: LocalFormulas): Leaving[] {
  const found = (name: string) => sheetNamed(sheets, name);
  const leaving: Leaving[] = [];
  const room = roomNeeded(edits);
  const giveRoom = (sheet: Sheet, name: string) => {
    const needed = room.get(name.toLowerCase());
    if (needed) makeRoom(sheet, needed);
  };
  for (const [name, sheet] of sheets) giveRoom(sheet, name);
  for (const group of batches(edits)) {
    const edit = group[0]!;
    if (edit.kind === 'add sheet') {
      const sheet = workbook.insertSheet(edit.sheet, sheets.size);
      sheets.set(edit.sheet, sheet);
      made.added = true;
      made.undos.push(() => workbook.deleteSheet(sheet));
      giveRoom(sheet, edit.sheet);
      setUpSheet(sheet, edit);
    } else if (edit.kind === 'remove sheet') {
      const [name, sheet] = [...sheets].find(([known]) => sameSheet(known, edit.sheet))!;
      sheets.delete(name);
      // One that is made anew under the same name cannot wait.
      if (edits.some(other => other.kind === 'add sheet' && sameSheet(other.sheet, name))) {
        workbook.deleteSheet(sheet);
        made.deleted.push(name);
      } else leaving.push({ name, sheet });
    } else {
      const sheet = found(edit.sheet)!;
      if (isLook(edit)) made.undos.push(...addLooksOf(group as LookEdit[], sheet, isAdded(made, edit.sheet), found));
      else if (edit.kind === 'keep values') made.undos.push(keepValues(sheet, group as KeepValues[]));
      else made.undos.push(change(sheet, edit, spelled));
    }
    made.edits.push(...group);
  }
  return leaving;
}

function isAdded({ edits }: Made, name: string): boolean {
  return edits.some(({ kind, sheet }) => kind === 'add sheet' && sameSheet(sheet, name));
}

/** Deletes sheets for good; says which are left if Sheets refuses one. */
function deleteSheets(workbook: Spreadsheet, leaving: Leaving[]): Outcome {
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
  reading: Reading,
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

/** Adds looks of one kind to one sheet, in as few calls as Sheets has for them. */
function addLooksOf(
  edits: LookEdit[],
  sheet: Sheet,
  isNew: boolean,
  found: (name: string) => Sheet | undefined,
): Undo[] {
  const cells = ({ sheet: name, top, left, bottom, right }: Range) =>
    (name === undefined ? sheet : found(name)!).getRange(top + 1, left + 1, bottom! - top + 1, right! - left + 1);
  const of = <Kind extends LookEdit['kind']>(kind: Kind) =>
    edits.filter((edit): edit is Extract<LookEdit, { kind: Kind }> => edit.kind === kind);
  switch (edits[0]!.kind) {
    case 'conditional format':
      return [addLooks(sheet, of('conditional format'), isNew)];
    case 'note':
      return [addNotes(sheet, of('note'), isNew)];
    case 'sparkline':
      return [addSparklines(sheet, of('sparkline'))];
    case 'validation':
      return [validate(sheet, of('validation'), isNew)];
    case 'protect':
      return of('protect').map(edit => warnBeforeEditing(sheet, edit));
    case 'chart':
      return of('chart').map(edit => addChart(sheet, edit, cells));
    case 'page':
      return [];
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
