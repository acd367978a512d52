import { ratio } from './ratio';

/**
 * Lead quality ratio: the share of leads that become opportunities.
 *
 * @param opportunities  leads that were worth an offer
 * @param leads          all leads of the period
 * @returns              fraction; NaN without leads
 * @source               Farris et al., Marketing Metrics, 4th ed., ch. 6: sales funnel
 */
export function leadQualityRatio(opportunities: number, leads: number): number {
  return ratio(opportunities, leads);
}
