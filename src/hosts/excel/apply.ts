import { sameSheet } from '../../cells/address';
import type { Edit, KeepValues, RemoveSheet } from '../../workbook/edit';
import { degrade, LEFT_OUT } from '../../workbook/edits/degrade';
import type { Block } from '../../workbook/snapshot';
import { batches, isLook, type LookEdit } from '../batches';
import { refuseConflicts, sheetsToCheck, standing } from '../check';
import { keepOneInView } from '../lastInView';
import { change, dress } from './cellEdits';
import { type AskedSpills, askForSpills, keepValues } from './keepValues';
import { addLooks, NOTES } from './looks';
import { askForCells, askForNames, blocksOf } from './sheets';

/** What this Excel cannot do: notes came to add-ins later than all else that is used. */
function leftOut(): Partial<Record<Edit['kind'], string>> {
  return NOTES.supported() ? LEFT_OUT.excel : { ...LEFT_OUT.excel, note: NOTES.leftOut };
}

/**
 * Applies edits to the open workbook: one round trip to read and compare, one to write, however many edits there are, and
 * one for sheets that go, when nothing else can be refused any more.
 *
 * @param planned  in order; what Excel cannot do is left out (workbook/degrade.ts)
 * @throws         Error with a message for people
 */
export function applyEdits(planned: Edit[]): Promise<void> {
  const { edits } = degrade(planned, 'excel', leftOut());
  return Excel.run(async context => {
    const worksheets = askForNames(context);
    const asked = sheetsToCheck(edits).map(name => askForCells(context, name));
    const spills = askForSpills(context, edits);
    await context.sync();
    const names = worksheets.items.map(({ name }) => name);
    const blocks = blocksOf(asked);
    refuseConflicts(edits, names, blocks);
    keepOneInView(
      edits,
      worksheets.items.map(({ name, visibility }) => ({ name, isHidden: visibility !== 'Visible' })),
    );
    for (const group of batches(edits)) apply(worksheets, group, edits, spills);
    try {
      await context.sync();
    } catch (reason) {
      const what = await takeBack(context, edits, names, blocks);
      throw new Error(`${what} Excel says: ${(reason as Error).message}`);
    }
    await takeOut(context, edits);
  });
}

/** Whether a sheet that goes is made anew by the same edits: it cannot wait for the others to be done. */
function isMadeAnew({ sheet }: RemoveSheet, edits: Edit[]): boolean {
  return edits.some(other => other.kind === 'add sheet' && sameSheet(other.sheet, sheet));
}

/** Takes out the sheets that go, all else being done. */
async function takeOut(context: Excel.RequestContext, edits: Edit[]): Promise<void> {
  const leaving = edits.filter(edit => edit.kind === 'remove sheet').filter(edit => !isMadeAnew(edit, edits));
  if (leaving.length === 0) return;
  for (const { sheet } of leaving) context.workbook.worksheets.getItem(sheet).delete();
  try {
    await context.sync();
  } catch (reason) {
    const worksheets = askForNames(context);
    await context.sync();
    const left = worksheets.items
      .map(({ name }) => name)
      .filter(name => leaving.some(one => sameSheet(one.sheet, name)));
    throw new Error(
      `Everything was done but this: ${left.join(', ')} could not be taken out. Excel says: ${(reason as Error).message}`,
    );
  }
}

/**
 * Takes back what Excel did before it refused an edit: it works through a batch in order, and does not say how far it
 * came. New sheets go, and overwritten cells get what they held; where rows were to come or go nobody knows which they
 * are now, and Excel's own undo has to help.
 *
 * @returns  what the user has to know, as a sentence
 */
async function takeBack(
  context: Excel.RequestContext,
  edits: Edit[],
  names: string[],
  blocks: Block[],
): Promise<string> {
  const { worksheets } = context.workbook;
  for (const { kind, sheet } of edits) {
    if (kind === 'add sheet' && !names.includes(sheet)) worksheets.getItemOrNullObject(sheet).delete();
  }
  try {
    await context.sync();
  } catch {
    return 'Not everything could be taken back: press Undo, or look at the Compass sheets.';
  }
  if (edits.some(({ kind }) => kind.startsWith('insert') || kind.startsWith('remove')))
    return 'If sheets have changed, Undo takes it back.';
  for (const { sheet, row, column, cells } of standing(edits, blocks)) {
    worksheets.getItem(sheet).getRangeByIndexes(row, column, cells.length, cells[0]!.length).formulas = cells;
    // Cells that refuse what they held refused what was to be written as well.
    await context.sync().catch(() => undefined);
  }
  return edits.some(edit => isLook(edit) && names.some(name => sameSheet(name, edit.sheet)))
    ? 'No cell was changed; if a look, a chart or a note has come, Undo takes it back.'
    : 'Nothing was changed.';
}

function apply(worksheets: Excel.WorksheetCollection, group: Edit[], edits: Edit[], spills: AskedSpills[]): void {
  const edit = group[0]!;
  if (edit.kind === 'add sheet') {
    dress(worksheets.add(edit.sheet), edit);
    return;
  }
  const sheet = worksheets.getItem(edit.sheet);
  if (edit.kind === 'remove sheet') {
    if (isMadeAnew(edit, edits)) sheet.delete();
  } else if (edit.kind === 'keep values') keepValues(sheet, group as KeepValues[], spills);
  else if (isLook(edit)) addLooks(worksheets, sheet, group as LookEdit[]);
  else change(sheet, edit);
}
