import type { Shortfall } from '../src/workbook/edits/outcome';
import type { Place } from '../src/workbook/register';

/** Something that a host refused or that could not be read; it stays on the screen until it is settled or put away. */
export interface Failure {
  /** What was being done: "The workbook could not be read". */
  what: string;
  /** Why, in the host's words. */
  why: string;
  /** Whether reading again may settle it. */
  again: boolean;
  /** Where to look, if that is known. */
  where?: Place;
}

/** What is said of edits that were not all written. */
export const FAILED: Record<Shortfall['written'], string> = {
  none: 'Nothing was written.',
  some: 'Only part of it was written.',
  unknown: 'It is not known whether this was saved.',
};

/** What the screen says of edits that were not all written. */
export function failureOf({ written, what, why, where }: Shortfall): Failure {
  const advice = written === 'unknown' ? 'Check whether it was saved before trying again.' : '';
  return {
    what: FAILED[written],
    why: [what, why, advice].filter(text => text !== '').join(' '),
    again: false,
    where: where[0],
  };
}
