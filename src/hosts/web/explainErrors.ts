import type { Injector } from '@univerjs/core';
import { IFunctionService } from '@univerjs/engine-formula';
import type { FWorkbook } from '@univerjs/sheets/facade';
import { CellAlertManagerService, CellAlertType, HoverManagerService } from '@univerjs/sheets-ui';
import { MESSAGE } from '../univer/calculation/cellFunctions';
import { spilledCells } from '../univer/calculation/spilledCells';
import { isErrorCode } from '../univer/reading/cells';
import { unknownNameIn } from './unknownName';

/** Univer explains an error in general terms a tenth of a second after the pointer has come to rest; ours takes its place. */
const delay = 130;
const key = 'SHEET_FORMULA_ALERT';

/**
 * Says what was wrong where one of our functions gave an error, when the pointer rests on the cell: "row 5 of lost: 'n/a' is
 * not a number" instead of "value error"; and which name is unknown where a formula gives #NAME?.
 *
 * @param services  of the spreadsheet, once a workbook is open
 * @param book      the workbook that is open now
 */
export function explainErrors(services: Injector, book: () => FWorkbook): void {
  const alerts = services.get(CellAlertManagerService);
  const unknownName = (formula: unknown) =>
    typeof formula !== 'string'
      ? null
      : unknownNameIn(
          formula,
          [...services.get(IFunctionService).getExecutors().keys()].map(String),
          book()
            .getDefinedNames()
            .map(defined => defined.getName()),
        );
  let timer: ReturnType<typeof setTimeout> | undefined;
  services.get(HoverManagerService).currentCell$.subscribe(position => {
    clearTimeout(timer);
    if (!position) return;
    timer = setTimeout(() => {
      const { location } = position;
      const own = book().getWorkbook().getSheetBySheetId(location.subUnitId)?.getCellRaw(location.row, location.col);
      const spilled = spilledCells(services, location.unitId, location.subUnitId);
      const cell = spilled?.[location.row]?.[location.col] ?? own;
      if (!cell || !isErrorCode(cell.v)) return;
      const message: unknown = cell.v === '#NAME?' ? unknownName(own?.f) : cell.custom?.[MESSAGE];
      if (typeof message !== 'string') return;
      alerts.removeAlert(key);
      alerts.showAlert({ type: CellAlertType.ERROR, title: cell.v, message, location, width: 260, height: 74, key });
    }, delay);
  });
}
