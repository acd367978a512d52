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

/**
 * Customer acquisition cost: what a new customer costs.
 *
 * @param spend         marketing and sales, in currency
 * @param newCustomers  customers won with it
 * @returns             currency a customer; NaN where none was won
 * @source              Farris et al., Marketing Metrics, 4th ed., ch. 5: acquisition cost
 */
export function customerAcquisitionCost(spend: number, newCustomers: number): number {
  return ratio(spend, newCustomers);
}

/**
 * Lifetime value over acquisition cost: what comes back of a unit of currency spent on a new customer.
 *
 * @param lifetimeValue    margin that a customer brings, in currency
 * @param acquisitionCost  what a customer costs, in currency
 * @returns                ratio; NaN where a customer costs nothing
 * @source                 Skok, SaaS Metrics 2.0, For Entrepreneurs: LTV to CAC
 */
export function ltvCacRatio(lifetimeValue: number, acquisitionCost: number): number {
  return ratio(lifetimeValue, acquisitionCost);
}

/**
 * Payback of acquisition cost: how long a customer's margin takes to bring back what the customer cost.
 *
 * @param acquisitionCost   in currency
 * @param revenuePerPeriod  revenue from one customer in one period, in currency
 * @param grossMargin       share of the revenue that is margin, a fraction
 * @returns                 periods; NaN where there is no margin: it never comes back
 * @source                  Skok, SaaS Metrics 2.0, For Entrepreneurs: months to recover CAC
 */
export function cacPayback(acquisitionCost: number, revenuePerPeriod: number, grossMargin: number): number {
  return ratio(acquisitionCost, Math.max(0, revenuePerPeriod * grossMargin));
}
