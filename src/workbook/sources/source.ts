import { AddressError, parseRange, printRange, quoteSheet, type Range } from '../../cells/address';
import type { Source } from '../register';

/**
 * Reads the text of *Source*.
 *
 * @param text  `Weekly!B4:B26 by Weekly!A4:A26`: the values, and the periods they belong to, each with its sheet
 * @returns     both ranges, or null where the text is none of that form
 */
export function parseSource(text: string): Source | null {
  // A sheet may have " by " in its name: the place to cut is where both sides are ranges.
  for (const { index } of text.matchAll(/\sby(?=\s)/gi)) {
    const values = readRange(text.slice(0, index));
    const periods = readRange(text.slice(index + ' by '.length));
    if (values && periods) return { values, periods, text };
  }
  return null;
}

function readRange(text: string): Range | null {
  try {
    const range = parseRange(text);
    return range.sheet === undefined ? null : range;
  } catch (error) {
    if (error instanceof AddressError) return null;
    throw error;
  }
}

/**
 * The text of *Source* for two ranges: `Weekly!B4:B26 by Weekly!A4:A26`; for the same cell of several sheets
 * `'Jan 2024'!B3 on the sheets 'Jan 2024' to 'Apr 2024'`.
 */
export function printSource({ values, periods, sheets }: { values: Range; periods: Range; sheets?: string[] }): string {
  if (sheets) {
    const [first, last] = [sheets[0]!, sheets[sheets.length - 1]!].map(quoteSheet);
    return `${printRange(loose(values))} on the sheets ${first} to ${last}`;
  }
  return `${printRange(loose(values))} by ${printRange(loose(periods))}`;
}

/** Whether the text of *Source* is the same cell of several sheets: what its formulas point at says where they are. */
export function isOnSheets(text: string): boolean {
  return /\son the sheets\s.+\sto\s/i.test(text);
}

/** The range without its `$`. */
function loose({ sheet, top, left, bottom, right }: Range): Range {
  return { ...(sheet !== undefined && { sheet }), top, left, bottom, right };
}

/** Whether a source is a ledger: whole columns or rows, which have no edge. */
export function isLedger({ values }: { values: Range }): boolean {
  return values.bottom === null || values.right === null;
}

/** Whether a source is a rectangle: months in one direction, years in the other. */
export function isMatrix({ values: { top, left, bottom, right } }: { values: Range }): boolean {
  return bottom !== null && right !== null && top < bottom && left < right;
}

/** Whether a source runs across, its periods in a row. */
export function runsAcross({ values }: { values: Range }): boolean {
  return (
    values.right === null || (values.bottom !== null && values.top === values.bottom && values.left < values.right)
  );
}
