import type { CellFormat } from '../../../workbook/edit';
import { attributes, child, children, escapeAttribute, prefixOf, root, startTag } from '../package/xml';

/** A cell format taken apart; the parts that were not changed stay references to records of the style sheet. */
export interface Format {
  /** Attributes of its record. */
  of: Record<string, string>;
  /** The code of a number format that was set. */
  number?: string;
  /** A font, a fill and a border, where they were set. */
  font?: string;
  fill?: string;
  border?: string;
  alignment?: Record<string, string>;
  protection?: string;
}

/** What a format may refer to. */
export interface Records {
  fonts: string[];
  /** How many of them the style sheet has. */
  fills: number;
  borders: number;
  bases: number;
  /** Number formats of the style sheet's own. */
  codes: Map<number, string>;
}

const COUNT = /^\d{1,9}$/;
const BOOLEAN = /^(0|1|true|false)$/;
const DECIMAL = /^-?\d+(\.\d+)?([eE][-+]?\d+)?$/;
const COLOR = { rgb: /^[0-9A-Fa-f]{8}$/, indexed: COUNT, theme: COUNT, tint: DECIMAL, auto: BOOLEAN };

/** The parts of a font in the order that the format asks for, with the attributes that each may have. */
const FONT: Record<string, Record<string, RegExp>> = {
  b: { val: BOOLEAN },
  i: { val: BOOLEAN },
  strike: { val: BOOLEAN },
  condense: { val: BOOLEAN },
  extend: { val: BOOLEAN },
  outline: { val: BOOLEAN },
  shadow: { val: BOOLEAN },
  u: { val: /^(single|double|singleAccounting|doubleAccounting|none)$/ },
  vertAlign: { val: /^(baseline|superscript|subscript)$/ },
  sz: { val: DECIMAL },
  color: COLOR,
  name: { val: /^[\s\S]{1,31}$/ },
  family: { val: /^([0-9]|1[0-4])$/ },
  charset: { val: /^\d{1,3}$/ },
  scheme: { val: /^(none|major|minor)$/ },
};
/** Parts of a font that say nothing without an attribute. */
const NEEDS_ATTRIBUTE = ['vertAlign', 'sz', 'color', 'name', 'family', 'charset', 'scheme'];
const FONT_ORDER = Object.keys(FONT);

const ALIGNMENT: Record<string, RegExp> = {
  horizontal: /^(general|left|center|right|fill|justify|centerContinuous|distributed)$/,
  vertical: /^(top|center|bottom|justify|distributed)$/,
  textRotation: /^(\d{1,2}|1[0-7]\d|180|255)$/,
  wrapText: BOOLEAN,
  indent: COUNT,
  relativeIndent: /^-?\d{1,3}$/,
  justifyLastLine: BOOLEAN,
  shrinkToFit: BOOLEAN,
  readingOrder: /^[0-2]$/,
};
const PROTECTION = { locked: BOOLEAN, hidden: BOOLEAN };
const FLAGS =
  'quotePrefix pivotButton applyNumberFormat applyFont applyFill applyBorder applyAlignment applyProtection'.split(' ');
/** Numbers of formats below this need no definition. */
const OWN_FORMATS = 164;

/**
 * A cell format of a style sheet, to make another one of. What was wrong in it, a font that is not there or a colour that is
 * none, is left out: a mistake of the file is not repeated.
 */
export function formatOf(xf: string | undefined, prefix: string, records: Records): Format {
  if (xf === undefined) return { of: { numFmtId: '0' } };
  const element = root(xf);
  const all = attributes(startTag(xf, element));
  const below = (most: number) => (value: string) => COUNT.test(value) && Number(value) < most;
  const isThere: Record<string, (value: string) => boolean> = {
    numFmtId: value => COUNT.test(value) && (Number(value) < OWN_FORMATS || records.codes.has(Number(value))),
    fontId: below(records.fonts.length),
    fillId: below(records.fills),
    borderId: below(records.borders),
    xfId: below(records.bases),
  };
  const of = Object.fromEntries(
    Object.entries(all).filter(
      ([name, value]) => isThere[name]?.(value) ?? (FLAGS.includes(name) && BOOLEAN.test(value)),
    ),
  );
  const part = (local: string, allowed: Record<string, RegExp>) => {
    const found = child(xf, local, element);
    return found && valid(attributes(startTag(xf, found)), allowed);
  };
  const alignment = part('alignment', ALIGNMENT);
  const protection = part('protection', PROTECTION);
  return {
    of,
    ...(alignment && { alignment }),
    ...(protection && { protection: `<${prefix}protection${printed(protection)}/>` }),
  };
}

/** A font with the parts of a format in place of its own. */
export function withFont(font: string | undefined, prefix: string, { bold, italic, color, size }: CellFormat): string {
  const parts = font === undefined ? new Map<string, string>() : fontParts(font);
  const set = (local: string, text: string | null) => (text === null ? parts.delete(local) : parts.set(local, text));
  if (bold !== undefined) set('b', bold ? `<${prefix}b/>` : null);
  if (italic !== undefined) set('i', italic ? `<${prefix}i/>` : null);
  if (color !== undefined) set('color', `<${prefix}color rgb="${opaque(color)}"/>`);
  if (size !== undefined) set('sz', `<${prefix}sz val="${size}"/>`);
  return fontOf(parts, prefix);
}

/** A font of its parts, in the order that the format asks for. */
export function fontOf(parts: Map<string, string>, prefix: string): string {
  const ordered = [...parts].sort(([one], [other]) => FONT_ORDER.indexOf(one) - FONT_ORDER.indexOf(other));
  return `<${prefix}font>${ordered.map(([, text]) => text).join('')}</${prefix}font>`;
}

/** What a font consists of, by the names of its elements, without what is wrong in it. */
export function fontParts(font: string): Map<string, string> {
  const element = root(font);
  const parts = new Map<string, string>();
  for (const part of children(font, element.inner, element.innerEnd)) {
    const allowed = FONT[part.local];
    if (!allowed) continue;
    const of = valid(attributes(startTag(font, part)), allowed);
    if (Object.keys(of).length === 0 && NEEDS_ATTRIBUTE.includes(part.local)) continue;
    parts.set(part.local, `<${prefixOf(part)}${part.local}${printed(of)}/>`);
  }
  return parts;
}

/** A fill of one colour. */
export function solidFill(prefix: string, color: string): string {
  const pattern = `<${prefix}fgColor rgb="${opaque(color)}"/><${prefix}bgColor indexed="64"/>`;
  return `<${prefix}fill><${prefix}patternFill patternType="solid">${pattern}</${prefix}patternFill></${prefix}fill>`;
}

/** An alignment with wrapping and alignment set; its other settings stay. */
export function withAlignment(old: Record<string, string> = {}, { wrap, align }: CellFormat): Record<string, string> {
  const { wrapText, ...rest } = old;
  const wrapped = wrap ?? wrapText !== undefined;
  return {
    ...rest,
    ...(wrapped && { wrapText: wrap === undefined ? wrapText! : '1' }),
    ...(align !== undefined && { horizontal: align }),
  };
}

/** A look that cells take on by a rule. */
export function lookXml(
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

/** The attributes that an element may have, with values that it may have. */
function valid(of: Record<string, string>, allowed: Record<string, RegExp>): Record<string, string> {
  return Object.fromEntries(Object.entries(of).filter(([name, value]) => allowed[name]?.test(value)));
}

/** Attributes as they are in a tag, each with a space before it. */
export function printed(of: Record<string, string>): string {
  return Object.entries(of)
    .map(([name, value]) => ` ${name}="${escapeAttribute(value)}"`)
    .join('');
}

/** `#rrggbb` as the format writes it: with full opacity before it. */
export function opaque(color: string): string {
  return `FF${color.slice(1).toUpperCase()}`;
}
