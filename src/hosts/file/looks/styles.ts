import type { CellFormat } from '../../../workbook/edit';
import {
  attributes,
  child,
  children,
  type Element,
  escapeAttribute,
  prefixOf,
  root,
  type Splice,
  spliced,
  startTag,
  withAttribute,
} from '../package/xml';
import { builtInFormat, showsDay } from './numberFormat';

/** A style sheet to which formats can be added; those that stand keep their numbers and their text. */
export interface Styles {
  /** The style of a cell that looks as `base` does but for `format`; `quoted` text stays text when it is entered again. */
  styleWith(base: number, format: CellFormat, quoted?: boolean): number;
  /** The number of a look that cells take on by a rule. */
  ruleLook(format: Pick<CellFormat, 'bold' | 'italic' | 'background' | 'color'>): number;
  /** Whether a style shows its number as a day of the calendar. */
  showsDay(style: number): boolean;
  /** Whether a style breaks its text into lines. */
  wraps(style: number): boolean;
  /** The style sheet with all that was added. */
  print(): string;
}

/** The parts of a font in the order that the format asks for. */
const FONT_ORDER = 'b i strike condense extend outline shadow u vertAlign sz color name family charset scheme'.split(
  ' ',
);
/** Numbers up to this are the format's own or reserved. */
const LAST_BUILT_IN_FORMAT = 163;

/** A style sheet for a workbook that has none. */
export const EMPTY_STYLES =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
  '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' +
  '<fonts count="1"><font><sz val="11"/><name val="Calibri"/><family val="2"/></font></fonts>' +
  '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
  '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
  '<cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs>' +
  '</styleSheet>';

/** One list of the style sheet: fonts, fills, cell formats. */
interface Section {
  element: Element;
  items: string[];
  before: number;
}

/**
 * Opens a style sheet for additions.
 *
 * @param xml  the text of the styles part
 * @throws     Error where it lacks its fonts, fills or cell formats
 */
export function openStyles(xml: string): Styles {
  const top = root(xml);
  const prefix = prefixOf(top);
  const fonts = needSection(xml, top, 'fonts');
  const fills = needSection(xml, top, 'fills');
  const formats = needSection(xml, top, 'cellXfs');
  const numberFormats = readNumberFormats(xml, top);
  const added: string[] = [];
  const known = new Map<string, number>();
  let looks: LooksSection | undefined;

  function numberFormat(code: string): number {
    const id = builtInFormat(code) ?? [...numberFormats].find(([, other]) => other === code)?.[0];
    if (id !== undefined) return id;
    const next = Math.max(LAST_BUILT_IN_FORMAT, ...numberFormats.keys()) + 1;
    numberFormats.set(next, code);
    added.push(`<${prefix}numFmt numFmtId="${next}" formatCode="${escapeAttribute(code)}"/>`);
    return next;
  }

  function addFormat(base: number, format: CellFormat, quoted: boolean): number {
    let xf = formats.items[base] ?? formats.items[0]!;
    const of = attributes(xf);
    const set = (name: string, value: string | number) => {
      xf = withFirstTag(xf, tag => withAttribute(tag, name, String(value)));
    };
    if (format.number !== undefined) {
      set('numFmtId', numberFormat(format.number));
      set('applyNumberFormat', 1);
    }
    if (
      format.bold !== undefined ||
      format.italic !== undefined ||
      format.color !== undefined ||
      format.size !== undefined
    ) {
      set(
        'fontId',
        indexOf(fonts, withFont(fonts.items[Number(of.fontId ?? 0)] ?? `<${prefix}font/>`, prefix, format)),
      );
      set('applyFont', 1);
    }
    if (format.background !== undefined) {
      set('fillId', indexOf(fills, solidFill(prefix, format.background)));
      set('applyFill', 1);
    }
    if (format.wrap !== undefined || format.align !== undefined) {
      xf = withAlignment(xf, prefix, format);
      set('applyAlignment', 1);
    }
    if (quoted) set('quotePrefix', 1);
    return indexOf(formats, xf);
  }

  return {
    styleWith(base, format, quoted = false) {
      const key = JSON.stringify([base, format, quoted]);
      const style = known.get(key) ?? addFormat(base, format, quoted);
      known.set(key, style);
      return style;
    },
    ruleLook(format) {
      looks ??= readLooks(xml, top);
      return indexOf(looks, lookXml(prefix, format));
    },
    showsDay(style) {
      const id = Number(attributes(formats.items[style] ?? '<xf/>').numFmtId ?? 0);
      return showsDay(numberFormats.get(id) ?? id);
    },
    wraps(style) {
      return /\bwrapText="(1|true)"/.test(formats.items[style] ?? '');
    },
    print() {
      const splices = [fonts, fills, formats].flatMap(section => appended(xml, section));
      if (added.length > 0) splices.push(numberFormatSplice(xml, top, prefix, added));
      if (looks) splices.push(...looksSplices(xml, top, prefix, looks));
      return spliced(xml, splices);
    },
  };
}

function needSection(xml: string, top: Element, local: string): Section {
  const element = child(xml, local, top);
  if (!element) throw new Error(`no ${local}`);
  const items = [...children(xml, element.inner, element.innerEnd)].map(item => xml.slice(item.start, item.end));
  return { element, items, before: items.length };
}

function readNumberFormats(xml: string, top: Element): Map<number, string> {
  const list = child(xml, 'numFmts', top);
  if (!list) return new Map();
  const found = [...children(xml, list.inner, list.innerEnd)].map(item => attributes(startTag(xml, item)));
  return new Map(found.map(format => [Number(format.numFmtId), format.formatCode ?? '']));
}

/** The place of an item in a section, added at its end where it is new. */
function indexOf(section: { items: string[] }, item: string): number {
  const place = section.items.indexOf(item);
  return place === -1 ? section.items.push(item) - 1 : place;
}

/** What adds a section's new items behind those it had. */
function appended(xml: string, { element, items, before }: Section): Splice[] {
  if (items.length === before) return [];
  const tag = withAttribute(startTag(xml, element), 'count', String(items.length));
  const end = element.innerEnd;
  return [
    { start: element.start, end: element.inner, text: tag },
    { start: end, end, text: items.slice(before).join('') },
  ];
}

function numberFormatSplice(xml: string, top: Element, prefix: string, added: string[]): Splice {
  const list = child(xml, 'numFmts', top);
  const old = list ? xml.slice(list.inner, list.innerEnd) : '';
  const count = (list ? [...children(xml, list.inner, list.innerEnd)].length : 0) + added.length;
  const text = `<${prefix}numFmts count="${count}">${old}${added.join('')}</${prefix}numFmts>`;
  return { start: list?.start ?? top.inner, end: list?.end ?? top.inner, text };
}

/** The looks of rules; a style sheet may have no list of them yet. */
interface LooksSection {
  element?: Element;
  items: string[];
  before: number;
}

/** What stands behind the looks of rules in a style sheet. */
const BEHIND_LOOKS = ['tableStyles', 'colors', 'extLst'];

function readLooks(xml: string, top: Element): LooksSection {
  const element = child(xml, 'dxfs', top);
  const items = element
    ? [...children(xml, element.inner, element.innerEnd)].map(item => xml.slice(item.start, item.end))
    : [];
  return { ...(element && { element }), items, before: items.length };
}

function looksSplices(xml: string, top: Element, prefix: string, { element, items, before }: LooksSection): Splice[] {
  if (items.length === before) return [];
  const list = `<${prefix}dxfs count="${items.length}">${items.join('')}</${prefix}dxfs>`;
  if (element) return [{ start: element.start, end: element.end, text: list }];
  const behind = BEHIND_LOOKS.map(local => child(xml, local, top)).find(found => found !== undefined);
  const place = behind?.start ?? top.innerEnd;
  return [{ start: place, end: place, text: list }];
}

function lookXml(
  prefix: string,
  { bold, italic, color, background }: Pick<CellFormat, 'bold' | 'italic' | 'background' | 'color'>,
): string {
  const font = [
    bold ? `<${prefix}b/>` : '',
    italic ? `<${prefix}i/>` : '',
    color === undefined ? '' : `<${prefix}color rgb="${opaque(color)}"/>`,
  ].join('');
  const fill =
    background === undefined
      ? ''
      : `<${prefix}fill><${prefix}patternFill patternType="solid"><${prefix}bgColor rgb="${opaque(background)}"/></${prefix}patternFill></${prefix}fill>`;
  return `<${prefix}dxf>${font && `<${prefix}font>${font}</${prefix}font>`}${fill}</${prefix}dxf>`;
}

/** A font with the parts of a format in place of its own. */
function withFont(font: string, prefix: string, { bold, italic, color, size }: CellFormat): string {
  const element = root(font);
  const parts = new Map(
    [...children(font, element.inner, element.innerEnd)].map(part => [part.local, font.slice(part.start, part.end)]),
  );
  const set = (local: string, text: string | null) => (text === null ? parts.delete(local) : parts.set(local, text));
  if (bold !== undefined) set('b', bold ? `<${prefix}b/>` : null);
  if (italic !== undefined) set('i', italic ? `<${prefix}i/>` : null);
  if (color !== undefined) set('color', `<${prefix}color rgb="${opaque(color)}"/>`);
  if (size !== undefined) set('sz', `<${prefix}sz val="${size}"/>`);
  const ordered = [...parts].sort(([one], [other]) => FONT_ORDER.indexOf(one) - FONT_ORDER.indexOf(other));
  return `<${prefix}font>${ordered.map(([, text]) => text).join('')}</${prefix}font>`;
}

function solidFill(prefix: string, color: string): string {
  const pattern = `<${prefix}fgColor rgb="${opaque(color)}"/><${prefix}bgColor indexed="64"/>`;
  return `<${prefix}fill><${prefix}patternFill patternType="solid">${pattern}</${prefix}patternFill></${prefix}fill>`;
}

/** A cell format with wrapping and alignment; its other settings stay. */
function withAlignment(xf: string, prefix: string, { wrap, align }: CellFormat): string {
  const element = root(xf);
  const old = child(xf, 'alignment', element);
  let tag = old ? startTag(xf, old) : `<${prefix}alignment/>`;
  if (wrap !== undefined) tag = withAttribute(tag, 'wrapText', wrap ? '1' : null);
  if (align !== undefined) tag = withAttribute(tag, 'horizontal', align);
  if (old) return spliced(xf, [{ start: old.start, end: old.inner, text: tag }]);
  const open = startTag(xf, element).replace(/\/>$/, '>');
  return `${open}${tag}${xf.slice(element.inner, element.innerEnd)}</${element.name}>`;
}

function withFirstTag(item: string, change: (tag: string) => string): string {
  const element = root(item);
  return change(startTag(item, element)) + item.slice(element.inner);
}

/** `#rrggbb` as the format writes it: with full opacity before it. */
function opaque(color: string): string {
  return `FF${color.slice(1).toUpperCase()}`;
}
