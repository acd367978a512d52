import { sameSheet } from '../cells/address';
import type { Edit } from '../workbook/edit';
import { applyEdits, EditConflict } from '../workbook/edits/applyEdits';
import { preconditions } from '../workbook/edits/preconditions';
import { viewSheet } from '../workbook/sheets/sheetView';
import type { Block } from '../workbook/snapshot';
import { typedCell } from './typed';

/** A sheet of a workbook, as a host lists it. */
export interface ListedSheet {
  name: string;
  isHidden: boolean;
}

/** The sheets that a host has to read before it applies edits, each once. */
export function sheetsToCheck(edits: Edit[]): string[] {
  return [...new Set(preconditions(edits).map(({ sheet }) => sheet))];
}

/**
 * Refuses edits that do not fit the workbook in its present state, before anything is written: the one check of all hosts.
 *
 * @param edits   as they are to be applied
 * @param sheets  all of the workbook
 * @param blocks  what the sheets of `sheetsToCheck` hold, as far as they are there
 * @throws        EditConflict, which says what is in the way
 */
export function refuseConflicts(edits: Edit[], sheets: ListedSheet[], blocks: Block[]): void {
  const unread = sheets.map(({ name }) => ({ name, values: [] }));
  const after = applyEdits({ today: 0, locale: 'en', sheets: [...blocks, ...unread] }, edits);
  if (after.sheets.length === 0) throw new EditConflict('A workbook needs at least one sheet.');
  refuseAllHidden(edits, sheets);
}

/** Every spreadsheet keeps one sheet in view; some delete the last one before they notice. */
function refuseAllHidden(edits: Edit[], sheets: ListedSheet[]): void {
  const added = edits.flatMap(({ kind, sheet }) => (kind === 'add sheet' ? [{ name: sheet, isHidden: false }] : []));
  const removed = edits.filter(({ kind }) => kind === 'remove sheet').map(({ sheet }) => sheet);
  const left = [...sheets, ...added];
  for (const name of removed) {
    // A sheet that is made anew is removed first.
    const at = left.findIndex(sheet => sameSheet(sheet.name, name));
    left.splice(at, 1);
  }
  if (removed.length > 0 && left.every(({ isHidden }) => isHidden))
    throw new EditConflict('All remaining sheets are hidden. Unhide one of them first.');
}

/** A rectangle of cells as it has to be typed in. */
export interface TypedCells {
  sheet: string;
  row: number;
  column: number;
  cells: (number | string | boolean)[][];
}

/**
 * What the cells that edits write to held before, ready to be put back where a host refuses half-way. The places are
 * those from before: rows that the edits inserted have to be out again.
 *
 * @param edits   that were to be applied
 * @param blocks  the sheets as they were, with their formulas
 */
export function cellsBefore(edits: Edit[], blocks: Block[]): TypedCells[] {
  return preconditions(edits).map(({ sheet, row, column, expected }) => {
    const view = viewSheet({ today: 0, locale: 'en', sheets: blocks }, sheet);
    const cells = expected.map((line, r) =>
      line.map((_, c) => view?.formula(row + r, column + c) ?? typedCell(view?.cell(row + r, column + c) ?? null)),
    );
    return { sheet, row, column, cells };
  });
}

/**
 * The sheets that hold something else than before a refusal, or are new, or gone: what a host finds when it looks again
 * after it has taken everything back.
 *
 * @param before  all sheets by name, and the blocks that were read of some of them
 * @param after   the same, read again
 */
export function changedSheets(
  before: { names: string[]; blocks: Block[] },
  after: { names: string[]; blocks: Block[] },
): string[] {
  const had = (names: string[], name: string) => names.some(other => sameSheet(other, name));
  const come = after.names.filter(name => !had(before.names, name));
  const gone = before.names.filter(name => !had(after.names, name));
  const contents = (blocks: Block[], name: string) => {
    const view = viewSheet({ today: 0, locale: 'en', sheets: blocks }, name);
    if (!view) return '[]';
    const cells = Array.from({ length: view.rows }, (_, row) =>
      Array.from({ length: view.columns }, (_, column) => view.formula(row, column) ?? view.cell(row, column)),
    );
    return JSON.stringify(cells);
  };
  const read = [...new Set(before.blocks.map(({ name }) => name))].filter(name => had(after.names, name));
  return [...come, ...gone, ...read.filter(name => contents(before.blocks, name) !== contents(after.blocks, name))];
}
