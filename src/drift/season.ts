import { figures, isFigure, mean, median, type Series } from './series';
import { fDistributionTail } from './statistics/distributions';

/** A pattern that comes back every so many periods, proved by the figures. */
export interface Season {
  kind: 'additive' | 'multiplicative';
  period: number;
  /** What belongs to each place in the season, from the first period on: in the unit of the figures, or a factor. */
  effects: number[];
  /** Whether the figures vary besides. Of those that only repeat themselves nobody knows what is routine. */
  varies: boolean;
}

/** Nothing less than two full seasons can show one. */
const FULL_SEASONS = 2;
/** Chance at which a series without any season may show one. */
const SIGNIFICANCE = 0.001;
/** A standard normal figure lies above 3.09 at that chance, and above this more often. */
const SIGMAS = 3;
/** Older figures than so many seasons say nothing about the season of today. */
const NEWEST_SEASONS = 6;
/** Where there is no figure. */
const isMissing = Number.isNaN;
/** What arithmetic leaves of a season that leaves nothing, as a share of it. */
const NOTHING = 1e-9;
/** A multiplicative pattern is taken where it leaves less unexplained than this share of what an additive one leaves. */
const CLEARLY_LESS = 0.8;

/** The season of a series as its first so many periods prove it. */
export type Seasons = (periods: number) => Season | null;

/**
 * The season of a series, where a test says that there is one.
 *
 * @param values  one figure a period, oldest first; a blank is a gap
 * @param period  periods in a season: 12 for months, 52 for weeks, 4 for quarters
 * @returns       the season; null where two full ones are not there yet, or do not prove it
 * @source        classical decomposition by centred moving averages; F test of the places against what they leave (p < .001)
 */
export function provenSeason(values: Series, period: number): Season | null {
  return seasonsOf(values, period)(values.length);
}

/**
 * The season of a series at any time, as `provenSeason` finds it in what was known then. The level around a period is the same
 * whenever it is asked for, so each is calculated once.
 *
 * @param values  one figure a period, oldest first; a blank is a gap
 * @param period  periods in a season
 * @param first   the period from which seasons are counted, 0-based
 * @returns       a function from a number of periods to the season that they prove, its effects counted from `first`
 */
export function seasonsOf(values: Series, period: number, first = 0): Seasons {
  const known: (Season | null)[] = [];
  const centred: number[] = [];
  const room = new Float64Array(period >= 2 ? Math.min(values.length, NEWEST_SEASONS * period) : 0);
  return periods => {
    if (known[periods] === undefined) known[periods] = seasonAfter(values, period, first, periods, centred, room);
    return known[periods]!;
  };
}

/**
 * @param centred  the levels around periods, as far as they are known
 * @param room     for as many figures as are looked at
 */
function seasonAfter(
  values: Series,
  period: number,
  first: number,
  periods: number,
  centred: number[],
  room: Float64Array,
): Season | null {
  if (!(period >= 2) || periods - first < FULL_SEASONS * period) return null;
  const start = Math.max(first, periods - NEWEST_SEASONS * period);
  let count = 0;
  for (let i = start; i < periods; i++) if (isFigure(values[i])) count++;
  if (count < FULL_SEASONS * period) return null;
  const from = start - first;
  const length = periods - start;
  putLevels(room, length, values, start, period, centred);
  for (let i = 0; i < length; i++) room[i] = figureAt(values, start + i) - room[i]!;
  const unexplained = unexplainedBySeason(room, length, from, period);
  if (!unexplained) return null;
  const additive = { effects: effectsOf(room, length, from, period), ...unexplained };
  const levels = new Float64Array(length);
  putLevels(levels, length, values, start, period, centred);
  const newest = Array.from(levels, (_, i) => figureAt(values, start + i));
  const positive = newest.every(value => isMissing(value) || value > 0) && levels.every(level => level > 0);
  const ratios = Float64Array.from(newest, (value, i) => Math.log(value / levels[i]!));
  const alsoUnexplained = positive ? unexplainedBySeason(ratios, length, from, period) : null;
  if (!alsoUnexplained) return { kind: 'additive', period, ...additive };
  const effects = effectsOf(ratios, length, from, period).map(Math.exp);
  const left = (expected: (level: number, place: number) => number) =>
    newest.reduce((sum, value, i) => {
      return isMissing(value) ? sum : sum + (value - expected(levels[i]!, (from + i) % period)) ** 2;
    }, 0);
  const better =
    left((level, place) => level * effects[place]!) <
    CLEARLY_LESS * left((level, place) => level + additive.effects[place]!);
  return better
    ? { kind: 'multiplicative', period, effects, ...alsoUnexplained }
    : { kind: 'additive', period, ...additive };
}

/** NaN where a period has no figure. */
function figureAt(values: Series, at: number): number {
  const value = values[at];
  return isFigure(value) ? value : Number.NaN;
}

/**
 * Figures without their season.
 *
 * @param values  one figure a period, oldest first, from the period that `season` was found from
 * @param season  the season, or null
 * @returns       the figures at the level of an average place in the season, in their own unit
 */
export function withoutSeason(values: Series, season: Season | null): (number | null)[] {
  return values.map((value, i) => withoutEffect(value, i, season));
}

/** One figure without its season, so many periods after the first that `season` was found from. */
export function withoutEffect(value: number | null | undefined, after: number, season: Season | null): number | null {
  if (!isFigure(value)) return null;
  if (!season) return value;
  const effect = season.effects[after % season.period]!;
  return season.kind === 'additive' ? value - effect : value / effect;
}

/**
 * Whether the places of a season differ by more than chance, and then whether figures vary besides.
 *
 * @param out     by how much each figure stands out; NaN where there is none
 * @param length  how many there are
 * @param from    periods from where seasons are counted to the first of them
 * @param period  periods in a season
 */
function unexplainedBySeason(
  out: Float64Array,
  length: number,
  from: number,
  period: number,
): Pick<Season, 'varies'> | null {
  const means: number[] = [];
  const counts: number[] = [];
  let count = 0;
  let total = 0;
  let within = 0;
  for (let place = 0; place < period; place++) {
    const firstOf = (place - (from % period) + period) % period;
    let sum = 0;
    let size = 0;
    let squares = 0;
    for (let i = firstOf; i < length; i += period) {
      if (isMissing(out[i])) continue;
      sum += out[i]!;
      total += out[i]!;
      size++;
    }
    if (size < FULL_SEASONS - 1) return null;
    for (let i = firstOf; i < length; i += period) {
      if (!isMissing(out[i])) squares += (out[i]! - sum / size) ** 2;
    }
    means.push(sum / size);
    counts.push(size);
    count += size;
    within += squares;
  }
  const degrees = count - period;
  if (degrees < period / 2) return null;
  const centre = total / count;
  let between = 0;
  for (let place = 0; place < period; place++) between += counts[place]! * (means[place]! - centre) ** 2;
  const f = between / (period - 1) / (within / degrees);
  // A season that leaves nothing at all is proved, one in figures that never move is not.
  if (!(between > 0) || f <= leastProof(period - 1)) return null;
  if (within > 0 && fDistributionTail(f, period - 1, degrees) > SIGNIFICANCE) return null;
  return { varies: within > between * NOTHING };
}

/**
 * A ratio of variances that proves no season, however many figures there are: nearly every series ends here, and what it costs to
 * know the chance exactly is saved.
 *
 * @param top  places in the season less one
 * @source     quantiles of chi-square, of which an F figure is a multiple in endless series (Wilson and Hilferty 1931)
 */
function leastProof(top: number): number {
  const variance = 2 / (9 * top);
  return (1 - variance + SIGMAS * Math.sqrt(variance)) ** 3;
}

/** The effect of every place, the median of what stands out from the level; parameters as there. */
function effectsOf(out: Float64Array, length: number, from: number, period: number): number[] {
  const places: number[][] = Array.from({ length: period }, () => []);
  for (let i = 0; i < length; i++) if (!isMissing(out[i])) places[(from + i) % period]!.push(out[i]!);
  const effects = places.map(median);
  const middle = mean(effects);
  return effects.map(effect => effect - middle);
}

/** The level around each period of a stretch: the mean over a whole season centred on it, and at its ends the nearest one. */
function putLevels(
  levels: Float64Array,
  length: number,
  values: Series,
  start: number,
  period: number,
  centred: number[],
): void {
  const half = period / 2;
  const end = start + length;
  let last = Number.NaN;
  for (let i = start; i < end; i++) {
    if (i - start >= half && i < end - half) {
      centred[i] ??= levelAround(values, i, half);
      const level = centred[i]!;
      if (Number.isFinite(level)) {
        if (isMissing(last)) levels.fill(level, 0, i - start);
        last = level;
      }
    }
    levels[i - start] = last;
  }
  if (isMissing(last)) levels.fill(mean(figures(values.slice(start, end))), 0, length);
}

/** The mean over a whole season centred on a period; NaN where less than half of it is known. */
function levelAround(values: Series, period: number, half: number): number {
  let sum = 0;
  let weight = 0;
  for (let i = Math.ceil(period - half); i <= period + half; i++) {
    const value = values[i];
    const share = Math.abs(i - period) === half ? 0.5 : 1;
    if (!isFigure(value)) continue;
    sum += share * value;
    weight += share;
  }
  return weight > half ? sum / weight : Number.NaN;
}
