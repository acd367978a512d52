import type { Range } from '../cells/address';
import type { Cadence } from '../cells/period';
import type { DayOrder, PeriodCell } from '../cells/readPeriod';
import type { FigureLine } from './figureLine';
import type { Conversion, GuessedField, UnreadCell } from './finding';

/** A series as a layout has found it, before anything is made of it. */
export interface Found {
  sheet: string;
  /** As its label says, its unit still in it; empty where it has none. */
  label: string;
  groups: string[];
  said: FigureLine['said'];
  values: Range;
  periods: Range;
  sheets?: string[];
  /** The year of the first period, where it is said elsewhere. */
  year?: number;
  /** Whether lines are counted: events without an amount. */
  isCount?: boolean;
  /** Whether periods are numbers of a fiscal year, so that their months are known only where its first month is. */
  isNumbered?: boolean;
  figures: { period: PeriodCell; value: number }[];
  /** Its cells, each as `row,column` with its sheet, so that none is reported twice. */
  cells: () => string[];
  cadence: Cadence | null;
  weekStart: number;
  isLedger: boolean;
  guessedOrder: DayOrder | null;
  format: string;
  asText: Conversion[];
  nothing: number;
  /** Texts among the figures that are none. */
  unread: UnreadCell[];
  /** Targets of its periods, with where they are. */
  targets: { place: Range; periods: Range | null; values: number[] } | null;
  /** Texts above its table, the nearest first: a title, a note on the currency. */
  titles: string[];
}

/** Takes a value for a field, marked as a guess unless it is none. */
export type Guess = <T>(field: GuessedField, value: T, isGuess?: boolean) => T;
