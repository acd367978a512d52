import { chanceALook, type DriftOptions } from '../options';
import { provenSeason, type Season, withoutSeason } from '../season';
import { type Direction, isFigure, type Series } from '../series';
import { evidenceOfRise, FEWEST, YOUNGEST } from './evidence';
import { onset } from './onset';
import { atEqualPrecision } from './proportion';
import { rareChange, usualFigure } from './rare';
import { spikeUpwards } from './spike';
import { chanceOfEvidence, chanceOfSpike, evidenceThreshold, SMALLEST, spikeThreshold } from './thresholds';

/** Seasons back from the newest period that a look goes to find one. */
const SEASONS = 6;

/** What raises a change: evidence of a lasting one, to a new level or along a slope, or one figure far out. */
export type Raises = 'shift' | 'trend' | 'spike';

/** What the newest figure of a regime says. */
export interface Verdict {
  rule: Raises;
  direction: Direction;
  /** The period in which the change began, by its estimate. */
  since: number;
  /** log Bayes factor of a lasting change; of a spike, log of how much further out it stands than the furthest before. */
  evidence: number;
  /** The chance at one look, in this direction, that a KPI that had not changed would show as much. */
  chance: number;
}

/** Evidence of lasting changes, by what was looked at. */
export type KnownEvidence = Map<string, number>;

/** The seasons that were known after so many periods. */
export type KnownSeasons = Map<number, Season | null>;

/**
 * The figures as they are judged at a period, from what is known then: without a proved season, proportions at equal precision.
 *
 * @param values   one figure a period, oldest first; a blank is a gap
 * @param period   the newest period known
 * @param options  season and denominators
 * @param seasons  those that were looked for before in the same values, with the same options
 * @returns        a function from periods up to the newest to their judged figures, in the unit of `values`
 */
export function seenAt(
  values: Series,
  period: number,
  options: DriftOptions,
  seasons: KnownSeasons = new Map(),
): (periods: readonly number[]) => (number | null)[] {
  const season = options.season ?? options.reviews ?? 12;
  const first = values.findIndex(isFigure);
  const known = season > 1 && first >= 0 ? seasonAt(values, first, period, season, seasons) : null;
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
function seasonAt(values: Series, first: number, period: number, season: number, seasons: KnownSeasons): Season | null {
  const after = (periods: number) => {
    const from = first + Math.max(0, (Math.floor((periods - first) / season) - SEASONS) * season);
    if (!seasons.has(periods)) seasons.set(periods, provenSeason(values.slice(from, periods), season));
    return seasons.get(periods)!;
  };
  const now = after(period + 1);
  const before = now ? null : after(period);
  return now ?? (before?.varies ? before : null);
}

/** The figures of one regime, oldest first, the newest last, no blanks. */
export interface Regime {
  /** The period of each. */
  periods: readonly number[];
  /** As they are judged: without season, shares at equal precision. */
  figures: readonly number[];
  /** The same as they are told: where denominators are known, shares as they were. */
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
 * @param known      evidence of regimes of the same series, as it was judged at their newest period
 * @returns          the verdict that raises a change, a lasting one first; null while nothing does, or it is too early to tell
 */
export function look(
  regime: Regime,
  direction: Direction,
  options: DriftOptions,
  settled: number,
  spikes: readonly number[] = [],
  known: KnownEvidence = new Map(),
): Verdict | null {
  const { figures, periods } = regime;
  const count = figures.length;
  if (count <= FEWEST) return null;
  const chance = chanceALook(options);
  const earliest = periods.findIndex(period => period > settled);
  if (earliest < 0) return null;
  const usual = usualFigure(regime.told);
  if (usual !== null) return lookAtRare(regime, usual, direction, options, earliest);
  const upward = rounded(direction === 'up' ? figures : figures.map(figure => -figure));
  // The periods of a regime follow one another, so that its ends say which they are.
  const looked = [direction, periods[0], periods[count - 1], count, earliest].join();
  const evidence = known.get(looked) ?? evidenceOfRise(upward, earliest);
  known.set(looked, evidence);
  if (evidence > evidenceThreshold(count, chance)) {
    const { at, shape } = onset(figures, direction, earliest);
    // Of what has lasted for one figure nobody can say that it lasts.
    const rule = at === count - 1 ? 'spike' : shape === 'slope' ? 'trend' : 'shift';
    return { rule, direction, since: periods[at]!, evidence, chance: chanceOfEvidence(count, evidence) };
  }
  const before = upward.slice(0, -1).filter((_, i) => !spikes.includes(periods[i]!));
  const spike = spikeUpwards(before, upward[count - 1]!);
  if (spike <= spikeThreshold(count, chance)) return null;
  return { rule: 'spike', direction, since: periods[count - 1]!, evidence: spike, chance: chanceOfSpike(count, spike) };
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
