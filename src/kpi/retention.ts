import { ratio } from './ratio';

/**
 * Churn rate: the share of customers that a period lost.
 *
 * @param lost     customers lost in the period, of those who were there at its start
 * @param atStart  customers at its start
 * @returns        fraction; NaN where there were none
 * @source         Farris et al., Marketing Metrics, 4th ed., ch. 5: attrition
 */
export function churnRate(lost: number, atStart: number): number {
  return ratio(lost, atStart);
}

/**
 * Retention rate: the share of the customers at a period's start who are still there at its end.
 *
 * @param atStart  customers at its start
 * @param atEnd    customers at its end, new ones included
 * @param gained   new customers of the period
 * @returns        fraction; NaN where there were none at the start
 * @source         Farris et al., Marketing Metrics, 4th ed., ch. 5: retention rate
 */
export function retentionRate(atStart: number, atEnd: number, gained: number): number {
  return ratio(atEnd - gained, atStart);
}

/**
 * Customer lifetime value: the margin that a customer brings until they leave.
 *
 * @param revenuePerPeriod  revenue a customer and period, in currency
 * @param grossMargin       share of the revenue that is margin, a fraction
 * @param churn             churn rate a period, a fraction
 * @param discountRate      discount rate a period, a fraction; 0 for none
 * @returns                 currency; NaN where nobody ever leaves and nothing is discounted
 * @source                  Gupta and Lehmann (2003), Customers as Assets: m·(1 + d) / (1 + d − r), the first margin received at once
 */
export function customerLifetimeValue(
  revenuePerPeriod: number,
  grossMargin: number,
  churn: number,
  discountRate = 0,
): number {
  // 1 + d − r, with r = 1 − churn, without the rounding.
  return ratio(revenuePerPeriod * grossMargin * (1 + discountRate), discountRate + churn);
}
