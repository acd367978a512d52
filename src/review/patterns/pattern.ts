import type { Register } from '../../workbook/register';
import type { Measure } from '../../workbook/sheets/measures';
import type { ToldAlert } from '../alerts/alert';
import type { Judged } from '../kpi/judged';
import type { PlanFindings } from '../plan/finding';
import type { Moving } from '../score/coherence';
import type { Episode } from './episodes';

/** What a pattern says, whatever it is found from. The section of docs/drift.md about it is made from this. */
interface PatternWords {
  /** As the method spells it: "Silos". A decision in the Log finds it by this, so it never changes. */
  name: string;
  /** What it is and when it holds, for an owner: one paragraph of Markdown, without the question and the passage. */
  explanation: string;
  /** Why it matters, in our own words: shown beside every alert of it. */
  matters: string;
  /** The founding essay's words that it is named after, for docs/drift.md; none for a pattern that the essay does not name. */
  passage?: string;
  /** One question for the meeting. */
  question: string;
  /** Where its arithmetic comes from, if it has any. */
  source?: string;
}

/** One side of a pattern: KPIs with one of these measures, one of which at least moved that way. */
export interface PatternSide {
  /** Up and down are those of the figure itself, worse is against what is better for the KPI. */
  moved: 'up' | 'down' | 'worse';
  measures: Measure[];
}

/** A pattern between KPIs: what moved, and what went wrong meanwhile. */
export interface KpiPattern extends PatternWords {
  kind: 'kpis';
  cause: PatternSide;
  harm: PatternSide;
}

/** A pattern between business functions. */
export interface FunctionPattern extends PatternWords {
  kind: 'functions';
  /** Its occurrences, oldest first: every KPI, every change, the functions with their weights, how many periods are judged. */
  episodes: (
    moving: readonly Moving[],
    told: readonly ToldAlert[],
    strategy: Register['strategy'],
    periods: number,
  ) => Episode[];
}

/** A plain condition of the plan, no statistics. */
export interface PlanPattern extends PatternWords {
  kind: 'plan';
  /** What it finds today; null where it does not hold. */
  findings: (register: Register, judged: readonly Judged[]) => PlanFindings | null;
}

export type Pattern = KpiPattern | FunctionPattern | PlanPattern;
