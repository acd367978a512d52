import type { FollowUp } from '../../../src/review/meeting/types';
import { dayInWords } from '../../words/day';

const STATES: Record<FollowUp['state'], string> = {
  overdue: 'Overdue',
  due: 'Due',
  open: 'Open',
  watched: 'Watched',
  done: 'Done',
};

/** "Overdue", "Done" */
export function followUpState({ state }: FollowUp): string {
  return STATES[state];
}

/** "Ben, until 31 Jan 2026", "nobody named, no date" */
export function dueInWords({ owner, due }: FollowUp): string {
  return `${owner === '' ? 'nobody named' : owner}, ${due === null ? 'no date' : `until ${dayInWords(due)}`}`;
}
