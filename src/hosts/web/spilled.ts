import { ICommandService, type Injector, InterceptorEffectEnum, type IUnitRange } from '@univerjs/core';
import { FormulaDataModel, SetArrayFormulaDataMutation } from '@univerjs/engine-formula';
import { INTERCEPTOR_POINT, SheetInterceptorService } from '@univerjs/sheets';
import { spilledCells } from '../univer/calculation/spilledCells';
import type { Spilled, WorkbookDocument } from './document';

type SpilledSheets = WorkbookDocument['spilled'];

/** What array formulas of a workbook have spilled, by sheet. */
export function spilledOf(services: Injector, unitId: string): SpilledSheets {
  const sheets = services.get(FormulaDataModel).getArrayFormulaRange()[unitId] ?? {};
  return Object.fromEntries(
    Object.entries(sheets).map(([sheetId, ranges]) => {
      const cells = (spilledCells(services, unitId, sheetId) ?? {}) as Spilled['cells'];
      return [sheetId, { ranges, cells }];
    }),
  );
}

/**
 * Shows what array formulas had spilled when the workbook was kept or saved.
 *
 * @returns  the formulas themselves: the engine spills anew what it has not spilled itself
 */
export function restoreSpilled(services: Injector, unitId: string, spilled: SpilledSheets): IUnitRange[] {
  const sheets = Object.entries(spilled);
  if (sheets.length === 0) return [];
  const ranges = Object.fromEntries(sheets.map(([sheetId, sheet]) => [sheetId, sheet.ranges]));
  const cells = Object.fromEntries(sheets.map(([sheetId, sheet]) => [sheetId, sheet.cells]));
  services.get(ICommandService).syncExecuteCommand(SetArrayFormulaDataMutation.id, {
    arrayFormulaRange: { [unitId]: ranges },
    arrayFormulaCellData: { [unitId]: cells },
  });
  return sheets.flatMap(([sheetId, sheet]) =>
    Object.entries(sheet.ranges).flatMap(([row, line]) =>
      Object.keys(line).map(column => {
        const [r, c] = [Number(row), Number(column)];
        return { unitId, sheetId, range: { startRow: r, endRow: r, startColumn: c, endColumn: c } };
      }),
    ),
  );
}

/** After what an array formula spilled is put into the cell, before its number format is applied. */
const priority = 50;

/**
 * Shows spilled results in the number format that their function gives, as it does for the formula's own cell: a column of
 * churn rates reads 5.0 %, 3.0 %, not 5.0 %, 0.03. A cell with a look of its own keeps it.
 *
 * @param services  of the spreadsheet, once a workbook is open
 */
export function showSpilledFormats(services: Injector): void {
  services.get(SheetInterceptorService).intercept(INTERCEPTOR_POINT.CELL_CONTENT, {
    id: 'spilled-formats',
    priority,
    effect: InterceptorEffectEnum.Value | InterceptorEffectEnum.Style,
    handler: (cell, { unitId, subUnitId, row, col, rawData }, next) => {
      const spilled = spilledCells(services, unitId, subUnitId)?.[row]?.[col];
      return next(spilled?.s && !rawData?.s ? { ...cell, s: spilled.s } : cell);
    },
  });
}
