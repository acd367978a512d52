import type { ICellData, Injector, Nullable } from '@univerjs/core';
import { InterceptorEffectEnum } from '@univerjs/core';
import { FormulaDataModel } from '@univerjs/engine-formula';
import { INTERCEPTOR_POINT, SheetInterceptorService } from '@univerjs/sheets';

/** After what an array formula spilled is put into the cell, before its number format is applied. */
const priority = 50;

type Cells = Record<
  string,
  Record<string, Record<number, Record<number, Nullable<ICellData>>> | undefined> | undefined
>;

/**
 * Shows spilled results in the number format that their function gives, as it does for the formula's own cell: a column of
 * churn rates reads 5.0 %, 3.0 %, not 5.0 %, 0.03. A cell with a look of its own keeps it.
 *
 * @param services  of the spreadsheet, once a workbook is open
 */
export function showSpilledFormats(services: Injector): void {
  const model = services.get(FormulaDataModel);
  services.get(SheetInterceptorService).intercept(INTERCEPTOR_POINT.CELL_CONTENT, {
    id: 'spilled-formats',
    priority,
    effect: InterceptorEffectEnum.Value | InterceptorEffectEnum.Style,
    handler: (cell, { unitId, subUnitId, row, col, rawData }, next) => {
      const spilled = (model.getArrayFormulaCellData() as Cells)[unitId]?.[subUnitId]?.[row]?.[col];
      return next(spilled?.s && !rawData?.s ? { ...cell, s: spilled.s } : cell);
    },
  });
}
