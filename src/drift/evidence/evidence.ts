import { winsorisedScores } from './scores';
import { CORRELATIONS, EARLY, LARGE, SLOPE, SLOPE_WEIGHTS, STEP, STEP_WEIGHTS } from './weights';
import { whitenedProducts } from './whitening';

/** A change may lie in the newest twelve figures, */
export const YOUNGEST = 12;
/** and at least so many figures stand before one that is new. */
export const FEWEST = 6;
/** Older figures than this many say nothing about what is routine today. */
export const LONGEST = 60;

interface Form {
  at: number;
  /** A step to a new level, or a slope. */
  slopes: boolean;
  weight: number;
  size: number;
}
/** What becomes of a level and of the forms when a correlation is whitened. */
interface Whitened {
  levelSquared: number;
  /** Of each form what it shares with a level, its squared length without that, and what it weighs where the figures say nothing of it. */
  share: Float64Array;
  distance: Float64Array;
  least: Float64Array;
}
/** The forms that are looked for among so many figures, whitened by each correlation. */
interface Geometry {
  forms: readonly Form[];
  whitened: readonly Whitened[];
}

/** How likely some scores are, as they are and had they changed: all that both directions have in common. */
export interface Weighed {
  count: number;
  forms: readonly Form[];
  /** How likely they are had nothing changed, correlations mixed. */
  same: number;
  /**
   * For each correlation that counts its part in the mixture, and how far the scores go along with each form upwards: the form's
   * length times the cosine between the two, level taken out.
   */
  views: { weight: number; whitened: Whitened; along: readonly number[] }[];
}

const geometries: Geometry[] = [];

/**
 * The log Bayes factor of "the level moved up at one of the newest figures" against "nothing changed", at the last figure.
 * Level and scale are integrated out, lag-1 correlation is mixed over a few values, and the figures speak through
 * winsorised scores, so that a long tail on either side does not pass for a change.
 *
 * @param figures  the figures of one regime, oldest first, from 7 to LONGEST of them
 * @param earliest  0-based place from which on a change may have begun
 * @returns        natural logarithm of the Bayes factor; changes down are those of the mirrored figures
 * @source         invariant Bayes factor of a noncentral t (Jeffreys 1961, ch. 5); method.md section 3, NS-IB
 */
export function evidenceOfRise(figures: readonly number[], earliest = 0): number {
  return evidenceIn(weighed(winsorisedScores(figures)), 1, earliest);
}

/**
 * What `evidenceOfRise` needs to know of scores, for a change either way.
 *
 * @param scores  one a figure, from `winsorisedScores`
 */
export function weighed(scores: ArrayLike<number>): Weighed {
  const count = scores.length;
  const { forms, whitened } = geometry(count);
  const degrees = count - 1;
  const views: Weighed['views'] = [];
  let same = 0;
  let reference = Number.NaN;
  const productsAt = whitenedProducts(scores, count - earliestOnset(count));
  for (let k = 0; k < CORRELATIONS.length; k++) {
    const correlation = CORRELATIONS[k]!;
    const { levelSquared, share } = whitened[k]!;
    const { square, onLevel, onChanges } = productsAt(correlation.rho);
    const residual = square - (onLevel * onLevel) / levelSquared;
    if (!(residual > 1e-9)) continue;
    // |covariance| up to the scale, the level's own part and what is left.
    const logDeterminant = degrees * Math.log(1 - correlation.rho ** 2);
    const marginal = -0.5 * (logDeterminant + Math.log(levelSquared) + degrees * Math.log(residual));
    if (Number.isNaN(reference)) reference = marginal;
    const likelihood = Math.exp(marginal - reference);
    same += correlation.same(count) * likelihood;
    if (correlation.changed === 0) continue;
    const { onStep, onSlope } = onChanges();
    const scale = 1 / Math.sqrt(residual);
    const along: number[] = [];
    for (let f = 0; f < forms.length; f++) {
      const { at, slopes, size } = forms[f]!;
      const product = (slopes ? onSlope : onStep)[count - 1 - at]!;
      along.push(size * (product - share[f]! * onLevel) * scale);
    }
    views.push({ weight: correlation.changed * likelihood, whitened: whitened[k]!, along });
  }
  return { count, forms, same, views };
}

/**
 * The log Bayes factor of a change one way, as in `evidenceOfRise`.
 *
 * @param weighed   from `weighed`
 * @param sign      1 for a change up, −1 for one down
 * @param earliest  0-based place from which on it may have begun
 */
export function evidenceIn({ count, forms, same, views }: Weighed, sign: 1 | -1, earliest: number): number {
  let changed = 0;
  for (const { weight, whitened, along } of views) {
    let ratio = 0;
    for (let f = 0; f < along.length; f++) {
      const form = forms[f]!;
      if (form.at < earliest) continue;
      ratio += form.weight * likelihoodRatio(sign * along[f]!, whitened.distance[f]!, count - 1);
    }
    changed += weight * ratio;
  }
  return changed > 0 ? Math.log(changed) - Math.log(same) : -Infinity;
}

/** More than arithmetic leaves in the last digits of a bound. */
const ROUNDING = 1e-6;

/**
 * Whether the log Bayes factor of a change one way may be larger than a threshold, by a bound that costs a fraction of it: nearly
 * every look at a KPI that has not changed ends here. The logarithm of `likelihoodRatio` is −d²/2 where x is 0. It rises with x
 * by the peak, which lies below √p + x/2 + x²/(8√p), and by the last term of `atPeak`, which rises by less than 1/(4√p).
 *
 * @param weighed    from `weighed`
 * @param sign       1 for a change up, −1 for one down
 * @param threshold  a log Bayes factor
 */
export function mayExceed({ count, same, views }: Weighed, sign: 1 | -1, threshold: number): boolean {
  const root = Math.sqrt(count - 2);
  const [first, third] = [root + 1 / (4 * root), 1 / (24 * root)];
  let most = 0;
  for (const { weight, whitened, along } of views) {
    const { least } = whitened;
    let ratio = 0;
    for (let f = 0; f < along.length; f++) {
      const x = sign * along[f]!;
      ratio += x > 0 ? least[f]! * Math.exp(x * (first + x * (1 / 4 + x * third))) : least[f]!;
    }
    most += weight * ratio;
  }
  return most * (1 + ROUNDING) > same * Math.exp(threshold);
}

/**
 * E exp(x W) · exp(−d²/2) for W chi with so many degrees of freedom: the density ratio of noncentral to central t.
 * Laplace's approximation: from six degrees on within 1.5 %, from fourteen within half a percent, for distances up to 4.
 *
 * @param x         distance times the cosine between the change and the figures, level taken out
 * @param distance  squared length of the change, in standard deviations
 * @param degrees   figures less one
 */
export function likelihoodRatio(x: number, distance: number, degrees: number): number {
  const power = degrees - 1;
  const peak = (x + Math.sqrt(x * x + 4 * power)) / 2;
  const atPeak = power * Math.log(peak) - (peak * peak) / 2 + x * peak - 0.5 * Math.log(1 + power / (peak * peak));
  const central = power * Math.log(Math.sqrt(power)) - power / 2 - 0.5 * Math.LN2;
  return Math.exp(atPeak - central - distance / 2);
}

/**
 * The first figure at which a change is looked for.
 *
 * @param count  figures in the regime
 * @returns      0-based place among them
 */
export function earliestOnset(count: number): number {
  return count < FEWEST + EARLY.oldest ? EARLY.before : Math.max(FEWEST, count - YOUNGEST);
}

/** The steps and slopes that are looked for among so many figures, whitened by each correlation. */
function geometry(count: number): Geometry {
  const known = geometries[count];
  if (known) return known;
  const forms: Form[] = [];
  const lookFor = (at: number, weight: number, size: number, slopes = false) => {
    if (weight > 0) forms.push({ at, weight, size, slopes });
  };
  for (let at = earliestOnset(count); at < count; at++) {
    const age = count - at;
    if (at < FEWEST) {
      if (age >= EARLY.youngest && age <= EARLY.oldest) lookFor(at, EARLY.weight, EARLY.size);
      continue;
    }
    lookFor(at, STEP_WEIGHTS[age - 1]!, STEP);
    if (age <= LARGE.oldest) lookFor(at, LARGE.weight, LARGE.size);
    lookFor(at, SLOPE_WEIGHTS[age - 1]!, SLOPE, true);
  }
  const productsOf = (height: (i: number) => number) =>
    whitenedProducts(
      Array.from({ length: count }, (_, i) => height(i)),
      0,
    );
  const level = productsOf(() => 1);
  const heights = forms.map(({ at, slopes }) => productsOf(i => (i < at ? 0 : slopes ? i - at + 1 : 1)));
  const whitened = CORRELATIONS.map(({ rho }) => {
    const { square: levelSquared } = level(rho);
    const products = heights.map(of => of(rho));
    const share = Float64Array.from(products, ({ onLevel }) => onLevel / levelSquared);
    const distance = Float64Array.from(products, ({ square, onLevel }, f) => {
      return forms[f]!.size ** 2 * (square - share[f]! * onLevel);
    });
    return { levelSquared, share, distance, least: distance.map((d, f) => forms[f]!.weight * Math.exp(-d / 2)) };
  });
  geometries[count] = { forms, whitened };
  return geometries[count]!;
}
