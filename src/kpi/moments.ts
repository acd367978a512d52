/** Figures that are added up together before they are added to the others. */
const BLOCK = 64;

/**
 * The mean, exact to the last digit or two however far the values are from zero.
 *
 * @param values  at least one
 * @returns       in the unit of the values
 * @source        Ogita, Rump and Oishi (2005), Accurate sum and dot product: compensated summation
 */
export function exactMean(values: ArrayLike<number>): number {
  const total = sum(values);
  if (Number.isFinite(total)) return total / values.length;
  // A sum beyond what a cell can hold may still have a mean that is not.
  return sum(Float64Array.from(values, value => value / values.length));
}

/**
 * The sample variance, n − 1 below.
 *
 * @param values  at least two
 * @returns       in the squared unit of the values; NaN of a single value
 * @source        Chan, Golub and LeVeque (1983): corrected two-pass algorithm, summed pairwise in blocks
 */
export function variance(values: ArrayLike<number>): number {
  // Near the mean is enough: what it is off by is taken out again.
  const centre = near(values);
  let [total, squares] = [0, 0];
  // In blocks, so that a long column loses no more digits than a short one.
  for (let start = 0; start < values.length; start += BLOCK) {
    const end = Math.min(start + BLOCK, values.length);
    let [part, square] = [0, 0];
    for (let i = start; i < end; i++) {
      const value = values[i]! - centre;
      part += value;
      square += value * value;
    }
    total += part;
    squares += square;
  }
  return values.length < 2 ? Number.NaN : (squares - total ** 2 / values.length) / (values.length - 1);
}

function near(values: ArrayLike<number>): number {
  let total = 0;
  for (let i = 0; i < values.length; i++) total += values[i]!;
  return Number.isFinite(total) ? total / values.length : exactMean(values);
}

/** The sum of values, with what each addition rounds away carried along: two sums at once, since an addition waits for the one before it. */
function sum(values: ArrayLike<number>): number {
  let [one, other, lost, lostToo] = [0, 0, 0, 0];
  const pairs = values.length - (values.length % 2);
  for (let i = 0; i < pairs; i += 2) {
    const [value, next] = [values[i]!, values[i + 1]!];
    const [sum, sumToo] = [one + value, other + next];
    lost += roundedAway(one, value, sum);
    lostToo += roundedAway(other, next, sumToo);
    one = sum;
    other = sumToo;
  }
  if (pairs < values.length) {
    const value = values[pairs]!;
    lost += roundedAway(one, value, one + value);
    one += value;
  }
  const total = one + other;
  return total + (roundedAway(one, other, total) + (lost + lostToo));
}

/** What an addition rounds away, exactly. @source Knuth, The Art of Computer Programming 2, 4.2.2, theorem B */
function roundedAway(one: number, other: number, sum: number): number {
  const part = sum - one;
  return one - (sum - part) + (other - part);
}
