import { FEWEST_BEFORE, LONGEST } from './evidence';
import { judgingLimits } from './limits';
import { look, type Rule, seenAt, type Verdict } from './look';
import { level } from './onset';
import type { AcceptedLevel, DriftOptions } from './options';
import { type VisibleRule, wheelerRules } from './rules';
import { type Direction, isFigure, type Series } from './series';

/** So many periods in a row nearer the old level than the new one end a change. */
export const RECOVERED_AFTER = 3;
/** A change that began so many periods ago or more is history. */
export const HISTORY_AFTER = 24;

/** How a change ended, and at which period (0-based). */
export interface Ending {
  index: number;
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
  /** The centre of the regime before the onset, and from the onset to the period of raising; without season, in the unit of the figures. */
  oldLevel: number;
  newLevel: number;
  /** log Bayes factor of a lasting change; of a spike, log of how much further out it stands than the furthest before. */
  evidence: number;
  /** A KPI that had not changed would raise as much in this direction once in so many calendar years. */
  years: number;
  /** What a reader can see of it in the chart while it is open, and the rule that raised it, in order. */
  signs: { rule: Rule | VisibleRule; index: number; points: number[] }[];
  /** How it ended; null while it is open. */
  over: Ending | null;
}

/** What is known at a period: the periods of the current regime, the changes so far, and the regime that each one left behind. */
interface State {
  regime: number[];
  /** For each direction the last period that is explained by a change from which the level came back. */
  settled: Record<Direction, number>;
  changes: Change[];
  left: Map<Change, number[]>;
}

/**
 * The changes of a series: one change is one entry, however many signs of it there are and however long it lasts. Every
 * period is judged from what was known then, and the series is watched for ever: after a change the regime starts anew.
 *
 * @param values   one figure a period, oldest first; a blank is a gap
 * @param options  budget of false alarms, reviews a year, season, denominators, accepted levels
 * @returns        the changes in the order in which they were raised, each with its life so far
 */
export function driftChanges(values: Series, options: DriftOptions = {}): Change[] {
  const state: State = { regime: [], settled: { up: -1, down: -1 }, changes: [], left: new Map() };
  const { accepted = [] } = options;
  for (let period = 0; period < values.length; period++) {
    if (!isFigure(values[period])) continue;
    const seen = seenAt(values, period, options);
    const start = regimeStart(accepted, period);
    state.regime = [...state.regime, period].filter(at => at >= start).slice(-LONGEST);
    for (const change of state.changes) {
      change.over ??= ending(change, state.regime, seen, period, accepted);
      if (change.over?.index === period && change.over.how === 'recovered') restore(state, change);
    }
    for (const direction of ['up', 'down'] as const) {
      const verdict = judge(state, seen, direction, options);
      const open = state.changes.find(change => !change.over && change.direction === direction);
      if (open) open.signs.push(...visibleSigns(open, values, period));
      else if (verdict && isNews(verdict, state)) raise(state, verdict, period, seen, values, options);
    }
  }
  return state.changes;
}

/** The first period of the newest level that was accepted before a period was judged, or the first of all. */
export function regimeStart(accepted: readonly AcceptedLevel[], period: number): number {
  return Math.max(0, ...accepted.filter(level => level.known <= period).map(level => level.from));
}

type Seen = ReturnType<typeof seenAt>;

function judge(state: State, seen: Seen, direction: Direction, options: DriftOptions): Verdict | null {
  const regime = judgedRegime(state);
  const figures = seen(regime);
  const periods = regime.filter((_, i) => isFigure(figures[i]));
  return look(figures.filter(isFigure), periods, direction, options, state.settled[direction]);
}

/** Until a new regime is long enough to be judged, what came before the change still speaks. */
function judgedRegime({ regime, changes, left }: State): number[] {
  const newest = changes[changes.length - 1];
  if (regime.length > FEWEST_BEFORE || !newest || newest.over) return regime;
  return [...left.get(newest)!, ...regime].slice(-LONGEST);
}

function ending(
  change: Change,
  regime: readonly number[],
  seen: Seen,
  period: number,
  accepted: readonly AcceptedLevel[],
): Ending | null {
  if (accepted.some(level => level.known <= period && level.from >= change.since)) {
    return { index: period, how: 'accepted' };
  }
  const { oldLevel, newLevel } = change;
  const newest = regime.slice(-RECOVERED_AFTER);
  const nearerOld = (figure: number | null) => figure !== null && Math.abs(figure - oldLevel) < Math.abs(figure - newLevel);
  if (newest.length === RECOVERED_AFTER && newest[0]! > change.index && seen(newest).every(nearerOld)) {
    return { index: period, how: 'recovered' };
  }
  return period - change.since >= HISTORY_AFTER ? { index: period, how: 'history' } : null;
}

/** After a recovery the old level speaks again, the excursion included: it was something that this KPI does. */
function restore(state: State, change: Change): void {
  if (state.regime[0]! < change.since) return;
  state.settled[change.direction] = state.regime[state.regime.length - RECOVERED_AFTER]!;
  state.regime = [...state.left.get(change)!, ...state.regime].slice(-LONGEST);
}

/** A change that was over before its direction shows again is only seen once more if it began no later than that one was raised. */
function isNews(verdict: Verdict, { changes }: State): boolean {
  return !changes.some(change => change.direction === verdict.direction && verdict.since <= change.index);
}

function raise(
  state: State,
  { chance, ...verdict }: Verdict,
  period: number,
  seen: Seen,
  values: Series,
  { reviews = 12 }: DriftOptions,
): void {
  const regime = judgedRegime(state);
  const before = regime.filter(at => at < verdict.since);
  const after = regime.filter(at => at >= verdict.since);
  const change: Change = {
    ...verdict,
    index: period,
    regime: before[0]!,
    oldLevel: level(seen(before)),
    newLevel: level(seen(after)),
    years: 1 / (chance * reviews),
    signs: [{ rule: verdict.rule, index: period, points: after }],
    over: null,
  };
  change.signs.push(...visibleSigns(change, values, period));
  state.changes.push(change);
  state.left.set(change, before);
  state.regime = after;
}

/** The rules that a reader can check in the chart: figures since the onset against the limits of the regime before it. */
function visibleSigns(change: Change, values: Series, period: number): Change['signs'] {
  const limits = judgingLimits(values.slice(change.regime, change.since));
  if (!limits) return [];
  return wheelerRules(values.slice(change.since, period + 1), limits)
    .filter(sign => sign.direction === change.direction)
    .map(({ rule, points }) => ({ rule, index: period, points: points.map(point => point + change.since) }));
}
