import { parseRange, printRange, type Range } from '../../cells/address';
import type { Place } from '../register';

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
  const joined = ranges.reduce((one, other) => one && other && join(one, other));
  return joined ? { sheet: last.sheet, range: printRange(joined) } : last;
}

function rangeOn(sheet: string, place: Place): Range | null {
  return place.sheet === sheet && place.range ? parseRange(place.range) : null;
}

/** The line from one range to another; null where they do not exist in one row or column. */
function join(one: Range, other: Range): Range | null {
  const [top, left] = [Math.min(one.top, other.top), Math.min(one.left, other.left)];
  const bottom = Math.max(one.bottom ?? top, other.bottom ?? top);
  const right = Math.max(one.right ?? left, other.right ?? left);
  return top === bottom || left === right ? { top, left, bottom, right } : null;
}
