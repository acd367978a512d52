import type { Change, Cutting, DriftOptions, Limits, Outlier, ScaleBreak, Season } from '../../drift';
import type { Kpi, Period } from '../../workbook/register';
import type { LoggedDecision } from '../decisions/loggedDecision';
import type { Chart } from '../types';

/** A KPI's figures in the periods that are judged, and the changes that are found in them. */
export interface Replay {
  kpi: Kpi;
  /** The closed periods, oldest first, up to the newest one with a figure of any KPI. */
  periods: Period[];
  /** One figure a period of `periods`, all in the unit of the first ones; null where there is none. */
  values: (number | null)[];
  options: DriftOptions;
}

/** A change of a KPI that is reported: it was raised, or somebody decided on it. */
export interface KpiChange extends Change {
  /** The period at which it was found, 0-based: `index`, at which it is raised, or an earlier one. */
  found: number;
  decisions: LoggedDecision[];
}

/** A KPI replayed, with its limits. */
export interface Judged extends Replay {
  changes: KpiChange[];
  /** The season that the figures prove, or null. */
  season: Season | null;
  /** The figures without it, and by how much more they vary than it seems from these. */
  seasonless: (number | null)[];
  inflation: number;
  /** How the figures are best cut. */
  cuts: Cutting;
  /** Figures that stand alone, far from those around them; a level that was accepted is looked at by itself. */
  alone: readonly Outlier[];
  /** Where the figures as typed change their unit. */
  scaleBreaks: ScaleBreak[];
  /** The level without season from a period on, 0-based, in the unit of the figures. */
  levelOf: (since: number) => number;
  /**
   * The limits of the current regime as they were known at a period (0-based), as wide as the season makes them over a year;
   * null where it was too early to tell.
   */
  limitsAt: (period: number) => Limits | null;
  /** The regimes as they are known now; `from` and `to` are periods, 0-based, inclusive. */
  regimes: Chart['regimes'];
}
