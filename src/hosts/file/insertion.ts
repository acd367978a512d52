import { FileError } from './errors';
import { type Package, readPart } from './package';
import { type Insertion, shiftPlaces } from './places';
import { parseSheet, printSheet, unshareFormulas } from './sheet';
import { readRelations, relationsOf } from './workbook';
import { escapeText } from './xml';

/** Parts of a sheet that hold no place in it. */
const WITHOUT_PLACES = new Set(['printerSettings', 'customProperty']);

/**
 * Refuses to insert rows into a sheet that holds what would not move along.
 *
 * @param part  the sheet's part
 * @throws      FileError that names the part in the way: a table, a comment, a picture, a chart
 */
export function refuseWhatWouldNotMove(pack: Package, part: string, { sheet, row }: Insertion): void {
  const xml = readPart(pack, relationsOf(part));
  const fixed = xml === undefined ? undefined : readRelations(part, xml).find(({ type }) => !WITHOUT_PLACES.has(type));
  if (!fixed) return;
  throw new FileError(
    'cannot carry',
    `${sheet}: rows can't be inserted at row ${row + 1}, because the sheet has a ${fixed.type} (${fixed.target}) that would not move along. Take it out, or insert the rows by hand.`,
  );
}

/**
 * A part after rows were inserted on some sheet: every formula in it that speaks of the moved cells follows them.
 *
 * @param name  the part's name, for the message
 * @param xml   its text
 * @param own   the sheet whose part it is, '' for none
 * @returns     the new text, or null where nothing in it changes
 * @throws      FileError for a part that speaks of the cells in a way that can't be followed
 */
export function followInsertion(name: string, xml: string, own: string, insertion: Insertion): string | null {
  if (!mentions(xml, insertion.sheet)) return null;
  if (/<(?:\w+:)?worksheetSource\b/.test(xml)) {
    throw new FileError(
      'cannot carry',
      `${insertion.sheet}: rows can't be inserted, because a pivot table reads the sheet (${name}).`,
    );
  }
  let text = xml;
  if (own !== '') {
    const sheet = parseSheet(xml);
    unshareFormulas(sheet);
    text = printSheet(sheet);
  }
  const followed = shiftPlaces(text, own, insertion);
  return followed === text ? null : followed;
}

/** Whether a text can hold a reference to a sheet; a name that is escaped in several ways always can. */
function mentions(xml: string, sheet: string): boolean {
  return /['"&<>]/.test(sheet) || xml.toLowerCase().includes(escapeText(sheet).toLowerCase());
}
