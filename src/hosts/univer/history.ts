import {
  type DependencyOverride,
  ICommandService,
  type IMutationInfo,
  type Injector,
  type IUndoRedoItem,
  IUndoRedoService,
  LocalUndoRedoService,
  sequenceExecute,
} from '@univerjs/core';
import { SetSelectionsOperation } from '@univerjs/sheets';

/**
 * Univer's undo history, with steps that consist of several commands. Univer's own batching takes commands back in the
 * order in which they were done: a new sheet would go before its cells.
 */
class History extends LocalUndoRedoService {
  private collected: IUndoRedoItem[] | undefined;

  override pushUndoRedo(item: IUndoRedoItem): void {
    if (this.collected) this.collected.push(item);
    else super.pushUndoRedo(item);
  }

  /** Runs commands without making steps of them; what would have been the steps goes to the list. */
  collect(into: IUndoRedoItem[], change: () => void): void {
    this.collected = into;
    try {
      change();
    } finally {
      this.collected = undefined;
    }
  }
}

/** Puts this history in the place of Univer's; for the `override` setting of `createUniver`. */
export const withHistory: DependencyOverride = [[IUndoRedoService, { useClass: History }]];

/**
 * Runs several commands as one step of the undo history. If one fails, what the others did is taken back.
 *
 * @param services  of a spreadsheet made `withHistory`
 * @param unitID    the workbook's id
 * @param change    executes the commands; throws where one is refused
 * @throws          whatever `change` throws, once everything is as it was
 */
export function asOneStep(services: Injector, unitID: string, change: () => void): void {
  const history = services.get(IUndoRedoService) as History;
  const steps: IUndoRedoItem[] = [];
  const undoMutations = () => [...steps].reverse().flatMap(step => withoutSelections(step.undoMutations));
  try {
    history.collect(steps, change);
  } catch (error) {
    sequenceExecute(undoMutations(), services.get(ICommandService));
    throw error;
  }
  if (steps.length === 0) return;
  const redoMutations = steps.flatMap(step => withoutSelections(step.redoMutations));
  history.pushUndoRedo({ unitID, undoMutations: undoMutations(), redoMutations });
}

/** What is selected stays with the user. */
function withoutSelections(mutations: IMutationInfo[]): IMutationInfo[] {
  return mutations.filter(({ id }) => id !== SetSelectionsOperation.id);
}
