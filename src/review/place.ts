import { parseRange, printRange, type Range } from '../cells/address';
import type { Place } from '../workbook/register';
import type { Judged } from './judged';

/**
 * Where a KPI's figures stand, from one period on to its newest figure.
 *
 * @param judged  the KPI with its figures
 * @param since   0-based period
 * @returns       one range where they stand in one row or column of a sheet, else the cell of the newest figure; null without one
 */
export function placeOf({ kpi, values }: Judged, since: number): Place | null {
  const places = kpi.cells.slice(0, values.length).filter((_, i) => i >= since && values[i] !== null);
  const newest = places[places.length - 1];
  if (!newest) return null;
  const ranges = places.map(place => rangeOn(newest.sheet, place));
  const joined = ranges.reduce((one, other) => one && other && join(one, other));
  return joined ? { sheet: newest.sheet, range: printRange(joined) } : newest;
}

function rangeOn(sheet: string, place: Place): Range | null {
  return place.sheet === sheet && place.range ? parseRange(place.range) : null;
}

/** The line from one range to another; null where they do not stand in one row or column. */
function join(one: Range, other: Range): Range | null {
  const [top, left] = [Math.min(one.top, other.top), Math.min(one.left, other.left)];
  const bottom = Math.max(one.bottom ?? top, other.bottom ?? top);
  const right = Math.max(one.right ?? left, other.right ?? left);
  return top === bottom || left === right ? { top, left, bottom, right } : null;
}
