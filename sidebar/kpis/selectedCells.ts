import { parseRange, printRange } from '../../src/cells/address';
import type { Cadence } from '../../src/cells/period';
import type { Combine, Gaps, Place } from '../../src/workbook/register';
import type { Snapshot } from '../../src/workbook/snapshot';
import { placesOf } from '../../src/workbook/sources/edges';
import { previewTrack, type TrackPreview } from '../../src/workbook/track/trackedFigures';
import { placesToTrack, type TrackedCells } from '../../src/workbook/track/trackRequest';
import type { Session } from '../session';
import { why } from '../words/why';

/** How figures are read; blank is the product's own choice. */
export interface Choices {
  combine: Combine | '';
  gaps: Gaps | '';
  cadence: Cadence | '';
}

/** Which cells a KPI is to be read from, and how. */
export interface SourceChoices extends Choices {
  values: Place;
  /** Null: found beside the figures. */
  periods: Place | null;
}

/** What some chosen cells hold, or why they cannot be tracked. */
export interface SelectionReading {
  /** The Compass sheets and the chosen cells with those around them. */
  snapshot: Snapshot;
  /** The cells as tracking takes them. */
  cells: TrackedCells;
  preview: TrackPreview | null;
  /** In words, where there is no preview. */
  problem: string;
}

/**
 * Reads chosen cells afresh.
 *
 * @returns  what they hold; null where the host did not answer, which the session shows
 */
export async function readChosen(
  session: Session,
  { values, periods, combine, gaps, cadence }: SourceChoices,
): Promise<SelectionReading | null> {
  const cells = {
    values,
    ...(periods && { periods }),
    ...(combine !== '' && { combine }),
    ...(gaps !== '' && { gaps }),
    ...(cadence !== '' && { cadence }),
  };
  let places: Place[];
  try {
    places = placesOf(placesToTrack(cells));
  } catch (error) {
    const snapshot = session.snapshot.value;
    return snapshot && { snapshot, cells, preview: null, problem: why(error) };
  }
  const snapshot = await session.read(places);
  if (snapshot === null) return null;
  try {
    return { snapshot, cells, preview: previewTrack(snapshot, cells), problem: '' };
  } catch (error) {
    return { snapshot, cells, preview: null, problem: why(error) };
  }
}

/** A place as a formula spells it: `Weekly!B4:B26`. */
export function spelled({ sheet, range = '' }: Place): string {
  return range === '' ? sheet : printRange({ ...parseRange(range), sheet });
}

/**
 * Reads what a person typed for a range.
 *
 * @param text   `Weekly!A4:A26`, or `A4:A26` on the sheet of the figures
 * @param sheet  the sheet of the figures
 * @returns      the place, or why it is none
 */
export function typedPlace(text: string, sheet: string): Place | string {
  try {
    const { sheet: own = sheet, ...range } = parseRange(text);
    return { sheet: own, range: printRange(range) };
  } catch (error) {
    return why(error);
  }
}
