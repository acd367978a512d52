import type { IUnitRange, Univer } from '@univerjs/core';
import { ICommandService, RANGE_TYPE } from '@univerjs/core';
import { SetTriggerFormulaCalculationStartMutation } from '@univerjs/engine-formula';
import type { FWorkbook } from '@univerjs/sheets/facade';

/** Functions whose result changes without any cell changing. */
const volatile = /\b(NOW|TODAY|RAND|RANDBETWEEN|RANDARRAY)\s*\(/i;

/**
 * Formulas that need the engine although nothing was typed: those without a stored result, and those that depend on the
 * day. Everything else stands with the results its file holds.
 *
 * @param workbook  an open workbook
 * @returns         ranges of such formulas, joined down each column
 */
export function uncalculated(workbook: FWorkbook): IUnitRange[] {
  const ranges: IUnitRange[] = [];
  for (const sheet of workbook.getSheets()) {
    const location = { unitId: workbook.getId(), sheetId: sheet.getSheetId() };
    const lastOfColumn = new Map<number, IUnitRange['range']>();
    sheet
      .getSheet()
      .getCellMatrix()
      .forValue((row, column, cell) => {
        if (!cell?.f || (cell.v !== undefined && cell.v !== null && !volatile.test(cell.f))) return;
        const above = lastOfColumn.get(column);
        if (above?.endRow === row - 1) {
          above.endRow = row;
          return;
        }
        const range = { startRow: row, endRow: row, startColumn: column, endColumn: column };
        lastOfColumn.set(column, range);
        ranges.push({ ...location, range: Object.assign(range, { rangeType: RANGE_TYPE.NORMAL }) });
      });
  }
  return ranges;
}

/**
 * Starts the engine on the formulas in these ranges and whatever depends on them.
 *
 * @param univer  the spreadsheet
 * @param ranges  ranges of formulas, or all there are
 */
export function calculate(univer: Univer, ranges: IUnitRange[] | 'all'): void {
  const dirty = {
    forceCalculation: ranges === 'all',
    dirtyRanges: ranges === 'all' ? [] : ranges,
    dirtyNameMap: {},
    dirtyDefinedNameMap: {},
    dirtySuperTableMap: {},
    dirtyUnitFeatureMap: {},
    dirtyUnitOtherFormulaMap: {},
    clearDependencyTreeCache: {},
  };
  univer
    .__getInjector()
    .get(ICommandService)
    .syncExecuteCommand(SetTriggerFormulaCalculationStartMutation.id, dirty, { onlyLocal: true });
}
