import { figures, isFigure, mean, median, type Series } from './series';

/** Centre line and natural process limits, in the unit of the figures. */
export interface Limits {
  centre: number;
  lower: number;
  upper: number;
}

/** There are not enough figures to tell routine variation. */
export class TooFewPeriods extends Error {
  /** What a cell shows for it. */
  readonly code = '#N/A';

  constructor() {
    super('Too few periods: limits need two figures next to each other.');
    this.name = 'TooFewPeriods';
  }
}

/** Limits are three sigma from the centre: 3 / 1.128 mean moving ranges, rounded as printed; 3 / 0.954 median ones. */
const MEAN_FORM = 2.66;
const MEDIAN_FORM = 3.145;

/**
 * Natural process limits of an individuals (XmR) chart: centre ± 2.66 × mean moving range, from every figure given.
 *
 * @param values  one figure a period, oldest first; a blank is a gap, and no moving range is taken across it
 * @returns       centre and limits, in the unit of `values`
 * @throws        TooFewPeriods where no two figures are next to each other
 * @source        Wheeler, Understanding Variation, 2nd ed., ch. 3
 */
export function naturalProcessLimits(values: ArrayLike<number | null | undefined>): Limits {
  const { sum, count, moved, ranges } = sumsWithoutGaps(values) ?? sumsOf(values);
  if (ranges === 0) throw new TooFewPeriods();
  return around(sum / count, (MEAN_FORM * moved) / ranges);
}

/** What figures and their moving ranges add up to, and how many there are of each. */
interface Sums {
  sum: number;
  count: number;
  moved: number;
  ranges: number;
}

/** The sums of a column of a sheet, which may have a million rows and mostly has no gap; null where it has one. */
function sumsWithoutGaps(values: ArrayLike<number | null | undefined>): Sums | null {
  if (!(values instanceof Float64Array) || values.length < 2) return null;
  let before = values[0]!;
  let [sum, moved] = [before, 0];
  for (let i = 1; i < values.length; i++) {
    const value = values[i]!;
    sum += value;
    moved += Math.abs(value - before);
    before = value;
  }
  return Number.isNaN(sum) ? null : { sum, count: values.length, moved, ranges: values.length - 1 };
}

function sumsOf(values: ArrayLike<number | null | undefined>): Sums {
  let [sum, count, moved, ranges] = [0, 0, 0, 0];
  let before = Number.NaN;
  for (let i = 0; i < values.length; i++) {
    const value = values[i] ?? Number.NaN;
    const step = Math.abs(value - before);
    before = value;
    if (Number.isNaN(value)) continue;
    sum += value;
    count += 1;
    if (Number.isNaN(step)) continue;
    moved += step;
    ranges += 1;
  }
  return { sum, count, moved, ranges };
}

/**
 * The limits by which a period is judged and that a chart shows: the mean form, and where a figure lies beyond its own
 * mean-form limits the median form, which that figure can't widen. A median moving range of zero (counts that are mostly
 * the same) tells nothing about routine variation, so there the mean form stays.
 *
 * @param values  the figures of one regime, oldest first; a blank is a gap
 * @param sparse  whether the figures are further apart than one period, so that blanks are no gaps
 * @returns       centre and limits, in the unit of `values`; null where no two figures are next to each other
 * @source        Wheeler, Making Sense of Data, on the median moving range (3.145)
 */
export function judgingLimits(values: Series, sparse = false): Limits | null {
  const all = figures(values);
  const ranges = movingRanges(sparse ? all : values);
  if (ranges.length === 0) return null;
  const limits = around(mean(all), MEAN_FORM * mean(ranges));
  const width = MEDIAN_FORM * median(ranges);
  if (width === 0 || !all.some(value => side(value, limits.lower, limits.upper) !== 0)) return limits;
  return around(median(all), width);
}

/**
 * On which side of an interval a figure lies: −1 below it, 0 in it or at its ends, 1 above it. Differences beyond the
 * precision of the arithmetic (a rate of 0.05 that was calculated as 0.05000000000000001) don't count.
 */
export function side(value: number, lower: number, upper: number): -1 | 0 | 1 {
  const precision = 1e-12 * Math.max(Math.abs(value), Math.abs(lower), Math.abs(upper));
  if (value > upper + precision) return 1;
  return value < lower - precision ? -1 : 0;
}

function movingRanges(values: Series): number[] {
  const ranges: number[] = [];
  for (let i = 1; i < values.length; i++) {
    const [before, value] = [values[i - 1], values[i]];
    if (isFigure(before) && isFigure(value)) ranges.push(Math.abs(value - before));
  }
  return ranges;
}

function around(centre: number, width: number): Limits {
  return { centre, lower: centre - width, upper: centre + width };
}
