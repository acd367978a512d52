import { FIRST_REGIME } from '../breaks/segmentation';
import { winsorisedScores } from './scores';
import { type Whitening, whitenedSquare, whitening } from './whitening';

/** A change may lie in the newest twelve figures, */
export const YOUNGEST = 12;
/** and at least so many figures stand before one that is new. */
export const FEWEST = 6;
/** Older figures than this many say nothing about what is routine today. */
export const LONGEST = 60;

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
 * A first regime may be as short as three figures. Then at least four stand after it, the step that is looked for is larger,
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
export function evidenceOfRise(figures: readonly number[], earliest = 0): number {
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
