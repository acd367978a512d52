import type { IMutation, IMutationInfo, Injector, IWorksheetData, Workbook } from '@univerjs/core';
import {
  CommandType,
  ICommandService,
  IUndoRedoService,
  IUniverInstanceService,
  UniverInstanceType,
} from '@univerjs/core';
import type { FWorksheet } from '@univerjs/sheets/facade';

/** What users of Univer keep with a sheet beside what Univer knows of. */
export type Custom = IWorksheetData['custom'];

interface SetCustom {
  unitId: string;
  subUnitId: string;
  custom: Custom;
}

const mutation: IMutation<SetCustom> = {
  id: 'sheet.mutation.compass-custom',
  type: CommandType.MUTATION,
  handler: (services, { unitId, subUnitId, custom }) => {
    const book = services.get(IUniverInstanceService).getUnit<Workbook>(unitId, UniverInstanceType.UNIVER_SHEET);
    const config = book?.getSheetBySheetId(subUnitId)?.getConfig();
    if (!config) return false;
    config.custom = custom;
    return true;
  },
};

/** The change of what a sheet keeps, for a list of changes that Univer makes together. */
export function customChange(services: Injector, unitId: string, subUnitId: string, custom: Custom): IMutationInfo {
  const commands = services.get(ICommandService);
  if (!commands.hasCommand(mutation.id)) commands.registerCommand(mutation);
  return { id: mutation.id, params: { unitId, subUnitId, custom } };
}

/** Sets what a sheet keeps, as a step that can be undone. */
export function setCustom(sheet: FWorksheet, unitId: string, custom: Custom): void {
  const services = sheet.getInject();
  const change = (to: Custom) => customChange(services, unitId, sheet.getSheetId(), to);
  const undo = change(sheet.getSheet().getConfig().custom);
  const redo = change(custom);
  services.get(ICommandService).syncExecuteCommand(redo.id, redo.params);
  services.get(IUndoRedoService).pushUndoRedo({ unitID: unitId, undoMutations: [undo], redoMutations: [redo] });
}
