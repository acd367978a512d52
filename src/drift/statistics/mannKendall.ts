import { normalTail } from './distributions';
import { normalQuantile } from './normalScores';

/** Up to so many figures the chance is counted over all their orders; beyond, a normal figure is as good. */
const COUNTED = 30;
/** No chance is smaller than a number can be. */
const LEAST = 1e-300;

/**
 * Mann and Kendall's test of a trend: exact for few figures, ties and all. Where figures are feared to drag each other along,
 * the chance is corrected for it, except that of figures which never once turn back; and whatever drags them along, a figure
 * is as likely to fall as to rise by chance, so it is never larger than the chance that so many of all steps lead one way.
 *
 * @param figures    one figure a period, oldest first, no blanks
 * @param inflation  how much more a mean of them varies than that of independent figures; 1 by default
 * @returns          s, the rising minus the falling pairs, and the two-sided chance of one as large in figures without order;
 *                   chance 1 where all are equal
 * @source           Kendall, Rank Correlation Methods, ch. 4 and 5; more than 30 figures: normal approximation with ties and
 *                   continuity. Steps: the sign test of Cox and Stuart (1955) on differences, which are independent in a
 *                   random walk and turn round more often in any lesser correlation
 */
export function mannKendall(figures: readonly number[], inflation = 1): { s: number; chance: number } {
  const count = figures.length;
  let s = 0;
  for (let i = 0; i < count; i++) for (let j = i + 1; j < count; j++) s += Math.sign(figures[j]! - figures[i]!);
  const ties = new Map<number, number>();
  for (const figure of figures) ties.set(figure, (ties.get(figure) ?? 0) + 1);
  const groups = [...ties.values()];
  if (groups.length < 2) return { s, chance: 1 };
  const pairs = (size: number) => (size * (size - 1)) / 2;
  const untied = groups.reduce((sum, size) => sum - pairs(size), pairs(count));
  const independent = count <= COUNTED ? counted(s, untied, groups) : approximated(s, count, groups);
  const turnsBack = Math.abs(s) < untied;
  if (!(inflation > 1) || !turnsBack) return { s, chance: independent };
  const corrected = 2 * normalTail(-normalQuantile(Math.max(independent, LEAST) / 2) / Math.sqrt(inflation));
  return { s, chance: Math.min(1, corrected, chanceOfSteps(figures)) };
}

/** The least chance that Mann and Kendall's test can give these figures, however much they are feared to drag each other along. */
export function leastChance(figures: readonly number[]): number {
  return Math.min(mannKendall(figures).chance, chanceOfSteps(figures));
}

/**
 * The two-sided chance that so many of the steps from figure to figure lead one way, in figures that drag each other along as
 * far as a random walk does; less where they do so less. Steps of nothing do not count.
 *
 * @param figures  one figure a period, oldest first, no blanks
 */
export function chanceOfSteps(figures: readonly number[]): number {
  let [up, down] = [0, 0];
  for (let i = 1; i < figures.length; i++) {
    if (figures[i]! > figures[i - 1]!) up++;
    else if (figures[i]! < figures[i - 1]!) down++;
  }
  const steps = up + down;
  let [tail, ways] = [0, 0.5 ** steps];
  for (let against = 0; against <= Math.min(up, down); against++) {
    tail += ways;
    ways *= (steps - against) / (against + 1);
  }
  return Math.min(1, 2 * tail);
}

/** Counted over all orders of figures of which some are equal. */
function counted(s: number, untied: number, groups: readonly number[]): number {
  const against = (untied - Math.abs(s)) / 2;
  if (against >= untied / 2) return 1;
  const chances = fallingPairs(groups);
  let tail = 0;
  for (let falling = 0; falling <= against; falling++) tail += chances[falling]!;
  return Math.min(1, 2 * tail);
}

/** Counted once for each way in which figures can be equal; most series have no two equal figures. */
const COUNTS = new Map<string, readonly number[]>();
const MOST_COUNTS = 1000;

/**
 * How likely each number of falling pairs is, all orders of the figures alike. Which group holds the higher figures makes no
 * difference to it.
 *
 * @source  Gaussian multinomial coefficients (MacMahon 1916), one group of equal figures after the other
 */
function fallingPairs(groups: readonly number[]): readonly number[] {
  const sizes = [...groups].sort((a, b) => b - a);
  const key = sizes.join();
  const known = COUNTS.get(key);
  if (known) return known;
  let before = 0;
  let chances = [1];
  for (const size of sizes) {
    chances = product(chances, fallingBetween(before, size));
    before += size;
  }
  if (COUNTS.size >= MOST_COUNTS) COUNTS.clear();
  COUNTS.set(key, chances);
  return chances;
}

/** The same between so many lower figures and a group of equal higher ones: by whichever is last in the order. */
function fallingBetween(lower: number, higher: number): number[] {
  // One figure among others falls from any number of them alike.
  if (higher === 1) return Array<number>(lower + 1).fill(1 / (lower + 1));
  let rows: number[][] = Array.from({ length: lower + 1 }, () => [1]);
  for (let size = 1; size <= higher; size++) {
    const next: number[][] = [[1]];
    for (let below = 1; below <= lower; below++) {
      // A lower figure at the end falls from every higher one; a higher one at the end falls from none.
      const [lowerLast, higherLast] = [next[below - 1]!, rows[below]!];
      next.push(
        Array.from(
          { length: below * size + 1 },
          (_, falling) =>
            (below * (lowerLast[falling - size] ?? 0) + size * (higherLast[falling] ?? 0)) / (below + size),
        ),
      );
    }
    rows = next;
  }
  return rows[lower]!;
}

function product(a: readonly number[], b: readonly number[]): number[] {
  const result: number[] = Array(a.length + b.length - 1).fill(0);
  a.forEach((x, i) => {
    b.forEach((y, j) => {
      result[i + j]! += x * y;
    });
  });
  return result;
}

function approximated(s: number, count: number, groups: readonly number[]): number {
  const term = (size: number) => size * (size - 1) * (2 * size + 5);
  const variance = groups.reduce((sum, size) => sum - term(size), term(count)) / 18;
  return Math.min(1, 2 * normalTail(Math.max(0, Math.abs(s) - 1) / Math.sqrt(variance)));
}
