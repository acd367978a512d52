import { capitalised, counted } from '../cells/english';
import type { Alert, Review } from './types';

export type SectionName =
  | 'unread'
  | 'errors'
  | 'alerts'
  | 'plan'
  | 'wins'
  | 'standing'
  | 'trends'
  | 'effects'
  | 'lapsed'
  | 'decided'
  | 'tolerance'
  | 'over'
  | 'notes';

/** One part of a review as people see it, in the sidebar and on the command line alike. */
export interface Section {
  name: SectionName;
  title: string;
  /** How many things it holds. */
  count: number;
  /** What is said where it holds nothing; empty where it is left out then. */
  empty: string;
  /** Whether it is background: folded where things can be folded. */
  folded: boolean;
}

interface SectionWords {
  title: string | ((review: Review) => string);
  count: (review: Review) => number;
  empty?: (review: Review) => string;
  folded?: boolean;
}

/** Every section, in the order in which a review is read. */
const SECTIONS: Record<SectionName, SectionWords> = {
  unread: { title: 'Not read yet', count: ({ unread }) => unread.length },
  errors: { title: 'To put right', count: review => problemsOf(review, 'error').length },
  alerts: {
    title: review => alertsTitle(review),
    count: review => alertsIn(review, 'new', 'open').length,
    empty: quietInWords,
  },
  plan: { title: 'The plan', count: ({ plan }) => plan.length },
  wins: { title: 'Improvements to learn from', count: ({ wins }) => wins.length },
  standing: { title: 'Off target without a change', count: ({ standing }) => standing.length },
  trends: { title: 'Outlook', count: ({ kpis }) => kpis.filter(({ outlook }) => outlook !== '').length },
  effects: {
    title: 'Five effects on the business',
    count: ({ fiveEffects, kpis }) => (kpis.length === 0 ? 0 : fiveEffects.length),
    folded: true,
  },
  lapsed: { title: 'Decided, no longer showing', count: ({ lapsed }) => lapsed.length },
  decided: { title: 'Decided', count: review => alertsIn(review, 'decided').length, folded: true },
  tolerance: {
    title: 'Changed within tolerance',
    count: ({ withinTolerance }) => withinTolerance.length,
    folded: true,
  },
  over: { title: 'History', count: review => alertsIn(review, 'over').length, folded: true },
  notes: {
    title: 'Notes on the workbook',
    count: review => problemsOf(review, 'note').length,
    folded: true,
  },
};

/**
 * The sections of a review, in the order in which it is read. Those that hold nothing and say nothing are left out.
 *
 * @param review  what is shown; a workbook without KPIs has no alerts to speak of
 */
export function sectionsOf(review: Review): Section[] {
  return (Object.keys(SECTIONS) as SectionName[])
    .map(name => sectionOf(review, name))
    .filter(({ count, empty }) => count > 0 || empty !== '');
}

function sectionOf(review: Review, name: SectionName): Section {
  const { title, count, empty = () => '', folded = false } = SECTIONS[name];
  return {
    name,
    title: typeof title === 'string' ? title : title(review),
    count: count(review),
    empty: review.kpis.length === 0 ? '' : empty(review),
    folded,
  };
}

/** The alerts in some states, in the order of the review. */
export function alertsIn({ alerts }: Review, ...states: Alert['state'][]): Alert[] {
  return alerts.filter(({ state }) => states.includes(state));
}

/** What could not be read, or what was read and is worth knowing. */
export function problemsOf({ problems }: Review, severity: 'error' | 'note'): Review['problems'] {
  return problems.filter(problem => problem.severity === severity);
}

/** "No alerts", "1 alert", "3 alerts" */
function alertsTitle(review: Review): string {
  const count = alertsIn(review, 'new', 'open').length;
  return count === 0 ? 'No alerts' : counted(count, 'alert');
}

/** What it means that there is no alert: nothing changed, all of it was decided on, or nothing could be judged yet. */
function quietInWords(review: Review): string {
  const { kpis } = review;
  const young = kpis.filter(({ variation }) => variation === 'too early to tell').length;
  if (young === kpis.length) return 'Not yet known: a KPI needs six figures before it can be judged.';
  const isDecided = alertsIn(review, 'decided').some(({ adverse }) => adverse);
  const quiet = isDecided
    ? 'Everything that has changed for the worse has been decided on.'
    : 'Figures moved, as they always do, but no KPI has changed for the worse. There is nothing to explain.';
  return young === 0 ? quiet : `${quiet} ${capitalised(counted(young, 'KPI'))} can’t be judged yet.`;
}
