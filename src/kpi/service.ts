import { exactMean } from './moments';
import { ratio } from './ratio';

/**
 * Customer satisfaction score: the share of answers from satisfied customers.
 *
 * @param responses      answers, one a customer
 * @param satisfiedFrom  the lowest answer that counts as satisfied
 * @returns              fraction
 * @source               Farris et al., Marketing Metrics, 4th ed., ch. 2: customer satisfaction as a top-box share
 */
export function csat(responses: ArrayLike<number>, satisfiedFrom: number): number {
  let satisfied = 0;
  // Added as a number: a branch that goes either way by chance costs three times as much.
  for (let i = 0; i < responses.length; i++) satisfied += Number(responses[i]! >= satisfiedFrom);
  return ratio(satisfied, responses.length);
}

/**
 * Net promoter score: promoters (from 9) less detractors (below 7), in points.
 *
 * @param responses  answers from 0 to 10
 * @returns          points from −100 to 100
 * @source           Reichheld (2003), The One Number You Need to Grow, Harvard Business Review 81(12)
 */
export function nps(responses: ArrayLike<number>): number {
  let balance = 0;
  for (let i = 0; i < responses.length; i++) {
    if (responses[i]! >= 9) balance += 1;
    else if (responses[i]! < 7) balance -= 1;
  }
  return ratio(100 * balance, responses.length);
}

/**
 * Customer effort score: the mean answer to how easy it was.
 *
 * @param responses  answers, one a customer
 * @returns          in points of the scale
 * @source           Dixon, Freeman and Toman (2010), Stop Trying to Delight Your Customers, Harvard Business Review 88(7/8)
 */
export function customerEffortScore(responses: ArrayLike<number>): number {
  return exactMean(responses);
}
