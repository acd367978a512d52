import type { Better } from '../alignment';
import type { Range } from '../cells/address';
import type { Cadence } from '../cells/period';
import type { Aggregation } from '../kpi/overTime';

/** How the figures of one period become one. */
export type Combine = Aggregation | 'last';

/** What a ledger's sum is in a period without a line: nothing came in, or nobody knows. */
export type Gaps = 'zero' | 'unknown';

/** A place a person can go to: a sheet, and in it a cell or a range in A1 form. */
export interface Place {
  sheet: string;
  range?: string;
}

/** Something wrong or noteworthy in the workbook, in an owner's words; the rest of the review still shows. */
export interface Problem {
  /** `error`: something could not be read and was left out; `note`: read, but worth knowing. */
  severity: 'error' | 'note';
  /** Where and what: "Compass KPIs, row 5: Better is 'hihger'; write higher, lower or in range." */
  message: string;
  place?: Place;
  /** The KPI whose source holds text that can be converted. */
  convert?: string;
  /** The KPI whose cells are gone, to be linked to others. */
  relink?: string;
}

export interface Goal {
  name: string;
  why: string;
  weight: number;
  owner: string;
  spend: number | null;
  /** Serial of the day, or null. */
  reviewBy: number | null;
  place: Place;
}

/** Where a KPI's figures come from: the text of *Source*, read. */
export interface Source {
  values: Range;
  periods: Range;
  /** As it is in the sheet: `Weekly!B4:B26 by Weekly!A4:A26`. */
  text: string;
}

/** A review period: its first and last day as serials, and its name as people say it ("Jan 2026", "week of 21 Nov 2016"). */
export interface Period {
  start: number;
  end: number;
  label: string;
  /** Whether its last day lies before today. */
  closed: boolean;
}

/** One row of Compass KPIs with its column of Compass Data. */
export interface Kpi {
  name: string;
  function: string;
  /** The goal's name as `Compass Strategy` spells it; empty where none matches. */
  goal: string;
  measure: string;
  unit: string;
  better: Better;
  /** Where each period has its own: that of the newest closed one with a figure. */
  target: number | null;
  /** The target of each of `Register.periods`, where a KPI has one for each; a seasonal business is not held to one figure. */
  targets?: (number | null)[] | null;
  low: number | null;
  high: number | null;
  floor: number | null;
  weight: number;
  combine: Combine;
  /** Null where nobody chose: the formulas of earlier versions stay then, which leave a gap blank. */
  gaps: Gaps | null;
  /** Cells of its source that are text where a figure or a date belongs; null where there are none. */
  unreadText: UnreadText | null;
  /** Since when it is left out of score and alerts, a serial; null where it is judged. */
  pausedSince: number | null;
  /** Whether its figures are those of a sample: it does not count where a workbook has KPIs of its own. */
  sample?: boolean;
  /** Whether the cells that it was read from are gone. */
  gone: boolean;
  outOf: string;
  worth: number | null;
  owner: string;
  /** Serial of the last day of a declared experiment, or null. */
  experimentUntil: number | null;
  source: Source | null;
  note: string;
  /** Its row in Compass KPIs. */
  place: Place;
  /** One figure a period of `Register.periods`; null where there is none. */
  values: (number | null)[];
  /** Where each figure is in the owner's own sheet if its source is known, else in Compass Data. */
  cells: Place[];
  /** Number format of its figures (`0.0%`), General where unknown. */
  format: string;
  /** The steps of its own figures, where they are longer than the workbook's: the blanks between are no gaps then. */
  cadence?: Cadence;
}

/** One row of Compass Log. Dates are serials. */
export interface LogEntry {
  date: number | null;
  kind: 'decision' | 'review' | 'target' | 'level';
  period: number | null;
  kpi: string;
  /** Identity of the alert it speaks of. */
  alert: string;
  decision: 'act' | 'watch' | 'accept' | 'dismiss' | '';
  old: string | number | null;
  new: string | number | null;
  note: string;
  action: string;
  owner: string;
  due: number | null;
  done: string | number | boolean | null;
  score: number | null;
  /** Which way the KPI moved that was decided on, and when that began; rows of version 0.1 have neither. */
  direction?: 'up' | 'down' | null;
  since?: number | null;
  /** Who decided. */
  by?: string;
  place: Place;
}

/** Figures that are below or beside a source and are not read yet. */
export interface Unread {
  kpi: string;
  /** How many periods were typed since. */
  periods: number;
  /** The cells that hold them, value cells. */
  place: Place;
  /** "2 weeks not read yet: add them" */
  message: string;
}

/** Text among the amounts or the dates of a source, which no sum takes in. */
export interface UnreadText {
  count: number;
  /** The first of them. */
  place: Place;
  /** The first and the last day whose figures they hide; null where that can be any day. */
  hides: { from: number; until: number } | null;
}

/** What one person of a team answered to one question of a survey. */
export interface SurveyAnswer {
  sheet: string;
  question: string;
  team: string;
  /** Serial. */
  day: number;
  answer: number;
}

/** Everything the Compass sheets say, read and checked, plus what was wrong with them. */
export interface Register {
  today: number;
  locale: string;
  strategy: {
    vision: string;
    values: string;
    currency: string;
    /** First month of the fiscal year, 1 to 12. */
    fiscalYearStart: number;
    cadence: Cadence;
    nextReview: number | null;
    goals: Goal[];
    functions: { name: string; weight: number }[];
  };
  periods: Period[];
  kpis: Kpi[];
  /** KPIs that somebody has paused: not judged, nothing lost. */
  paused: Kpi[];
  /** KPIs of a sample, left out since the workbook has its own. */
  samples?: Kpi[];
  log: LogEntry[];
  unread: Unread[];
  /** The single answers of an installed Alignment pulse. */
  answers: SurveyAnswer[];
  problems: Problem[];
}
