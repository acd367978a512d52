import type { ICellData, Nullable, Worksheet } from '@univerjs/core';
import { FormulaDataModel } from '@univerjs/engine-formula';
import type { FWorksheet } from '@univerjs/sheets/facade';
import type { Rectangle } from '../../../cells/rectangle';
import type { Cell } from '../../../cells/value';
import type { Block } from '../../../workbook/snapshot';
import { type Cells, spilledCells } from '../calculation/spilledCells';
import { allSteps } from './allSteps';
import { toCell } from './cells';

/** Cells that are read before whoever reads may pause. */
const AT_A_TIME = 5000;

/**
 * Reads a rectangle as it is: values as calculated (spilled ones too), formulas and number formats.
 *
 * @param sheet  a sheet of an open workbook
 * @param area   may reach beyond what is in use; there everything is blank
 */
export function readBlock(sheet: FWorksheet, area: Rectangle): Required<Block> {
  return allSteps(blockInSteps(sheet, area));
}

/** As `readBlock`, some thousand cells a step: a large sheet read in one go would hold up whoever types. */
export function* blockInSteps(
  sheet: FWorksheet,
  { row: top, column: left, rows, columns }: Rectangle,
): Generator<void, Required<Block>> {
  const inner = sheet.getSheet();
  const block: Required<Block> = {
    name: inner.getName(),
    row: top,
    column: left,
    values: [],
    formulas: [],
    formats: [],
  };
  const spilled = spilledOn(sheet);
  const formulaModel = sheet.getInject().get(FormulaDataModel);
  const unitId = inner.getUnitId();
  const formatOf = formatReader(inner);
  const atATime = Math.max(1, Math.floor(AT_A_TIME / Math.max(1, columns)));
  for (let row = top; row < top + rows; row++) {
    if (row > top && (row - top) % atATime === 0) yield;
    const values: Cell[] = [];
    const formulas: (string | null)[] = [];
    const formats: string[] = [];
    for (let column = left; column < left + columns; column++) {
      const cell = inner.getCellRaw(row, column);
      const isFormula = cell?.f || cell?.si;
      const formula =
        (isFormula && formulaModel.getFormulaStringByCell(row, column, inner.getSheetId(), unitId)) || null;
      const from = spilled?.[row]?.[column];
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
export function usedExtent(sheet: FWorksheet): { rows: number; columns: number } {
  const matrix = sheet.getSheet().getCellMatrix().getMatrix();
  const filled = Object.keys(matrix).map(Number);
  while (filled.length > 0 && !Object.values(matrix[filled[filled.length - 1]!] ?? {}).some(holdsSomething))
    filled.pop();
  let rows = (filled.pop() ?? -1) + 1;
  let columns = 0;
  for (const row in matrix) {
    for (const column in matrix[row]) columns = Math.max(columns, Number(column) + 1);
  }
  for (const [row, line] of Object.entries(spilledOn(sheet) ?? {})) {
    rows = Math.max(rows, Number(row) + 1);
    for (const column of Object.keys(line)) columns = Math.max(columns, Number(column) + 1);
  }
  return rows > 0 ? { rows, columns } : { rows: 0, columns: 0 };
}

function holdsSomething(cell: Nullable<ICellData>): boolean {
  return !!cell && (!!cell.f || !!cell.si || !!cell.p || (cell.v !== undefined && cell.v !== null));
}

function spilledOn(sheet: FWorksheet): Cells | undefined {
  const inner = sheet.getSheet();
  return spilledCells(sheet.getInject(), inner.getUnitId(), inner.getSheetId());
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
function formatReader(sheet: Worksheet): FormatReader {
  const styles = new Map<string, string | undefined>();
  const rows = new Map<number, string | undefined>();
  const columns = new Map<number, string | undefined>();
  const known = <Key>(of: Map<Key, string | undefined>, key: Key, ask: () => string | undefined) => {
    if (!of.has(key)) of.set(key, ask());
    return of.get(key);
  };
  const pattern = (style: ICellData['s']) =>
    typeof style === 'string'
      ? known(styles, style, () => sheet.getStyleDataByHash(style)?.n?.pattern)
      : style?.n?.pattern;
  return (row, column, own, spilled) =>
    pattern(own?.s) ||
    known(rows, row, () => sheet.getRowStyle(row)?.n?.pattern) ||
    known(columns, column, () => sheet.getColumnStyle(column)?.n?.pattern) ||
    pattern(spilled?.s) ||
    'General';
}
