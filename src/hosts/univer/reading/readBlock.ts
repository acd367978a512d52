import type { ICellData, Nullable, Worksheet } from '@univerjs/core';
import { FormulaDataModel } from '@univerjs/engine-formula';
import type { FWorksheet } from '@univerjs/sheets/facade';
import type { Rectangle } from '../../../cells/rectangle';
import type { Cell } from '../../../cells/value';
import type { Block } from '../../../workbook/snapshot';
import { type Cells, spilledCells } from '../calculation/spilledCells';
import { toCell } from './cells';

/**
 * Reads a rectangle as it is: values as calculated (spilled ones too), formulas and number formats.
 *
 * @param sheet  a sheet of an open workbook
 * @param area   may reach beyond what is in use; there everything is blank
 */
export function readBlock(sheet: FWorksheet, { row: top, column: left, rows, columns }: Rectangle): Required<Block> {
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
  for (let row = top; row < top + rows; row++) {
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
  const cells = sheet.getSheet().getCellMatrix();
  const { endRow, endColumn } = cells.getDataRange();
  let rows = endRow + 1;
  while (rows > 0 && !Object.values(cells.getRow(rows - 1) ?? {}).some(holdsSomething)) rows--;
  let columns = endColumn + 1;
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
