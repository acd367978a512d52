/** Up to so many functions the chance is integrated; the sum of more is nearly normal. */
const MOST_INTEGRATED = 20;
/** So near the approximate percentile, as a share of it, the chance is integrated; the approximation is ten times as good. */
const NEAR = 0.02;
/** The share of cases in which functions that have not changed move less. */
const BY_CHANCE = 0.95;
/** The normal figure with that share below it. */
const NORMAL_PERCENTILE = 1.644_853_626_951_472;
/** The size of a normal figure: its mean, which is also its density at zero, standard deviation and skewness. */
const MEAN = Math.sqrt(2 / Math.PI);
const DEVIATION = Math.sqrt(1 - 2 / Math.PI);
const SKEWNESS = (MEAN * (4 / Math.PI - 1)) / DEVIATION ** 3;
/** The grid's step in sizes of the largest weight, and the intervals of Simpson's rule. */
const STEP = 0.05;
const INTERVALS = 200;
/** No normal figure is further from zero. */
const FURTHEST = 8.5;

/** What the momenta of functions and their weights add up to, the heaviest weight taken for one. */
export interface Moves {
  /** Σ w m and Σ w |m|; without end where they are beyond the largest number. */
  together: number;
  moved: number;
  /** Sums of the weights, their squares and their cubes. */
  weight: number;
  squares: number;
  cubes: number;
}

/**
 * What momenta and weights add up to, in one pass.
 *
 * @param momenta  of each function, without unit
 * @param weights  of the functions, none negative, as many; all alike where left out
 */
export function movesOf(momenta: ArrayLike<number>, weights?: ArrayLike<number>): Moves {
  if (!weights) return alikeMovesOf(momenta);
  const heaviest = largest(weights);
  let [together, moved, weight, squares, cubes] = [0, 0, 0, 0, 0];
  if (heaviest === 0) return { together, moved, weight, squares, cubes };
  for (let i = 0; i < momenta.length; i++) {
    const share = weights[i]! / heaviest;
    const part = share * momenta[i]!;
    together += part;
    moved += Math.abs(part);
    weight += share;
    squares += share * share;
    cubes += share * share * share;
  }
  return { together, moved, weight, squares, cubes };
}

function alikeMovesOf(momenta: ArrayLike<number>): Moves {
  const count = momenta.length;
  let [together, moved] = [0, 0];
  for (let i = 0; i < count; i++) {
    const momentum = momenta[i]!;
    together += momentum;
    moved += Math.abs(momentum);
  }
  return { together, moved, weight: count, squares: count, cubes: count };
}

/**
 * Whether functions move more than functions that have not changed move by chance: Σ w |m| beyond its 95th percentile for
 * independent standard normal momenta.
 *
 * @param momenta  of each function, without unit
 * @param weights  of the functions, none negative, as many; all alike where left out
 * @param moves    what they add up to, where that is known
 * @source         method.md section 2
 */
export function isBeyondChance(
  momenta: ArrayLike<number>,
  weights?: ArrayLike<number>,
  moves: Moves = movesOf(momenta, weights),
): boolean {
  const { moved, weight, squares, cubes } = moves;
  if (weight === 0) return false;
  const percentile = nearlyNormalPercentile(weight, squares, cubes);
  const isNear = Math.abs(moved - percentile) <= NEAR * percentile;
  if (!isNear || momenta.length > MOST_INTEGRATED) return moved > percentile;
  const heaviest = weights ? largest(weights) : 1;
  const shares = Array.from(momenta, (_, i) => (weights ? weights[i]! / heaviest : 1));
  return chanceOfLess(moved, shares) > BY_CHANCE;
}

/** The 95th percentile of a weighted sum of many sizes, from sums of the weights, to a thousandth of the chance. @source Cornish and Fisher (1938), first term */
function nearlyNormalPercentile(sum: number, squares: number, cubes: number): number {
  const skewness = (SKEWNESS * cubes) / squares ** 1.5;
  const skewed = NORMAL_PERCENTILE + ((NORMAL_PERCENTILE ** 2 - 1) * skewness) / 6;
  return MEAN * sum + DEVIATION * Math.sqrt(squares) * skewed;
}

/** The size of the largest of some numbers. */
export function largest(numbers: ArrayLike<number>): number {
  let most = 0;
  for (let i = 0; i < numbers.length; i++) most = Math.max(most, Math.abs(numbers[i]!));
  return most;
}

/**
 * How likely functions that have not changed move less: the distribution of a weighted sum of sizes of independent
 * standard normal figures, one after the other folded in.
 *
 * @param moved    Σ w |m|
 * @param weights  of the functions, none negative, one above zero
 * @returns        a probability, to a millionth
 * @source         convolution of half-normal densities: Leone, Nelson and Nottingham (1961), The folded normal distribution
 */
export function chanceOfLess(moved: number, weights: ArrayLike<number>): number {
  // The largest first, so that what is interpolated is never steeper than what is folded in.
  const inOrder = Array.from(weights)
    .filter(weight => weight > 0)
    .sort((one, other) => other - one);
  if (moved >= FURTHEST * inOrder.reduce((sum, weight) => sum + weight, 0)) return 1;
  const points = Math.max(4, Math.ceil(moved / (STEP * inOrder[0]!)));
  const step = moved / points;
  let chances = new Float64Array(points + 1).fill(1);
  for (const weight of inOrder) {
    const before = chances;
    chances = before.map((_, i) => folded(before, step, i * step, weight));
  }
  return chances[points]!;
}

/** ∫ F(x − weight · z) 2 φ(z) dz over the sizes z that fit in x, by Simpson's rule. */
function folded(chances: Float64Array, step: number, x: number, weight: number): number {
  const width = Math.min(x / weight, FURTHEST) / INTERVALS;
  let sum = 0;
  for (let k = 0; k <= INTERVALS; k++) {
    const z = k * width;
    const simpson = k === 0 || k === INTERVALS ? 1 : k % 2 ? 4 : 2;
    sum += simpson * interpolated(chances, (x - weight * z) / step) * Math.exp((-z * z) / 2);
  }
  return (sum * width * MEAN) / 3;
}

/** The value at a place between the points of a grid, by the cubic through the four around it. */
function interpolated(values: Float64Array, place: number): number {
  const first = Math.min(Math.max(Math.floor(place) - 1, 0), values.length - 4);
  const t = place - first;
  const [a, b, c, d] = [values[first]!, values[first + 1]!, values[first + 2]!, values[first + 3]!];
  return (
    (-a * (t - 1) * (t - 2) * (t - 3)) / 6 +
    (b * t * (t - 2) * (t - 3)) / 2 -
    (c * t * (t - 1) * (t - 3)) / 2 +
    (d * t * (t - 1) * (t - 2)) / 6
  );
}
