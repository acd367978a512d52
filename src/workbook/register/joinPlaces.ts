import { parseRange, printRange, type Range } from '../../cells/address';
import type { Place } from '../register';
import { spanOf } from '../sources/edges';

/**
 * The line of cells from the first to the last of some places.
 *
 * @param places  cells or ranges, in the order of their periods
 * @returns       one range where they are in one row or column of a sheet, else the last of them; null without any
 */
export function joinPlaces(places: readonly Place[]): Place | null {
  const last = places[places.length - 1];
  if (!last) return null;
  const ranges = places.map(place => rangeOn(last.sheet, place));
  if (!ranges.every(range => range !== null)) return last;
  const span = spanOf(ranges);
  const isLine = span.top === span.bottom || span.left === span.right;
  return isLine ? { sheet: last.sheet, range: printRange(span) } : last;
}

function rangeOn(sheet: string, place: Place): Range | null {
  return place.sheet === sheet && place.range ? parseRange(place.range) : null;
}
