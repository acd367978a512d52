import { sameSheet } from '../../cells/address';
import { afterMove, afterRemovedSheet, type Move } from '../../cells/references';
import type { InsertRows, RemoveColumns, RemoveRows } from '../edit';
import type { Block, Snapshot } from '../snapshot';

/** An edit that makes or takes room, as the move that it is. */
export function moveOf(edit: InsertRows | RemoveRows | RemoveColumns): Move {
  const { sheet } = edit;
  if (edit.kind === 'insert rows') return { sheet, axis: 'row', at: edit.row, count: edit.count };
  if (edit.kind === 'remove rows') return { sheet, axis: 'row', at: edit.row, count: -edit.count };
  return { sheet, axis: 'column', at: edit.column, count: -edit.count };
}

/** A sheet's cells after a move; formulas follow in `moveFormulas`. */
export function moveCells(block: Required<Block>, move: Move): Required<Block> {
  const columns = Math.max(0, ...block.values.map(line => line.length));
  const moved = <T>(grid: T[][], blank: T) =>
    move.axis === 'row'
      ? spliced(grid, move, () => Array<T>(columns).fill(blank))
      : grid.map(line => spliced(line, move, () => blank));
  return {
    ...block,
    values: moved(block.values, null),
    formulas: moved(block.formulas, null),
    formats: moved(block.formats, 'General'),
  };
}

function spliced<T>(list: T[], { at, count }: Move, blank: () => T): T[] {
  if (at > list.length) return list;
  const made = Array.from({ length: Math.max(0, count) }, blank);
  return [...list.slice(0, at), ...made, ...list.slice(at + Math.max(0, -count))];
}

/** Every formula that speaks of cells which moved, on their sheet or another, follows them. */
export function moveFormulas(snapshot: Snapshot, move: Move): Snapshot {
  return withFormulas(snapshot, move.sheet, (text, sheet) => afterMove(text, sheet, move));
}

/** Every formula that spoke of a sheet which is gone points nowhere. */
export function forgetSheet(snapshot: Snapshot, sheet: string): Snapshot {
  return withFormulas(snapshot, sheet, text => afterRemovedSheet(text, sheet));
}

function withFormulas(snapshot: Snapshot, about: string, change: (text: string, sheet: string) => string): Snapshot {
  const name = about.toLowerCase().replace(/'/g, "''");
  const sheets = snapshot.sheets.map(block => {
    if (!block.formulas) return block;
    const own = sameSheet(block.name, about);
    const values = block.values.map(line => [...line]);
    const formulas = block.formulas.map((line, row) =>
      line.map((text, column) => {
        if (text === null || (!own && !text.toLowerCase().includes(name))) return text;
        const changed = change(text, block.name);
        if (changed !== text && changed.includes('#REF!') && !text.includes('#REF!')) {
          values[row]![column] = { error: '#REF!' };
        }
        return changed;
      }),
    );
    return { ...block, values, formulas };
  });
  return { ...snapshot, sheets };
}
