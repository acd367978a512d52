import { cellAt, printRange } from '../../../cells/address';
import { escapeText } from '../package/xml';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** A sheet's comments without any. */
export const EMPTY_COMMENTS = `${XML}<comments xmlns="${MAIN}"><authors><author>Strategic Compass</author></authors><commentList></commentList></comments>`;

/** The boxes in which Excel shows comments, without any. */
export const EMPTY_BOXES =
  '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel">' +
  '<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype></xml>';

/** One comment. */
export function commentXml(row: number, column: number, text: string): string {
  const place = printRange(cellAt(row, column));
  return `<comment ref="${place}" authorId="0"><text><r><t xml:space="preserve">${escapeText(text)}</t></r></text></comment>`;
}

/** Its box, hidden until its cell is pointed at. */
export function boxXml(row: number, column: number, text: string, number: number): string {
  const lines = Math.max(3, Math.ceil(text.length / 34) + text.split('\n').length - 1);
  const anchor = [column + 1, 12, row, 4, column + 4, 12, row + lines, 4].join(', ');
  return (
    `<v:shape id="_x0000_s${1024 + number}" type="#_x0000_t202" style="position:absolute;visibility:hidden" fillcolor="#fff8e1" o:insetmode="auto">` +
    '<v:fill color2="#fff8e1"/><v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/><v:textbox style="mso-direction-alt:auto"/>' +
    `<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>${anchor}</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>${row}</x:Row><x:Column>${column}</x:Column></x:ClientData></v:shape>`
  );
}
