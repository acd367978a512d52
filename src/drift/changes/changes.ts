import { FEWEST, LONGEST } from '../evidence/evidence';
import { chanceNow, look, type Question, type Raises, type Verdict } from '../evidence/look';
import { level } from '../evidence/onset';
import { keptOrder } from '../evidence/order';
import { type Reading, readingOf } from '../evidence/reading';
import { type AcceptedLevel, regimeOrigin } from '../evidence/regimes';
import { type Seen, type Sight, sightOf } from '../evidence/sight';
import { type Thresholds, thresholdsFor } from '../evidence/thresholds';
import { judgingLimits, type Limits } from '../limits';
import { chanceALook, type DriftOptions } from '../options';
import { type Direction, figures, isFigure, mean, newestFigures, type Series } from '../series';
import { type Rule, wheelerRules } from './rules';

/** So many periods in a row nearer the old level than the new one end a change. */
export const RECOVERED_AFTER = 3;
/** A change that began so many periods ago or more is history. */
export const HISTORY_AFTER = 24;

const DIRECTIONS: readonly Direction[] = ['up', 'down'];

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
  /** log Bayes factor of a lasting change; of a spike, log of how much further out it is than the furthest before. */
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

/** What is known at a period. */
interface State {
  /** The periods of the current regime. */
  regime: number[];
  /** For each direction the last period that is explained by a change from which the level came back. */
  settled: Record<Direction, number>;
  /** The changes so far, and those that are not over: one in a direction at most. */
  changes: Change[];
  open: Change[];
  /** The periods of the spikes among them. */
  spikes: Set<number>;
  /** What each change left behind: the periods of the regime before it, and its limits. */
  left: Map<Change, { regime: number[]; limits: Limits | null }>;
}

/** A series, how it is seen at any period, and how a regime of it is read. */
interface Replay {
  values: Series;
  options: DriftOptions;
  sightAt: (period: number) => Sight;
  thresholds: Thresholds;
  read: (regime: readonly number[], sight: Sight, spikes: ReadonlySet<number>) => Reading;
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
  return changesFrom(0, values, options, sightOf(values, options));
}

/**
 * The same where it is known that nothing is raised before some period.
 *
 * @param start    that period, 0-based
 * @param values   one figure a period, oldest first; a blank is a gap
 * @param options  as driftChanges takes them
 * @param sightAt  how the series is seen, from sightOf
 */
export function changesFrom(
  start: number,
  values: Series,
  options: DriftOptions,
  sightAt: Replay['sightAt'],
): Change[] {
  const { accepted = [], baseline = 0 } = options;
  const state: State = {
    regime: newestFigures(values.slice(0, start), LONGEST),
    settled: { up: baseline - 1, down: baseline - 1 },
    changes: [],
    open: [],
    spikes: new Set(),
    left: new Map(),
  };
  const thresholds = thresholdsFor(chanceALook(options));
  const replay = { values, options, sightAt, thresholds, read: reader(options) };
  for (let period = start; period < values.length; period++) {
    if (isFigure(values[period])) review(state, replay, period);
    for (const change of state.open) change.over ??= acceptance(change, period, accepted);
    state.open = stillOpen(state);
  }
  return state.changes;
}

/** Reads regimes; the same one that is asked for again in the other direction is not read again. */
function reader({ counts }: DriftOptions): Replay['read'] {
  const ordered = keptOrder();
  let known: readonly number[] | undefined;
  let reading: Reading;
  return (regime, sight, spikes) => {
    if (known === regime) return reading;
    const judged = sight.judged(regime);
    const all = judged.every(isFigure);
    const periods = all ? regime : regime.filter((_, i) => isFigure(judged[i]));
    const figures = all ? judged : judged.filter(isFigure);
    const told = counts ? sight.told(periods).filter(isFigure) : figures;
    known = regime;
    reading = readingOf({ periods, figures, told }, ordered, spikes);
    return reading;
  };
}

/** Judges the newest figure. */
function review(state: State, replay: Replay, period: number): void {
  const { options, thresholds, values } = replay;
  const sight = replay.sightAt(period);
  const origin = options.accepted ? regimeOrigin(options.accepted, period) : 0;
  const known = origin > 0 ? state.regime.filter(at => at >= origin) : state.regime;
  // A regime that was read is kept by what read it.
  state.regime = known.slice(1 - LONGEST);
  if (period >= origin) state.regime.push(period);
  for (const change of state.open) {
    change.over = ending(change, state.regime, sight.judged, period);
    if (change.over?.how === 'recovered') restore(state, change);
  }
  state.open = stillOpen(state);
  for (const direction of DIRECTIONS) {
    const question = { direction, options, thresholds, settled: state.settled[direction] };
    const open = state.open.find(change => change.direction === direction);
    if (open) {
      open.signs.push(...visibleSigns(open, state.left.get(open)!.limits, values, period));
      confirm(state, open, replay, sight, question);
      continue;
    }
    const verdict = look(replay.read(judgedRegime(state), sight, state.spikes), question);
    if (verdict && isNews(verdict, state)) raise(state, verdict, period, sight, replay);
  }
}

function stillOpen({ open }: State): Change[] {
  return open.some(change => change.over) ? open.filter(change => !change.over) : open;
}

/** Once more, as when it was raised, with the figures that have come since. */
function confirm(state: State, open: Change, replay: Replay, sight: Sight, question: Question): void {
  if (open !== state.changes[state.changes.length - 1]) return;
  const regime = [...state.left.get(open)!.regime, ...state.regime].slice(-LONGEST);
  const chance = chanceNow(replay.read(regime, sight, state.spikes), question);
  if (chance !== null) open.surest = Math.max(open.surest, yearsOf(chance, replay.options));
}

/** So many calendar years lie between two looks of such a chance. */
function yearsOf(chance: number, { reviews = 12 }: DriftOptions): number {
  return Number((1 / (chance * reviews)).toPrecision(3));
}

/** Until a new regime is long enough to be judged, what came before the change still speaks. */
function judgedRegime({ regime, changes, left }: State): number[] {
  const newest = changes[changes.length - 1];
  if (regime.length > FEWEST || !newest || newest.over) return regime;
  return [...left.get(newest)!.regime, ...regime].slice(-LONGEST);
}

function acceptance(change: Change, period: number, accepted: readonly AcceptedLevel[]): Ending | null {
  const found = accepted.some(level => level.after <= period && level.from >= change.since);
  return found ? { index: period, from: period, how: 'accepted' } : null;
}

function ending(change: Change, regime: readonly number[], seen: Seen, period: number): Ending | null {
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
  state.regime = [...state.left.get(change)!.regime, ...state.regime].slice(-LONGEST);
}

/** A change that was over before its direction shows again is only seen once more if it began no later than that one was raised. */
function isNews(verdict: Verdict, { changes }: State): boolean {
  return !changes.some(change => change.direction === verdict.direction && verdict.since <= change.index);
}

function raise(
  state: State,
  { chance, ...verdict }: Verdict,
  period: number,
  { told }: Sight,
  { values, options }: Replay,
): void {
  const { sparse } = options;
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
  const limits = judgingLimits(values.slice(change.regime, change.since), sparse);
  change.signs.push(...visibleSigns(change, limits, values, period));
  state.changes.push(change);
  state.open.push(change);
  if (change.rule === 'spike') state.spikes.add(change.since);
  state.left.set(change, { regime: before, limits });
  state.regime = after;
}

/** The rules that a reader can check in the chart: figures since the onset against the limits of the regime before it. */
function visibleSigns(change: Change, limits: Limits | null, values: Series, period: number): Change['signs'] {
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
