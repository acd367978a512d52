import { type Range, sameSheet } from '../../cells/address';
import type { LocalFormulas } from '../../cells/localFormulas';
import type { AddSheet, Edit, KeepValues, RemoveSheet } from '../../workbook/edit';
import { batches, isLook, type LookEdit } from '../batches';
import { roomNeeded } from '../room';
import { change, makeRoom } from './cellEdits';
import { addChart } from './chart';
import { keepValues } from './keepValues';
import { addLooks, addNotes, addSparklines, type Undo, validate, warnBeforeEditing } from './looks';
import { canWait, fillSheet, isFilling, setUpSheet } from './newSheet';
import { isGrid } from './reading';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** The sheets of the spreadsheet by their names, in order. */
export type SheetsByName = Map<string, Sheet>;

/** What has been done so far. */
export interface Made {
  added: boolean;
  /** Names of sheets that were deleted already. */
  deleted: string[];
  /** Sheets that are deleted once all else is done. */
  leaving: { name: string; sheet: Sheet }[];
  undos: Undo[];
  edits: Edit[];
}

/** A spreadsheet that is being written. */
export interface Writing {
  workbook: Spreadsheet;
  sheets: SheetsByName;
  made: Made;
  spelled: LocalFormulas;
  /** Everything that is to be done, of which each stage is a part. */
  all: Edit[];
}

export function sheetsOf(workbook: Spreadsheet): SheetsByName {
  return new Map(workbook.getSheets().map(sheet => [sheet.getName(), sheet] as const));
}

export function sheetNamed(sheets: SheetsByName, name: string): Sheet | undefined {
  return [...sheets].find(([known]) => sameSheet(known, name))?.[1];
}

/** Whether a sheet is one that these edits have made. */
export function isAdded({ edits }: Made, name: string): boolean {
  return edits.some(({ kind, sheet }) => kind === 'add sheet' && sameSheet(sheet, name));
}

/**
 * Applies a stage of the edits, but for the deletion of sheets, and keeps a record of it. What a new sheet holds is
 * gathered first and then written in few calls.
 */
export function write(writing: Writing, stage: Edit[]): void {
  const { sheets, made, spelled } = writing;
  const found = (name: string) => sheetNamed(sheets, name);
  /** What new sheets wait for, by their names in lower case. */
  const waiting = new Map<string, Edit[]>();
  const fill = (name: string) => {
    const own = waiting.get(name)!;
    waiting.delete(name);
    fillSheet(found(name)!, own.filter(isFilling));
    for (const looks of batches(own.filter(edit => !isFilling(edit))))
      addLooksOf(looks as LookEdit[], found(name)!, true, found);
  };
  makeRoomFor(writing, stage);
  for (const group of batches(stage)) {
    const edit = group[0]!;
    const name = edit.sheet.toLowerCase();
    const own = waiting.get(name);
    if (own && canWait(edit)) own.push(...group);
    else {
      if (own) fill(name);
      if (edit.kind === 'add sheet') {
        add(writing, edit);
        waiting.set(name, []);
      } else if (edit.kind === 'remove sheet') remove(writing, edit);
      else {
        const sheet = found(edit.sheet)!;
        if (isLook(edit)) made.undos.push(...addLooksOf(group as LookEdit[], sheet, isAdded(made, edit.sheet), found));
        else if (edit.kind === 'keep values') made.undos.push(keepValues(sheet, group as KeepValues[]));
        else made.undos.push(change(sheet, edit, spelled));
      }
    }
    made.edits.push(...group);
  }
  for (const name of [...waiting.keys()]) fill(name);
}

/** Gives the sheets that are there the room that a stage needs on them. */
function makeRoomFor({ sheets, made }: Writing, stage: Edit[]): void {
  const room = roomNeeded(stage);
  for (const [name, sheet] of sheets) {
    const needed = room.get(name.toLowerCase());
    // One that was made before had all its room then.
    if (needed && !isAdded(made, name) && isGrid(sheet)) makeRoom(sheet, needed, false);
  }
}

/** Adds a sheet after all others, or before those that the edits would have made after it. */
function add({ workbook, sheets, made, all }: Writing, edit: AddSheet): void {
  const later = all.slice(all.indexOf(edit) + 1);
  const behind = later.filter(({ kind, sheet }) => kind === 'add sheet' && isAdded(made, sheet)).length;
  const sheet = workbook.insertSheet(edit.sheet, sheets.size + made.leaving.length - behind);
  sheets.set(edit.sheet, sheet);
  made.added = true;
  made.undos.push(() => workbook.deleteSheet(sheet));
  const needed = roomNeeded(all).get(edit.sheet.toLowerCase());
  if (needed) makeRoom(sheet, needed, true);
  setUpSheet(sheet, edit);
}

function remove({ workbook, sheets, made, all }: Writing, edit: RemoveSheet): void {
  const [name, sheet] = [...sheets].find(([known]) => sameSheet(known, edit.sheet))!;
  sheets.delete(name);
  // One that is made anew under the same name cannot wait.
  if (all.some(other => other.kind === 'add sheet' && sameSheet(other.sheet, name))) {
    workbook.deleteSheet(sheet);
    made.deleted.push(name);
  } else made.leaving.push({ name, sheet });
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
      return [warnBeforeEditing(sheet, of('protect'))];
    case 'chart':
      return of('chart').map(edit => addChart(sheet, edit, cells));
    case 'page':
      return [];
  }
}
