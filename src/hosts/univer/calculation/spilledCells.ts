import type { Injector } from '@univerjs/core';
import { FormulaDataModel } from '@univerjs/engine-formula';
import type { Cells } from '../reading/sheetCells';

/**
 * What array formulas spilled on a sheet, the formulas' own cells included: the engine keeps it apart from the cells.
 *
 * @param services  of the spreadsheet
 * @param unitId    the workbook's id
 * @param sheetId   the sheet's id
 */
export function spilledCells(services: Injector, unitId: string, sheetId: string): Cells | undefined {
  const all = services.get(FormulaDataModel).getArrayFormulaCellData();
  return (all as Record<string, Record<string, Cells> | undefined>)[unitId]?.[sheetId];
}
