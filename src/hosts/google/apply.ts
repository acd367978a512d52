import { type Range, sameSheet } from '../../cells/address';
import type { Edit, KeepValues } from '../../workbook/edit';
import { degrade } from '../../workbook/edits/degrade';
import { batches, isLook, type LookEdit } from '../batches';
import { refuseConflicts, sheetsToCheck, standing } from '../check';
import { keepOneInView } from '../lastInView';
import { roomNeeded } from '../room';
import { dress, makeRoom, put, write } from './cellEdits';
import { addChart } from './chart';
import { keepValues } from './keepValues';
import { addLooks, addNotes, addSparklines, type Undo, validate, warnBeforeEditing } from './looks';
import { readSheet } from './readBlock';
import { serialsIn } from './serial';
import { wordsOf } from './wordsOf';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** What has been done so far. */
interface Made {
  added: boolean;
  /** Names of sheets that were taken out already. */
  gone: string[];
  undos: Undo[];
  edits: Edit[];
}

/** A sheet that goes once all else is done. */
interface Leaving {
  name: string;
  sheet: Sheet;
}

/**
 * Applies edits to the open spreadsheet, all or none: it reads and compares first, one rectangle a sheet, and writes only
 * then, one rectangle an edit. What Sheets itself refuses half-way, a protected range for one, is taken back. Sheets go
 * last, when nothing else can be refused any more: there is no way to bring one back.
 *
 * @param planned  in order; what Sheets cannot do is left out (workbook/degrade.ts)
 * @throws         Error with a message for people
 */
export function applyEdits(workbook: Spreadsheet, planned: Edit[]): void {
  const { edits } = degrade(planned, 'google');
  const sheets = new Map(workbook.getSheets().map(sheet => [sheet.getName(), sheet] as const));
  const found = (name: string) => [...sheets].find(([known]) => sameSheet(known, name))?.[1];
  const serial = serialsIn(workbook.getSpreadsheetTimeZone());
  const blocks = sheetsToCheck(edits).flatMap(name => {
    const sheet = found(name);
    return sheet ? [readSheet(sheet, name, serial)] : [];
  });
  refuseConflicts(edits, [...sheets.keys()], blocks);
  keepOneInView(
    edits,
    [...sheets].map(([name, sheet]) => ({ name, isHidden: sheet.isSheetHidden() })),
  );

  const inFront = workbook.getActiveSheet();
  const made: Made = { added: false, gone: [], undos: [], edits: [] };
  const leaving: Leaving[] = [];
  const room = roomNeeded(edits);
  const giveRoom = (sheet: Sheet, name: string) => {
    const needed = room.get(name.toLowerCase());
    if (needed) makeRoom(sheet, needed);
  };
  try {
    for (const [name, sheet] of sheets) giveRoom(sheet, name);
    for (const group of batches(edits)) {
      const edit = group[0]!;
      if (edit.kind === 'add sheet') {
        const sheet = workbook.insertSheet(edit.sheet, sheets.size);
        sheets.set(edit.sheet, sheet);
        made.added = true;
        made.undos.push(() => workbook.deleteSheet(sheet));
        giveRoom(sheet, edit.sheet);
        dress(sheet, edit);
      } else if (edit.kind === 'remove sheet') {
        const [name, sheet] = [...sheets].find(([known]) => sameSheet(known, edit.sheet))!;
        sheets.delete(name);
        // One that is made anew under the same name cannot wait.
        if (edits.some(other => other.kind === 'add sheet' && sameSheet(other.sheet, name))) {
          workbook.deleteSheet(sheet);
          made.gone.push(name);
        } else leaving.push({ name, sheet });
      } else {
        const sheet = found(edit.sheet)!;
        const isNew = made.edits.some(other => other.kind === 'add sheet' && sameSheet(other.sheet, edit.sheet));
        if (isLook(edit)) made.undos.push(...addLooksOf(group as LookEdit[], sheet, isNew, found));
        else if (edit.kind === 'keep values') made.undos.push(keepValues(sheet, group as KeepValues[]));
        else made.undos.push(write(sheet, edit));
      }
      made.edits.push(...group);
    }
    // Sheets queues what is written: if it refuses any of it, let it be here.
    SpreadsheetApp.flush();
  } catch (reason) {
    const overwritten = standing(made.edits, blocks).flatMap(({ sheet, row, column, cells }) => {
      const there = workbook.getSheetByName(sheet);
      return there ? [() => put(there, row, column, cells)] : [];
    });
    const well = takeBack([...made.undos.reverse(), ...overwritten]);
    const what =
      made.gone.length > 0
        ? `${made.gone.join(', ')} is gone, and Undo brings it back; all else is as it was.`
        : well
          ? 'Nothing was changed.'
          : 'Not everything could be taken back: look at the Compass sheets.';
    throw new Error(`${what} Google Sheets says: ${wordsOf(reason)}`);
  } finally {
    // Sheets shows a sheet that was added; the user is looking at one of his own.
    if (made.added) inFront.activate();
  }
  takeOut(workbook, leaving);
}

/** Takes sheets out for good, and off the list; says which are left if Sheets refuses one. */
function takeOut(workbook: Spreadsheet, leaving: Leaving[]): void {
  while (leaving.length > 0) {
    try {
      workbook.deleteSheet(leaving[0]!.sheet);
    } catch (reason) {
      const left = leaving.map(({ name }) => name).join(', ');
      throw new Error(
        `Everything was done but this: ${left} could not be taken out. Google Sheets says: ${wordsOf(reason)}`,
      );
    }
    leaving.shift();
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
