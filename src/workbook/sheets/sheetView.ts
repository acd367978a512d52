import { type Range, sameSheet } from '../../cells/address';
import { once } from '../../cells/once';
import { type Cell, isBlank } from '../../cells/value';
import type { Block, Snapshot } from '../snapshot';

/** One sheet of a snapshot, its blocks as one grid. */
export interface SheetView {
  /** As the workbook spells it. */
  name: string;
  /** How many rows and columns reach to the last cell that was read. */
  rows: number;
  columns: number;
  /** What a cell holds; null where nothing was read. */
  cell(row: number, column: number): Cell;
  /** The formula behind a cell, with its `=`, or null. */
  formula(row: number, column: number): string | null;
  /** Its number format; `General` where unknown. */
  format(row: number, column: number): string;
  /** Whether a block covers the cell. */
  read(row: number, column: number): boolean;
}

/**
 * A sheet found by its name, whatever its case.
 *
 * @param snapshot  a workbook
 * @param name      a sheet's name
 * @returns         the sheet, or null where the workbook has none of that name
 */
export function viewSheet(snapshot: Snapshot, name: string): SheetView | null {
  const blocks = snapshot.sheets.filter(block => sameSheet(block.name, name));
  if (blocks.length === 0) return null;
  const at = <T>(row: number, column: number, pick: (block: Block, r: number, c: number) => T | undefined) => {
    for (const block of blocks) {
      const found = pick(block, row - (block.row ?? 0), column - (block.column ?? 0));
      if (found !== undefined) return found;
    }
    return undefined;
  };
  const reach = (start: number | undefined, count: number) => (count === 0 ? 0 : (start ?? 0) + count);
  const columns = once(() => Math.max(...blocks.map(block => reach(block.column, width(block)))));
  return {
    name: blocks[0]!.name,
    rows: Math.max(...blocks.map(block => reach(block.row, block.values.length))),
    // Every row has to be looked at for it, and many who look at a sheet never ask.
    get columns() {
      return columns();
    },
    cell: (row, column) => at(row, column, (block, r, c) => block.values[r]?.[c]) ?? null,
    formula: (row, column) => at(row, column, (block, r, c) => block.formulas?.[r]?.[c]) ?? null,
    format: (row, column) => at(row, column, (block, r, c) => block.formats?.[r]?.[c]) ?? 'General',
    read: (row, column) => at(row, column, (block, r, c) => block.values[r]?.[c]) !== undefined,
  };
}

/** How many columns the longest row of a block has. */
function width({ values }: Block): number {
  let most = 0;
  for (const row of values) if (row.length > most) most = row.length;
  return most;
}

/** The names of a workbook's sheets, each once, in order. */
export function sheetNames(snapshot: Snapshot): string[] {
  const seen = new Map(snapshot.sheets.map(({ name }) => [name.toLowerCase(), name] as const));
  return [...seen.values()];
}

/** The number of the first row below everything that is on a sheet; 0-based. */
export function firstFreeRow(view: SheetView): number {
  let row = view.rows;
  const blank = (column: number) => isBlank(view.cell(row - 1, column));
  while (row > 0 && Array.from({ length: view.columns }, (_, column) => column).every(blank)) row--;
  return row;
}

/** The number of the first column to the right of everything that is on a sheet; 0-based. */
export function firstFreeColumn(view: SheetView): number {
  let column = view.columns;
  const blank = (row: number) => isBlank(view.cell(row, column - 1));
  while (column > 0 && Array.from({ length: view.rows }, (_, row) => row).every(blank)) column--;
  return column;
}

/**
 * The cells of a range, open ends cut where the sheet ends.
 *
 * @returns  0-based places, row by row
 */
export function cellsOf(range: Range, view: SheetView): { row: number; column: number }[] {
  const bottom = range.bottom ?? view.rows - 1;
  const right = range.right ?? view.columns - 1;
  const places: { row: number; column: number }[] = [];
  for (let row = range.top; row <= bottom; row++) {
    for (let column = range.left; column <= right; column++) places.push({ row, column });
  }
  return places;
}
