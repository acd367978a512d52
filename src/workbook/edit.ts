import type { Formula } from '../cells/formula';
import type { Cell } from '../cells/value';

/**
 * What a cell is to hold. A string is always text, also when it begins with `=`: only `formula` makes a formula.
 * `value` is the formula's result where it is known already; files store it, so that they need no recalculation.
 */
export type Content = number | string | boolean | null | { formula: Formula; value?: Cell };

/** How cells look; what is absent stays as it is. */
export interface CellFormat {
  /** In Excel's format code (`0.0%`, `yyyy-mm-dd`). */
  number?: string;
  bold?: boolean;
  italic?: boolean;
  /** `#rrggbb` */
  background?: string;
  color?: string;
  /** Font size in points. */
  size?: number;
  wrap?: boolean;
  align?: 'left' | 'center' | 'right';
}

/** A new sheet, after all others. Fails if a sheet of that name (without case) exists. */
export interface AddSheet {
  kind: 'add sheet';
  sheet: string;
  /** Rows and columns that stay in view. */
  frozenRows?: number;
  frozenColumns?: number;
  /** Width of the first columns in characters, as Excel counts them. */
  widths?: number[];
}

/** Writes a rectangle. Nothing is written anywhere unless every cell of every edit still holds what it expects. */
export interface WriteCells {
  kind: 'write';
  sheet: string;
  /** 0-based place of `cells[0][0]`. */
  row: number;
  column: number;
  cells: Content[][];
  /** What the cells hold now, cell for cell; absent: all blank. A host that finds something else refuses the whole list. */
  expected?: Cell[][];
}

/** Sets the look of a rectangle that the product writes. */
export interface FormatCells {
  kind: 'format';
  sheet: string;
  row: number;
  column: number;
  rows: number;
  columns: number;
  format: CellFormat;
}

/** Makes room in one of the Compass sheets: blank rows before `row`; what was there moves down. */
export interface InsertRows {
  kind: 'insert rows';
  sheet: string;
  row: number;
  count: number;
}

/**
 * One change of a workbook, as plain data: shown as a preview, then applied by a host, all or none. Edits are applied in
 * order: an edit's place, and what it expects, speak of the sheet as the edits before it leave it. A host that checks
 * before it writes finds the same question, asked of the workbook as it stands, in workbook/preconditions.ts.
 */
export type Edit = AddSheet | WriteCells | FormatCells | InsertRows;
