import { variance } from './moments';

/**
 * Agreement index r_wg: how much a team sees the same thing, 1 where all answer alike, 0 where they answer as by chance.
 *
 * @param responses    answers to one question, at least two
 * @param scalePoints  points of the scale, at least two
 * @returns            0 to 1
 * @source             James, Demaree and Wolf (1984), Estimating within-group interrater reliability, Journal of Applied
 *                     Psychology 69(1): 1 − s² / ((A² − 1) / 12), s² the sample variance
 */
export function agreementIndex(responses: ArrayLike<number>, scalePoints: number): number {
  return Math.max(0, 1 - variance(responses) / ((scalePoints ** 2 - 1) / 12));
}
