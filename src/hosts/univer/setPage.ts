import type { IMutation, Workbook } from '@univerjs/core';
import {
  CommandType,
  ICommandService,
  IUndoRedoService,
  IUniverInstanceService,
  UniverInstanceType,
} from '@univerjs/core';
import type { FWorksheet } from '@univerjs/sheets/facade';
import { keptPage, type Page, pageOf } from './page';

interface SetPage {
  unitId: string;
  subUnitId: string;
  page?: Page;
}

const setPageMutation: IMutation<SetPage> = {
  id: 'sheet.mutation.compass-page',
  type: CommandType.MUTATION,
  handler: (services, { unitId, subUnitId, page }) => {
    const book = services.get(IUniverInstanceService).getUnit<Workbook>(unitId, UniverInstanceType.UNIVER_SHEET);
    const config = book?.getSheetBySheetId(subUnitId)?.getConfig();
    if (!config) return false;
    Object.assign(config, keptPage(page, config.custom ?? {}));
    return true;
  },
};

/** Sets how a sheet prints, as a step that can be undone. */
export function setPage(sheet: FWorksheet, unitId: string, page: Page): void {
  const services = sheet.getInject();
  const commands = services.get(ICommandService);
  if (!commands.hasCommand(setPageMutation.id)) commands.registerCommand(setPageMutation);
  const step = (change: Page | undefined) => ({
    id: setPageMutation.id,
    params: { unitId, subUnitId: sheet.getSheetId(), page: change },
  });
  const undo = step(pageOf(sheet.getSheet().getConfig()));
  const redo = step(page);
  commands.syncExecuteCommand(redo.id, redo.params);
  services.get(IUndoRedoService).pushUndoRedo({ unitID: unitId, undoMutations: [undo], redoMutations: [redo] });
}
