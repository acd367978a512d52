import { ratio } from './ratio';

/**
 * Revenue churn rate, gross: the share of recurring revenue that a period lost.
 *
 * @param churned      recurring revenue of customers who left, in currency
 * @param contraction  what customers who stayed pay less, in currency
 * @param atStart      recurring revenue at the start, in currency
 * @returns            fraction; NaN where there was none
 * @source             Skok, SaaS Metrics 2.0, For Entrepreneurs: gross revenue churn
 */
export function revenueChurnRate(churned: number, contraction: number, atStart: number): number {
  return ratio(churned + contraction, atStart);
}

/**
 * Net revenue retention: recurring revenue of a period's first customers at its end, over that at its start.
 *
 * @param atStart      recurring revenue at the start, in currency
 * @param expansion    what these customers pay more, in currency
 * @param contraction  what they pay less, in currency
 * @param churned      what those paid who left, in currency
 * @returns            fraction, above 1 where they grew; NaN where there was none
 * @source             Skok, SaaS Metrics 2.0, For Entrepreneurs: net dollar retention
 */
export function netRevenueRetention(atStart: number, expansion: number, contraction: number, churned: number): number {
  return ratio(atStart + expansion - contraction - churned, atStart);
}

/**
 * Gross revenue retention: the same without what customers pay more.
 *
 * @param atStart      recurring revenue at the start, in currency
 * @param contraction  what customers who stayed pay less, in currency
 * @param churned      what those paid who left, in currency
 * @returns            fraction, never above 1; NaN where there was none
 * @source             Skok, SaaS Metrics 2.0, For Entrepreneurs: gross dollar retention
 */
export function grossRevenueRetention(atStart: number, contraction: number, churned: number): number {
  return ratio(atStart - contraction - churned, atStart);
}
