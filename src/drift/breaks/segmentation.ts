/** The first regime has at least so many figures, so that a history of a quarter can be left behind. */
export const FIRST_REGIME = 3;
/** Every later regime has at least so many, so that a spike or a holiday is not a regime. */
export const LATER_REGIME = 6;

/** What the best segmentation of a series into so many regimes leaves unexplained, and where they begin. */
export interface Segmentation {
  /** Sum of the costs of its regimes. */
  cost: number;
  /** First place of each regime but the first, 0-based. */
  breaks: number[];
}

/** What a regime from one place up to but not including another leaves unexplained. */
export type RegimeCost = (from: number, to: number) => number;

/**
 * The best segmentations of a series into 1, 2, 3, … regimes, found exactly by dynamic programming over their ends.
 *
 * @param count  figures in the series
 * @param cost   of a regime
 * @param most   breaks at most
 * @returns      the cheapest segmentation for each number of breaks, from none on; none at all below a first regime
 * @source       Auger and Lawrence (1989), segment neighbourhood search
 */
export function segmentations(count: number, cost: RegimeCost, most: number): Segmentation[] {
  if (count < FIRST_REGIME) return [];
  let before = new Float64Array(count + 1).fill(Infinity);
  for (let end = FIRST_REGIME; end <= count; end++) before[end] = cost(0, end);
  const found: Segmentation[] = [{ cost: before[count]!, breaks: [] }];
  const later = laterCosts(count, cost);
  const starts: Int32Array[] = [];
  for (let k = 1; k <= most && FIRST_REGIME + k * LATER_REGIME <= count; k++) {
    const best = new Float64Array(count + 1).fill(Infinity);
    const start = new Int32Array(count + 1);
    for (let end = FIRST_REGIME + k * LATER_REGIME; end <= count; end++) {
      const costs = later[end]!;
      for (let at = FIRST_REGIME + (k - 1) * LATER_REGIME; at <= end - LATER_REGIME; at++) {
        const total = before[at]! + costs[at]!;
        if (total < best[end]!) {
          best[end] = total;
          start[end] = at;
        }
      }
    }
    starts.push(start);
    before = best;
    const breaks: number[] = [];
    for (let j = k, end = count; j > 0; j--) {
      end = starts[j - 1]![end]!;
      breaks.unshift(end);
    }
    found.push({ cost: best[count]!, breaks });
  }
  return found;
}

/** The cost of every regime but a first one, by its end and then by its beginning. */
function laterCosts(count: number, cost: RegimeCost): Float64Array[] {
  return Array.from({ length: count + 1 }, (_, end) => {
    const costs = new Float64Array(Math.max(0, end - LATER_REGIME + 1));
    for (let at = FIRST_REGIME; at < costs.length; at++) costs[at] = cost(at, end);
    return costs;
  });
}
