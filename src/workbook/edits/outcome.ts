import type { Place } from '../register';

/** How much of a list of edits is in the workbook once a host has tried to apply it. */
export type Outcome = { written: 'all' } | Shortfall;

/** Edits that were not all written. */
export interface Shortfall {
  /** `unknown` where the host did not answer, or does not say how far it came. */
  written: 'none' | 'some' | 'unknown';
  /** What was or may have been changed, and what was not, as a sentence; empty where `written` says it all. */
  what: string;
  /** Why, as a sentence: in our words, or in the host's. */
  why: string;
  /** The cells that are in the way, or where changes may be; a place without a range is a whole sheet. */
  where: Place[];
}

/** All edits were written. */
export const WRITTEN: Outcome = { written: 'all' };

/**
 * An outcome in which nothing was written.
 *
 * @param why    as a sentence
 * @param where  the cells that are in the way
 */
export function nothingWritten(why: string, where: Place[] = []): Shortfall {
  return { written: 'none', what: '', why, where };
}

/** An outcome in which something was written, or may have been. */
export function partlyWritten(written: 'some' | 'unknown', what: string, why: string, where: Place[] = []): Shortfall {
  return { written, what, why, where };
}
