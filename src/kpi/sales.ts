import { ratio } from './ratio';

/**
 * Sales conversion rate: the share of opportunities that are won.
 *
 * @param won            opportunities that became orders
 * @param opportunities  all opportunities of the period
 * @returns              fraction; NaN without opportunities
 * @source               Farris et al., Marketing Metrics, 4th ed., ch. 6: sales funnel
 */
export function salesConversionRate(won: number, opportunities: number): number {
  return ratio(won, opportunities);
}
