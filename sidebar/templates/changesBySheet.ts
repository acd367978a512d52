import { printRange } from '../../src/cells/address';
import type { Edit } from '../../src/workbook/edit';

/** What a list of edits does to one sheet. */
export interface SheetChange {
  sheet: string;
  /** Whether the sheet is made. */
  added: boolean;
  /** The rectangles that are written, in A1 form, in the order in which they are. */
  ranges: string[];
  /** How many cells get a content. */
  cells: number;
  /** How many of them get a formula. */
  formulas: number;
  /** How many rows are made room for. */
  inserted: number;
}

/**
 * Sums up what would be written, sheet by sheet, so that it can be shown before it is.
 *
 * @param edits  what is going to be applied
 * @returns      one entry a sheet, in the order in which the edits touch them
 */
export function changesBySheet(edits: Edit[]): SheetChange[] {
  const changes = new Map<string, SheetChange>();
  const of = (sheet: string) => {
    const known = changes.get(sheet);
    if (known) return known;
    const change = { sheet, added: false, ranges: [], cells: 0, formulas: 0, inserted: 0 };
    changes.set(sheet, change);
    return change;
  };
  for (const edit of edits) {
    const change = of(edit.sheet);
    if (edit.kind === 'add sheet') change.added = true;
    if (edit.kind === 'insert rows') change.inserted += edit.count;
    if (edit.kind !== 'write') continue;
    const contents = edit.cells.flat().filter(content => content !== null);
    change.cells += contents.length;
    change.formulas += contents.filter(content => typeof content === 'object').length;
    change.ranges.push(
      printRange({
        top: edit.row,
        left: edit.column,
        bottom: edit.row + edit.cells.length - 1,
        right: edit.column + (edit.cells[0]?.length ?? 1) - 1,
      }),
    );
  }
  return [...changes.values()];
}
