/** What a chart of a KPI shows; arrays run over `periods`, oldest first. */
export interface Chart {
  periods: { date: string; label: string }[];
  values: (number | null)[];
  /** Natural process limits without season, one entry a regime; `from` and `to` are 0-based, inclusive. */
  regimes: { from: number; to: number; centre: number; lower: number; upper: number }[];
  /** A season that the figures prove, one effect a period: the limits of that period are those of its regime plus, or times, it. */
  season: { kind: 'additive' | 'multiplicative'; effects: number[] } | null;
  /** The points that count as evidence, 0-based. */
  points: number[];
  /** Null where each period has its own. */
  target: number | null;
  /** The target of each period, where they differ. */
  targets?: (number | null)[];
  low: number | null;
  high: number | null;
  /** Excel format code of the figures. */
  format: string;
}

/** Money at stake. */
export interface Stakes {
  /** A year, or at one time where the sentence says so; never negative. */
  amount: number;
  currency: string;
  /** Whether it is lost once, not year by year. */
  once: boolean;
  /** The whole sentence: "About €9,200 a year: 38 fewer a week, at €4.70 each." */
  sentence: string;
}
