import type { ICellData, IRange } from '@univerjs/core';
import { FormulaDataModel } from '@univerjs/engine-formula';
import type { FWorksheet } from '@univerjs/sheets/facade';
import type { KeepValues } from '../../../workbook/edit';
import { fromCell, overwriting } from '../reading/cells';
import { readBlock } from '../reading/readBlock';
import type { CellDraft } from './draft';

/**
 * The cells of some formulas as they are to be written: what they show, and where a formula fills several cells what all
 * of them show, with their number formats.
 *
 * @param sheet  theirs
 * @param edit   a rectangle; cells without a formula are left out
 */
export function keptValues(sheet: FWorksheet, { row, column, expected }: KeepValues): CellDraft {
  const cells: CellDraft = {};
  const area = { row, column, rows: expected.length, columns: expected[0]!.length };
  readBlock(sheet, area).formulas.forEach((line, r) => {
    line.forEach((formula, c) => {
      if (formula !== null) add(sheet, row + r, column + c, cells);
    });
  });
  return cells;
}

function add(sheet: FWorksheet, row: number, column: number, cells: CellDraft): void {
  const filled = filledFrom(sheet, row, column);
  const [rows, columns] = filled
    ? [filled.endRow - filled.startRow + 1, filled.endColumn - filled.startColumn + 1]
    : [1, 1];
  const { values, formats } = readBlock(sheet, { row, column, rows, columns });
  values.forEach((line, r) => {
    cells[row + r] ??= {};
    line.forEach((value, c) => {
      const pattern = formats[r]![c]!;
      const look: ICellData = filled && pattern !== 'General' ? { s: { n: { pattern } } } : {};
      cells[row + r]![column + c] = { ...overwriting(fromCell(value)), ...look };
    });
  });
}

/** The cells that the formula of one fills, itself included; undefined where it fills its own only. */
export function filledFrom(sheet: FWorksheet, row: number, column: number): IRange | undefined {
  const inner = sheet.getSheet();
  const all = sheet.getInject().get(FormulaDataModel).getArrayFormulaRange();
  return all[inner.getUnitId()]?.[inner.getSheetId()]?.[row]?.[column];
}
