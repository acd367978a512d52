import type { RegimeCost } from './segmentation';

/** A regime shorter than this has a level, not a slope. */
export const SHORTEST_SLOPE = 12;

/**
 * What regimes of a first-order autoregressive series leave unexplained around a level, or around a line, each regime a
 * stationary stretch of its own.
 *
 * @param figures   one figure a period, oldest first, no blanks
 * @param rho       lag-1 correlation, from 0 to below 1
 * @param form      what long regimes follow; shorter ones have a level
 * @param shortest  figures of the shortest regime that has a slope
 * @returns        a function from a stretch to its generalised sum of squares, in squared units, in constant time
 * @source         Prais and Winsten (1954) generalised least squares, over running sums
 */
export function regimeCost(
  figures: readonly number[],
  rho: number,
  form: 'level' | 'line',
  shortest = SHORTEST_SLOPE,
): RegimeCost {
  const first = figures[0] ?? 0;
  // Running sums of innovations, of their squares and of their moments: three a figure, so that one reach finds all of them.
  const sums = new Float64Array(3 * (figures.length + 1));
  let [sum, square, moment] = [0, 0, 0];
  for (let i = 0; i < figures.length; i++) {
    const innovation = i === 0 ? 0 : figures[i]! - first - rho * (figures[i - 1]! - first);
    sum += innovation;
    square += innovation * innovation;
    moment += innovation * i;
    sums[3 * i + 3] = sum;
    sums[3 * i + 4] = square;
    sums[3 * i + 5] = moment;
  }
  const [variance, rest] = [1 - rho * rho, 1 - rho];
  const isLevel = form === 'level';
  return (from, to) => {
    const later = to - from - 1;
    const before = 3 * (from + 1);
    const last = 3 * to;
    const start = figures[from]! - first;
    const sum = sums[last]! - sums[before]!;
    const square = variance * start * start + sums[last + 1]! - sums[before + 1]!;
    const onLevel = variance * start + rest * sum;
    const level = variance + rest * rest * later;
    const unexplained = square - (onLevel * onLevel) / level;
    if (isLevel || to - from < shortest) return Math.max(0, unexplained);
    // The slope counts periods from the regime's first: 0 there, and rest · j + rho once whitened.
    const ones = (later * (later + 1)) / 2;
    const twos = (later * (later + 1) * (2 * later + 1)) / 6;
    const onSlope = rest * (sums[last + 2]! - sums[before + 2]! - from * sum) + rho * sum;
    const slope = rest * rest * twos + 2 * rest * rho * ones + rho * rho * later;
    const both = rest * (rest * ones + rho * later);
    const gain = onSlope - (both * onLevel) / level;
    return Math.max(0, unexplained - (gain * gain) / (slope - (both * both) / level));
  };
}

/**
 * What a whole first-order autoregressive series leaves unexplained around a parabola: growth that compounds, or levels off.
 *
 * @param figures  one figure a period, oldest first, no blanks; at least four
 * @param rho      lag-1 correlation, from 0 to below 1
 * @returns        generalised sum of squares, in squared units
 * @source         Prais and Winsten (1954) generalised least squares, by orthogonal polynomials
 */
export function curveCost(figures: readonly number[], rho: number): number {
  const first = figures[0]!;
  const series = figures.map(figure => figure - first);
  const left = unexplainedBy(curveOf(figures.length, rho), whitened(series, rho));
  return product(left, left);
}

/** Worked out once for each length and correlation: the KPIs of a workbook are mostly of one length. */
const CURVES = new Map<string, readonly number[][]>();
const MOST_CURVES = 100;

/** Level, slope and curve of a series of so many figures, whitened, orthonormal. */
function curveOf(count: number, rho: number): readonly number[][] {
  const key = `${count} ${rho}`;
  const known = CURVES.get(key);
  if (known) return known;
  const middle = (count - 1) / 2;
  const places = Array.from({ length: count }, (_, i) => (i - middle) / middle);
  const found: number[][] = [];
  for (const power of [0, 1, 2]) {
    const column = unexplainedBy(
      found,
      whitened(
        places.map(place => place ** power),
        rho,
      ),
    );
    const length = Math.sqrt(product(column, column));
    found.push(column.map(x => x / length));
  }
  if (CURVES.size >= MOST_CURVES) CURVES.clear();
  CURVES.set(key, found);
  return found;
}

/** A series whose first-order autoregression is taken out, the first figure at the scale of the others. */
function whitened(series: readonly number[], rho: number): number[] {
  return series.map((value, i) => (i === 0 ? Math.sqrt(1 - rho * rho) * value : value - rho * series[i - 1]!));
}

/** What orthonormal columns leave of another. */
function unexplainedBy(columns: readonly number[][], column: readonly number[]): number[] {
  const left = [...column];
  for (const known of columns) {
    const share = product(left, known);
    for (let i = 0; i < left.length; i++) left[i] = left[i]! - share * known[i]!;
  }
  return left;
}

function product(a: readonly number[], b: readonly number[]): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}
