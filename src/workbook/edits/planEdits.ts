import type { Edit } from '../edit';
import type { Snapshot } from '../snapshot';
import { applyEdits } from './applyEdits';
import { joinWrites } from './joinWrites';

/** A list of edits in the making: each step sees the workbook as the steps before it leave it. */
export interface EditPlan {
  /** The workbook as the steps so far leave it. */
  readonly now: Snapshot;
  /** Plans the next edits. */
  add(step: (now: Snapshot) => Edit[]): void;
  /**
   * All edits in order, neighbouring writes joined.
   *
   * @param last  edits that follow and that no step needs to see, such as the removal of sheets
   */
  finish(last?: Edit[]): Edit[];
}

/**
 * Starts a plan of edits that build on each other.
 *
 * @param snapshot  the workbook before any edit; it stays as it is
 * @param prepare   what is done to the edits of each step before they are applied, such as solving their formulas
 * @throws          EditConflict from `add`, where a step plans something that the workbook does not allow
 */
export function planEdits(
  snapshot: Snapshot,
  prepare: (now: Snapshot, edits: Edit[]) => Edit[] = (_, edits) => edits,
): EditPlan {
  const planned: Edit[] = [];
  let current = snapshot;
  return {
    get now() {
      return current;
    },
    add(step) {
      const edits = prepare(current, step(current));
      current = applyEdits(current, edits);
      planned.push(...edits);
    },
    finish: (last = []) => joinWrites([...planned, ...last]),
  };
}
