import { cellAt, printRange } from '../../../cells/address';
import {
  attributes,
  child,
  children,
  type Element,
  escapeText,
  prefixOf,
  root,
  spliced,
  startTag,
  withLastInside,
} from '../package/xml';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const AUTHOR = 'Strategic Compass';
/** What notes' boxes are made after; all programs give it this name. */
const SHAPE =
  '<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>';
const VML =
  'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"';

/** A sheet's comments without any. */
export const EMPTY_COMMENTS = `${XML}<comments xmlns="${MAIN}"><authors></authors><commentList></commentList></comments>`;

/** The boxes in which Excel shows comments, without any. */
export const EMPTY_BOXES = `<xml ${VML}></xml>`;

/**
 * A sheet's comments with one more; a cell that has one keeps it.
 *
 * @param xml  the comments part
 * @returns    null where the cell has one
 * @throws     Error where the part is not what it should be
 */
export function withComment(xml: string, row: number, column: number, text: string): string | null {
  const place = printRange(cellAt(row, column));
  const p = prefixOf(root(xml));
  const comments = listed(xml, 'commentList');
  if (comments.items.some(item => attributes(startTag(xml, item)).ref === place)) return null;
  const author = listed(xml, 'authors');
  const known = author.items.findIndex(({ inner, innerEnd }) => xml.slice(inner, innerEnd) === AUTHOR);
  const comment =
    `<${p}comment ref="${place}" authorId="${known < 0 ? author.items.length : known}"><${p}text><${p}r>` +
    `<${p}t xml:space="preserve">${escapeText(text)}</${p}t></${p}r></${p}text></${p}comment>`;
  // The list of comments is behind the authors: their places stay what they are.
  const more = withLastInside(xml, comments.list, comment);
  return known < 0 ? withLastInside(more, author.list, `<${p}author>${AUTHOR}</${p}author>`) : more;
}

/** A sheet's comments without that of a cell. */
export function withoutComment(xml: string, row: number, column: number): string {
  const place = printRange(cellAt(row, column));
  const gone = listed(xml, 'commentList').items.filter(item => attributes(startTag(xml, item)).ref === place);
  return spliced(
    xml,
    gone.map(({ start, end }) => ({ start, end, text: '' })),
  );
}

/** The boxes without that of a cell's note. */
export function withoutBox(xml: string, row: number, column: number): string {
  const isOf = (box: string) =>
    new RegExp(`<x:Row>\\s*${row}\\s*</x:Row>`).test(box) &&
    new RegExp(`<x:Column>\\s*${column}\\s*</x:Column>`).test(box);
  return xml.replace(/<v:shape(?!type)\b[\s\S]*?<\/v:shape>/g, box => (isOf(box) ? '' : box));
}

function listed(xml: string, local: string): { list: Element; items: Element[] } {
  const list = child(xml, local, root(xml));
  if (!list) throw new Error(`no ${local}`);
  return { list, items: [...children(xml, list.inner, list.innerEnd)] };
}

/** The boxes with one more: that of a note, hidden until its cell is pointed at. */
export function withBox(xml: string, row: number, column: number, text: string): string {
  const ids = [...xml.matchAll(/\b_x0000_s(\d+)\b/g)].map(([, id]) => Number(id));
  const id = Math.max(1024, ...ids) + 1;
  const shape = xml.includes('"_x0000_t202"') ? '' : SHAPE.replace('<v:shapetype ', `<v:shapetype ${VML} `);
  const end = xml.lastIndexOf('</');
  return xml.slice(0, end) + shape + boxXml(row, column, text, id) + xml.slice(end);
}

function boxXml(row: number, column: number, text: string, id: number): string {
  const lines = Math.max(3, Math.ceil(text.length / 34) + text.split('\n').length - 1);
  const anchor = [column + 1, 12, row, 4, column + 4, 12, row + lines, 4].join(', ');
  return (
    `<v:shape ${VML} id="_x0000_s${id}" type="#_x0000_t202" style="position:absolute;visibility:hidden" fillcolor="#fff8e1" o:insetmode="auto">` +
    '<v:fill color2="#fff8e1"/><v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/><v:textbox style="mso-direction-alt:auto"/>' +
    `<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>${anchor}</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>${row}</x:Row><x:Column>${column}</x:Column></x:ClientData></v:shape>`
  );
}
