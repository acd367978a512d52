/**
 * Room for the numbers of a call's columns, used again by the next call: fresh memory for a million rows costs more than
 * to read and to add them. What is in it lasts as long as the call; results are copied into cells before it ends.
 */
const rooms: Float64Array[] = [];
let taken = 0;
let depth = 0;

/** As many rows as a column of a spreadsheet can have; longer ones get room of their own. */
const LONGEST = 1_048_576;

/** Room for some numbers, none of them set. */
export function scratch(length: number): Float64Array {
  if (length > LONGEST || depth === 0) return new Float64Array(length);
  const room = rooms[taken];
  const large = room && room.length >= length ? room : new Float64Array(length);
  rooms[taken++] = large;
  return large.length === length ? large : large.subarray(0, length);
}

/** Runs a call; the room that it and the calls within it took is free afterwards. */
export function withScratch<T>(call: () => T): T {
  const before = taken;
  depth += 1;
  try {
    return call();
  } finally {
    depth -= 1;
    taken = before;
  }
}
