import {
  type AcceptedLevel,
  type Change,
  type Direction,
  type DriftOptions,
  type Ending,
  FEWEST,
  HISTORY_AFTER,
  isFigure,
  judgingLimits,
  level,
  RECOVERED_AFTER,
  regimeOrigin,
  type Season,
  type Series,
  withoutSeason,
} from '../../../src/drift';
import type { FoundChange } from '../../../src/drift/changes/found';
import { wheelerRules } from '../../../src/drift/changes/rules';
import { LONGEST, YOUNGEST } from '../../../src/drift/evidence/evidence';
import type { Verdict } from '../../../src/drift/evidence/look';
import { onset } from '../../../src/drift/evidence/onset';
import { atEqualPrecision } from '../../../src/drift/evidence/proportion';
import { rareChange } from '../../../src/drift/evidence/rare';
import {
  chanceOfEvidence,
  chanceOfSpike,
  evidenceThreshold,
  SMALLEST,
  spikeThreshold,
} from '../../../src/drift/evidence/thresholds';
import { chanceALook, mostSensitive } from '../../../src/drift/options';
import { figures, mean } from '../../../src/drift/series';
import { plainEvidenceOfRise, plainSpikeUpwards, plainUsualFigure } from './evidence';
import { plainSeason } from './season';

/**
 * The changes of a series as a workbook with any number of KPIs tells them. What they are, when they began and how they ended is
 * found by the largest budget of false alarms that a workbook has, so that it does not depend on how many KPIs there are. The
 * budget in `options` says whether and when each is raised: in the first period in which it too tells of a change that way.
 *
 * @param values   one figure a period, oldest first; a blank is a gap
 * @param options  as driftChanges takes them
 * @returns        the changes in the order in which they were found, those that are not raised included
 */
export function plainFoundChanges(values: Series, options: DriftOptions = {}): FoundChange[] {
  const widest = mostSensitive(options);
  const found = plainChanges(values, widest);
  if (widest.falseAlarms === (options.falseAlarms ?? widest.falseAlarms)) {
    return found.map(change => ({ ...change, raised: change.index }));
  }
  const alarms = found.length === 0 ? [] : plainChanges(values, options);
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
export function plainChanges(values: Series, options: DriftOptions = {}): Change[] {
  const { accepted = [], baseline = 0 } = options;
  const settled = { up: baseline - 1, down: baseline - 1 };
  const state: State = { regime: [], settled, changes: [], left: new Map() };
  for (let period = 0; period < values.length; period++) {
    if (isFigure(values[period])) review(state, values, period, options);
    for (const change of state.changes) change.over ??= acceptance(change, period, accepted);
  }
  return state.changes;
}

/** Judges the newest figure. */
function review(state: State, values: Series, period: number, options: DriftOptions): void {
  const seen = {
    judged: seenAt(values, period, options),
    told: seenAt(values, period, { ...options, counts: undefined }),
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

/** The figures up to a period as they are judged, and as they are shown: only the judging brings shares to equal precision. */
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
  return look({ periods, figures, told }, direction, options, state.settled[direction], spikes);
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

/** Seasons back from the newest period that a look goes to find one. */
const SEASONS = 6;

/**
 * The figures as they are judged at a period, from what is known then: without a proved season, proportions at equal precision.
 *
 * @param values   one figure a period, oldest first; a blank is a gap
 * @param period   the newest period known
 * @param options  season and denominators
 * @returns        a function from periods up to the newest to their judged figures, in the unit of `values`
 */
function seenAt(
  values: Series,
  period: number,
  options: DriftOptions,
): (periods: readonly number[]) => (number | null)[] {
  const season = options.season ?? options.reviews ?? 12;
  const first = values.findIndex(isFigure);
  const known = season > 1 && first >= 0 ? seasonAt(values, first, period, season) : null;
  const judged = known
    ? (at: number) => withoutSeason([values[at]], { ...known, effects: [known.effects[(at - first) % season]!] })[0]!
    : (at: number) => (isFigure(values[at]) ? values[at] : null);
  const { counts } = options;
  return periods => {
    const figures = periods.map(judged);
    return counts
      ? atEqualPrecision(
          figures,
          periods.map(at => counts[at]),
        )
      : figures;
  };
}

/**
 * The season as the figures up to a period prove it, or else those before it: a figure far out is no proof against a season.
 * Seasons are counted from the first figure, whatever blank periods are before it.
 */
function seasonAt(values: Series, first: number, period: number, season: number): Season | null {
  const after = (periods: number) => {
    const from = first + Math.max(0, (Math.floor((periods - first) / season) - SEASONS) * season);
    return plainSeason(values.slice(from, periods), season);
  };
  const now = after(period + 1);
  const before = now ? null : after(period);
  return now ?? (before?.varies ? before : null);
}

/** The figures of one regime, oldest first, the newest last, no blanks. */
interface Regime {
  /** The period of each. */
  periods: readonly number[];
  /** As they are judged: without season, shares at equal precision. */
  figures: readonly number[];
  /** The same as they are shown: where denominators are known, shares as they were. */
  told: readonly number[];
}

/**
 * What the newest figure of a regime says in one direction.
 *
 * @param regime     its figures
 * @param direction  the direction that is looked at
 * @param options    the budget of false alarms, and denominators
 * @param settled    the last period up to which everything is explained: by changes that are over, or as a baseline
 * @param spikes     the periods of spikes that were raised before: they are no measure of what is routine
 * @returns          the verdict that raises a change, a lasting one first; null while nothing does, or it is too early to tell
 */
function look(
  regime: Regime,
  direction: Direction,
  options: DriftOptions,
  settled: number,
  spikes: readonly number[] = [],
): Verdict | null {
  const { figures, periods } = regime;
  const count = figures.length;
  if (count <= FEWEST) return null;
  const chance = chanceALook(options);
  const earliest = periods.findIndex(period => period > settled);
  if (earliest < 0) return null;
  const usual = plainUsualFigure(regime.told);
  if (usual !== null) return lookAtRare(regime, usual, direction, options, earliest);
  const upward = rounded(direction === 'up' ? figures : figures.map(figure => -figure));
  const evidence = plainEvidenceOfRise(upward, earliest);
  if (evidence > evidenceThreshold(count, chance)) {
    const { at, shape } = onset(figures, direction, earliest);
    // Of what has lasted for one figure nobody can say that it lasts.
    const rule = at === count - 1 ? 'spike' : shape === 'slope' ? 'trend' : 'shift';
    return { rule, direction, since: periods[at]!, evidence, chance: chanceOfEvidence(count, evidence) };
  }
  const before = upward.slice(0, -1).filter((_, i) => !spikes.includes(periods[i]!));
  // By the thresholds of as many figures as it is held against, and no fewer than anything is judged by.
  if (before.length < FEWEST) return null;
  const spike = plainSpikeUpwards(before, upward[count - 1]!);
  const judged = before.length + 1;
  if (spike <= spikeThreshold(judged, chance)) return null;
  return {
    rule: 'spike',
    direction,
    since: periods[count - 1]!,
    evidence: spike,
    chance: chanceOfSpike(judged, spike),
  };
}

/** The same of a regime of rare events. */
function lookAtRare(
  { told, periods }: Regime,
  usual: number,
  direction: Direction,
  options: DriftOptions,
  earliest: number,
): Verdict | null {
  const { counts } = options;
  const last = told.length - 1;
  const longest = Math.min(YOUNGEST, told.length - Math.max(FEWEST, earliest));
  const trials = counts ? periods.map(period => counts[period]) : null;
  const found = rareChange(told, usual, direction, longest, chanceALook(options), trials);
  if (!found) return null;
  const chance = Math.max(SMALLEST, found.chance);
  const since = periods[told.length - found.length]!;
  if (found.length > 1) return { rule: 'shift', direction, since, evidence: mostEvidence(chance), chance };
  const distances = told.map(figure => (direction === 'up' ? figure - usual : usual - figure));
  const evidence = Math.log(distances[last]! / Math.max(0, ...distances.slice(0, last)));
  return { rule: 'spike', direction, since, evidence, chance };
}

/**
 * The logarithm of the largest Bayes factor that a chance allows.
 *
 * @source  Sellke, Bayarri and Berger (2001): −1 / (e p ln p)
 */
function mostEvidence(chance: number): number {
  return -Math.log(-Math.E * chance * Math.log(chance));
}

/** What arithmetic leaves in the last digits of a figure is no variation. */
function rounded(figures: readonly number[]): number[] {
  const grain = Math.max(...figures.map(Math.abs)) * 1e-12;
  return grain > 0 ? figures.map(figure => Math.round(figure / grain)) : [...figures];
}
