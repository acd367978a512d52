import { FIRST_REGIME } from '../../../src/drift/breaks/segmentation';
import { earliestOnset, FEWEST, likelihoodRatio } from '../../../src/drift/evidence/evidence';
import { normalScores } from '../../../src/drift/statistics/normalScores';

/*
 * Evidence as docs and method say it, every figure looked at again at every period and all that is said of it worked out from
 * nothing: what the engine's shortcuts are held against.
 */

/** The middle figure, or the mean of both. */
export function plainMedian(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

/** The figure furthest out before widens the tail to so many times the next one at most: an absurd one is no measure. */
const WIDEST = 3;

/**
 * How far out the newest figure is: its distance from the median, over that of the two figures that was furthest out
 * on the same side before. It asks nothing of the noise but its own tail, so that a long tail is not a run of spikes, nor is a
 * count that now and then is one less.
 *
 * @param before  the figures of the regime before the newest one, six at least
 * @param newest  the newest figure
 * @returns       natural logarithm of the ratio for a spike upwards; −∞ below the median, and where the tail is unknown because
 *                no figure lies on that side
 */
export function plainSpikeUpwards(before: readonly number[], newest: number): number {
  const centre = plainMedian(before);
  let [first, second] = [0, 0];
  for (const figure of before) {
    const distance = figure - centre;
    if (distance > first) [first, second] = [distance, first];
    else if (distance > second) second = distance;
  }
  const tail = second > 0 ? (Math.min(first, WIDEST * second) + second) / 2 : first / 2;
  return tail > 0 && newest > centre ? Math.log((newest - centre) / tail) : -Infinity;
}

/**
 * The usual figure of a regime of rare events: one that makes up half of it at least, as the zeros of complaints do, or
 * the hundreds of a share that is nearly perfect. Distances and ranks say little of such figures; how often the others come does.
 *
 * @param figures  the figures of one regime
 * @returns        the usual figure; null where there is none
 */
export function plainUsualFigure(figures: readonly number[]): number | null {
  const sorted = Float64Array.from(figures).sort();
  const precision = precisionOf(figures);
  const middle = sorted.length >> 1;
  for (const candidate of [sorted[middle]!, sorted[sorted.length - 1 - middle]!]) {
    let count = 0;
    for (const figure of sorted) if (Math.abs(figure - candidate) <= precision) count++;
    if (count >= 0.5 * sorted.length) return candidate;
  }
  return null;
}

/** What arithmetic leaves in the last digits of a figure. */
function precisionOf(figures: readonly number[]): number {
  return 1e-12 * figures.reduce((most, figure) => Math.max(most, Math.abs(figure)), 0);
}

/**
 * Lag-1 correlations between which the figures themselves decide, each with its weight without a change and with one. The
 * more figures there are, the less a strong correlation that they do not show needs to be feared.
 */
const CORRELATIONS = [
  { rho: 0, same: () => 1, changed: 2 },
  { rho: 0.3, same: () => 0.67, changed: 0.88 },
  { rho: 0.6, same: (count: number) => 0.15 / count, changed: 0 },
];
/** Weight of a step by its age, from 1: how many figures it has lasted. */
const STEP_WEIGHTS = [0.1, 0.2, 0.35, 0.55, 0.9, 2.6, 0.8, 0.3, 0.1, 0, 0, 0];
/** Height of a step that is looked for, in standard deviations. */
const STEP = 1.1;
/**
 * A first regime may be as short as three figures. Then at least four are after it, the step that is looked for is larger,
 * and it is looked for at once or not at all.
 */
const EARLY = { before: FIRST_REGIME, youngest: 4, oldest: 6, weight: 0.3, size: 3 };
/**
 * A step so large that nobody doubts it is looked for besides: without it, the fewer figures there are and the smaller the budget,
 * the longer even half of a KPI's level could be gone unsaid.
 */
const LARGE = { oldest: 6, weight: 0.1, size: 4 };
/** Weight of a slope by its age, and its rise a period in standard deviations. */
const SLOPE_WEIGHTS = [0, 0, 0.2, 0.4, 0.4, 0.4, 0.4, 0.4, 0.2, 0, 0, 0];
const SLOPE = 0.25;

interface Form {
  at: number;
  weight: number;
  size: number;
  heights: number[];
}
interface Geometry {
  forms: Form[];
  whitenings: Whitening[];
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
export function plainEvidenceOfRise(figures: readonly number[], earliest = 0): number {
  const scores = winsorisedScores(figures);
  const { forms, whitenings } = geometry(figures.length);
  const degrees = figures.length - 1;
  let [same, changed] = [0, 0];
  let reference: number | null = null;
  CORRELATIONS.forEach((correlation, k) => {
    const { rho } = correlation;
    const white = whitenings[k]!;
    const onLevel = dot(white.level, scores);
    const residual = whitenedSquare(scores, rho) - (onLevel * onLevel) / white.levelSquared;
    if (!(residual > 1e-9)) return;
    const marginal = -0.5 * (white.logDeterminant + Math.log(white.levelSquared) + degrees * Math.log(residual));
    reference ??= marginal;
    const likelihood = Math.exp(marginal - reference);
    same += correlation.same(figures.length) * likelihood;
    if (correlation.changed === 0) return;
    const scale = 1 / Math.sqrt(residual);
    let ratio = 0;
    for (let f = 0; f < forms.length; f++) {
      const { weights, squared } = white.changes[f]!;
      const { at, size, weight: prior } = forms[f]!;
      if (at < earliest) continue;
      ratio += prior * likelihoodRatio(size * dot(weights, scores) * scale, size * size * squared, degrees);
    }
    changed += correlation.changed * likelihood * ratio;
  });
  return changed > 0 ? Math.log(changed) - Math.log(same) : -Infinity;
}

/** The steps and slopes that are looked for among so many figures, whitened by each correlation. */
function geometry(count: number): Geometry {
  const known = geometries[count];
  if (known) return known;
  const forms: Form[] = [];
  for (let at = earliestOnset(count); at < count; at++) {
    const age = count - at;
    const from = (height: (period: number) => number) =>
      Array.from({ length: count }, (_, i) => (i < at ? 0 : height(i - at + 1)));
    if (at < FEWEST) {
      if (age >= EARLY.youngest && age <= EARLY.oldest)
        forms.push({ at, weight: EARLY.weight, size: EARLY.size, heights: from(() => 1) });
      continue;
    }
    const [step, slope] = [STEP_WEIGHTS[age - 1]!, SLOPE_WEIGHTS[age - 1]!];
    if (step > 0) forms.push({ at, weight: step, size: STEP, heights: from(() => 1) });
    if (age <= LARGE.oldest) forms.push({ at, weight: LARGE.weight, size: LARGE.size, heights: from(() => 1) });
    if (slope > 0) forms.push({ at, weight: slope, size: SLOPE, heights: from(period => period) });
  }
  const heights = forms.map(form => form.heights);
  geometries[count] = { forms, whitenings: CORRELATIONS.map(({ rho }) => whitening(rho, count, heights)) };
  return geometries[count]!;
}

function dot(weights: Float64Array, figures: Float64Array): number {
  let total = 0;
  for (let i = 0; i < weights.length; i++) total += weights[i]! * figures[i]!;
  return total;
}

/** Up to so many figures their distances count fully; of twice as many, ranks make up half of what is judged. */
const DISTANCES_UP_TO = 14;
/** Standard deviations beyond which a figure counts no more. */
const CLIP = 2;
/** A figure further from the median than so many robust standard deviations does not widen the scale. */
const FAR = 5;
/** Median absolute deviation to standard deviation, for a normal distribution. */
const MAD_TO_SIGMA = 1.4826;

/**
 * Figures as they are judged: standardised distances, clipped, mixed with normal scores of the ranks. The fewer the figures,
 * the less ranks can tell, and the more distances are needed; the more there are, the better ranks resist long tails.
 *
 * @param figures  the figures of one regime, oldest first; of equal ones the later gets the lower rank
 * @returns        one score a figure, in standard deviations
 * @source         winsorising: Tukey (1962); normal scores: Blom (1958)
 */
function winsorisedScores(figures: readonly number[]): Float64Array {
  const count = figures.length;
  const order = Array.from({ length: count }, (_, i) => i).sort((a, b) => figures[a]! - figures[b]! || b - a);
  const blom = normalScores(count);
  const pulled = pulledIn(figures);
  const centre = pulled.reduce((a, b) => a + b, 0) / count;
  const deviation = Math.sqrt(pulled.reduce((sum, figure) => sum + (figure - centre) ** 2, 0) / (count - 1));
  const distances = deviation > 0 ? Math.min(1, DISTANCES_UP_TO / count) : 0;
  const scores = new Float64Array(count);
  for (let rank = 0; rank < count; rank++) {
    const i = order[rank]!;
    const distance = deviation > 0 ? (pulled[i]! - centre) / deviation : 0;
    scores[i] = distances * Math.min(CLIP, Math.max(-CLIP, distance)) + (1 - distances) * blom[rank]!;
  }
  return scores;
}

/**
 * Figures with those that are absurdly far out (a typed-in extra zero) brought to five robust standard deviations from the
 * median; all as they are where more than half of them are equal.
 *
 * @param figures  the figures
 * @returns        one figure a figure, in their unit
 */
function pulledIn(figures: readonly number[]): number[] {
  const centre = plainMedian(figures);
  const far = FAR * MAD_TO_SIGMA * plainMedian(figures.map(figure => Math.abs(figure - centre)));
  return far > 0 ? figures.map(figure => Math.min(centre + far, Math.max(centre - far, figure))) : [...figures];
}

/** A stretch of figures seen through first-order autocorrelation: what whitening does to a level, and to each kind of change. */
interface Whitening {
  /** log |covariance| of the figures, up to the scale. */
  logDeterminant: number;
  /** Weights of the figures in the inner product with a level, and a level's own squared length. */
  level: Float64Array;
  levelSquared: number;
  /** Weights in the inner product with each change, the level taken out, and the change's own squared length. */
  changes: { weights: Float64Array; squared: number }[];
}

/**
 * The generalised least squares geometry of changes in a stationary first-order autoregressive series.
 *
 * @param rho      lag-1 correlation, from 0 to below 1
 * @param count    how many figures
 * @param changes  the form of each change: its height at each figure
 * @returns        weights with which inner products after whitening are plain sums over the figures
 * @source         Prais and Winsten (1954)
 */
function whitening(rho: number, count: number, changes: readonly (readonly number[])[]): Whitening {
  const variance = 1 - rho * rho;
  const level = inverseCovariance(new Array<number>(count).fill(1), rho);
  const levelSquared = sum(level);
  return {
    logDeterminant: (count - 1) * Math.log(variance),
    level,
    levelSquared,
    changes: changes.map(form => {
      const weights = inverseCovariance(form, rho);
      const share = sum(weights) / levelSquared;
      for (let i = 0; i < count; i++) weights[i]! -= share * level[i]!;
      return { weights, squared: form.reduce((total, height, i) => total + height * weights[i]!, 0) };
    }),
  };
}

/**
 * The squared length of figures after whitening.
 *
 * @param figures  the figures
 * @param rho      lag-1 correlation
 * @returns        figuresᵀ covariance⁻¹ figures, in squared units
 */
function whitenedSquare(figures: ArrayLike<number>, rho: number): number {
  let square = figures[0]! * figures[0]!;
  const variance = 1 - rho * rho;
  for (let i = 1; i < figures.length; i++) {
    const innovation = figures[i]! - rho * figures[i - 1]!;
    square += (innovation * innovation) / variance;
  }
  return square;
}

/** covariance⁻¹ form, by the tridiagonal inverse of the autoregressive covariance. */
function inverseCovariance(form: readonly number[], rho: number): Float64Array {
  const last = form.length - 1;
  return Float64Array.from(form, (height, i) => {
    const neighbours = (form[i - 1] ?? 0) + (form[i + 1] ?? 0);
    const own = i === 0 || i === last ? 1 : 1 + rho * rho;
    return (own * height - rho * neighbours) / (1 - rho * rho);
  });
}

function sum(numbers: Float64Array): number {
  return numbers.reduce((a, b) => a + b, 0);
}
