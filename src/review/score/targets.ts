import type { KpiReview, TargetsReview } from '../types';
import { beyondInWords, targetsInWords } from '../words/targets';

/** Differences that a person would not see, as 0.1 + 0.2 has them. */
const NOTHING = 1e-9;

/**
 * Counts the targets that are met and orders those that are missed: a score is a mean, and a mean hides.
 *
 * @param reviews  of the KPIs that are scored
 */
export function targetsReview(reviews: KpiReview[]): TargetsReview {
  const isMet = ({ attainment }: KpiReview) => attainment! >= 1 - NOTHING;
  // A target of 0 is missed by no share of it; such a KPI is named first, as it can't be measured against the others.
  const size = ({ offTarget }: KpiReview) => (offTarget === null ? Infinity : Math.abs(offTarget));
  const missed = reviews.filter(review => !isMet(review)).sort((a, b) => order(size(b), size(a)));
  const beyond = reviews
    .flatMap(({ name: kpi, better, overDelivery }) =>
      overDelivery !== null && overDelivery > 1 + NOTHING ? [{ kpi, better, delivered: overDelivery }] : [],
    )
    .sort((a, b) => b.delivered - a.delivered);
  const counts = {
    met: reviews.length - missed.length,
    of: reviews.length,
    missed: missed.map(({ name: kpi, offTarget }) => ({ kpi, by: offTarget === null ? null : Math.abs(offTarget) })),
  };
  return {
    ...counts,
    beyond: beyond.map(({ kpi, delivered }) => ({ kpi, delivered })),
    sentence: targetsInWords(counts),
    beyondSentence: beyondInWords(beyond),
  };
}

function order(one: number, other: number): number {
  return one === other ? 0 : one - other;
}
