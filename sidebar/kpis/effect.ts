import { counted } from '../../src/cells/english';
import { review as reviewOf } from '../../src/review/review';
import { alertsIn } from '../../src/review/sections';
import type { Review } from '../../src/review/types';
import type { Edit } from '../../src/workbook/edit';
import { applyEdits } from '../../src/workbook/edits/applyEdits';
import type { Snapshot } from '../../src/workbook/snapshot';

/**
 * What edits would do to score and alerts.
 *
 * @param snapshot  the workbook, with the cells that the edits point at
 * @param before    the review of it as it is; without one nothing is said
 */
export function effectOf(snapshot: Snapshot, edits: Edit[], before: Review | null): string {
  if (!before) return '';
  const after = reviewOf(applyEdits(snapshot, edits));
  const shown = (score: number | null) => (score === null ? 'none' : score.toFixed(1));
  const [from, to] = [before, after].map(({ score }) => shown(score.score));
  const waiting = (review: Review) => alertsIn(review, 'new', 'open').length;
  const more = waiting(after) - waiting(before);
  const said = [
    from === to ? 'The score does not change' : `The score changes from ${from} to ${to}`,
    more === 0 ? 'the alerts do not change' : `${counted(Math.abs(more), 'alert')} ${more > 0 ? 'more' : 'fewer'}`,
  ];
  return `${said.join('; ')}.`;
}
