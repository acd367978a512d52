import { driftChanges } from './changes';
import type { Raises } from './look';
import type { DriftOptions } from './options';
import type { Direction, Series } from './series';

/** One change as it was raised; places are 0-based periods. */
export interface DriftSignal {
  rule: Raises;
  /** The period at which it is raised, from what was known then. */
  index: number;
  /** Direction of the raw figure. */
  direction: Direction;
  /** The estimated onset. */
  since: number;
  /** A KPI that had not changed would raise as much in this direction once in so many calendar years. */
  years: number;
}

/**
 * The changes of a series that routine variation does not explain, one entry a change. Every period is judged from what
 * was known then, so that what a beginning of the series raises is what the whole series reports for that period.
 *
 * @param values   one figure a period, oldest first; a blank is a gap. Fewer than 7 figures raise nothing
 * @param options  better: the good direction; falseAlarms: chance allowed a year; reviews a year; season; counts; accepted levels
 * @returns        one entry a change, both directions, in the order in which they were raised
 */
export function driftSignals(values: Series, options: DriftOptions = {}): DriftSignal[] {
  return driftChanges(values, options).map(({ rule, index, direction, since, years }) => ({
    rule,
    index,
    direction,
    since,
    years,
  }));
}
