import { columnName, parseRange } from '../../../cells/address';
import { type Move, movedSpan } from '../../../cells/references';
import { FileError, read } from '../package/errors';
import { type Package, readPart } from '../package/package';
import { readRelations, relationsOf } from '../package/workbook';
import { attributes, escapeText } from '../package/xml';
import { movedSources } from './movedLines';
import { shiftPlaces } from './places';
import { parseSheet, printSheet, unshareFormulas } from './sheet';

/** Parts of a sheet that hold no place in it. */
const WITHOUT_PLACES = new Set(['printerSettings', 'customProperty', 'image', 'slicer', 'timeline', 'queryTable']);
/** Parts whose places are moved along (`movedAnchors`, `shiftPlaces`). */
const ANCHORED = new Set(['drawing', 'comments', 'vmlDrawing', 'threadedComment', 'table', 'pivotTable']);

/**
 * Refuses to move rows or columns of a sheet that holds what would not move along, or would be torn apart.
 *
 * @param part    the sheet's part
 * @param textOf  the text of a part as it is now
 * @throws        FileError that names what is in the way: a control, the cells of a pivot table, the header of a table
 */
export function refuseWhatWouldNotMove(
  pack: Package,
  part: string,
  move: Move,
  textOf: (part: string) => string | undefined = name => readPart(pack, name),
): void {
  const xml = readPart(pack, relationsOf(part));
  const relations = xml === undefined ? [] : readRelations(part, xml, pack);
  const fixed = relations.find(({ type }) => !WITHOUT_PLACES.has(type) && !ANCHORED.has(type));
  if (fixed) throw refusal(move, `the sheet has a ${fixed.type} (${fixed.target}) that would not move with them`);
  for (const { type, target } of relations) {
    if (type !== 'table' && type !== 'pivotTable') continue;
    const text = textOf(target) ?? '';
    const torn = read(target, () => tornBy(type, text, move));
    if (torn) throw refusal(move, `${torn} (${target})`);
  }
}

function refusal({ sheet, axis, at, count }: Move, why: string): FileError {
  const what = count > 0 ? 'inserted' : 'removed';
  const where = axis === 'row' ? `row ${at + 1}` : `column ${columnName(at)}`;
  return new FileError(
    'cannot carry',
    `${sheet}: ${axis}s can't be ${what} at ${where}, because ${why}. Remove it, or do it by hand.`,
  );
}

/** What of a table or a pivot table would not be whole after a move, in words; undefined where all of it is. */
function tornBy(type: 'table' | 'pivotTable', xml: string, move: Move): string | undefined {
  const tag = /<(?:\w+:)?(?:location|table)\b[^>]*>/.exec(xml)?.[0] ?? '';
  const { ref = '', headerRowCount = '1', totalsRowCount = '0' } = attributes(tag);
  const { top, left, bottom, right } = parseRange(ref);
  const [first, last] = move.axis === 'row' ? [top, bottom!] : [left, right!];
  const keepsSize = (from: number, to: number) => {
    const span = movedSpan(from, to, move);
    return span !== null && span[1] - span[0] === to - from;
  };
  if (type === 'pivotTable') return keepsSize(first, last) ? undefined : 'a pivot table fills these cells';
  if (move.axis === 'column') return keepsSize(first, last) ? undefined : 'a table has a column there';
  const header = Number(headerRowCount) > 0;
  const totals = Number(totalsRowCount) > 0;
  // One row of data at least, or Excel takes the table for damage.
  const data = movedSpan(first + (header ? 1 : 0), last - (totals ? 1 : 0), move);
  const isWhole = data && (!header || keepsSize(first, first)) && (!totals || keepsSize(last, last));
  if (isWhole && movedSpan(first, last, move)![0] <= data[0]) return undefined;
  return "a table's header, totals or all of its data are there";
}

/** The drawings, comments and tables of a sheet, whose anchors move with its cells. */
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
  const sources = movedSources(xml, move);
  if (sources === null) throw refusal(move, `a pivot table reads nothing else (${name})`);
  let text = sources;
  if (own !== '') {
    const sheet = parseSheet(xml);
    unshareFormulas(sheet);
    text = printSheet(sheet);
  }
  const followed = shiftPlaces(text, own, move);
  return followed === text && sources === xml ? null : followed;
}

/** Whether a text can hold a reference to a sheet; a name that is escaped in several ways always can. */
export function mentions(xml: string, sheet: string): boolean {
  return /['"&<>]/.test(sheet) || xml.toLowerCase().includes(escapeText(sheet).toLowerCase());
}
