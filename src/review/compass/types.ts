/** The business functions and the goals, as the Compass draws them. Shares are fractions. */
export interface Compass {
  functions: CompassFunction[];
  goals: CompassGoal[];
  /** The part of the money that is not where the goals' weights say; null where that is not known. */
  gap: number | null;
}

/** A business function; a KPI without one is one of its own. */
export interface CompassFunction {
  name: string;
  weight: number;
  /** Its share of the weight of all. */
  share: number;
  /** 0 to 100; null where it is not scored. */
  score: number | null;
  /** Points of the alignment score that it costs. */
  lost: number;
  /** Why it has no score; empty where it has one. */
  unscored: string;
  /** How many KPIs it has. */
  kpis: number;
  /** Direction-adjusted: beyond 2 better, beyond −2 worse; null where it is not known. */
  momentum: number | null;
  /** How many more periods with a figure until its momentum is known; null where it is, or where figures alone would not do. */
  missing: number | null;
}

/** A goal with its share of the weight beside its share of the money. */
export interface CompassGoal {
  name: string;
  /**
   * Of the goals whose money is compared; of all of them where no money is; null for a goal that is left out of the
   * comparison.
   */
  weight: number | null;
  /** Null where it is not known. */
  spend: number | null;
  /** How many KPIs measure it. */
  kpis: number;
}
