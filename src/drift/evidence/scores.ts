import { normalScores } from '../statistics/normalScores';
import { orderOf } from './order';

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
 * @param order    their places in that order, where it is known
 * @returns        one score a figure, in standard deviations
 * @source         winsorising: Tukey (1962); normal scores: Blom (1958)
 */
export function winsorisedScores(figures: readonly number[], order: readonly number[] = orderOf(figures)): number[] {
  const count = figures.length;
  const blom = normalScores(count);
  const scores = pulledIn(figures, order);
  let sum = 0;
  let squares = 0;
  for (let i = 0; i < count; i++) sum += scores[i]!;
  const centre = sum / count;
  for (let i = 0; i < count; i++) squares += (scores[i]! - centre) ** 2;
  const deviation = Math.sqrt(squares / (count - 1));
  const distances = deviation > 0 ? Math.min(1, DISTANCES_UP_TO / count) : 0;
  for (let rank = 0; rank < count; rank++) {
    const i = order[rank]!;
    const distance = deviation > 0 ? (scores[i]! - centre) / deviation : 0;
    scores[i] = distances * Math.min(CLIP, Math.max(-CLIP, distance)) + (1 - distances) * blom[rank]!;
  }
  return scores;
}

/**
 * Figures with those that are absurdly far out (a typed-in extra zero) brought to five robust standard deviations from the
 * median; all as they are where more than half of them are equal.
 *
 * @param figures  the figures
 * @param order    their places in order
 * @returns        one figure a figure, in their unit
 */
function pulledIn(figures: readonly number[], order: readonly number[]): number[] {
  const count = order.length;
  const middle = count >> 1;
  const upper = figures[order[middle]!]!;
  const centre = count % 2 ? upper : (figures[order[middle - 1]!]! + upper) / 2;
  const far = FAR * MAD_TO_SIGMA * medianDistance(figures, order, centre);
  const pulled = figures.slice();
  if (!(far > 0)) return pulled;
  for (let i = 0; i < count; i++) pulled[i] = Math.min(centre + far, Math.max(centre - far, pulled[i]!));
  return pulled;
}

/** The median distance from the median: the nearest half is counted out from there, on whichever side the next one lies. */
function medianDistance(figures: readonly number[], order: readonly number[], centre: number): number {
  const middle = order.length >> 1;
  let below = middle - 1;
  let above = middle;
  let last = 0;
  let distance = 0;
  for (let nearest = 0; nearest <= middle; nearest++) {
    const down = below >= 0 ? Math.abs(figures[order[below]!]! - centre) : Infinity;
    const up = above < order.length ? Math.abs(figures[order[above]!]! - centre) : Infinity;
    last = distance;
    distance = Math.min(down, up);
    if (down < up) below--;
    else above++;
  }
  return order.length % 2 ? distance : (last + distance) / 2;
}
