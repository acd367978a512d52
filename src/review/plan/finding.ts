import type { Place } from '../../workbook/register';
import type { Stakes } from '../types';

/** One line of what a condition of the plan found. */
export interface PlanFinding {
  text: string;
  place: Place | null;
  /** The KPI and the business function that it speaks of, or empty. */
  kpi?: string;
  function?: string;
}

/** What a condition of the plan found; nothing where it does not hold. */
export interface PlanFindings {
  /** What holds, behind the pattern's name: "2 projects have been over budget in 7 of their last 8 months". */
  headline: string;
  findings: PlanFinding[];
  stakes?: Stakes | null;
}
