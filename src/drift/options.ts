import type { Better } from '../alignment';
import type { AcceptedLevel } from './evidence/regimes';
import type { Series } from './series';

export interface DriftOptions {
  /** The direction that is good; 'higher' by default. Both directions are watched whatever it is; in range halves the budget between them. */
  better?: Better;
  /** The chance allowed of a false alarm on the adverse side in a year of reviews; 0.10 by default. */
  falseAlarms?: number;
  /** Reviews in a calendar year, one a period: 12 by default, 52 for weeks, 4 for quarters. */
  reviews?: number;
  /** Periods in a season, which is taken out only where the figures prove it; as many as `reviews` by default, 1 for none. */
  season?: number;
  /** The denominator of each period, where the figures are proportions. */
  counts?: Series;
  accepted?: readonly AcceptedLevel[];
  /** How many of the first periods are known to be routine: no change is looked for that began in them. */
  baseline?: number;
  /** Whether figures are further apart than one period, as quarterly ones in a monthly workbook: blanks are no gaps then. */
  sparse?: boolean;
}

/** The chance of a false alarm that one KPI may have in a year, however few there are. */
const MOST = 0.1;
/** The chance that a workbook in which nothing changed raises nothing in a year. */
const QUIET = 0.5;

/**
 * What each of several KPIs may spend on false alarms, so that a workbook in which nothing changed is quiet in every second
 * year at least, however many there are.
 *
 * @param kpis  how many are judged together
 * @returns     the chance allowed a year, a fraction
 * @source      method.md section 3: min(10 %, 1 − ½^(1/n)), independent KPIs
 */
export function falseAlarmsAmong(kpis: number): number {
  return kpis === 0 ? MOST : Math.min(MOST, 1 - QUIET ** (1 / kpis));
}

/** The same options with the largest budget that any workbook has: by it changes are found. */
export function mostSensitive(options: DriftOptions): DriftOptions {
  return { ...options, falseAlarms: Math.max(MOST, options.falseAlarms ?? MOST) };
}

/**
 * The chance allowed of a false alarm at one look, in one direction.
 *
 * @param options  budget a year, reviews a year, and whether both directions are adverse
 * @returns        a chance between 0 and 1
 * @source         method.md section 3: independent looks that together stay within the budget
 */
export function chanceALook({ better, falseAlarms = MOST, reviews = 12 }: DriftOptions): number {
  const oneSide = better === 'in range' ? falseAlarms / 2 : falseAlarms;
  return 1 - (1 - oneSide) ** (1 / reviews);
}
