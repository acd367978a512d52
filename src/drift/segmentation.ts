/** The first regime has at least so many figures, so that a history of a quarter can be left behind. */
export const FIRST_REGIME = 3;
/** Every later regime has at least so many, so that a spike or a holiday is not a regime. */
export const LATER_REGIME = 6;

/** More level changes than this are not looked for, so that years of daily figures take seconds, not hours. */
const MOST_BREAKS = 30;

/** Squared distances below this share of the whole are noise of the arithmetic, not of the business. */
const PRECISION = 1e-12;

/** What the best segmentation of a series into so many levels leaves unexplained, and where its regimes begin. */
export interface Segmentation {
  /** Sum of squared distances from the levels, in squared units. */
  cost: number;
  /** The first place of each regime but the first, 0-based. */
  breaks(): number[];
}

/**
 * The best segmentations of every beginning of a series into 0, 1, 2, … level changes, by dynamic programming over the
 * ends: one O(n²) pass a break serves all beginnings, so that a replay costs no more than a single look.
 *
 * @param figures  one figure a period, oldest first, no blanks
 * @returns        a function from a number of figures to the best segmentations of the first so many, by number of breaks
 * @source         Auger and Lawrence (1989), segment neighbourhood search; Jackson et al. (2005), optimal partitioning
 */
export function segmentations(figures: readonly number[]): (length: number) => Segmentation[] {
  const n = figures.length;
  const cost = levelCost(figures);
  const costs = [Float64Array.from({ length: n + 1 }, (_, end) => (end < FIRST_REGIME ? Infinity : cost(0, end)))];
  const starts: Int32Array[] = [new Int32Array(n + 1)];
  for (let k = 1; k <= MOST_BREAKS && FIRST_REGIME + k * LATER_REGIME <= n; k++) {
    const before = costs[k - 1]!;
    const best = new Float64Array(n + 1).fill(Infinity);
    const start = new Int32Array(n + 1);
    for (let end = FIRST_REGIME + k * LATER_REGIME; end <= n; end++) {
      for (let at = end - LATER_REGIME; at >= FIRST_REGIME + (k - 1) * LATER_REGIME; at--) {
        const total = before[at]! + cost(at, end);
        if (total < best[end]!) {
          best[end] = total;
          start[end] = at;
        }
      }
    }
    costs.push(best);
    starts.push(start);
  }
  return length => {
    const floor = PRECISION * costs[0]![length]!;
    const found: Segmentation[] = [];
    for (let k = 0; k < costs.length && costs[k]![length]! < Infinity; k++) {
      found.push({ cost: Math.max(costs[k]![length]!, floor), breaks: () => traced(starts, k, length) });
    }
    return found;
  };
}

/** The breaks of the best segmentation with `count` of them, followed back from its end. */
function traced(starts: Int32Array[], count: number, length: number): number[] {
  const breaks: number[] = [];
  for (let k = count, end = length; k > 0; k--) {
    end = starts[k]![end]!;
    breaks.unshift(end);
  }
  return breaks;
}

/** Sum of squared distances of `figures[from..to)` from their mean, in constant time. */
function levelCost(figures: readonly number[]): (from: number, to: number) => number {
  // Seen from the first, figures far from zero lose no digits in the difference of squares; what comes later plays no part.
  const first = figures[0] ?? 0;
  const sums = new Float64Array(figures.length + 1);
  const squares = new Float64Array(figures.length + 1);
  figures.forEach((figure, i) => {
    const distance = figure - first;
    sums[i + 1] = sums[i]! + distance;
    squares[i + 1] = squares[i]! + distance * distance;
  });
  return (from, to) => {
    const sum = sums[to]! - sums[from]!;
    return Math.max(0, squares[to]! - squares[from]! - (sum * sum) / (to - from));
  };
}
