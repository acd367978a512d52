import type { IMutationInfo, Injector, IUndoRedoItem } from '@univerjs/core';
import { ICommandService, IUndoRedoService, sequenceExecute } from '@univerjs/core';
import { SetSelectionsOperation } from '@univerjs/sheets';

/**
 * Runs several commands as one step of the undo history. If one fails, what the others did is taken back.
 *
 * @param services  of the spreadsheet
 * @param unitId    the workbook's id
 * @param change    executes the commands; throws where one is refused
 * @throws          whatever `change` throws, once everything is as it was
 */
export function asOneUndo(services: Injector, unitId: string, change: () => void): void {
  const history = services.get(IUndoRedoService);
  const steps: IUndoRedoItem[] = [];
  const { pushUndoRedo } = history;
  // Univer's own batching takes steps back in the order in which they were done; a new sheet would go before its cells.
  history.pushUndoRedo = step => {
    if (step.unitID === unitId) steps.push(step);
    else pushUndoRedo.call(history, step);
  };
  const undoMutations = () => [...steps].reverse().flatMap(step => withoutSelections(step.undoMutations));
  try {
    change();
  } catch (error) {
    sequenceExecute(undoMutations(), services.get(ICommandService));
    throw error;
  } finally {
    history.pushUndoRedo = pushUndoRedo;
  }
  if (steps.length === 0) return;
  history.pushUndoRedo({
    unitID: unitId,
    undoMutations: undoMutations(),
    redoMutations: steps.flatMap(step => withoutSelections(step.redoMutations)),
  });
}

/** What is selected stays with the user. */
function withoutSelections(mutations: IMutationInfo[]): IMutationInfo[] {
  return mutations.filter(({ id }) => id !== SetSelectionsOperation.id);
}
