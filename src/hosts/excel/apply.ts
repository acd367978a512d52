import { sameSheet } from '../../cells/address';
import type { Edit, KeepValues, RemoveSheet } from '../../workbook/edit';
import { EditConflict } from '../../workbook/edits/applyEdits';
import { degrade, LEFT_OUT } from '../../workbook/edits/degrade';
import { nothingWritten, type Outcome, partlyWritten, WRITTEN } from '../../workbook/edits/outcome';
import type { Block } from '../../workbook/snapshot';
import { batches, isLook, type LookEdit } from '../batches';
import { cellsBefore, changedSheets, refuseConflicts, sheetsToCheck } from '../check';
import { afterTakingBack, sheetsLeft } from '../shortfall';
import { change, setUpSheet } from './cellEdits';
import { type AskedSpills, askForSpills, clearSpills, keepValues } from './keepValues';
import { addLooks, NOTES } from './looks';
import { askForCells, askForNames, blocksOf } from './sheets';

/** What this Excel cannot do: notes came to add-ins later than all else that is used. */
function leftOut(): Partial<Record<Edit['kind'], string>> {
  return NOTES.supported() ? LEFT_OUT.excel : { ...LEFT_OUT.excel, note: NOTES.leftOut };
}

/**
 * Applies edits to the open workbook: one round trip to read and compare, one to write, however many edits there are, and
 * one for sheets that are deleted, when nothing else can be refused any more.
 *
 * @param planned  in order; what Excel cannot do is left out (workbook/edits/degrade.ts)
 * @returns        how much was written; it does not reject
 */
export async function applyEdits(planned: Edit[]): Promise<Outcome> {
  const { edits } = degrade(planned, 'excel', leftOut());
  let hasBegun = false;
  try {
    return await Excel.run(async context => {
      const { sheets, ...before } = await read(context, edits);
      refuseConflicts(edits, sheets, before.blocks);
      for (const group of batches(edits)) apply(context.workbook.worksheets, group, edits, before.spills);
      hasBegun = true;
      try {
        await context.sync();
      } catch (reason) {
        return await takeBack(context, edits, before, saidByExcel(reason));
      }
      return await deleteSheets(context, edits);
    });
  } catch (reason) {
    if (hasBegun) return partlyWritten('unknown', '', saidByExcel(reason));
    return reason instanceof EditConflict
      ? nothingWritten(reason.message, reason.where)
      : nothingWritten(saidByExcel(reason));
  }
}

function saidByExcel(reason: unknown): string {
  return `Excel says: ${(reason as Error).message}`;
}

/** All sheets, and what those hold that the edits expect something of. */
async function read(context: Excel.RequestContext, edits: Edit[]) {
  const worksheets = askForNames(context);
  const asked = sheetsToCheck(edits).map(name => askForCells(context, name));
  const spills = askForSpills(context, edits);
  await context.sync();
  const sheets = worksheets.items.map(({ name, visibility }) => ({ name, isHidden: visibility !== 'Visible' }));
  return { sheets, names: sheets.map(({ name }) => name), blocks: blocksOf(asked), spills };
}

/** Whether a sheet that is deleted is made anew by the same edits: it cannot wait for the others to be done. */
function isMadeAnew({ sheet }: RemoveSheet, edits: Edit[]): boolean {
  return edits.some(other => other.kind === 'add sheet' && sameSheet(other.sheet, sheet));
}

function removalsOf(edits: Edit[]): RemoveSheet[] {
  return edits.filter(edit => edit.kind === 'remove sheet');
}

/** Deletes sheets, all else being done. */
async function deleteSheets(context: Excel.RequestContext, edits: Edit[]): Promise<Outcome> {
  const leaving = removalsOf(edits).filter(edit => !isMadeAnew(edit, edits));
  if (leaving.length === 0) return WRITTEN;
  for (const { sheet } of leaving) context.workbook.worksheets.getItem(sheet).delete();
  try {
    await context.sync();
    return WRITTEN;
  } catch (reason) {
    const names = leaving.map(({ sheet }) => sheet);
    const left = await read(context, []).then(
      now => now.names.filter(name => names.some(one => sameSheet(one, name))),
      () => names,
    );
    return sheetsLeft(left, saidByExcel(reason));
  }
}

/**
 * Takes back what Excel did before it refused an edit: it works through a batch in order, and does not say how far it
 * came. New sheets are deleted, and overwritten cells get what they held; where rows were to come or go nobody knows which
 * they are now, and Excel's own undo has to help. Then it looks what is left.
 */
async function takeBack(
  context: Excel.RequestContext,
  edits: Edit[],
  before: { names: string[]; blocks: Block[]; spills: AskedSpills[] },
  why: string,
): Promise<Outcome> {
  const { worksheets } = context.workbook;
  const isThere = (name: string) => before.names.some(other => sameSheet(other, name));
  const moves = edits.some(({ kind }) => kind === 'insert rows' || kind === 'remove rows' || kind === 'remove columns');
  const looks = edits.flatMap(edit =>
    (isLook(edit) || edit.kind === 'format') && isThere(edit.sheet) ? [edit.sheet] : [],
  );
  try {
    for (const { kind, sheet } of edits) {
      if (kind === 'add sheet' && !isThere(sheet)) worksheets.getItemOrNullObject(sheet).delete();
    }
    clearSpills(before.spills);
    await context.sync();
    for (const { sheet, row, column, cells } of moves ? [] : cellsBefore(edits, before.blocks)) {
      worksheets.getItem(sheet).getRangeByIndexes(row, column, cells.length, cells[0]!.length).formulas = cells;
      // Cells that refuse what they held refused what was to be written as well.
      await context.sync().catch(() => undefined);
    }
    const changed = changedSheets(before, await read(context, edits));
    const deleted = removalsOf(edits).flatMap(({ sheet }) => (changed.includes(sheet) ? [sheet] : []));
    return afterTakingBack(
      { changed: changed.filter(name => !deleted.includes(name)), deleted, looks, isSure: true },
      why,
    );
  } catch {
    return afterTakingBack({ changed: [], deleted: [], looks, isSure: false }, why);
  }
}

function apply(worksheets: Excel.WorksheetCollection, group: Edit[], edits: Edit[], spills: AskedSpills[]): void {
  const edit = group[0]!;
  if (edit.kind === 'add sheet') {
    setUpSheet(worksheets.add(edit.sheet), edit);
    return;
  }
  const sheet = worksheets.getItem(edit.sheet);
  if (edit.kind === 'remove sheet') {
    if (isMadeAnew(edit, edits)) sheet.delete();
  } else if (edit.kind === 'keep values') keepValues(sheet, group as KeepValues[], spills);
  else if (isLook(edit)) addLooks(worksheets, sheet, group as LookEdit[]);
  else change(sheet, edit);
}
