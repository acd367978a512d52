import type { KpiReview, TargetsReview } from '../types';

/** How many KPIs are named in a sentence; the others are counted. */
const NAMED = 2;

/** "31%", "under 1%". */
function percent(share: number): string {
  const rounded = Math.round(100 * share);
  return rounded < 1 ? 'under 1%' : `${rounded}%`;
}

/**
 * What was delivered beyond a target: "131% of target"; of a KPI that is better lower, "29% better than target".
 *
 * @param delivered  1.31 for 31% more than asked
 */
export function deliveredInWords(better: KpiReview['better'], delivered: number): string {
  if (better === 'lower') return `${percent(delivered - 1)} better than target`;
  const share = Math.round(100 * delivered);
  return share > 100 ? `${share}% of target` : 'just over target';
}

/** "5 of 8 targets met; Waste rate misses by 31%, CSAT by 4%, and 1 more.": what the score alone would hide. */
export function targetsInWords({ met, of, missed }: Pick<TargetsReview, 'met' | 'of' | 'missed'>): string {
  if (of === 0) return '';
  if (missed.length === 0) return of === 1 ? 'The one target is met.' : `All ${of} targets met.`;
  if (of === 1) return `The one target is missed${missed[0]!.by === null ? '' : `, by ${percent(missed[0]!.by)}`}.`;
  const named = missed.slice(0, NAMED).map(({ kpi, by }, index) => {
    const verb = index === 0 ? ' misses' : '';
    return `${kpi}${verb}${by === null ? (index === 0 ? ' its target' : '') : ` by ${percent(by)}`}`;
  });
  const more = missed.length > NAMED ? [`and ${missed.length - NAMED} more`] : [];
  return `${met === 0 ? 'None' : met} of ${of} targets met; ${[...named, ...more].join(', ')}.`;
}

/** "More than asked, which adds nothing to the score: Visitors, 131% of target." */
export function beyondInWords(beyond: { kpi: string; better: KpiReview['better']; delivered: number }[]): string {
  if (beyond.length === 0) return '';
  const named = beyond
    .slice(0, NAMED)
    .map(({ kpi, better, delivered }) => `${kpi}, ${deliveredInWords(better, delivered)}`);
  const more = beyond.length > NAMED ? [`and ${beyond.length - NAMED} more`] : [];
  return `More than asked, which adds nothing to the score: ${[...named, ...more].join('; ')}.`;
}
