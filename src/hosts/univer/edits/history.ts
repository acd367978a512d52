import type { DependencyOverride, IMutationInfo, Injector, IUndoRedoItem, Workbook } from '@univerjs/core';
import {
  ICommandService,
  IUndoRedoService,
  IUniverInstanceService,
  LocalUndoRedoService,
  sequenceExecute,
} from '@univerjs/core';
import {
  type IInsertSheetMutationParams,
  InsertSheetMutation,
  type IRemoveSheetMutationParams,
  RemoveSheetMutation,
  RemoveSheetUndoMutationFactory,
  SetSelectionsOperation,
} from '@univerjs/sheets';

/** Several commands of which one was refused. */
export class StepFailed extends Error {
  override name = 'StepFailed';

  /**
   * @param cause        what was thrown
   * @param isTakenBack  whether all that was done before is undone
   */
  constructor(
    override readonly cause: unknown,
    readonly isTakenBack: boolean,
  ) {
    super('A command was refused.');
  }
}

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

  /** Runs commands without making steps of them; what would have been the steps is added to the list. */
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
 * Runs several commands as one step of the undo history. If one fails, what was done is taken back: by the undo of each
 * command that went through, and a sheet that the failed one has deleted already by putting it in again.
 *
 * @param services  of a spreadsheet made `withHistory`
 * @param unitID    the workbook's id
 * @param change    executes the commands; throws where one is refused
 * @throws          StepFailed
 */
export function asOneStep(services: Injector, unitID: string, change: () => void): void {
  const history = services.get(IUndoRedoService) as History;
  const steps: IUndoRedoItem[] = [];
  const undoMutations = () => [...steps].reverse().flatMap(step => withoutSelections(step.undoMutations));
  const watch = watchMutations(services, unitID, steps);
  try {
    history.collect(steps, change);
  } catch (error) {
    const { deleted, isAlone } = watch.end();
    const { result } = sequenceExecute([...deleted(), ...undoMutations()], services.get(ICommandService));
    throw new StepFailed(error, result && isAlone && deleted().length === 0);
  }
  watch.end();
  if (steps.length === 0) return;
  const redoMutations = steps.flatMap(step => withoutSelections(step.redoMutations));
  history.pushUndoRedo({ unitID, undoMutations: undoMutations(), redoMutations });
}

/** Mutations of what a workbook holds, by their ids; those of the engine and the editor follow from them. */
const OF_THE_WORKBOOK = /^(sheet|data-validation)\.mutation\./;

/** What is known of the mutations of a step. */
interface Watched {
  /** Mutations that put in again the sheets which are missing and which no undo of the step brings back. */
  deleted(): IMutationInfo[];
  /** Whether the last command, which left no undo, did nothing but delete sheets. */
  isAlone: boolean;
}

/**
 * Watches what commands do: one that fails half-way leaves no undo of what it has done. Univer removes a sheet, for one,
 * before it finds that no other can come to the front.
 *
 * @param steps  the undos that the commands leave, as they come
 */
function watchMutations(services: Injector, unitId: string, steps: IUndoRedoItem[]): { end(): Watched } {
  const commands = services.get(ICommandService);
  const insertions: IInsertSheetMutationParams[] = [];
  let others = 0;
  let recorded = 0;
  const before = commands.beforeCommandExecuted(({ id, params }) => {
    if (steps.length > recorded) others = 0;
    recorded = steps.length;
    if (id === RemoveSheetMutation.id)
      insertions.push(RemoveSheetUndoMutationFactory(services, params as IRemoveSheetMutationParams));
    else if (OF_THE_WORKBOOK.test(id)) others++;
  });
  return {
    end() {
      before.dispose();
      if (steps.length > recorded) others = 0;
      const workbook = services.get(IUniverInstanceService).getUnit<Workbook>(unitId);
      const undone = steps.flatMap(({ undoMutations }) =>
        undoMutations.flatMap(({ id, params }) =>
          id === InsertSheetMutation.id ? [(params as IInsertSheetMutationParams).sheet.id] : [],
        ),
      );
      const deleted = () =>
        insertions
          .filter(({ sheet }) => !workbook?.getSheetBySheetId(sheet.id) && !undone.includes(sheet.id))
          .reverse()
          .map(params => ({ id: InsertSheetMutation.id, params }));
      return { deleted, isAlone: others === 0 };
    },
  };
}

/** What is selected stays with the user. */
function withoutSelections(mutations: IMutationInfo[]): IMutationInfo[] {
  return mutations.filter(({ id }) => id !== SetSelectionsOperation.id);
}
