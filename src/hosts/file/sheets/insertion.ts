import { type Move, movedSpan } from '../../../cells/references';
import { FileError } from '../package/errors';
import { type Package, readPart } from '../package/package';
import { readRelations, relationsOf } from '../package/workbook';
import { escapeText } from '../package/xml';
import { shiftPlaces } from './places';
import { parseSheet, printSheet, unshareFormulas } from './sheet';

/** Parts of a sheet that hold no place in it. */
const WITHOUT_PLACES = new Set(['printerSettings', 'customProperty']);
/** Parts whose places are moved along (`movedAnchors`). */
const ANCHORED = new Set(['drawing', 'comments', 'vmlDrawing']);

/**
 * Refuses to move rows or columns of a sheet that holds what would not move along.
 *
 * @param part  the sheet's part
 * @throws      FileError that names the part in the way: a table, a pivot table
 */
export function refuseWhatWouldNotMove(pack: Package, part: string, { sheet, axis, at, count }: Move): void {
  const xml = readPart(pack, relationsOf(part));
  const fixed =
    xml === undefined
      ? undefined
      : readRelations(part, xml, pack).find(({ type }) => !WITHOUT_PLACES.has(type) && !ANCHORED.has(type));
  if (!fixed) return;
  const what = count > 0 ? 'inserted' : 'removed';
  throw new FileError(
    'cannot carry',
    `${sheet}: ${axis}s can't be ${what} at ${axis} ${at + 1}, because the sheet has a ${fixed.type} (${fixed.target}) that would not move with them. Remove it, or do it by hand.`,
  );
}

/** The drawings and comments of a sheet, whose anchors move with its cells. */
export function anchoredParts(pack: Package, part: string): string[] {
  const xml = readPart(pack, relationsOf(part));
  if (xml === undefined) return [];
  return readRelations(part, xml, pack).flatMap(({ type, target }) => (ANCHORED.has(type) ? [target] : []));
}

/** A drawing, its comments or their boxes after their sheet's rows or columns have moved. */
export function movedAnchors(xml: string, move: Move): string {
  const place = (text: string) => {
    const span = movedSpan(Number(text), Number(text), move);
    return String(span ? span[0] : move.at);
  };
  const [element, box] = move.axis === 'row' ? ['row', 'Row'] : ['col', 'Column'];
  const corners = new RegExp(`(<(?:\\w+:)?${element}>)(\\d+)(</(?:\\w+:)?${element}>)`, 'g');
  const ANCHOR = /<(?:\w+:)?(?:one|two)CellAnchor\b([^>]*)>.*?<\/(?:\w+:)?(?:one|two)CellAnchor>/gs;
  return xml
    .replace(ANCHOR, (anchor, attributes: string) => {
      // What keeps its size moves with its first corner.
      const first = /editAs="oneCell"/.test(attributes) ? new RegExp(corners.source).exec(anchor)?.[2] : undefined;
      const shift = first === undefined ? null : Number(place(first)) - Number(first);
      return anchor.replace(corners, (_, open, at, close) => {
        return open + (shift === null ? place(at) : String(Number(at) + shift)) + close;
      });
    })
    .replace(new RegExp(`(<x:${box}>)(\\d+)(</x:${box}>)`, 'g'), (_, open, at, close) => open + place(at) + close)
    .replace(/(<x:Anchor>)([^<]*)(<\/x:Anchor>)/g, (_, open, list: string, close) => {
      const at = move.axis === 'row' ? [2, 6] : [0, 4];
      const parts = list.split(',').map((part, index) => (at.includes(index) ? ` ${place(part)}` : part));
      return open + parts.join(',') + close;
    });
}

/**
 * A part after rows or columns of some sheet have moved: every formula in it that speaks of the moved cells follows them.
 *
 * @param name  the part's name, for the message
 * @param xml   its text
 * @param own   the sheet whose part it is, '' for none
 * @returns     the new text, or null where nothing in it changes
 * @throws      FileError for a part that speaks of the cells in a way that can't be followed
 */
export function followMove(name: string, xml: string, own: string, move: Move): string | null {
  if (!mentions(xml, move.sheet)) return null;
  if (/<(?:\w+:)?worksheetSource\b/.test(xml)) {
    throw new FileError(
      'cannot carry',
      `${move.sheet}: ${move.axis}s can't be ${move.count > 0 ? 'inserted' : 'removed'}, because a pivot table reads the sheet (${name}).`,
    );
  }
  let text = xml;
  if (own !== '') {
    const sheet = parseSheet(xml);
    unshareFormulas(sheet);
    text = printSheet(sheet);
  }
  const followed = shiftPlaces(text, own, move);
  return followed === text ? null : followed;
}

/** Whether a text can hold a reference to a sheet; a name that is escaped in several ways always can. */
export function mentions(xml: string, sheet: string): boolean {
  return /['"&<>]/.test(sheet) || xml.toLowerCase().includes(escapeText(sheet).toLowerCase());
}
