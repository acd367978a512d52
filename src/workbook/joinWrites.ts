import type { Cell } from '../cells/value';
import type { Edit, FormatCells, WriteCells } from './edit';

/**
 * The same edits with neighbouring rectangles made one, so that a host writes a table in one call rather than cell by cell.
 * The order of what depends on order stays: nothing is moved past an insertion of rows on its sheet.
 *
 * @param edits  no cell written twice
 */
export function joinWrites(edits: Edit[]): Edit[] {
  const joined: Edit[] = [];
  for (const edit of edits) {
    const into = edit.kind === 'write' || edit.kind === 'format' ? neighbour(joined, edit) : null;
    if (into === null) joined.push(edit);
    else joined[into.index] = into.edit;
  }
  // Two strips that have grown may have come to touch.
  return joined.length < edits.length ? joinWrites(joined) : joined;
}

function neighbour(joined: Edit[], edit: WriteCells | FormatCells): { index: number; edit: Edit } | null {
  for (let index = joined.length - 1; index >= 0; index--) {
    const other = joined[index]!;
    if (other.sheet !== edit.sheet) continue;
    if (other.kind === 'insert rows' || other.kind === 'add sheet') return null;
    const union =
      other.kind === 'write' && edit.kind === 'write'
        ? joinCells(other, edit)
        : other.kind === 'format' && edit.kind === 'format'
          ? joinFormats(other, edit)
          : null;
    if (union) return { index, edit: union };
  }
  return null;
}

interface Rectangle {
  row: number;
  column: number;
  rows: number;
  columns: number;
}

type Side = 'below' | 'above' | 'right' | 'left';

/** On which side of one rectangle another lies, edge to edge; null where it does not. */
function sideOf(one: Rectangle, other: Rectangle): Side | null {
  if (one.column === other.column && one.columns === other.columns) {
    if (other.row === one.row + one.rows) return 'below';
    if (other.row + other.rows === one.row) return 'above';
  }
  if (one.row === other.row && one.rows === other.rows) {
    if (other.column === one.column + one.columns) return 'right';
    if (other.column + other.columns === one.column) return 'left';
  }
  return null;
}

function joinCells(one: WriteCells, other: WriteCells): WriteCells | null {
  const side = sideOf(extent(one), extent(other));
  if (side === null) return null;
  const [first, second] = side === 'below' || side === 'right' ? [one, other] : [other, one];
  const across = side === 'right' || side === 'left';
  const join = <T>(a: T[][], b: T[][]) => (across ? a.map((row, i) => [...row, ...b[i]!]) : [...a, ...b]);
  const expected = one.expected || other.expected ? join(expectedOf(first), expectedOf(second)) : undefined;
  return { ...first, cells: join(first.cells, second.cells), ...(expected && { expected }) };
}

function extent({ row, column, cells }: WriteCells): Rectangle {
  return { row, column, rows: cells.length, columns: cells[0]!.length };
}

function expectedOf({ cells, expected }: WriteCells): Cell[][] {
  return cells.map((line, row) => line.map((_, column) => expected?.[row]?.[column] ?? null));
}

function joinFormats(one: FormatCells, other: FormatCells): FormatCells | null {
  const side = JSON.stringify(one.format) === JSON.stringify(other.format) ? sideOf(one, other) : null;
  if (side === null) return null;
  const first = side === 'below' || side === 'right' ? one : other;
  return side === 'below' || side === 'above'
    ? { ...first, rows: one.rows + other.rows }
    : { ...first, columns: one.columns + other.columns };
}
