import { type Cell, isBlank } from '../../cells/value';
import { type Content, type Edit, isFormula, type WriteCells } from '../edit';
import { firstFreeColumn, firstFreeRow, viewSheet } from '../sheets/sheetView';
import type { Snapshot } from '../snapshot';
import { applyEdits } from './applyEdits';

/**
 * The edits that take others back, each of which expects what those have written: where somebody has typed since, they are
 * refused as a whole. Looks stay; a sheet that was made goes as long as it holds nothing else.
 *
 * @param snapshot  the workbook before the edits
 * @param edits     as they were applied
 * @returns         null where that is not possible: formulas whose results only the host knows, cells, rows or sheets that
 *                  were taken out, rules and charts on sheets that were there before
 */
export function inverseOf(snapshot: Snapshot, edits: readonly Edit[]): Edit[] | null {
  const made = new Set(edits.flatMap(edit => (edit.kind === 'add sheet' ? [edit.sheet.toLowerCase()] : [])));
  const inverse: Edit[] = [];
  let before = snapshot;
  for (const edit of edits) {
    const isMade = made.has(edit.sheet.toLowerCase());
    if (edit.kind !== 'add sheet' && !isMade) {
      const back = backOf(edit, before);
      if (back === null) return null;
      inverse.unshift(...back);
    } else if (edit.kind === 'write' && edit.cells.flat().some(isFormula)) return null;
    before = applyEdits(before, [edit]);
  }
  const gone = edits.flatMap((edit): Edit[] =>
    edit.kind === 'add sheet'
      ? [{ kind: 'remove sheet', sheet: edit.sheet, expected: contentOf(before, edit.sheet) }]
      : [],
  );
  return [...inverse, ...gone];
}

/**
 * A sheet that is to go with its inverse and holds something else by now, whatever its place; null where there is none. A host
 * compares no more cells than it is told of, so this has to be asked before.
 *
 * @param snapshot  the workbook as it is now, with the sheets that are to go read whole
 * @param inverse   from inverseOf
 */
export function sheetInUse(snapshot: Snapshot, inverse: readonly Edit[]): string | null {
  const inUse = inverse.find(
    edit =>
      edit.kind === 'remove sheet' &&
      viewSheet(snapshot, edit.sheet) !== null &&
      JSON.stringify(contentOf(snapshot, edit.sheet)) !== JSON.stringify(edit.expected),
  );
  return inUse?.sheet ?? null;
}

/** What takes one edit back; none where there is nothing to take back, null where it can't be. */
function backOf(edit: Edit, before: Snapshot): Edit[] | null {
  switch (edit.kind) {
    case 'write':
      return rewritten(edit, before);
    case 'format':
      return [];
    case 'insert rows':
      return [{ kind: 'remove rows', sheet: edit.sheet, row: edit.row, count: edit.count }];
    default:
      return null;
  }
}

/** The write that puts back what was there. */
function rewritten({ sheet, row, column, cells }: WriteCells, before: Snapshot): Edit[] | null {
  const view = viewSheet(before, sheet);
  if (!view || cells.flat().some(isFormula)) return null;
  const back: Content[][] = [];
  for (const [r, line] of cells.entries()) {
    back.push([]);
    for (const c of line.keys()) {
      const cell = view.cell(row + r, column + c);
      if (view.formula(row + r, column + c) !== null || (typeof cell === 'object' && cell !== null)) return null;
      back[r]!.push(isBlank(cell) ? null : cell);
    }
  }
  return [{ kind: 'write', sheet, row, column, cells: back, expected: cells as Cell[][] }];
}

function contentOf(snapshot: Snapshot, sheet: string): Cell[][] {
  const view = viewSheet(snapshot, sheet)!;
  const [rows, columns] = [firstFreeRow(view), firstFreeColumn(view)];
  const blank = (cell: Cell) => (isBlank(cell) ? null : cell);
  return Array.from({ length: rows }, (_, row) =>
    Array.from({ length: columns }, (_, column) => blank(view.cell(row, column))),
  );
}
