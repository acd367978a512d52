import { sameSheet } from '../../cells/address';
import type { Edit, KeepValues, RemoveSheet } from '../../workbook/edit';
import { EditConflict } from '../../workbook/edits/applyEdits';
import { degrade } from '../../workbook/edits/degrade';
import { nothingWritten, type Outcome, partlyWritten, WRITTEN } from '../../workbook/edits/outcome';
import type { Block } from '../../workbook/snapshot';
import { batches, isLook, type LookEdit } from '../batches';
import { cellsBefore, changedSheets, refuseConflicts, sheetsToCheck } from '../check';
import { afterTakingBack, sheetsLeft } from '../shortfall';
import { apart, applyLooks } from './applyLooks';
import { change, setUpSheet } from './cellEdits';
import { type AskedSpills, askForSpills, clearSpills, keepValues } from './keepValues';
import { leftOut } from './leftOut';
import { addLooks } from './looks';
import { inExcel, isEditing, saidByExcel } from './run';
import { askForCells, askForNames, blocksOf } from './sheets';

/** Bytes of edits after which a request is sent: Excel on the web takes 5 MB, and edits are longer than what becomes of them. */
const ENOUGH = 4_000_000;

/**
 * Applies edits to the open workbook: one round trip to read and compare, one to write what cells hold (and one more for
 * every 4 MB), one for looks, and one for sheets that are deleted, when nothing else can be refused any more.
 *
 * @param planned  in order; what Excel cannot do is left out (workbook/edits/degrade.ts)
 * @returns        how much was written; it does not reject
 */
export async function applyEdits(planned: Edit[]): Promise<Outcome> {
  const { edits } = degrade(planned, 'excel', leftOut());
  let hasBegun = false;
  try {
    return await inExcel(async context => {
      const { sheets, ...before } = await read(context, edits);
      refuseConflicts(edits, sheets, before.blocks);
      const { content, looks } = apart(edits);
      hasBegun = true;
      try {
        await write(context, content, edits, before.spills);
      } catch (reason) {
        // All of it was refused: once the cell is done, everything begins anew.
        if (isEditing(reason)) {
          hasBegun = false;
          throw reason;
        }
        return await takeBack(context, content, before, saidByExcel(reason));
      }
      const applied = await applyLooks(context, looks);
      const removed = await deleteSheets(context, edits);
      return removed.written === 'all' ? applied : removed;
    });
  } catch (reason) {
    if (hasBegun) return partlyWritten('unknown', '', saidByExcel(reason));
    return reason instanceof EditConflict
      ? nothingWritten(reason.message, reason.where)
      : nothingWritten(saidByExcel(reason));
  }
}

/** Writes what cells hold; Excel calculates once for each round trip, not for each edit. */
async function write(
  context: Excel.RequestContext,
  content: Edit[],
  edits: Edit[],
  spills: AskedSpills[],
): Promise<void> {
  if (content.length === 0) return;
  const { application, worksheets } = context.workbook;
  let size = 0;
  let isFirst = true;
  for (const group of batches(content)) {
    const more = JSON.stringify(group).length;
    if (size > 0 && size + more > ENOUGH) {
      await context.sync();
      size = 0;
      isFirst = true;
    }
    if (isFirst) application.suspendApiCalculationUntilNextSync();
    isFirst = false;
    size += more;
    apply(worksheets, group, edits, spills);
  }
  await context.sync();
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
 * they are now. Excel's own undo is of no help: it does not know all that add-ins do, and a deleted sheet never comes back. Then it looks what is left.
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
      { changed: changed.filter(name => !deleted.includes(name)), deleted, looks, isSure: true, undoes: false },
      why,
    );
  } catch {
    return afterTakingBack({ changed: [], deleted: [], looks, isSure: false, undoes: false }, why);
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
