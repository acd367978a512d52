import { attainment, offTarget, ScoringError } from '../../alignment';
import { verdictOf } from '../../drift';
import { unreadInWords } from '../../workbook/register/unreadText';
import type { KpiReview } from '../types';
import { aimAt } from './aim';
import { assurance, assuranceAt } from './assurance';
import { isStale, newestFigure } from './freshness';
import type { Judged } from './judged';

/** What is said of a KPI in a line: whether it has changed and since when, what is normal, and what it scores. */
export interface KpiVerdict
  extends Pick<
    KpiReview,
    'variation' | 'notJudged' | 'normal' | 'assurance' | 'attainment' | 'overDelivery' | 'offTarget' | 'leftOut'
  > {
  /** The 0-based period of the estimated onset; null where nothing has changed. */
  onset: number | null;
  /** The 0-based period of the newest figure; −1 where there is none. */
  last: number;
}

/**
 * The verdict on a KPI. It is reached here alone: the review, the dashboard and a cell tell the same.
 *
 * @param judged  the KPI with its figures
 */
export function kpiVerdict(judged: Judged): KpiVerdict {
  const { kpi, periods, values, changes, options } = judged;
  const newest = periods.length - 1;
  const last = newestFigure(values, newest);
  const { verdict, since } = verdictOf(values, changes, kpi.better, kpi, options);
  const limits = newest < 0 ? null : judged.limitsAt(newest);
  return {
    variation: verdict,
    notJudged: whyNotJudged(judged, last),
    onset: since,
    normal: limits && { low: limits.lower, high: limits.upper },
    assurance: newest < 0 ? assurance(kpi, null) : assuranceAt(judged, newest),
    last,
    ...scored(judged, last),
  };
}

/** Why nothing is known of the newest period: its cells are gone, or hold text where a figure or a date belongs. */
function whyNotJudged({ kpi: { unreadText, gone }, periods }: Judged, last: number): string {
  if (gone) return 'not judged: its cells are gone';
  if (!unreadText) return '';
  const { hides } = unreadText;
  const isHidden = hides === null || last < 0 || hides.until > periods[last]!.end;
  return isHidden ? `not judged: ${unreadInWords(unreadText)}` : '';
}

/** What the newest figure scores, or why it is left out: no figure, one that is too old, or an aim that can't be scored. */
function scored(
  judged: Judged,
  last: number,
): Pick<KpiReview, 'attainment' | 'overDelivery' | 'offTarget' | 'leftOut'> {
  const { kpi, periods, values } = judged;
  const none = (leftOut: string) => ({ attainment: null, overDelivery: null, offTarget: null, leftOut });
  const unread = whyNotJudged(judged, last);
  if (unread !== '') return none(unread);
  if (last < 0) return none('no figure yet');
  if (isStale(judged, last, periods.length - 1)) return none(`stale: last figure ${periods[last]!.label}`);
  try {
    const aim = aimAt(kpi, last);
    if (kpi.targets && aim.target === null) return none(`no target for ${periods[last]!.label}`);
    const attained = attainment(values[last]!, aim);
    const off = offTarget(values[last]!, aim);
    return {
      attainment: attained,
      overDelivery: off !== null && off > 0 ? 1 + off : null,
      offTarget: off,
      leftOut: '',
    };
  } catch (error) {
    if (error instanceof ScoringError) return none(error.reason);
    throw error;
  }
}
