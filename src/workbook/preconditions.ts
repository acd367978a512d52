import type { Cell } from '../cells/value';
import type { Edit, InsertRows, WriteCells } from './edit';

/** Cells that must hold something in the workbook as it stands, before any edit is applied. */
export interface Precondition {
  sheet: string;
  /** 0-based place of `expected[0][0]`. */
  row: number;
  column: number;
  expected: Cell[][];
}

/**
 * What a host has to find before it applies edits: each write's expectation, asked of the workbook as it stands now. So
 * a host can read and compare first, and write only then, although some edits make room for others.
 *
 * @param edits  as they are to be applied, in order
 * @returns      rectangles of the sheets that are there already; rows and sheets that the edits make need no question
 */
export function preconditions(edits: Edit[]): Precondition[] {
  const made = new Set<string>();
  const inserted: InsertRows[] = [];
  const found: Precondition[] = [];
  for (const edit of edits) {
    if (edit.kind === 'add sheet') made.add(edit.sheet.toLowerCase());
    else if (edit.kind === 'insert rows') inserted.push(edit);
    else if (edit.kind === 'write' && !made.has(edit.sheet.toLowerCase())) found.push(...before(edit, inserted));
  }
  return found;
}

/** One write's expectation where its rows stood before the insertions; runs of neighbouring rows stay together. */
function before(edit: WriteCells, inserted: InsertRows[]): Precondition[] {
  const found: Precondition[] = [];
  for (const [index, line] of edit.cells.entries()) {
    const row = rowBefore(edit.row + index, edit.sheet, inserted);
    if (row === null) continue;
    const expected = line.map((_, column) => edit.expected?.[index]?.[column] ?? null);
    const last = found[found.length - 1];
    if (last && last.row + last.expected.length === row) last.expected.push(expected);
    else found.push({ sheet: edit.sheet, row, column: edit.column, expected: [expected] });
  }
  return found;
}

function rowBefore(row: number, sheet: string, inserted: InsertRows[]): number | null {
  let place = row;
  for (const insertion of [...inserted].reverse()) {
    if (insertion.sheet.toLowerCase() !== sheet.toLowerCase() || place < insertion.row) continue;
    if (place < insertion.row + insertion.count) return null;
    place -= insertion.count;
  }
  return place;
}
