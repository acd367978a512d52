import { FEWEST, LONGEST } from '../evidence/evidence';
import { type KnownEvidence, type KnownSeasons, look, type Raises, seenAt, type Verdict } from '../evidence/look';
import { level } from '../evidence/onset';
import { type AcceptedLevel, regimeOrigin } from '../evidence/regimes';
import { judgingLimits } from '../limits';
import type { DriftOptions } from '../options';
import { type Direction, figures, isFigure, mean, type Series } from '../series';
import { type Rule, wheelerRules } from './rules';

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
  rule: Raises;
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
  /** The same at the review at which it was surest: further figures confirm a change, and never take it back. */
  surest: number;
  /** What a reader can see of it in the chart while it is open, and the rule that raised it, in order. */
  signs: { rule: Raises | Rule; index: number; points: number[] }[];
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
  known: Known;
}

/** What was calculated of a series, for whoever looks at it again by another budget of false alarms. */
export interface Known {
  seasons: KnownSeasons;
  evidence: KnownEvidence;
}

export function nothingKnown(): Known {
  return { seasons: new Map(), evidence: new Map() };
}

/**
 * The changes of a series: one change is one entry, however many signs of it there are and however long it lasts. Every
 * period is judged from what was known then, and the series is watched for ever: after a change the regime starts anew.
 *
 * @param values   one figure a period, oldest first; a blank is a gap
 * @param options  budget of false alarms, reviews a year, season, denominators, accepted levels
 * @param known    what was calculated of the same series, with the same options but for the budget
 * @returns        the changes in the order in which they were raised, each with its life so far
 */
export function driftChanges(values: Series, options: DriftOptions = {}, known: Known = nothingKnown()): Change[] {
  const { accepted = [], baseline = 0 } = options;
  const settled = { up: baseline - 1, down: baseline - 1 };
  const state: State = { regime: [], settled, changes: [], left: new Map(), known };
  for (let period = 0; period < values.length; period++) {
    if (isFigure(values[period])) review(state, values, period, options);
    for (const change of state.changes) change.over ??= acceptance(change, period, accepted);
  }
  return state.changes;
}

/** Judges the newest figure. */
function review(state: State, values: Series, period: number, options: DriftOptions): void {
  const seen = {
    judged: seenAt(values, period, options, state.known.seasons),
    told: seenAt(values, period, { ...options, counts: undefined }, state.known.seasons),
  };
  const origin = regimeOrigin(options.accepted ?? [], period);
  state.regime = [...state.regime, period].filter(at => at >= origin).slice(-LONGEST);
  for (const change of state.changes) {
    if (change.over) continue;
    change.over = ending(change, state.regime, seen.judged, period);
    if (change.over?.how === 'recovered') restore(state, change);
  }
  for (const direction of ['up', 'down'] as const) {
    const verdict = judge(state, seen, direction, options);
    const open = state.changes.find(change => !change.over && change.direction === direction);
    if (open) {
      open.signs.push(...visibleSigns(open, values, period, options.sparse));
      confirm(state, open, seen, options);
    } else if (verdict && isNews(verdict, state)) raise(state, verdict, period, seen, values, options);
  }
}

/** The figures up to a period as they are judged, and as they are told: only the judging brings shares to equal precision. */
interface Seen {
  judged: ReturnType<typeof seenAt>;
  told: ReturnType<typeof seenAt>;
}

function judge(state: State, seen: Seen, direction: Direction, options: DriftOptions): Verdict | null {
  return lookAt(judgedRegime(state), state, seen, direction, options);
}

function lookAt(
  regime: readonly number[],
  state: State,
  seen: Seen,
  direction: Direction,
  options: DriftOptions,
): Verdict | null {
  const judged = seen.judged(regime);
  const periods = regime.filter((_, i) => isFigure(judged[i]));
  const figures = judged.filter(isFigure);
  const told = options.counts ? seen.told(periods).filter(isFigure) : figures;
  const spikes = state.changes.filter(change => change.rule === 'spike').map(change => change.since);
  return look({ periods, figures, told }, direction, options, state.settled[direction], spikes, state.known.evidence);
}

/** Once more, as when it was raised, with the figures that have come since. */
function confirm(state: State, open: Change, seen: Seen, options: DriftOptions): void {
  if (open !== state.changes[state.changes.length - 1]) return;
  const regime = [...state.left.get(open)!, ...state.regime].slice(-LONGEST);
  const verdict = lookAt(regime, state, seen, open.direction, options);
  if (verdict) open.surest = Math.max(open.surest, yearsOf(verdict.chance, options));
}

/** So many calendar years lie between two looks of such a chance. */
function yearsOf(chance: number, { reviews = 12 }: DriftOptions): number {
  return Number((1 / (chance * reviews)).toPrecision(3));
}

/** Until a new regime is long enough to be judged, what came before the change still speaks. */
function judgedRegime({ regime, changes, left }: State): number[] {
  const newest = changes[changes.length - 1];
  if (regime.length > FEWEST || !newest || newest.over) return regime;
  return [...left.get(newest)!, ...regime].slice(-LONGEST);
}

function acceptance(change: Change, period: number, accepted: readonly AcceptedLevel[]): Ending | null {
  const found = accepted.some(level => level.after <= period && level.from >= change.since);
  return found ? { index: period, from: period, how: 'accepted' } : null;
}

function ending(change: Change, regime: readonly number[], seen: Seen['judged'], period: number): Ending | null {
  const { oldLevel, newLevel } = change;
  const newest = regime.slice(-RECOVERED_AFTER);
  // A figure halfway between is not nearer, whatever the last digit of a level says in one unit or another.
  const precision = 1e-12 * (Math.abs(oldLevel) + Math.abs(newLevel));
  const nearerOld = (figure: number | null) =>
    figure !== null && Math.abs(figure - oldLevel) < Math.abs(figure - newLevel) - precision;
  if (newest.length === RECOVERED_AFTER && newest[0]! > change.index && seen(newest).every(nearerOld)) {
    return { index: period, from: newest[0]!, how: 'recovered' };
  }
  return period - change.since >= HISTORY_AFTER ? { index: period, from: period, how: 'history' } : null;
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
  options: DriftOptions,
): void {
  const { sparse } = options;
  const { told } = seen;
  const years = yearsOf(chance, options);
  const regime = judgedRegime(state);
  const before = regime.filter(at => at < verdict.since);
  const after = regime.filter(at => at >= verdict.since);
  const change: Change = {
    ...verdict,
    index: period,
    regime: before[0]!,
    ...levelsAround(told(before), told(after), verdict.direction, sparse),
    years,
    surest: years,
    signs: [{ rule: verdict.rule, index: period, points: after }],
    over: null,
  };
  change.signs.push(...visibleSigns(change, values, period, sparse));
  state.changes.push(change);
  state.left.set(change, before);
  state.regime = after;
}

/** The rules that a reader can check in the chart: figures since the onset against the limits of the regime before it. */
function visibleSigns(change: Change, values: Series, period: number, sparse?: boolean): Change['signs'] {
  const limits = judgingLimits(values.slice(change.regime, change.since), sparse);
  if (!limits) return [];
  return wheelerRules(values.slice(change.since, period + 1), limits)
    .filter(sign => sign.direction === change.direction)
    .map(({ rule, points }) => ({ rule, index: period, points: points.map(point => point + change.since) }));
}

/** The levels before and after an onset: by their centre lines, by their means where a far point turns those round. */
function levelsAround(before: Series, after: Series, direction: Direction, sparse?: boolean) {
  const byCentre = { oldLevel: level(before, sparse), newLevel: level(after, sparse) };
  const moved = byCentre.newLevel - byCentre.oldLevel;
  if (direction === 'up' ? moved > 0 : moved < 0) return byCentre;
  return { oldLevel: mean(figures(before)), newLevel: mean(figures(after)) };
}
