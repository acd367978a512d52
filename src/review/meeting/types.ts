import type { Place } from '../../workbook/register';
import type { Chart, Stakes } from '../shapes';

/** A meeting as the Log knows it: when it was held, and the score that it kept. */
export interface HeldReview {
  date: string;
  score: number | null;
}

/** A decision of an earlier meeting, and what has become of it. Dates are `YYYY-MM-DD`. */
export interface FollowUp {
  /** The same from reading to reading, also where rows of the Log are sorted. */
  id: string;
  /** Its row in the Log. */
  place: Place;
  decision: 'act' | 'watch';
  /** When it was decided, empty where the row does not say. */
  date: string;
  by: string;
  /** What it was taken on, in the words of today's review; as the Log names it where it no longer shows. */
  about: string;
  kpi: string | null;
  action: string;
  owner: string;
  due: string | null;
  note: string;
  /** *Overdue*: past its date and not done; *due*: until today or without a date; *open*: its date is still to come. */
  state: 'overdue' | 'due' | 'open' | 'done' | 'watched';
  /** Whether it helped, as far as the KPI's figures since then say; null where there is no KPI to ask. */
  helped: 'back' | 'on the way' | 'not yet' | 'worse' | 'too early' | null;
  /** That in a sentence, or empty. */
  effect: string;
  /** The KPI's figures with the period of the decision marked, or null. */
  chart: Chart | null;
}

/** Between two reviews: what was, what is due, what comes. Dates are `YYYY-MM-DD`. */
export interface Meeting {
  /** The newest review that was held, or null. */
  last: HeldReview | null;
  /** A review that was started and not finished, or null. */
  underWay: { date: string; by: string; place: Place } | null;
  /** When the next one is, as *Next review* says, or null. */
  next: string | null;
  /** The date to propose for the next one. */
  proposed: string;
  /** What earlier meetings decided to do or to watch: what is overdue first. */
  followUps: FollowUp[];
  /** People whom the workbook names as owners, in the order of the alphabet. */
  owners: string[];
  /** What the drifts that show cost a year together, or null where the workbook knows of none. */
  cost: Stakes | null;
}
