import type { Rectangle } from '../../cells/rectangle';
import type { Cell } from '../../cells/value';
import type { Edit, FormatCells, KeepValues, WriteCells } from '../edit';

/** Between two moves of rows or columns: first the sheets, then how their cells look, what they hold, and all the rest. */
const ORDER: Edit['kind'][] = ['add sheet', 'format', 'write', 'keep values'];
const MOVES: Edit['kind'][] = ['insert rows', 'remove rows', 'remove columns', 'remove sheet'];

/**
 * The same edits with neighbouring rectangles made one, so that a host writes a table in one call rather than cell by cell.
 * Whatever points at a sheet comes after it, and a cell's look before its content, which no host then touches again.
 * Nothing is moved past rows, columns and sheets that come or go.
 *
 * @param edits  no cell written twice
 */
export function joinWrites(edits: Edit[]): Edit[] {
  const ordered: Edit[] = [];
  let part: Edit[] = [];
  for (const edit of [...edits, null]) {
    if (edit && !MOVES.includes(edit.kind)) part.push(edit);
    else {
      for (const kind of ORDER) ordered.push(...joined(part.filter(one => one.kind === kind)));
      ordered.push(...part.filter(one => !ORDER.includes(one.kind)));
      part = [];
      if (edit) ordered.push(edit);
    }
  }
  return ordered;
}

function joined(edits: Edit[]): Edit[] {
  const rectangles: Edit[] = [];
  for (const edit of edits) {
    const into = edit.kind === 'add sheet' ? null : neighbour(rectangles, edit as Joinable);
    if (into === null) rectangles.push(edit);
    else rectangles[into.index] = into.edit;
  }
  // Two strips that have grown may have come to touch.
  return rectangles.length < edits.length ? joined(rectangles) : rectangles;
}

type Joinable = WriteCells | FormatCells | KeepValues;

function neighbour(rectangles: Edit[], edit: Joinable): { index: number; edit: Edit } | null {
  for (let index = rectangles.length - 1; index >= 0; index--) {
    const other = rectangles[index]!;
    if (other.sheet !== edit.sheet) continue;
    const union =
      other.kind === 'write' && edit.kind === 'write'
        ? joinCells(other, edit)
        : other.kind === 'format' && edit.kind === 'format'
          ? joinFormats(other, edit)
          : other.kind === 'keep values' && edit.kind === 'keep values'
            ? joinValues(other, edit)
            : null;
    if (union) return { index, edit: union };
  }
  return null;
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
  const side = sideOf(extent(one, one.cells), extent(other, other.cells));
  if (side === null) return null;
  const [first, second] = inOrder(side, one, other);
  const join = <T>(a: T[][], b: T[][]) => joinGrids(side, a, b);
  const expected = one.expected || other.expected ? join(expectedOf(first), expectedOf(second)) : undefined;
  return { ...first, cells: join(first.cells, second.cells), ...(expected && { expected }) };
}

function joinValues(one: KeepValues, other: KeepValues): KeepValues | null {
  const side = sideOf(extent(one, one.expected), extent(other, other.expected));
  if (side === null) return null;
  const [first, second] = inOrder(side, one, other);
  return { ...first, expected: joinGrids(side, first.expected, second.expected) };
}

/** Two rectangles, the one further up or left first. */
function inOrder<T>(side: Side, one: T, other: T): [T, T] {
  return side === 'below' || side === 'right' ? [one, other] : [other, one];
}

function joinGrids<T>(side: Side, first: T[][], second: T[][]): T[][] {
  return side === 'right' || side === 'left'
    ? first.map((row, index) => [...row, ...second[index]!])
    : [...first, ...second];
}

function extent({ row, column }: { row: number; column: number }, cells: unknown[][]): Rectangle {
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
