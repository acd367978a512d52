import type { PeriodCell } from '../cells/readPeriod';
import type { LineRole } from '../workbook/sources/lineWords';
import type { Run } from './runs';
import type { HeaderKind } from './words/headers';

/** A figure stored as text, and what it would be as a number. */
export interface AsText {
  line: number;
  place: number;
  text: string;
  value: number;
  format: string;
}

/** Figures along a line beside their periods, with what the sheet says of them. */
export interface FigureLine {
  run: Run;
  line: number;
  /** Which of several series on the same line: *Actual*, a region. */
  key: string | null;
  /** First and last place with a figure. */
  first: number;
  last: number;
  /** In the order of the sheet. */
  figures: { place: number; period: PeriodCell; value: number }[];
  asText: AsText[];
  /** Cells that say that there is none: `n/a`, errors, a 0 of a period to come. */
  nothing: number;
  /** Texts that are no figures. */
  unread: { place: number; text: string }[];
  format: string;
  /** What the line is to its neighbours. */
  role: LineRole | null;
  /** Its name without that. */
  name: string;
  /** Texts above the names, before them, or over a group of rows: the nearest first. */
  groups: string[];
  /** What is in the table's own columns beside the periods: unit, target, better, business function. */
  said: Partial<Record<HeaderKind, string | number>>;
}

/** Figures along a line, before they have a name. */
export type BareLine = Omit<FigureLine, 'role' | 'name' | 'groups' | 'said'>;

/** Places before the periods in which names are. */
export const LABELS = { down: 6, across: 12 };
