import { isFigure, median, type Series } from '../series';

/** From some period on, figures are in another unit. */
export interface ScaleBreak {
  /** The first period in the other unit, 0-based. */
  index: number;
  /** What a figure in the unit before has to be multiplied by to be in the unit after: 100, 1000, …, or 0.01, 0.001, … */
  factor: number;
}

/** Units that people change to by mistake or on purpose: percent typed as 5 for 0.05, thousands, millions. */
const FACTORS = [100, 1000, 1e6, 0.01, 0.001, 1e-6];
/** Figures after a change that must agree, fewer only at the end; what a single figure does before the end is an outlier. */
const AGREE = 2;
/** The level may itself move by this factor at a change of unit. */
const LEVEL = 1.6;
/** Figures of one unit lie within this factor of their median; where they do not, no unit can be told. */
const WITHIN = 3;
/** Figures that are less than so many times another are all of one unit: the nearest other unit is a hundred times as large. */
const OTHER_UNIT = 100 / WITHIN;
/** Figures that a new unit is compared with: the newest, since a firm may have grown tenfold before. */
const BEFORE = 6;
/** Of those, the share that must be of one order of magnitude: a slip among them hides nothing. */
const MOST = 0.75;

/**
 * Where a series changes its unit: percentages typed as 5 instead of 0.05, euros that become thousands of euros. The newest
 * figure alone can show it, so that last month's slip is named before it is believed.
 *
 * @param values  one figure a period, oldest first; a blank is a gap, and a zero, which is the same in every unit
 * @returns       the changes of unit, oldest first; none where figures scatter so much that a unit can't be told
 */
export function scaleBreaks(values: Series): ScaleBreak[] {
  const places = values.map((value, at) => (isFigure(value) && value !== 0 ? at : -1)).filter(at => at >= 0);
  const found: ScaleBreak[] = [];
  if (isOfOneUnit(places.map(at => values[at]!))) return found;
  let start = 0;
  for (let i = AGREE; i < places.length; i++) {
    const before = places.slice(Math.max(start, i - BEFORE), i).map(at => values[at]!);
    if (before.length < AGREE) continue;
    const centre = median(before);
    const alike = before.filter(figure => near(figure / centre, 1, WITHIN)).length;
    if (alike < AGREE || alike < MOST * before.length) continue;
    const next = places.slice(i, i + AGREE).map(at => values[at]! / centre);
    const factor = FACTORS.find(f => near(median(next), f, LEVEL) && next.every(ratio => near(ratio, f, WITHIN)));
    if (factor === undefined) continue;
    found.push({ index: places[i]!, factor });
    start = i;
  }
  return found;
}

/** Whether figures are all so near each other that none stands in another unit, as they nearly always are. */
function isOfOneUnit(figures: readonly number[]): boolean {
  let [least, most] = [Infinity, 0];
  for (const figure of figures) {
    if (figure < 0 !== figures[0]! < 0) return false;
    least = Math.min(least, Math.abs(figure));
    most = Math.max(most, Math.abs(figure));
  }
  return most < OTHER_UNIT * least;
}

/** Whether a ratio lies within so many times another, either way; never across zero. */
function near(ratio: number, other: number, within: number): boolean {
  return ratio > other / within && ratio < other * within;
}
