import type { Edit } from '../workbook/edit';
import { applyEdits, EditConflict } from '../workbook/edits/applyEdits';
import { preconditions } from '../workbook/edits/preconditions';
import { viewSheet } from '../workbook/sheets/sheetView';
import type { Block } from '../workbook/snapshot';
import { typedCell } from './typed';

/** The sheets that a host has to read before it applies edits, each once. */
export function sheetsToCheck(edits: Edit[]): string[] {
  return [...new Set(preconditions(edits).map(({ sheet }) => sheet))];
}

/**
 * Refuses edits that do not fit the workbook as it stands, before anything is written.
 *
 * @param edits   as they are to be applied
 * @param names   of all sheets
 * @param blocks  what the sheets of `sheetsToCheck` hold, as far as they are there
 * @throws        EditConflict, which says what is in the way
 */
export function refuseConflicts(edits: Edit[], names: string[], blocks: Block[]): void {
  const unread = names.map(name => ({ name, values: [] }));
  const { sheets } = applyEdits({ today: 0, locale: 'en', sheets: [...blocks, ...unread] }, edits);
  if (sheets.length === 0) throw new EditConflict('A workbook keeps at least one sheet. Nothing was written.');
}

/** A rectangle of cells as it has to be typed in. */
export interface CellsBefore {
  sheet: string;
  row: number;
  column: number;
  cells: (number | string | boolean)[][];
}

/**
 * What stood in the cells that edits write to, ready to be put back where a host has refused them half-way. The places
 * are those from before: rows that the edits inserted have to be out again.
 *
 * @param edits   that were to be applied
 * @param blocks  the sheets as they were, with their formulas
 */
export function cellsBefore(edits: Edit[], blocks: Block[]): CellsBefore[] {
  return preconditions(edits).map(({ sheet, row, column, expected }) => {
    const view = viewSheet({ today: 0, locale: 'en', sheets: blocks }, sheet);
    const cells = expected.map((line, r) =>
      line.map((_, c) => view?.formula(row + r, column + c) ?? typedCell(view?.cell(row + r, column + c) ?? null)),
    );
    return { sheet, row, column, cells };
  });
}
