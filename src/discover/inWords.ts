import { columnName, quoteSheet } from '../cells/address';
import { counted, listed } from '../cells/english';
import type { Finding } from './finding';
import { SHOWN } from './firstLook';

/** Cells that are named, and signs of a text that are said. */
const [NAMED, WIDEST] = [3, 30];

/**
 * How many periods of a series have a figure: "24 months", or "22 of 24 months" where some between have none.
 *
 * @param finding  from `discover`
 */
export function periodsInWords({ count, cadence, figures }: Pick<Finding, 'count' | 'cadence' | 'figures'>): string {
  // Of a longer series only the newest are known one by one.
  const all = figures.length < SHOWN ? figures.length : count;
  return count < all ? `${count} of ${counted(all, cadence)}` : counted(count, cadence);
}

/**
 * Which cells of a series could not be read: "B15 can’t be read: “ask Anna”".
 *
 * @param finding  from `discover`
 * @returns        empty where all of them could
 */
export function unreadCellsInWords({ sheet: own, unread }: Pick<Finding, 'sheet' | 'unread'>): string {
  if (unread.length === 0) return '';
  const named = unread.slice(0, NAMED);
  const more = unread.length - named.length;
  const cells = named.map(({ sheet, row, column }) => {
    const cell = `${columnName(column)}${row + 1}`;
    return sheet === own ? cell : `${quoteSheet(sheet)}!${cell}`;
  });
  const texts = [...new Set(named.map(({ text }) => `“${shortened(text)}”`))];
  return `${listed([...cells, ...(more > 0 ? [`${more} more`] : [])])} can’t be read: ${texts.join(', ')}`;
}

function shortened(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > WIDEST ? `${line.slice(0, WIDEST - 1)}…` : line;
}
