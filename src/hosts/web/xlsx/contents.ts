import type { ICellData, IStyleData, IWorksheetData, Nullable } from '@univerjs/core';
import { printRange } from '../../../cells/address';
import type { Cell } from '../../../cells/value';
import { toCell } from '../../univer/reading/cells';
import type { Spilled } from '../document';
import { moved } from './moved';

/** What a cell of the grid shows and is made of. */
export interface GridContent {
  /** In the grid's spelling, with its `=`; its own where the grid keeps one for many cells. */
  formula?: string;
  /** The result, where there is a formula. */
  value: Cell;
  /** The cells that the formula's results fill, where it is more than its own. */
  fills?: string;
  style?: Nullable<IStyleData | string>;
}

/** Cells by row and column. */
export type Contents = Map<number, Map<number, GridContent>>;

/**
 * What the cells of a sheet show, what array formulas spilled included.
 *
 * @param sheet    as the grid keeps it
 * @param spilled  what the engine keeps apart from the cells
 */
export function contentsOf(sheet: Pick<IWorksheetData, 'cellData'>, spilled: Spilled | undefined): Contents {
  const contents: Contents = new Map();
  const place = (row: number, column: number, content: GridContent) => {
    const line = contents.get(row) ?? new Map<number, GridContent>();
    contents.set(row, line.set(column, content));
  };
  const formulas = sharedFormulas(sheet);
  forCells(sheet.cellData, (row, column, cell) => {
    const formula = formulas(row, column, cell);
    const value = toCell(formula ? (spilled?.cells[row]?.[column] ?? cell) : cell);
    const range = formula ? spilled?.ranges[row]?.[column] : undefined;
    place(row, column, {
      value,
      style: cell.s,
      ...(formula && { formula }),
      ...(range && {
        fills: printRange({
          top: range.startRow,
          left: range.startColumn,
          bottom: range.endRow,
          right: range.endColumn,
        }),
      }),
    });
  });
  forCells(spilled?.cells ?? {}, (row, column, cell) => {
    const own = contents.get(row)?.get(column);
    if (own === undefined || (own.value === null && !own.formula)) place(row, column, { ...own, value: toCell(cell) });
  });
  return contents;
}

/** Cells filled down in the grid share the formula of the first; whoever reads them gets each its own. */
export function sharedFormulas({
  cellData,
}: Pick<IWorksheetData, 'cellData'>): (row: number, column: number, cell: ICellData) => string | undefined {
  const first = new Map<string, { row: number; column: number; formula: string }>();
  forCells(cellData, (row, column, { f, si }) => {
    if (f && si) first.set(si, { row, column, formula: f });
  });
  return (row, column, { f, si }) => {
    if (f) return f;
    const from = si ? first.get(si) : undefined;
    return from && moved(from.formula, row - from.row, column - from.column);
  };
}

function forCells(
  cells: Spilled['cells'] | IWorksheetData['cellData'],
  visit: (row: number, column: number, cell: ICellData) => void,
): void {
  for (const row in cells) {
    for (const [column, cell] of Object.entries(cells[row] ?? {})) {
      if (cell) visit(Number(row), Number(column), cell);
    }
  }
}
