import { isoDate } from '../../cells/serial';
import type { LogEntry, Register } from '../../workbook/register';
import type { HeldReview, Meeting } from './types';

/** What people write into Done while a thing is not. */
const NOT_DONE = /^(no|not yet|open|nein|non|n)$/i;

/** Whether *Done* says that a thing is not done: false, or a word for it; a blank says so too. */
export function isUndone({ done }: Pick<LogEntry, 'done'>): boolean {
  return done === null || done === false || (typeof done === 'string' && (done.trim() === '' || saysNo({ done })));
}

function saysNo({ done }: Pick<LogEntry, 'done'>): boolean {
  return done === false || (typeof done === 'string' && NOT_DONE.test(done.trim()));
}

/** Whether a row says that a review was started and is not finished: its *Done* says no. A blank was always a review that was held. */
export function isUnderWay(entry: LogEntry): boolean {
  return entry.kind === 'review' && saysNo(entry);
}

/** The reviews that were held until today, oldest first. */
export function heldReviews({ log, today }: Pick<Register, 'log' | 'today'>): (LogEntry & { date: number })[] {
  return log
    .filter((entry): entry is LogEntry & { date: number } => entry.kind === 'review' && entry.date !== null)
    .filter(entry => entry.date <= today && !isUnderWay(entry))
    .sort((one, other) => one.date - other.date);
}

/** The newest review that was held. */
export function lastReview(register: Pick<Register, 'log' | 'today'>): HeldReview | null {
  const last = heldReviews(register).pop();
  return last ? { date: isoDate(last.date), score: last.score } : null;
}

/** The newest review that was started and is not finished; one from before the last that was held was given up. */
export function reviewUnderWay(register: Pick<Register, 'log' | 'today'>): Meeting['underWay'] {
  const started = register.log.filter(
    entry => isUnderWay(entry) && entry.date !== null && entry.date <= register.today,
  );
  const newest = started.sort((one, other) => one.date! - other.date!).pop();
  const held = heldReviews(register).pop();
  if (!newest || (held && held.date > newest.date!)) return null;
  return { date: isoDate(newest.date!), by: newest.by ?? '', place: newest.place };
}
