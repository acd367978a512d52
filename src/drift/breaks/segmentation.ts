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

/** The cheapest segmentation for a number of breaks; null where so many do not fit. */
export type Segmentations = (breaks: number) => Segmentation | null;

/**
 * The best segmentations of a series into 1, 2, 3, … regimes, found exactly by dynamic programming over their ends. Each is
 * worked out when it is asked for: the whole table is needed from two breaks on, and mostly nobody asks for so many.
 *
 * @param count  figures in the series
 * @param cost   of a regime
 * @source       Auger and Lawrence (1989), segment neighbourhood search
 */
export function segmentations(count: number, cost: RegimeCost): Segmentations {
  const tables: Table[] = [];
  let later: LaterCosts | undefined;
  const table = (breaks: number): Table => {
    if (breaks === 0) tables[0] ??= firstTable(count, cost);
    else {
      later ??= laterCosts(count, cost);
      tables[breaks] ??= nextTable(breaks, table(breaks - 1), later);
    }
    return tables[breaks]!;
  };
  return breaks => {
    if (count < FIRST_REGIME + breaks * LATER_REGIME) return null;
    if (breaks === 0) return { cost: cost(0, count), breaks: [] };
    const from = FIRST_REGIME + (breaks - 1) * LATER_REGIME;
    // Only the last regime of the whole series is wanted here, and a first one is nothing but its own cost.
    const before = breaks === 1 ? (at: number) => cost(0, at) : (at: number) => table(breaks - 1).costs[at]!;
    let [least, start] = [Infinity, 0];
    for (let at = from; at <= count - LATER_REGIME; at++) {
      const total = before(at) + cost(at, count);
      if (total < least) [least, start] = [total, at];
    }
    const found = [start];
    for (let k = breaks - 1; k > 0; k--) found.unshift(table(k).starts[found[0]!]!);
    return { cost: least, breaks: found };
  };
}

/** For every end of a series the cost of its best segmentation with so many breaks, and where its last regime starts. */
interface Table {
  costs: Float64Array;
  starts: Int32Array;
}

function firstTable(count: number, cost: RegimeCost): Table {
  const costs = new Float64Array(count + 1).fill(Infinity);
  for (let end = FIRST_REGIME; end <= count; end++) costs[end] = cost(0, end);
  return { costs, starts: new Int32Array(count + 1) };
}

function nextTable(breaks: number, { costs: before }: Table, later: LaterCosts): Table {
  const count = before.length - 1;
  const best = new Float64Array(count + 1).fill(Infinity);
  const starts = new Int32Array(count + 1);
  for (let end = FIRST_REGIME + breaks * LATER_REGIME; end <= count; end++) {
    const row = rowOf(end);
    let [least, start] = [Infinity, 0];
    for (let at = FIRST_REGIME + (breaks - 1) * LATER_REGIME; at <= end - LATER_REGIME; at++) {
      const total = before[at]! + later[row + at]!;
      if (total < least) {
        least = total;
        start = at;
      }
    }
    best[end] = least;
    starts[end] = start;
  }
  return { costs: best, starts };
}

/** The cost of every regime but a first one, by its end and then by its beginning: one row after the other. */
type LaterCosts = Float64Array;

/** Where the row of an end begins; each has a place for every beginning up to its end. */
function rowOf(end: number): number {
  return (end * (end - 1)) / 2;
}

function laterCosts(count: number, cost: RegimeCost): LaterCosts {
  const costs = new Float64Array(rowOf(count + 1));
  for (let end = FIRST_REGIME + LATER_REGIME; end <= count; end++) {
    const row = rowOf(end);
    for (let at = FIRST_REGIME; at <= end - LATER_REGIME; at++) costs[row + at] = cost(at, end);
  }
  return costs;
}
