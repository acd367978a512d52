import type { Move } from '../../cells/references';
import type { Cell } from '../../cells/value';
import type { Edit, KeepValues, RemoveSheet, WriteCells } from '../edit';
import { moveOf } from './moveCells';

/** Cells that must hold something in the workbook as it is now, before any edit is applied. */
export interface Precondition {
  sheet: string;
  /** 0-based place of `expected[0][0]`. */
  row: number;
  column: number;
  expected: Cell[][];
}

/** Edits that say what cells hold before them. */
type Asking = WriteCells | KeepValues | RemoveSheet;
const ASKING: Edit['kind'][] = ['write', 'keep values', 'remove sheet'];

/**
 * What a host has to find before it applies edits: each write's expectation, and what a sheet to be taken out is to hold,
 * asked of the workbook as it is now. So a host can read and compare first, and write only then, although some edits
 * make room for others.
 *
 * @param edits  as they are to be applied, in order
 * @returns      rectangles of the sheets that are there already; rows and sheets that the edits make need no question
 */
export function preconditions(edits: Edit[]): Precondition[] {
  const made = new Set<string>();
  const moves: Move[] = [];
  const found: Precondition[] = [];
  for (const edit of edits) {
    const isNew = made.has(edit.sheet.toLowerCase());
    if (edit.kind === 'add sheet') made.add(edit.sheet.toLowerCase());
    else if (edit.kind === 'insert rows' || edit.kind === 'remove rows' || edit.kind === 'remove columns') {
      moves.push(moveOf(edit));
    } else if (ASKING.includes(edit.kind) && !isNew) found.push(...before(edit as Asking, moves));
  }
  return found;
}

/** One edit's expectation where its cells were before the moves; runs of neighbouring cells stay together. */
function before(edit: Asking, moves: Move[]): Precondition[] {
  const { sheet, expected: asked = [] } = edit;
  const [top, left] = edit.kind === 'remove sheet' ? [0, 0] : [edit.row, edit.column];
  const lines = edit.kind === 'write' ? edit.cells : asked;
  const found: Precondition[] = [];
  for (const [index, line] of lines.entries()) {
    const row = placeBefore(top + index, 'row', sheet, moves);
    if (row === null) continue;
    const runs: Precondition[] = [];
    for (const offset of line.keys()) {
      const column = placeBefore(left + offset, 'column', sheet, moves);
      if (column === null) continue;
      const cell = asked[index]?.[offset] ?? null;
      const run = runs[runs.length - 1];
      if (run && run.column + run.expected[0]!.length === column) run.expected[0]!.push(cell);
      else runs.push({ sheet, row, column, expected: [[cell]] });
    }
    const above = found[found.length - 1];
    if (above && runs.length === 1 && joins(above, runs[0]!)) above.expected.push(runs[0]!.expected[0]!);
    else found.push(...runs);
  }
  return found;
}

function joins(above: Precondition, below: Precondition): boolean {
  return (
    above.row + above.expected.length === below.row &&
    above.column === below.column &&
    above.expected[0]!.length === below.expected[0]!.length
  );
}

/** Where a row, or column, was before some moves; null where one of them made it. */
function placeBefore(place: number, axis: Move['axis'], sheet: string, moves: Move[]): number | null {
  let at = place;
  for (const move of [...moves].reverse()) {
    if (move.sheet.toLowerCase() !== sheet.toLowerCase() || move.axis !== axis || at < move.at) continue;
    if (at < move.at + move.count) return null;
    at -= move.count;
  }
  return at;
}
