import { median } from '../series';
import { normalScores } from '../statistics/normalScores';

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
export function winsorisedScores(figures: readonly number[]): Float64Array {
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
 * Figures with those that stand absurdly far out (a typed-in extra zero) brought to five robust standard deviations from the
 * median; all as they are where more than half of them are equal.
 *
 * @param figures  the figures
 * @returns        one figure a figure, in their unit
 */
function pulledIn(figures: readonly number[]): number[] {
  const centre = median(figures);
  const far = FAR * MAD_TO_SIGMA * median(figures.map(figure => Math.abs(figure - centre)));
  return far > 0 ? figures.map(figure => Math.min(centre + far, Math.max(centre - far, figure))) : [...figures];
}
