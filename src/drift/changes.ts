import { type DriftOptions, type Sign, signsByPeriod } from './engine';
import { level, onset } from './onset';
import type { AcceptedLevel } from './regimes';
import type { Rule } from './rules';
import { type Direction, figures, mean, newestFigures, type Series } from './series';

/** So many periods in a row nearer the old level than the new one end a change. */
export const RECOVERED_AFTER = 3;
/** A change that began so many periods ago or more is history. */
export const HISTORY_AFTER = 24;

/** How a change ended. */
export interface Ending {
  /** The period at which it was known to be over, 0-based. */
  index: number;
  /** The first period of the end: of the three that returned, or the same. */
  from: number;
  how: 'recovered' | 'accepted' | 'history';
}

/** One change of a series, from the period at which it was raised to its end. All places are 0-based periods. */
export interface Change {
  /** The rule that raised it. */
  rule: Rule;
  /** The period at which it is raised, from what was known then. */
  index: number;
  direction: Direction;
  /** Its estimated onset. */
  since: number;
  /** First period of the regime before it. */
  regime: number;
  /** The centre of the regime before the onset, and from the onset to the period of raising; in the unit of the figures. */
  oldLevel: number;
  newLevel: number;
  /** Every sign of it while it is open, the first one first. */
  signs: { rule: Rule; index: number; points: number[] }[];
  /** How it ended; null while it is open. */
  over: Ending | null;
}

/**
 * The changes of a series: one change is one entry, however many signs of it there are and however long it lasts.
 *
 * @param values   one figure a period, oldest first; a blank is a gap
 * @param options  as signsByPeriod takes them
 * @returns        the changes in the order in which they were raised, each with its life so far
 */
export function driftChanges(values: Series, options: DriftOptions = {}): Change[] {
  const changes: Change[] = [];
  for (const [period, signs] of signsByPeriod(values, options).entries()) {
    for (const change of changes) change.over ??= ending(change, values, period);
    for (const sign of signs) join(changes, values, sign, period, options.sparse);
    for (const change of changes) change.over ??= acceptance(change, period, options.accepted ?? []);
  }
  return changes;
}

function acceptance(change: Change, period: number, accepted: readonly AcceptedLevel[]): Ending | null {
  const found = accepted.some(level => level.after <= period && level.from >= change.since);
  return found ? { index: period, from: period, how: 'accepted' } : null;
}

function ending(change: Change, values: Series, period: number): Ending | null {
  const { oldLevel, newLevel } = change;
  const newest = newestFigures(values.slice(0, period + 1), RECOVERED_AFTER);
  const nearerOld = (i: number) => Math.abs(values[i]! - oldLevel) < Math.abs(values[i]! - newLevel);
  if (newest[0]! > change.index && newest.every(nearerOld)) {
    return { index: period, from: newest[0]!, how: 'recovered' };
  }
  return period - change.since >= HISTORY_AFTER ? { index: period, from: period, how: 'history' } : null;
}

/** A sign joins the open change in its direction; otherwise it raises a change, unless it only sees the last one again. */
function join(changes: Change[], values: Series, sign: Sign, period: number, sparse?: boolean): void {
  const { rule, direction, points } = sign;
  const last = [...changes].reverse().find(change => change.direction === direction);
  if (last && !last.over) {
    last.signs.push({ rule, index: period, points });
    return;
  }
  const regime = Math.max(sign.regime, last?.over?.how === 'recovered' ? last.over.from : 0);
  const since = regime === sign.regime ? sign.since : onset(values, regime, period, direction);
  const levels = levelsAround(values.slice(regime, since), values.slice(since, period + 1), direction, sparse);
  if (!levels || (last && since <= last.index)) return;
  changes.push({
    rule,
    index: period,
    direction,
    since,
    regime,
    ...levels,
    signs: [{ rule, index: period, points }],
    over: null,
  });
}

/** The levels before and after an onset: by their centre lines, by their means where a far point turns those round; null if neither moved that way. */
function levelsAround(before: Series, after: Series, direction: Direction, sparse?: boolean) {
  const candidates = [
    { oldLevel: level(before, sparse), newLevel: level(after, sparse) },
    { oldLevel: mean(figures(before)), newLevel: mean(figures(after)) },
  ];
  const moved = ({ oldLevel, newLevel }: { oldLevel: number; newLevel: number }) =>
    direction === 'up' ? newLevel > oldLevel : newLevel < oldLevel;
  return candidates.find(moved) ?? null;
}
