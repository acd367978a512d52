import type { Raises } from '../evidence/look';
import type { DriftOptions } from '../options';
import { type Direction, isFigure, type Series } from '../series';
import { driftChanges } from './changes';

/** How the changes of a series are looked for, and what they are held against. */
export interface SignalOptions extends DriftOptions {
  /** The target, in the unit of the figures. */
  target?: number | null;
  /** The 0-based period in which a declared experiment ends: until then a change is what it intends. */
  experimentUntil?: number | null;
}

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
  /** Where a target is given: whether the new level, as it was when the change was raised, meets it. */
  onTarget?: boolean;
  /** Where an experiment is declared: whether it was still on when the change was raised. */
  intended?: boolean;
}

/**
 * The changes of a series that routine variation does not explain, one entry a change. Every period is judged from what
 * was known then, so that what a beginning of the series raises is what the whole series reports for that period.
 *
 * @param values   one figure a period, oldest first; a blank is a gap. Fewer than 7 figures raise nothing
 * @param options  better: the good direction; falseAlarms: chance allowed a year; reviews a year; season; counts; baseline;
 *                 accepted levels; target and experiment, which decide how a change is reported, never whether it is raised
 * @returns        one entry a change, both directions, in the order in which they were raised
 */
export function driftSignals(values: Series, options: SignalOptions = {}): DriftSignal[] {
  const { better = 'higher', target, experimentUntil } = options;
  return driftChanges(values, options).map(change => ({
    rule: change.rule,
    index: change.index,
    direction: change.direction,
    since: change.since,
    years: change.years,
    ...(isFigure(target) && better !== 'in range' && { onTarget: reaches(change.newLevel, target, better) }),
    ...(isFigure(experimentUntil) && { intended: change.index <= experimentUntil }),
  }));
}

function reaches(level: number, target: number, better: 'higher' | 'lower'): boolean {
  return better === 'higher' ? level >= target : level <= target;
}
