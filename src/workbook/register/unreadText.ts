import { AddressError, parseRange, printRange, quoteSheet, type Range } from '../../cells/address';
import type { Period, Place, Problem, UnreadText } from '../register';
import { runsAcross } from '../sources/source';
import type { TrackedKpi } from './readTracked';

/**
 * Text among the amounts or dates of a source, as *Unread* and *First unread* in the KPI's row count and name it.
 *
 * @returns  null where there is none, or where the row has no such columns
 */
export function unreadTextOf({ row: { counted: found }, source }: TrackedKpi): UnreadText | null {
  if (found === null || source === null) return null;
  const first = cellNamed(found.first);
  const isIn = (range: Range) =>
    first !== null && (runsAcross(source) ? first.top === range.top : first.left === range.left);
  const dates = isIn(source.periods);
  const sheet = (dates ? source.periods : source.values).sheet!;
  const place: Place = first ? { sheet, range: printRange(first) } : { sheet };
  const { unread: count, from, until } = found;
  // Lines without a date belong to no period: no sum can be trusted.
  const known = !dates && typeof from === 'number' && typeof until === 'number' && from > 0;
  return { count, place, hides: known ? { from, until } : null };
}

function cellNamed(text: string): Range | null {
  try {
    return parseRange(text);
  } catch (error) {
    if (error instanceof AddressError) return null;
    throw error;
  }
}

/** Whether text hides what a period comes to. */
export function hidesPeriod({ hides }: UnreadText, { start, end }: Pick<Period, 'start' | 'end'>): boolean {
  return hides === null || (hides.from <= end && hides.until >= start);
}

/** "14 amounts are text, the first in Till!A211" */
export function unreadInWords({ count, place, hides }: UnreadText): string {
  const where = place.range ? `in ${quoteSheet(place.sheet)}!${place.range}` : `on ${place.sheet}`;
  const [one, many] = hides ? ['amount', 'amounts'] : ['date or amount', 'dates or amounts'];
  return count === 1 ? `1 ${one} is text, ${where}` : `${count} ${many} are text, the first ${where}`;
}

/**
 * What the owner can put right: text that a sum leaves out.
 *
 * @param name     of the KPI
 * @param periods  the workbook's, to say which of them are hidden
 */
export function sayUnreadText(name: string, unread: UnreadText, periods: Period[]): Problem {
  const hidden = periods.filter(period => hidesPeriod(unread, period));
  const [first, last] = [hidden[0]?.label, hidden[hidden.length - 1]?.label];
  const span = first === last ? `for ${first}` : `from ${first} to ${last}`;
  const extent = unread.hides === null || hidden.length === 0 ? 'not judged' : `not judged ${span}`;
  const into = unread.hides === null ? 'dates and numbers' : 'numbers';
  return {
    severity: 'error',
    message: `${name}: ${extent}: ${unreadInWords(unread)}. Convert the text to ${into}.`,
    place: unread.place,
    convert: name,
  };
}
