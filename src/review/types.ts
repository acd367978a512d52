import type { Better, Cadence, Place, Problem, Unread } from '../workbook/register';

/** What a chart of a KPI shows; arrays run over `periods`, oldest first. */
export interface Chart {
  periods: { date: string; label: string }[];
  values: (number | null)[];
  /** Natural process limits, one entry a regime; `from` and `to` are 0-based, inclusive. */
  regimes: { from: number; to: number; centre: number; lower: number; upper: number }[];
  /** The points that count as evidence, 0-based. */
  points: number[];
  target: number | null;
  low: number | null;
  high: number | null;
  /** Excel format code of the figures. */
  format: string;
}

/** How sure, in words and as a rate of false alarms. */
export interface Certainty {
  /** "very likely real", "likely real", … */
  words: string;
  /** A KPI that had not changed would look like this about once in so many calendar years. */
  years: number;
  /** The whole sentence for people. */
  sentence: string;
}

/** One change that matters, from *new* to *over*. Dates are `YYYY-MM-DD`, the first day of a period. */
export interface Alert {
  /** KPI, kind, direction and the period first raised: the same from month to month. */
  id: string;
  kind: 'shift' | 'spike' | 'trend' | 'chronic' | 'pattern' | 'experiment' | 'plan';
  kpi: string;
  functions: string[];
  /** Direction of the raw figure. */
  direction: 'up' | 'down';
  adverse: boolean;
  state: 'new' | 'open' | 'decided' | 'over';
  /** Estimated onset. */
  since: string;
  /** When it was first raised. */
  raised: string;
  headline: string;
  /** The level before the onset, and from the onset on as far as the change lasts; in the unit of the figures. */
  oldLevel: number;
  newLevel: number;
  certainty: Certainty;
  /** Sign by sign, what can be seen in the chart: "8 weeks in a row below the centre line". */
  evidence: string[];
  chart: Chart;
  /** The goal it touches, or empty. */
  goal: string;
  /** One question for the meeting. */
  question: string;
  /** The cells to show: from the onset to the newest figure, in the owner's sheet. */
  place: Place | null;
  /** The decision that stands, with its date and note. */
  decision: { decision: string; date: string; note: string } | null;
}

/** A verdict a KPI on change, and one on whether the process can meet its target. */
export interface KpiReview {
  name: string;
  function: string;
  goal: string;
  unit: string;
  better: Better;
  variation: 'steady' | 'worse' | 'better' | 'changed' | 'too early to tell';
  assurance: 'always meets it' | 'hit or miss' | 'always misses it' | 'no target' | 'too early to tell';
  latest: number | null;
  /** Period of `latest`, empty where there is none. */
  period: string;
  target: number | null;
  /** 0 to 1; null where it can't be scored. */
  attainment: number | null;
  /** Attainment beyond 1 (1.1: a tenth more than asked), shown beside the score; null where there is none. */
  overDelivery: number | null;
  /** Why it is not scored ("stale: last figure Mar 2026"), or empty. */
  leftOut: string;
  chart: Chart;
  place: Place;
}

export interface ScoreReview {
  /** 0 to 100, null where nothing can be scored. */
  score: number | null;
  /** Points lost, rounded to one decimal by largest remainder, add up to 100 − score as shown. */
  functions: {
    name: string;
    score: number | null;
    weight: number;
    lost: number;
    kpis: { name: string; attainment: number | null; lost: number }[];
  }[];
  /** Functions and KPIs without a figure, with the reason. */
  leftOut: { name: string; reason: string }[];
}

/** Off target without change: change the process or the target. */
export interface Standing {
  kpi: string;
  function: string;
  headline: string;
  since: string;
  /** Whether it first holds in the newest period. */
  new: boolean;
  chart: Chart;
  place: Place;
}

/** A workbook's review: JSON, all that a sidebar or a command line shows. */
export interface Review {
  /** Today, as the host said. */
  asOf: string;
  cadence: Cadence;
  currency: string;
  /** The newest closed period with a figure, or null. */
  newest: { date: string; label: string } | null;
  score: ScoreReview;
  /** Adverse changes, those that are over included. */
  alerts: Alert[];
  /** Changes in the good direction, to learn from. */
  wins: Alert[];
  standing: Standing[];
  /** Changes inside the tolerance, listed and not raised. */
  withinTolerance: Alert[];
  kpis: KpiReview[];
  unread: Unread[];
  problems: Problem[];
}
