import { attributes, child, children, type Element, type Splice, startTag, withAttribute } from '../package/xml';

/**
 * The lists of a style sheet, in the order that the format asks for.
 *
 * @source ECMA-376 part 1, 18.8.39 styleSheet
 */
export const STYLE_LISTS = ['numFmts', 'fonts', 'fills', 'borders', 'cellStyleXfs', 'cellXfs', 'cellStyles', 'dxfs'];
const BEHIND_LISTS = ['tableStyles', 'colors', 'extLst'];

/** One list of a style sheet: fonts, fills, cell formats. */
export interface Section {
  /** Absent where the style sheet has no such list. */
  element?: Element;
  items: string[];
  /** How many items it had. */
  before: number;
  /** Where each item stands, once it was asked for. */
  places?: Map<string, number>;
  /** Items that have a meaning of their own by their place, and that a list has to begin with. */
  least: ((prefix: string) => string)[];
}

/** What lists begin with: the first cell format is that of every cell without one, the first two fills are reserved. */
const LEAST: Record<string, Section['least']> = {
  fonts: [p => `<${p}font><${p}sz val="11"/><${p}name val="Calibri"/></${p}font>`],
  fills: ['none', 'gray125'].map(type => p => `<${p}fill><${p}patternFill patternType="${type}"/></${p}fill>`),
  cellXfs: [p => `<${p}xf numFmtId="0"/>`],
};

/** A list of a style sheet; empty where it has none. */
export function sectionOf(xml: string, top: Element, local: string): Section {
  const element = child(xml, local, top);
  const items = element
    ? [...children(xml, element.inner, element.innerEnd)].map(item => xml.slice(item.start, item.end))
    : [];
  return { ...(element && { element }), items, before: items.length, least: LEAST[local] ?? [] };
}

/** What adds the new items of every list behind those it had, and the lists that the style sheet had not. */
export function appended(xml: string, top: Element, prefix: string, lists: Map<string, Section>): Splice[] {
  return [...lists].flatMap(([local, { element, items, before }]): Splice[] => {
    const text = items.slice(before).join('');
    if (text === '') return [];
    if (element) return grown(xml, element, text, items.length - before);
    // Without a count, so that the list is known to be made here when it is empty again.
    const place = placeOf(xml, top, local);
    return [{ start: place, end: place, text: `<${prefix}${local}>${text}</${prefix}${local}>` }];
  });
}

function grown(xml: string, element: Element, text: string, by: number): Splice[] {
  const tag = withCount(startTag(xml, element), by).replace(/\s*\/>$/, '>');
  if (element.inner < element.end) {
    return [
      { start: element.start, end: element.inner, text: tag },
      { start: element.innerEnd, end: element.innerEnd, text },
    ];
  }
  return [{ start: element.start, end: element.end, text: `${tag}${text}</${element.name}>` }];
}

/** A list's start tag with its count, where it has one, raised or lowered. */
export function withCount(tag: string, by: number): string {
  const { count } = attributes(tag);
  return count === undefined ? tag : withAttribute(tag, 'count', String(Number(count) + by));
}

/** Where a list that the style sheet lacks has to stand. */
function placeOf(xml: string, top: Element, local: string): number {
  const order = [...STYLE_LISTS, ...BEHIND_LISTS];
  for (const later of order.slice(order.indexOf(local) + 1)) {
    const element = child(xml, later, top);
    if (element) return element.start;
  }
  return top.innerEnd;
}
