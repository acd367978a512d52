import { attributes, children, escapeAttribute, prefixOf, root, spliced, startTag, withLastInside } from './xml';

/** The list of the kinds of all parts. */
export const CONTENT_TYPES = '[Content_Types].xml';

/** Kinds of the parts that are added to workbooks. */
export const KIND = {
  relationships: 'application/vnd.openxmlformats-package.relationships+xml',
  worksheet: 'application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml',
  styles: 'application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml',
  comments: 'application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml',
  drawing: 'application/vnd.openxmlformats-officedocument.drawing+xml',
  chart: 'application/vnd.openxmlformats-officedocument.drawingml.chart+xml',
  vmlDrawing: 'application/vnd.openxmlformats-officedocument.vmlDrawing',
};

/**
 * The list with a part's kind: nothing is added where its ending says so already. Otherwise the part is named for itself, as
 * what is said of an ending holds for parts that others made.
 *
 * @param xml   the list
 * @param part  the part's name, without a leading slash
 * @param kind  its content type
 */
export function withContentType(xml: string, part: string, kind: string): string {
  if (contentTypeOf(xml, part) === kind) return xml;
  const rest = withoutContentType(xml, part);
  const top = root(rest);
  const entry = `<${prefixOf(top)}Override PartName="/${escapeAttribute(part)}" ContentType="${kind}"/>`;
  return withLastInside(rest, top, entry);
}

/** The list without what it says of a part alone; what it says of the part's ending stays. */
export function withoutContentType(xml: string, part: string): string {
  const own = entries(xml).find(({ of }) => isNamed(of.PartName, part));
  return own ? spliced(xml, [{ start: own.start, end: own.end, text: '' }]) : xml;
}

/** The kind that the list gives a part, by its name or its ending. */
function contentTypeOf(xml: string, part: string): string | undefined {
  const all = entries(xml);
  const ending = part.slice(part.lastIndexOf('.') + 1).toLowerCase();
  const found =
    all.find(({ of }) => isNamed(of.PartName, part)) ?? all.find(({ of }) => of.Extension?.toLowerCase() === ending);
  return found?.of.ContentType;
}

function entries(xml: string): { start: number; end: number; of: Record<string, string> }[] {
  const top = root(xml);
  return [...children(xml, top.inner, top.innerEnd)].map(element => ({
    start: element.start,
    end: element.end,
    of: attributes(startTag(xml, element)),
  }));
}

function isNamed(name: string | undefined, part: string): boolean {
  return name?.replace(/^\//, '').toLowerCase() === part.toLowerCase();
}
