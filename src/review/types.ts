import type { Better, Reweighed } from '../alignment';
import type { Cadence } from '../cells/period';
import type { Place, Problem, Unread } from '../workbook/register';
import type { Compass } from './compass/types';
import type { Meeting } from './meeting/types';
import type { Chart, Stakes } from './shapes';

export type { Chart, Stakes } from './shapes';

/** How sure, in words and as a rate of false alarms. */
export interface Certainty {
  /** "very likely real", "likely real", … */
  words: string;
  /** A KPI that had not changed would look like this about once in so many calendar years. */
  years: number;
  /** The whole sentence for people. */
  sentence: string;
}

/** A decision in the Log, its date `YYYY-MM-DD` or empty. */
export interface Decided {
  decision: string;
  date: string;
  note: string;
  /** Who decided, or empty. */
  by: string;
  /** What is to be done, or empty; by whom; by when, `YYYY-MM-DD`. */
  action: string;
  owner: string;
  due: string | null;
}

/** A decision on what no longer shows. Dates are `YYYY-MM-DD`. */
export interface LapsedDecision {
  /** What it was taken on, as the Log names it. */
  alert: string;
  kpi: string | null;
  direction: 'up' | 'down' | null;
  since: string | null;
  decision: Decided;
  /** Its row in the Log. */
  place: Place;
}

/** What every alert says, from *new* to *over*. Dates are `YYYY-MM-DD`, the first day of a period. */
interface AlertBase {
  /** What it is about and when that was first raised: the same from month to month. */
  id: string;
  /** Every KPI that it speaks of; of a pattern first those that went wrong. */
  kpis: string[];
  functions: string[];
  adverse: boolean;
  state: 'new' | 'open' | 'decided' | 'over';
  /** Estimated onset. */
  since: string;
  /** When it was first raised. */
  raised: string;
  headline: string;
  certainty: Certainty;
  /** Sign by sign, what can be seen in the chart: "8 weeks in a row below the centre line". */
  evidence: string[];
  /** Of a pattern the chart of the first of its KPIs. */
  chart: Chart;
  /** The goal it touches, or null. */
  goal: string | null;
  /** One question for the meeting. */
  question: string;
  /** The cells to show: from the onset to the newest figure, in the owner's sheet. */
  place: Place | null;
  /** The newest decision on it, with its date and note. */
  decision: Decided | null;
  /** What it is worth, where the workbook knows; null too once it is over. */
  stakes: Stakes | null;
  /** How much it matters, 0 to 1 and beyond: stakes × certainty × weight of the goal. Alerts that wait are in its order. */
  priority: number;
  /** The section of docs/drift.md that explains it: `#run`. */
  explain: string;
}

/** What alerts about one KPI say. */
interface KpiAlertBase extends AlertBase {
  kpi: string;
  /** Direction of the raw figure. */
  direction: 'up' | 'down';
  /** The level before the onset, and from the onset on as far as the change lasts, in the unit of the figures. */
  oldLevel: number;
  newLevel: number;
}

/** One change of a KPI. */
export interface ChangeAlert extends KpiAlertBase {
  /** What it is today: a spike whose next figures stay where it went has become a shift. */
  kind: 'shift' | 'spike' | 'trend';
}

/** A change for the worse that a declared experiment intends; it waits for a decision once the experiment has ended. */
export interface ExperimentAlert extends KpiAlertBase {
  kind: 'experiment';
  /** The last day of the experiment. */
  until: string;
  ended: boolean;
}

export type KpiAlert = ChangeAlert | ExperimentAlert;

/** Changes of several KPIs that together say more than each alone. */
export interface PatternAlert extends AlertBase {
  kind: 'pattern';
  /** Its name among the patterns of the method: "Silos". */
  pattern: string;
  /** It is about several KPIs, which move either way. */
  kpi: null;
  direction: null;
  /** The charts of its other KPIs. */
  others: { kpi: string; chart: Chart }[];
  /** Why it matters, in a sentence or two. */
  matters: string;
}

/** What matters in the figures; plan entries and KPIs that always miss their target have lists of their own. */
export type Alert = KpiAlert | PatternAlert;

/** A verdict a KPI on change, and one on whether the process can meet its target. */
export interface KpiReview {
  name: string;
  function: string;
  goal: string;
  owner: string;
  unit: string;
  better: Better;
  variation: 'steady' | 'worse' | 'better' | 'changed' | 'too early to tell';
  /** Estimated onset of what is worse, better or changed, `YYYY-MM-DD`; null where nothing is. */
  since: string | null;
  /** The normal range of the newest period, from the natural process limits; null with too few figures. */
  normal: { low: number; high: number } | null;
  assurance: 'always meets it' | 'hit or miss' | 'always misses it' | 'no target' | 'too early to tell';
  latest: number | null;
  /** Period of `latest`, empty where there is none. */
  period: string;
  target: number | null;
  /** 0 to 1; null where it can't be scored. */
  attainment: number | null;
  /** What was delivered where it is more than asked (1.1: a tenth more), shown beside the score; null where it is not. */
  overDelivery: number | null;
  /** The newest figure against its target, as a share of it: −0.31 where it is missed by 31%; null where it can't be told. */
  offTarget: number | null;
  /** Why it is not scored ("stale: last figure Mar 2026"), or empty. */
  leftOut: string;
  /** Why nothing can be said of its newest period, where its cells are gone or hold text for figures or dates; empty otherwise. */
  notJudged: string;
  /** Direction-adjusted: beyond 2 better, beyond −2 worse; null with too few figures. */
  momentum: number | null;
  /** Where its trend leads, told against its target, or empty. */
  outlook: string;
  chart: Chart;
  place: Place;
}

/** How firm the score is. */
export interface FirmnessReview {
  lowest: Reweighed;
  highest: Reweighed;
  /** The score with each scored KPI left out. */
  without: { kpi: string; score: number }[];
  /** The KPI on which the score hangs, with the score without it; null where leaving one out changes nothing or leaves nothing. */
  hangsOn: { kpi: string; score: number } | null;
  /** All that in one sentence. */
  sentence: string;
}

/** What the score does not say: the targets that are met, and by how much the others are missed. */
export interface TargetsReview {
  /** How many scored KPIs are at their target or beyond, out of how many. */
  met: number;
  of: number;
  /** Those that miss it, furthest first, by a share of the target; null where the target is 0. */
  missed: { kpi: string; by: number | null }[];
  /** Those that deliver more than asked, most first: 1.31 is 131% of the target. It adds nothing to the score. */
  beyond: { kpi: string; delivered: number }[];
  /** "5 of 8 targets met; Waste rate misses by 31%."; empty where nothing is scored. */
  sentence: string;
  /** "More than asked, which adds nothing to the score: Visitors, 131% of target."; empty where nothing is. */
  beyondSentence: string;
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
  targets: TargetsReview;
  /** Functions and KPIs without a figure, with the reason. */
  leftOut: { name: string; reason: string }[];
  /** Null where nothing can be scored. */
  firmness: FirmnessReview | null;
  /** The score of the last 24 closed periods as it would have been computed then, oldest first. */
  history: { date: string; label: string; score: number | null }[];
}

/** Whether the business functions move together. */
export interface CoherenceReview {
  /** −1 to 1; null where they move no more than by chance, or too few figures say. */
  value: number | null;
  verdict:
    | 'improving together'
    | 'worsening together'
    /** One function alone does. */
    | 'improving'
    | 'worsening'
    | 'pulling apart'
    | 'steady'
    | 'too early to tell';
  /** The whole sentence for people. */
  sentence: string;
  /** The weighted mean of their KPIs' momenta; null with too few figures. */
  functions: { name: string; weight: number; momentum: number | null }[];
}

/** A plain condition of the plan, no statistics: what holds today, and where. */
export interface PlanEntry {
  /** The same as long as it holds: a decision in the Log finds it by this. */
  id: string;
  kind: 'plan';
  /** Its name among the patterns of the method: "A plan nobody measures". */
  pattern: string;
  headline: string;
  /** One line each, with the cell to go to where there is one. */
  findings: { text: string; place: Place | null }[];
  kpi: null;
  kpis: string[];
  functions: string[];
  state: 'open' | 'decided';
  question: string;
  /** Why it matters, in a sentence or two. */
  matters: string;
  explain: string;
  stakes: Stakes | null;
  decision: Decided | null;
}

/** A line to draw an effect on: its two ends in words, and the place between them. */
export interface EffectScale {
  /** What 0 means. */
  poor: string;
  /** What 1 means. */
  good: string;
  at: number;
}

/** One of the five effects of misalignment, in figures. */
export interface Effect {
  name: 'synergy' | 'noise' | 'adaptive capacity' | 'cohesion' | 'resources';
  /** Its name as an owner would say it. */
  title: string;
  /** Why it matters, in a sentence. */
  matters: string;
  /** The figure itself (noise, synergy, gap as fractions, adaptive capacity in periods, cohesion −1 to 1); null without data. */
  value: number | null;
  /** The whole sentence for people; empty without data. */
  sentence: string;
  /** What it is made of: a KPI, a step, a goal. */
  parts: { name: string; value: number; text: string }[];
  /** Where it lies between two ends, 0 to 1, the good end at 1; null without data. */
  scale: EffectScale | null;
  /** What it would need to say more; empty where nothing is missing. */
  needs: string;
  /** The section of docs/drift.md that explains it. */
  explain: string;
}

/** Off target without change: change the process or the target. */
export interface Chronic {
  kpi: string;
  function: string;
  headline: string;
  since: string;
  /** Whether it first holds in the newest period. */
  new: boolean;
  chart: Chart;
  place: Place;
  /** The section of docs/drift.md that explains it. */
  explain: string;
}

/** A workbook's review: JSON, all that a sidebar or a command line shows. */
export interface Review {
  /** Today, as the host said. */
  asOf: string;
  cadence: Cadence;
  currency: string;
  /** The newest closed period with a figure, or null. */
  newest: { date: string; label: string } | null;
  /** The period that is still running, where it has figures already: left out, unless it was asked for. */
  running: string | null;
  score: ScoreReview;
  /** Whether the business functions move together. */
  coherence: CoherenceReview;
  /** Adverse changes and patterns, those that are over included: what waits first, what matters most of it at the top. */
  alerts: Alert[];
  /** Changes in the good direction, to learn from. */
  wins: KpiAlert[];
  standing: Chronic[];
  /** Changes inside the tolerance, listed and not raised. */
  withinTolerance: KpiAlert[];
  /** Decisions on what no longer shows, until the next review was held. */
  lapsed: LapsedDecision[];
  /** Plain conditions of the plan. */
  plan: PlanEntry[];
  /** The five effects of misalignment, always all five. */
  fiveEffects: Effect[];
  /** Functions and goals as one picture. */
  compass: Compass;
  kpis: KpiReview[];
  /** KPIs that somebody has paused, since when (`YYYY-MM-DD`), and their rows. */
  paused: { name: string; function: string; since: string; place: Place }[];
  unread: Unread[];
  problems: Problem[];
  /** The meeting about all this: the last one, the next one, and what it has to follow up. */
  meeting: Meeting;
}
