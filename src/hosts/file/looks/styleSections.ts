import { children, type Element, opened, type Splice, startTag } from '../package/xml';

/**
 * The lists of a style sheet, in the order that the format asks for.
 *
 * @source ECMA-376 part 1, 18.8.39 styleSheet
 */
export const STYLE_LISTS = ['numFmts', 'fonts', 'fills', 'borders', 'cellStyleXfs', 'cellXfs', 'cellStyles', 'dxfs'];
const BEHIND_LISTS = ['tableStyles', 'colors', 'extLst'];

/** One list of a style sheet: fonts, fills, cell formats. */
export interface StyleList {
  /** Absent where the style sheet has no such list. */
  element?: Element;
  items: string[];
  /** How many items it had. */
  before: number;
  /** Where each item is, once it was asked for. */
  places?: Map<string, number>;
  /** Items that have a meaning of their own by their place, and that a list has to begin with. */
  least: ((prefix: string) => string)[];
}

/** What lists begin with: the first cell format is that of every cell without one, the first two fills are reserved. */
const LEAST: Record<string, StyleList['least']> = {
  fonts: [p => `<${p}font><${p}sz val="11"/><${p}name val="Calibri"/></${p}font>`],
  fills: ['none', 'gray125'].map(type => p => `<${p}fill><${p}patternFill patternType="${type}"/></${p}fill>`),
  borders: [p => `<${p}border/>`],
  cellXfs: [p => `<${p}xf numFmtId="0"/>`],
};

/**
 * A list of a style sheet; empty where it has none.
 *
 * @param lists  the elements under the style sheet's root: it may be long, and is gone through once
 */
export function styleListOf(xml: string, lists: Element[], local: string): StyleList {
  const element = lists.find(list => list.local === local);
  const items = element
    ? [...children(xml, element.inner, element.innerEnd)].map(item => xml.slice(item.start, item.end))
    : [];
  return { ...(element && { element }), items, before: items.length, least: LEAST[local] ?? [] };
}

/** What adds the new items of every list behind those it had, and the lists that the style sheet had not. */
export function appended(
  xml: string,
  top: Element,
  elements: Element[],
  prefix: string,
  lists: Map<string, StyleList>,
): Splice[] {
  const made: Splice[] = [];
  const grew = [...lists].flatMap(([local, { element, items, before }]): Splice[] => {
    const text = items.slice(before).join('');
    if (text === '') return [];
    if (element) return grown(xml, element, text, items.length - before);
    const place = placeOf(elements, top, local);
    made.push({ start: place, end: place, text: `${madeTag(prefix + local)}${text}</${prefix}${local}>` });
    return [];
  });
  if (top.inner < top.end || made.length === 0) return [...grew, ...made];
  // A style sheet that is a single tag.
  const all = made.map(({ text }) => text).join('');
  return [{ start: top.start, end: top.end, text: `${opened(startTag(xml, top))}${all}</${top.name}>` }];
}

/** The start tag of a list that is made here. Its space tells that the style sheet had none. */
export function madeTag(name: string): string {
  return `<${name} >`;
}

function grown(xml: string, element: Element, text: string, by: number): Splice[] {
  const tag = opened(withCount(startTag(xml, element), by));
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
  return tag.replace(
    /(\scount\s*=\s*["'])(\d+)/,
    (_, before, count) => before + String(Math.max(0, Number(count) + by)),
  );
}

/** Where a list that the style sheet lacks has to be. */
function placeOf(elements: Element[], top: Element, local: string): number {
  const order = [...STYLE_LISTS, ...BEHIND_LISTS];
  const later = order.slice(order.indexOf(local) + 1);
  return elements.find(element => later.includes(element.local))?.start ?? top.innerEnd;
}
