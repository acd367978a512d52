import type { Range } from '../cells/address';
import type { Formula } from '../cells/formula';
import type { Cell } from '../cells/value';

/**
 * What a cell is to hold. A string is always text, also when it begins with `=`: only `formula` makes a formula.
 * `value` is the formula's result where it is known already; files store it, so that they need no recalculation.
 */
export type Content = number | string | boolean | null | { formula: Formula; value?: Cell };

/** Whether a cell is to hold a formula. */
export function isFormula(content: Content): content is { formula: Formula; value?: Cell } {
  return typeof content === 'object' && content !== null;
}

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

/** A native chart over the cells from `row` and `column` on. A host without charts leaves it out (workbook/edits/degrade.ts). */
export interface AddChart {
  kind: 'chart';
  sheet: string;
  row: number;
  column: number;
  rows: number;
  columns: number;
  type: 'line' | 'column' | 'bar';
  title: string;
  /** The labels along the axis, and Excel's format code for them where they are days. */
  categories: Range;
  dates?: string;
  series: { name: string; values: Range; color?: string; dashed?: boolean }[];
  /** Excel format code of the value axis, and where it begins; the host's own choice unless told. */
  format?: string;
  from?: number;
}

/** A small line in one cell. */
export interface AddSparkline {
  kind: 'sparkline';
  sheet: string;
  row: number;
  column: number;
  values: Range;
  color?: string;
}

/** A look that cells take on while a formula is true; relative references count from the top left cell. */
export interface ConditionalFormat {
  kind: 'conditional format';
  sheet: string;
  row: number;
  column: number;
  rows: number;
  columns: number;
  when: Formula;
  format: Pick<CellFormat, 'bold' | 'italic' | 'background' | 'color'>;
}

/** What may be typed into cells; a wrong entry is refused with `message`, or warned of. */
export interface Validate {
  kind: 'validation';
  sheet: string;
  row: number;
  column: number;
  rows: number;
  columns: number;
  allow: { list: string[] } | { number: { from?: number; to?: number } } | { date: true };
  message: string;
  /** Only warn. */
  warn?: boolean;
}

/** A note on a cell. */
export interface AddNote {
  kind: 'note';
  sheet: string;
  row: number;
  column: number;
  text: string;
}

/** How a sheet prints. */
export interface PageSetup {
  kind: 'page';
  sheet: string;
  landscape: boolean;
  /** All rows on one page as well; columns always fit its width. */
  onePage?: boolean;
  /** The area that prints. */
  area?: Range;
  /** The 0-based row that is printed at the top of every page. */
  headerRow?: number;
}

/** Warns whoever types over formulas; never forbids. */
export interface WarnBeforeEditing {
  kind: 'protect';
  sheet: string;
  row: number;
  column: number;
  rows: number;
  columns: number;
  message: string;
}

/**
 * Puts what formulas show in their place; of a formula that fills several cells, all that it fills. How the cells look
 * stays. A cell that holds no formula stays as it is.
 */
export interface KeepValues {
  kind: 'keep values';
  sheet: string;
  row: number;
  column: number;
  /** What the cells show now: a rectangle, as large as the edit. */
  expected: Cell[][];
}

/** Takes out a sheet that the product made. Fails where it holds something else than `expected`, its block from A1. */
export interface RemoveSheet {
  kind: 'remove sheet';
  sheet: string;
  expected?: Cell[][];
}

/** Takes out rows of a sheet that the product made; what was below moves up. */
export interface RemoveRows {
  kind: 'remove rows';
  sheet: string;
  row: number;
  count: number;
}

/** Takes out columns of a sheet that the product made; what was to the right moves left. */
export interface RemoveColumns {
  kind: 'remove columns';
  sheet: string;
  column: number;
  count: number;
}

/**
 * One change of a workbook, as plain data: shown as a preview, then applied by a host, all or none. Edits are applied in
 * order: an edit's place, and what it expects, speak of the sheet as the edits before it leave it. A host that checks
 * before it writes finds the same question, asked of the workbook as it is now, in workbook/edits/preconditions.ts.
 */
export type Edit =
  | AddSheet
  | WriteCells
  | KeepValues
  | FormatCells
  | InsertRows
  | AddChart
  | AddSparkline
  | ConditionalFormat
  | Validate
  | AddNote
  | PageSetup
  | WarnBeforeEditing
  | RemoveSheet
  | RemoveRows
  | RemoveColumns;
