import { overlap, printRange, type Range, sameSheet } from '../../cells/address';
import type { Place } from '../register';
import type { LocatedSource } from './locateSource';
import { isMatrix } from './source';

/** How many cells after a source's end are looked at for what was typed since. */
export const EDGE = 60;

/**
 * The cells after a range's end, in the direction in which it grows.
 *
 * @param range   values or periods of a source
 * @param source  which way it runs
 * @returns       up to 60 of them; null where the sheet ends before
 */
export function afterEnd(range: Range, { across, newestFirst }: LocatedSource): Range | null {
  const { sheet, top, left, bottom, right } = range;
  if (across) {
    const [from, to] = newestFirst ? [Math.max(0, left - EDGE), left - 1] : [right! + 1, right! + EDGE];
    return from > to ? null : { sheet, top, bottom, left: from, right: to };
  }
  const [from, to] = newestFirst ? [Math.max(0, top - EDGE), top - 1] : [bottom! + 1, bottom! + EDGE];
  return from > to ? null : { sheet, left, right, top: from, bottom: to };
}

/** Period cells of a source that adds up are read only after its end: by date, their order does not matter. */
export function edgesOf(source: LocatedSource): Range[] {
  if (source.kind === 'ledger' || isMatrix(source)) return [];
  const edges = [afterEnd(source.values, source), afterEnd(source.periods, source)];
  return [...(source.kind === 'cell by cell' ? [source.periods] : []), ...edges.flatMap(edge => edge ?? [])];
}

/**
 * Few rectangles that cover many: two are read as one where that reads little more than both.
 *
 * @param ranges  closed ranges, each with its sheet
 */
export function joinRanges(ranges: Range[]): Range[] {
  const joined: Range[] = [];
  for (const range of ranges) {
    let whole = range;
    for (let i = joined.length - 1; i >= 0; i--) {
      const union = unionOf(joined[i]!, whole);
      if (!union) continue;
      whole = union;
      joined.splice(i, 1);
      i = joined.length;
    }
    joined.push(whole);
  }
  return joined;
}

/** The smallest rectangle around closed ranges of one sheet, at least one of them. */
export function spanOf(ranges: Range[]): Range {
  const edge = (pick: (range: Range) => number, of: 'min' | 'max') =>
    ranges.reduce((found, range) => Math[of](found, pick(range)), pick(ranges[0]!));
  return {
    sheet: ranges[0]!.sheet!,
    top: edge(({ top }) => top, 'min'),
    left: edge(({ left }) => left, 'min'),
    bottom: edge(({ bottom }) => bottom!, 'max'),
    right: edge(({ right }) => right!, 'max'),
  };
}

function unionOf(one: Range, other: Range): Range | null {
  if (!sameSheet(one.sheet, other.sheet)) return null;
  const union = spanOf([one, other]);
  return overlap(one, other) || size(union) <= 2 * (size(one) + size(other)) ? union : null;
}

function size({ top, left, bottom, right }: Range): number {
  return (bottom! - top + 1) * (right! - left + 1);
}

/** Ranges as places that a host can read. */
export function placesOf(ranges: Range[]): Place[] {
  return ranges.map(({ sheet, ...cells }) => ({ sheet: sheet!, range: printRange(cells) }));
}
