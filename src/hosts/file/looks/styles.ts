import type { CellFormat } from '../../../workbook/edit';
import { attributes, children, escapeAttribute, prefixOf, root, spliced } from '../package/xml';
import { builtInFormat, showsDay } from './numberFormat';
import { type LookChange, relooked } from './relook';
import {
  type Format,
  formatOf,
  lookXml,
  printed,
  type Records,
  solidFill,
  withAlignment,
  withFont,
} from './styleRecords';
import { appended, STYLE_LISTS, type StyleList, styleListOf } from './styleSections';

/** A style sheet to which formats can be added; those that are there keep their numbers and their text. */
export interface Styles {
  /** The style of a cell that looks as `base` does but for `format`; `quoted` text stays text when it is entered again. */
  styleWith(base: number, format: CellFormat, quoted?: boolean): number;
  /** The style of a cell that looks as `base` does but for a change. */
  styleAs(base: number, change: LookChange): number;
  /** The number of a look that cells take on by a rule, of its text. */
  ruleLookOf(xml: string): number;
  /** The number of a look that cells take on by a rule. */
  ruleLook(format: Pick<CellFormat, 'bold' | 'italic' | 'background' | 'color'>): number;
  /** Whether a style shows its number as a day of the calendar. */
  showsDay(style: number): boolean;
  /** Whether a style breaks its text into lines. */
  wraps(style: number): boolean;
  /**
   * The style sheet with all that was added and is used.
   *
   * @param used  every style of the cells that were written
   * @returns     its text, and the final numbers of the styles that were added
   */
  print(used: Set<number>): { xml: string; numbers: Map<number, number> };
}

/** Numbers up to this are the format's own or reserved. */
const LAST_BUILT_IN_FORMAT = 163;

/** Numbers from here on are those of styles that were added, until it is known which of them are used: no file has so many. */
const FIRST_ADDED = 1_000_000;

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

/**
 * Opens a style sheet for additions. A list that it lacks is made when something is added to it.
 *
 * @param xml  the text of the styles part
 * @throws     Error where it is no style sheet
 */
export function openStyles(xml: string): Styles {
  const top = root(xml);
  if (top.local !== 'styleSheet') throw new Error('no styleSheet');
  const prefix = prefixOf(top);
  const elements = [...children(xml, top.inner, top.innerEnd)];
  const lists = new Map<string, StyleList>(STYLE_LISTS.map(local => [local, styleListOf(xml, elements, local)]));
  const list = (local: string) => lists.get(local)!;
  const [fonts, fills, borders, formats] = [list('fonts'), list('fills'), list('borders'), list('cellXfs')];
  const codes = numberCodes(list('numFmts').items);
  const records: Records = {
    fonts: fonts.items,
    fills: fills.items.length,
    borders: borders.items.length,
    bases: list('cellStyleXfs').items.length,
    codes,
  };
  /** Formats that were added, by number; what they are made of is added only where they are used. */
  const added: Format[] = [];
  const known = new Map<string, number>();

  const formatAt = (style: number): Format =>
    added[style - FIRST_ADDED] ?? formatOf(formats.items[style] ?? formats.items[0], prefix, records);

  function addFormat(base: number, format: CellFormat, quoted: boolean): number {
    const next = { ...formatAt(base), of: { ...formatAt(base).of } };
    if (format.number !== undefined) {
      next.number = format.number;
      next.of.applyNumberFormat = '1';
    }
    if ([format.bold, format.italic, format.color, format.size].some(part => part !== undefined)) {
      next.font = withFont(next.font ?? fonts.items[Number(next.of.fontId ?? 0)], prefix, format);
      next.of.applyFont = '1';
    }
    if (format.background !== undefined) {
      next.fill = solidFill(prefix, format.background);
      next.of.applyFill = '1';
    }
    if (format.wrap !== undefined || format.align !== undefined) {
      next.alignment = withAlignment(next.alignment, format);
      next.of.applyAlignment = '1';
    }
    if (quoted) next.of.quotePrefix = '1';
    return numberOf(next);
  }

  function numberOf(format: Format): number {
    const key = JSON.stringify(format);
    const style = known.get(key) ?? FIRST_ADDED + added.push(format) - 1;
    known.set(key, style);
    return style;
  }

  function changedFormat(base: number, change: LookChange): number {
    const format = formatAt(base);
    const font = format.font ?? fonts.items[Number(format.of.fontId ?? 0)];
    const border = format.border ?? borders.items[Number(format.of.borderId ?? 0)];
    return numberOf(relooked(format, change, prefix, { font, border, defaultFont: fonts.items[0] }));
  }

  function numberId(code: string): number {
    const id = builtInFormat(code) ?? [...codes].find(([, other]) => other === code)?.[0];
    if (id !== undefined) return id;
    const next = Math.max(LAST_BUILT_IN_FORMAT, ...codes.keys()) + 1;
    codes.set(next, code);
    list('numFmts').items.push(`<${prefix}numFmt numFmtId="${next}" formatCode="${escapeAttribute(code)}"/>`);
    return next;
  }

  /** The record of a format, with what it is made of added to their lists. */
  function record({ of, number, font, fill, border, alignment, protection }: Format): string {
    const all: Record<string, string> = {
      ...of,
      ...(number !== undefined && { numFmtId: String(numberId(number)) }),
      ...(font !== undefined && { fontId: String(indexOf(fonts, font, prefix)) }),
      ...(fill !== undefined && { fillId: String(indexOf(fills, fill, prefix)) }),
      ...(border !== undefined && { borderId: String(indexOf(borders, border, prefix)) }),
    };
    const inner = (alignment ? `<${prefix}alignment${printed(alignment)}/>` : '') + (protection ?? '');
    return `<${prefix}xf${printed(all)}${inner ? `>${inner}</${prefix}xf>` : '/>'}`;
  }

  const asked = new Map<string, number>();
  return {
    styleWith(base, format, quoted = false) {
      const key = JSON.stringify([base, format, quoted]);
      const style = asked.get(key) ?? addFormat(base, format, quoted);
      asked.set(key, style);
      return style;
    },
    styleAs(base, change) {
      const key = JSON.stringify([base, change]);
      const style = asked.get(key) ?? changedFormat(base, change);
      asked.set(key, style);
      return style;
    },
    ruleLookOf: xml => indexOf(list('dxfs'), xml, prefix),
    ruleLook: format => indexOf(list('dxfs'), lookXml(prefix, format), prefix),
    showsDay(style) {
      const { number, of } = formatAt(style);
      const id = Number(of.numFmtId ?? 0);
      return showsDay(number ?? codes.get(id) ?? id);
    },
    wraps: style => /^(1|true)$/.test(formatAt(style).alignment?.wrapText ?? ''),
    print(used) {
      const numbers = new Map<number, number>();
      added.forEach((format, index) => {
        if (used.has(FIRST_ADDED + index)) numbers.set(FIRST_ADDED + index, indexOf(formats, record(format), prefix));
      });
      return { xml: spliced(xml, appended(xml, top, elements, prefix, lists)), numbers };
    },
  };
}

function numberCodes(items: string[]): Map<number, string> {
  const found = items.map(item => attributes(item));
  return new Map(found.map(format => [Number(format.numFmtId), format.formatCode ?? '']));
}

/** The place of an item in a section, added at its end where it is new. */
function indexOf(section: StyleList, item: string, prefix: string): number {
  section.places ??= new Map(section.items.map((other, index) => [other, index]));
  if (section.items.length < section.least.length) {
    for (const least of section.least.slice(section.items.length)) section.items.push(least(prefix));
  }
  const place = section.places.get(item) ?? section.items.push(item) - 1;
  section.places.set(item, place);
  return place;
}
