import { isFigure, median, type Series } from './series';

/** From some period on, figures stand in another unit. */
export interface ScaleBreak {
  /** The first period in the other unit, 0-based. */
  index: number;
  /** What a figure in the unit before has to be multiplied by to stand in the unit after: 100, 1000, …, or 0.01, 0.001, … */
  factor: number;
}

/** Units that people change to by mistake or on purpose: percent typed as 5 for 0.05, thousands, millions. */
const FACTORS = [100, 1000, 1e6, 0.01, 0.001, 1e-6];
/** Figures on each side that must agree; what a single figure does is an outlier. */
const AGREE = 2;
/** The level may itself move by this factor at a change of unit. */
const LEVEL = 1.6;
/** Figures of one unit lie within this factor of their median; where they do not, no unit can be told. */
const WITHIN = 3;

/**
 * Where a series changes its unit: percentages typed as 5 instead of 0.05, euros that become thousands of euros.
 *
 * @param values  one figure a period, oldest first; a blank is a gap
 * @returns       the changes of unit, oldest first; none where figures scatter so much that a unit can't be told
 */
export function scaleBreaks(values: Series): ScaleBreak[] {
  const places = values.map((value, at) => (isFigure(value) && value !== 0 ? at : -1)).filter(at => at >= 0);
  const found: ScaleBreak[] = [];
  let start = 0;
  for (let i = AGREE; i <= places.length - AGREE; i++) {
    const before = places.slice(start, i).map(at => values[at]!);
    if (before.length < AGREE || !agrees(before)) continue;
    const next = places.slice(i, i + AGREE).map(at => values[at]! / median(before));
    const factor = FACTORS.find(f => next.every(ratio => ratio > f / LEVEL && ratio < f * LEVEL));
    if (factor === undefined) continue;
    found.push({ index: places[i]!, factor });
    start = i;
  }
  return found;
}

/** Whether figures are of one sign and one order of magnitude. */
function agrees(figures: readonly number[]): boolean {
  const centre = median(figures);
  return figures.every(figure => figure / centre > 1 / WITHIN && figure / centre < WITHIN);
}
