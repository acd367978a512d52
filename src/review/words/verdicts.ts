import { counted } from '../../cells/english';
import { FEWEST, figures } from '../../drift';
import type { KpiReview } from '../types';

const VARIATION: Record<Exclude<KpiReview['variation'], 'too early to tell'>, string> = {
  steady: 'steady',
  worse: 'changed for the worse',
  better: 'changed for the better',
  changed: 'changed',
};

type Told = Pick<KpiReview, 'variation' | 'notJudged' | 'assurance'> & { chart: Pick<KpiReview['chart'], 'values'> };

/** The verdict on change as a person reads it: "steady", "not yet known: 3 more figures". */
export function variationInWords({ variation, notJudged, chart }: Told): string {
  if (notJudged !== '') return notJudged;
  return variation === 'too early to tell' ? notYetKnown(chart) : VARIATION[variation];
}

/**
 * The verdict on change in one word, for a column of them: "worse", "not yet known: 3 more months".
 *
 * @param step  the word for a period of the workbook
 */
export function variationInBrief({
  variation,
  notJudged,
  values,
  step,
}: Pick<Told, 'variation' | 'notJudged'> & Told['chart'] & { step?: string }): string {
  if (notJudged !== '') return notJudged;
  return variation === 'too early to tell' ? notYetKnown({ values }, step) : variation;
}

/** The verdict on the target as a person reads it: "hit or miss", "not yet known: 3 more figures". */
export function assuranceInWords({ assurance, notJudged, chart }: Told): string {
  if (notJudged !== '') return 'not judged';
  return assurance === 'too early to tell' ? notYetKnown(chart) : assurance;
}

function notYetKnown({ values }: Told['chart'], step = 'figure'): string {
  const missing = FEWEST - figures(values).length;
  return missing > 0 ? `not yet known: ${counted(missing, `more ${step}`)}` : 'not yet known';
}
