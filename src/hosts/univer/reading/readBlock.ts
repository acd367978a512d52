import { FormulaDataModel } from '@univerjs/engine-formula';
import type { FWorksheet } from '@univerjs/sheets/facade';
import type { Rectangle } from '../../../cells/rectangle';
import type { Block } from '../../../workbook/snapshot';
import { spilledCells } from '../calculation/spilledCells';
import { allSteps } from './allSteps';
import { blockInSteps, type SheetCells, sheetExtent } from './sheetCells';

/** A sheet of the open grid, to be read. */
export function gridCells(sheet: FWorksheet): SheetCells {
  const inner = sheet.getSheet();
  const [unitId, sheetId] = [inner.getUnitId(), inner.getSheetId()];
  const formulas = sheet.getInject().get(FormulaDataModel);
  return {
    name: inner.getName(),
    cells: inner.getCellMatrix().getMatrix(),
    spilled: spilledCells(sheet.getInject(), unitId, sheetId),
    formulaAt: (row, column) => formulas.getFormulaStringByCell(row, column, sheetId, unitId),
    patternOf: style => inner.getStyleDataByHash(style)?.n?.pattern,
    rowStyle: row => inner.getRowStyle(row),
    columnStyle: column => inner.getColumnStyle(column),
  };
}

/**
 * Reads a rectangle of the open grid as it is: values as calculated (spilled ones too), formulas and number formats.
 *
 * @param sheet  a sheet of an open workbook
 * @param area   may reach beyond what is in use; there everything is blank
 */
export function readBlock(sheet: FWorksheet, area: Rectangle): Required<Block> {
  return allSteps(blockInSteps(gridCells(sheet), area));
}

/** Rows and columns from A1 to the last cell that holds something; cells that only have a look do not count below it. */
export function usedExtent(sheet: FWorksheet): { rows: number; columns: number } {
  return sheetExtent(gridCells(sheet));
}
