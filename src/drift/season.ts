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
  return periods => {
    if (known[periods] === undefined) known[periods] = seasonAfter(values, period, first, periods, centred);
    return known[periods]!;
  };
}

function seasonAfter(values: Series, period: number, first: number, periods: number, centred: number[]): Season | null {
  if (!(period >= 2) || periods - first < FULL_SEASONS * period) return null;
  const start = Math.max(first, periods - NEWEST_SEASONS * period);
  const newest: number[] = [];
  let count = 0;
  for (let i = start; i < periods; i++) {
    const value = values[i];
    newest.push(isFigure(value) ? value : Number.NaN);
    if (isFigure(value)) count++;
  }
  if (count < FULL_SEASONS * period) return null;
  const from = start - first;
  const levels = movingLevels(values, start, periods, period, centred);
  const beyond: number[] = [];
  for (let i = 0; i < newest.length; i++) beyond.push(newest[i]! - levels[i]!);
  const additive = decompose(beyond, from, period);
  if (!additive) return null;
  const positive = newest.every(value => isMissing(value) || value > 0) && levels.every(level => level > 0);
  const multiplicative =
    positive &&
    decompose(
      newest.map((value, i) => Math.log(value / levels[i]!)),
      from,
      period,
    );
  if (!multiplicative) return { kind: 'additive', period, ...additive };
  const effects = multiplicative.effects.map(Math.exp);
  const left = (expected: (level: number, place: number) => number) =>
    newest.reduce((sum, value, i) => {
      return isMissing(value) ? sum : sum + (value - expected(levels[i]!, (from + i) % period)) ** 2;
    }, 0);
  const better =
    left((level, place) => level * effects[place]!) <
    CLEARLY_LESS * left((level, place) => level + additive.effects[place]!);
  return better
    ? { kind: 'multiplicative', period, effects, varies: multiplicative.varies }
    : { kind: 'additive', period, ...additive };
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

type Decomposition = Pick<Season, 'effects' | 'varies'>;

/**
 * The effect of every place, the median of what stands out from the level, if the places differ by more than chance.
 *
 * @param out     by how much each figure stands out; NaN where there is none
 * @param from    periods from where seasons are counted to the first of them
 * @param period  periods in a season
 */
function decompose(out: readonly number[], from: number, period: number): Decomposition | null {
  const means: number[] = [];
  const counts: number[] = [];
  let [total, within] = [0, 0];
  for (let place = 0; place < period; place++) {
    const firstOf = (place - (from % period) + period) % period;
    let [sum, count, squares] = [0, 0, 0];
    for (let i = firstOf; i < out.length; i += period) {
      if (isMissing(out[i])) continue;
      sum += out[i]!;
      total += out[i]!;
      count++;
    }
    if (count < FULL_SEASONS - 1) return null;
    for (let i = firstOf; i < out.length; i += period) {
      if (!isMissing(out[i])) squares += (out[i]! - sum / count) ** 2;
    }
    means.push(sum / count);
    counts.push(count);
    within += squares;
  }
  const count = counts.reduce((a, b) => a + b, 0);
  const degrees = count - period;
  if (degrees < period / 2) return null;
  const centre = total / count;
  let between = 0;
  for (let place = 0; place < period; place++) between += counts[place]! * (means[place]! - centre) ** 2;
  const f = between / (period - 1) / (within / degrees);
  // A season that leaves nothing at all is proved, one in figures that never move is not.
  if (!(between > 0) || f <= 1 || (within > 0 && fDistributionTail(f, period - 1, degrees) > SIGNIFICANCE)) return null;
  const places: number[][] = Array.from({ length: period }, () => []);
  out.forEach((value, i) => {
    if (!isMissing(value)) places[(from + i) % period]!.push(value);
  });
  const effects = places.map(median);
  const middle = mean(effects);
  return { effects: effects.map(effect => effect - middle), varies: within > between * NOTHING };
}

/** The level around each period of a stretch: the mean over a whole season centred on it, and at its ends the nearest one. */
function movingLevels(values: Series, start: number, end: number, period: number, centred: number[]): number[] {
  const half = period / 2;
  const levels: number[] = [];
  let last = Number.NaN;
  for (let i = start; i < end; i++) {
    if (i - start >= half && i < end - half) {
      centred[i] ??= levelAround(values, i, half);
      const level = centred[i]!;
      if (Number.isFinite(level)) {
        if (isMissing(last)) levels.fill(level);
        last = level;
      }
    }
    levels.push(last);
  }
  return isMissing(last) ? levels.fill(mean(figures(values.slice(start, end)))) : levels;
}

/** The mean over a whole season centred on a period; NaN where less than half of it is known. */
function levelAround(values: Series, period: number, half: number): number {
  let [sum, weight] = [0, 0];
  for (let i = Math.ceil(period - half); i <= period + half; i++) {
    const value = values[i];
    const share = Math.abs(i - period) === half ? 0.5 : 1;
    if (isFigure(value)) [sum, weight] = [sum + share * value, weight + share];
  }
  return weight > half ? sum / weight : Number.NaN;
}
