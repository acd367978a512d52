import type { ICellData, IStyleData, Nullable } from '@univerjs/core';
import type { Rectangle } from '../../../cells/rectangle';
import type { Cell } from '../../../cells/value';
import type { Block } from '../../../workbook/snapshot';
import { toCell } from './cells';

/** Cells by row and column. */
export type Cells = Record<number, Record<number, Nullable<ICellData>>>;

type Style = Nullable<IStyleData | string>;

/** A sheet as it is read: one of the open grid, or of a workbook that is about to be opened. */
export interface SheetCells {
  name: string;
  cells: Cells;
  /** What array formulas filled, their own cells included; it is kept apart from the cells. */
  spilled: Cells | undefined;
  /** The formula of a cell that has one, with its leading `=`. */
  formulaAt(row: number, column: number, cell: ICellData): Nullable<string>;
  /** The number format of a style that many cells share. */
  patternOf(style: string): string | undefined;
  rowStyle(row: number): Style;
  columnStyle(column: number): Style;
}

/** Cells that are read before whoever reads may pause. */
const AT_A_TIME = 5000;

/**
 * Reads a rectangle as it is: values as calculated (spilled ones too), formulas and number formats. Some thousand cells a step:
 * a large sheet read in one go would hold up whoever types.
 *
 * @param sheet  a sheet
 * @param area   may reach beyond what is in use; there everything is blank
 */
export function* blockInSteps(
  sheet: SheetCells,
  { row: top, column: left, rows, columns }: Rectangle,
): Generator<void, Required<Block>> {
  const { name, cells, spilled } = sheet;
  const block: Required<Block> = { name, row: top, column: left, values: [], formulas: [], formats: [] };
  const formatOf = formatReader(sheet);
  const atATime = Math.max(1, Math.floor(AT_A_TIME / Math.max(1, columns)));
  for (let row = top; row < top + rows; row++) {
    if (row > top && (row - top) % atATime === 0) yield;
    const line = cells[row];
    const filled = spilled?.[row];
    const values: Cell[] = [];
    const formulas: (string | null)[] = [];
    const formats: string[] = [];
    for (let column = left; column < left + columns; column++) {
      const cell = line?.[column];
      const formula = ((cell?.f || cell?.si) && sheet.formulaAt(row, column, cell)) || null;
      const from = filled?.[column];
      values.push(toCell(ownOrSpilled(cell, formula, from)));
      formulas.push(formula);
      formats.push(formatOf(row, column, cell, from));
    }
    block.values.push(values);
    block.formulas.push(formulas);
    block.formats.push(formats);
  }
  return block;
}

/** Rows and columns from A1 to the last cell that holds something; cells that only have a look do not count below it. */
export function sheetExtent({ cells, spilled = {} }: SheetCells): { rows: number; columns: number } {
  const filled = Object.keys(cells).map(Number);
  while (filled.length > 0 && !Object.values(cells[filled[filled.length - 1]!] ?? {}).some(holdsSomething))
    filled.pop();
  let rows = (filled.pop() ?? -1) + 1;
  let columns = 0;
  for (const row in cells) {
    for (const column in cells[row]) columns = Math.max(columns, Number(column) + 1);
  }
  for (const [row, line] of Object.entries(spilled)) {
    rows = Math.max(rows, Number(row) + 1);
    for (const column of Object.keys(line)) columns = Math.max(columns, Number(column) + 1);
  }
  return rows > 0 ? { rows, columns } : { rows: 0, columns: 0 };
}

function holdsSomething(cell: Nullable<ICellData>): boolean {
  return !!cell && (!!cell.f || !!cell.si || !!cell.p || (cell.v !== undefined && cell.v !== null));
}

function ownOrSpilled(
  own: Nullable<ICellData>,
  formula: string | null,
  spilled: Nullable<ICellData>,
): Nullable<ICellData> {
  if (!spilled) return own;
  // What somebody typed into a cell stays; an array formula's own cell shows the first spilled value.
  return formula || own?.v === undefined || own.v === null ? { ...spilled } : own;
}

type FormatReader = (row: number, column: number, own: Nullable<ICellData>, spilled: Nullable<ICellData>) => string;

/** A reader of number formats: few styles are on many cells, and a line's own is asked once. */
function formatReader(sheet: SheetCells): FormatReader {
  const styles = new Map<string, string | undefined>();
  const rows = new Map<number, string | undefined>();
  const columns = new Map<number, string | undefined>();
  const known = <Key>(of: Map<Key, string | undefined>, key: Key, ask: () => string | undefined) => {
    if (!of.has(key)) of.set(key, ask());
    return of.get(key);
  };
  const pattern = (style: Style) =>
    typeof style === 'string' ? known(styles, style, () => sheet.patternOf(style)) : style?.n?.pattern;
  return (row, column, own, spilled) =>
    pattern(own?.s) ||
    known(rows, row, () => pattern(sheet.rowStyle(row))) ||
    known(columns, column, () => pattern(sheet.columnStyle(column))) ||
    pattern(spilled?.s) ||
    'General';
}
