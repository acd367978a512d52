import { sightOf } from '../evidence/sight';
import { type DriftOptions, mostSensitive } from '../options';
import type { Series } from '../series';
import { type Change, changesFrom } from './changes';

/** A change as the largest budget of false alarms finds it, and when the workbook's own budget raises it. */
export interface FoundChange extends Change {
  /** The period at which it is raised, 0-based, `index` or a later one; null where the budget does not. */
  raised: number | null;
}

/**
 * The changes of a series as a workbook with any number of KPIs tells them. What they are, when they began and how they ended is
 * found by the largest budget of false alarms that a workbook has, so that it does not depend on how many KPIs there are. The
 * budget in `options` says whether and when each is raised: in the first period in which it too tells of a change that way.
 *
 * @param values   one figure a period, oldest first; a blank is a gap
 * @param options  as driftChanges takes them
 * @returns        the changes in the order in which they were found, those that are not raised included
 */
export function foundChanges(values: Series, options: DriftOptions = {}): FoundChange[] {
  const widest = mostSensitive(options);
  const sightAt = sightOf(values, options);
  const found = changesFrom(0, values, widest, sightAt);
  if (widest.falseAlarms === (options.falseAlarms ?? widest.falseAlarms)) {
    return found.map(change => ({ ...change, raised: change.index }));
  }
  // What the largest budget does not raise no smaller one does.
  const alarms = found.length === 0 ? [] : changesFrom(found[0]!.index, values, options, sightAt);
  return found.map(change => ({ ...change, raised: raisedBy(alarms, change) }));
}

/** The first period in the life of a change in which an alarm of its direction is on. */
function raisedBy(alarms: readonly Change[], { direction, index, over }: Change): number | null {
  const periods = alarms
    .filter(alarm => alarm.direction === direction && (alarm.over?.index ?? Infinity) > index)
    .map(alarm => Math.max(alarm.index, index))
    .filter(period => period <= (over?.index ?? Infinity));
  return periods.length === 0 ? null : Math.min(...periods);
}
