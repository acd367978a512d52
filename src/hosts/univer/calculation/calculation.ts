import { ICommandService, type IUnitRange, RANGE_TYPE, type Univer } from '@univerjs/core';
import { SetTriggerFormulaCalculationStartMutation } from '@univerjs/engine-formula';
import type { FWorkbook } from '@univerjs/sheets/facade';
import { FormulaCalculationSessionService } from '@univerjs/sheets-formula';
import { isVolatile } from './volatile';

/**
 * Formulas that need the engine although nothing was typed: those without a stored result, and those that depend on the
 * day. Everything else is with the results its file holds.
 *
 * @param workbook  an open workbook
 * @returns         ranges of such formulas, joined down each column
 */
export function uncalculated(workbook: FWorkbook): IUnitRange[] {
  const ranges: IUnitRange[] = [];
  for (const sheet of workbook.getSheets()) {
    const location = { unitId: workbook.getId(), sheetId: sheet.getSheetId() };
    const lastOfColumn = new Map<string, IUnitRange['range']>();
    const cells = sheet.getSheet().getConfig().cellData;
    for (const row in cells) {
      for (const column in cells[row]) {
        const cell = cells[row]![column as unknown as number];
        if (!cell?.f || (cell.v !== undefined && cell.v !== null && !isVolatile(cell.f))) continue;
        const above = lastOfColumn.get(column);
        if (above?.endRow === Number(row) - 1) {
          above.endRow = Number(row);
          continue;
        }
        const [r, c] = [Number(row), Number(column)];
        const range = { rangeType: RANGE_TYPE.NORMAL, startRow: r, endRow: r, startColumn: c, endColumn: c };
        lastOfColumn.set(column, range);
        ranges.push({ ...location, range });
      }
    }
  }
  return ranges;
}

/**
 * Starts the engine on the formulas in these ranges and whatever depends on them.
 *
 * @param univer  the spreadsheet
 * @param ranges  ranges of formulas, or all there are
 */
export function startCalculation(univer: Univer, ranges: IUnitRange[] | 'all'): void {
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

/** The engine starts within half a second of a change, counted in moments in which the thread had nothing else to do. */
const MOMENT = 25;
const MOMENTS = 20;

/**
 * Resolves once the results of what was just changed are in the cells; soon, where nothing has to be calculated. Univer's own
 * waiting counts by the clock, and on a busy machine gives up before the engine has started.
 *
 * @param univer  the spreadsheet
 */
export async function resultsApplied(univer: Univer): Promise<void> {
  const session = univer.__getInjector().get(FormulaCalculationSessionService);
  const { id } = session.state;
  for (let idle = 0; idle < MOMENTS && session.state.id === id && session.state.resultApplied; ) {
    const from = performance.now();
    await new Promise(resolve => setTimeout(resolve, MOMENT));
    if (performance.now() - from < 2 * MOMENT) idle++;
  }
  if (!session.state.resultApplied) await session.waitForLatestApplied();
}
