import type { Season } from '../../../src/drift';
import { figures, isFigure, mean, type Series } from '../../../src/drift/series';
import { fDistributionTail } from '../../../src/drift/statistics/distributions';
import { plainMedian } from './evidence';

/** Nothing less than two full seasons can show one. */
const FULL_SEASONS = 2;
/** Chance at which a series without any season may show one. */
const SIGNIFICANCE = 0.001;
/** Older figures than so many seasons say nothing about the season of today. */
const NEWEST_SEASONS = 6;
/** What arithmetic leaves of a season that leaves nothing, as a share of it. */
const NOTHING = 1e-9;
/** A multiplicative pattern is taken where it leaves less unexplained than this share of what an additive one leaves. */
const CLEARLY_LESS = 0.8;

/**
 * The season of a series, where a test says that there is one.
 *
 * @param values  one figure a period, oldest first; a blank is a gap
 * @param period  periods in a season: 12 for months, 52 for weeks, 4 for quarters
 * @returns       the season; null where two full ones are not there yet, or do not prove it
 * @source        classical decomposition by centred moving averages; F test of the places against what they leave (p < .001)
 */
export function plainSeason(values: Series, period: number): Season | null {
  if (!(period >= 2) || values.length < FULL_SEASONS * period) return null;
  const from = Math.max(0, values.length - NEWEST_SEASONS * period);
  const newest = values.slice(from);
  if (figures(newest).length < FULL_SEASONS * period) return null;
  const levels = movingLevels(newest, period);
  const additive = decompose(newest, from, period, levels, (value, level) => value - level);
  if (!additive) return null;
  const positive = newest.every(value => !isFigure(value) || value > 0) && levels.every(level => level > 0);
  const multiplicative = positive && decompose(newest, from, period, levels, (value, level) => Math.log(value / level));
  if (!multiplicative) return { kind: 'additive', period, ...additive };
  const effects = multiplicative.effects.map(Math.exp);
  const left = (expected: (level: number, place: number) => number) =>
    newest.reduce<number>((sum, value, i) => {
      return isFigure(value) ? sum + (value - expected(levels[i]!, (from + i) % period)) ** 2 : sum;
    }, 0);
  const better =
    left((level, place) => level * effects[place]!) <
    CLEARLY_LESS * left((level, place) => level + additive.effects[place]!);
  return better
    ? { kind: 'multiplicative', period, effects, varies: multiplicative.varies }
    : { kind: 'additive', period, ...additive };
}

type Decomposition = Pick<Season, 'effects' | 'varies'>;

/** The effect of every place, the plainMedian of what stands out from the level, if the places differ by more than chance. */
function decompose(
  values: Series,
  from: number,
  period: number,
  levels: readonly number[],
  outstanding: (value: number, level: number) => number,
): Decomposition | null {
  const places: number[][] = Array.from({ length: period }, () => []);
  values.forEach((value, i) => {
    if (isFigure(value)) places[(from + i) % period]!.push(outstanding(value, levels[i]!));
  });
  if (places.some(place => place.length < FULL_SEASONS - 1)) return null;
  const all = places.flat();
  const centre = mean(all);
  const means = places.map(mean);
  const between = places.reduce((sum, place, k) => sum + place.length * (means[k]! - centre) ** 2, 0);
  const within = places.reduce((sum, place, k) => sum + place.reduce((s, x) => s + (x - means[k]!) ** 2, 0), 0);
  const degrees = all.length - period;
  if (degrees < period / 2) return null;
  const f = between / (period - 1) / (within / degrees);
  // A season that leaves nothing at all is proved, one in figures that never move is not.
  if (!(between > 0) || f <= 1 || (within > 0 && fDistributionTail(f, period - 1, degrees) > SIGNIFICANCE)) return null;
  const effects = places.map(plainMedian);
  const middle = mean(effects);
  return { effects: effects.map(effect => effect - middle), varies: within > between * NOTHING };
}

/** The level around each period: the mean over a whole season centred on it, and at the ends of the season nearest to it. */
function movingLevels(values: Series, period: number): number[] {
  const half = period / 2;
  const centred = values.map((_, i) => {
    if (i < half || i >= values.length - half) return null;
    let [sum, weight] = [0, 0];
    for (let j = Math.ceil(i - half); j <= i + half; j++) {
      const value = values[j];
      const share = Math.abs(j - i) === half ? 0.5 : 1;
      if (isFigure(value)) [sum, weight] = [sum + share * value, weight + share];
    }
    return weight > half ? sum / weight : null;
  });
  const first = centred.find(isFigure) ?? mean(figures(values));
  let last = first;
  return centred.map(level => {
    if (isFigure(level)) last = level;
    return last;
  });
}
