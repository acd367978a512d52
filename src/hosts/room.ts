import { rangesIn } from '../cells/formula';
import type { Edit, WriteCells } from '../workbook/edit';

/** Rows and columns of a grid, from A1 on. */
export interface Room {
  rows: number;
  columns: number;
}

/**
 * How large sheets have to be before edits are applied, in hosts whose grids end: for what is put there, and for what
 * formulas point at, on whatever sheet they are. A formula that points beyond the end of a grid is an error for good.
 *
 * @param edits  in order
 * @returns      the room a sheet needs, by its name in lower case; one that needs none is left out
 */
export function roomNeeded(edits: Edit[]): Map<string, Room> {
  const needed = new Map<string, Room>();
  const need = (sheet: string, { rows, columns }: Room) => {
    if (rows === 0 && columns === 0) return;
    const known = needed.get(sheet.toLowerCase()) ?? { rows: 0, columns: 0 };
    known.rows = Math.max(known.rows, rows);
    known.columns = Math.max(known.columns, columns);
    needed.set(sheet.toLowerCase(), known);
  };
  for (const edit of edits) {
    need(edit.sheet, endOf(edit));
    if (edit.kind !== 'write') continue;
    for (const { sheet, bottom, right } of pointedAt(edit))
      need(sheet ?? edit.sheet, { rows: (bottom ?? -1) + 1, columns: (right ?? -1) + 1 });
  }
  return needed;
}

function pointedAt({ cells }: WriteCells) {
  return cells.flatMap(line =>
    line.flatMap(content => (typeof content === 'object' && content !== null ? rangesIn(content.formula) : [])),
  );
}

/** Where an edit's own cells end. */
function endOf(edit: Edit): Room {
  if (edit.kind === 'add sheet') return { rows: 0, columns: edit.widths?.length ?? 0 };
  if (edit.kind === 'insert rows') return { rows: edit.row + 1, columns: 0 };
  if (!('row' in edit && 'column' in edit)) return { rows: 0, columns: 0 };
  if (edit.kind === 'write')
    return { rows: edit.row + edit.cells.length, columns: edit.column + (edit.cells[0]?.length ?? 0) };
  // A chart or a note needs its first cell only.
  if (!('rows' in edit) || edit.kind === 'chart') return { rows: edit.row + 1, columns: edit.column + 1 };
  return { rows: edit.row + edit.rows, columns: edit.column + edit.columns };
}
