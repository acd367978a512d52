import type { IBorderStyleData, IColorStyle, IStyleData, Nullable } from '@univerjs/core';
import type { BorderLineStyle, BorderSide, BorderStyle, CellStyle, Color, FontStyle } from 'hucre';
import { resolveThemeColor } from 'hucre/xlsx';

/** Univer's numbers for lines, in the order it counts them; 0 is none. */
const lines: BorderLineStyle[] = [
  'thin',
  'hair',
  'dotted',
  'dashed',
  'dashDot',
  'dashDotDot',
  'double',
  'medium',
  'mediumDashed',
  'mediumDashDot',
  'mediumDashDotDot',
  'slantDashDot',
  'thick',
];

/** Univer's numbers for alignment, both ways. */
const horizontal = { left: 1, center: 2, right: 3, justify: 4, distributed: 6 } as const;
const vertical = { top: 1, center: 2, bottom: 3 } as const;
const wrap = 3;

/**
 * A cell style of a file as the grid draws it.
 *
 * @param style  as hucre reads it
 * @param theme  the file's theme colours
 * @param base   the file's default font; what a style repeats of it is left out
 * @returns      undefined where the style says nothing the grid shows
 */
export function toGridStyle(style: CellStyle, theme: string[], base?: FontStyle): IStyleData | undefined {
  const { font, fill, border, alignment, numFmt } = style;
  const result: IStyleData = {};
  if (numFmt && numFmt !== 'General') result.n = { pattern: numFmt };
  if (font) {
    if (font.name && font.name !== base?.name) result.ff = font.name;
    if (font.size && font.size !== base?.size) result.fs = font.size;
    if (font.bold) result.bl = 1;
    if (font.italic) result.it = 1;
    if (font.underline) result.ul = { s: 1 };
    if (font.strikethrough) result.st = { s: 1 };
    const color = toRgb(font.color, theme);
    // Black text is the default; left unsaid it stays readable on a dark page.
    if (color && color !== '#000000') result.cl = { rgb: color };
  }
  if (fill?.type === 'pattern' && fill.pattern !== 'none') {
    const color = toRgb(fill.pattern === 'solid' ? fill.fgColor : (fill.bgColor ?? fill.fgColor), theme);
    if (color) result.bg = { rgb: color };
  }
  if (fill?.type === 'gradient') {
    const color = toRgb(fill.stops[0]?.color, theme);
    if (color) result.bg = { rgb: color };
  }
  const sides = border && borderOf(border, theme);
  if (sides) result.bd = sides;
  if (alignment) {
    if (alignment.horizontal && alignment.horizontal in horizontal)
      result.ht = horizontal[alignment.horizontal as keyof typeof horizontal];
    if (alignment.vertical && alignment.vertical !== 'bottom' && alignment.vertical in vertical)
      result.vt = vertical[alignment.vertical as keyof typeof vertical];
    if (alignment.wrapText) result.tb = wrap;
    if (alignment.textRotation) result.tr = rotation(alignment.textRotation);
  }
  return Object.keys(result).length > 0 ? result : undefined;
}

/**
 * A style of the grid as a file stores it.
 *
 * @param style  what the cell itself says; what it leaves out is the file's default
 */
export function toFileStyle(style: IStyleData): CellStyle {
  const result: CellStyle = {};
  const font: FontStyle = {};
  if (style.ff) font.name = style.ff;
  if (style.fs) font.size = style.fs;
  if (style.bl) font.bold = true;
  if (style.it) font.italic = true;
  if (style.ul?.s) font.underline = true;
  if (style.st?.s) font.strikethrough = true;
  if (style.va === 2 || style.va === 3) font.vertAlign = style.va === 2 ? 'subscript' : 'superscript';
  const color = toColor(style.cl);
  if (color) font.color = color;
  if (Object.keys(font).length > 0) result.font = font;

  const background = toColor(style.bg);
  if (background) result.fill = { type: 'pattern', pattern: 'solid', fgColor: background };
  const border = fileBorder(style);
  if (border) result.border = border;
  const alignment: NonNullable<CellStyle['alignment']> = {};
  const across = nameOf(horizontal, style.ht);
  const down = nameOf(vertical, style.vt);
  if (across) alignment.horizontal = across;
  if (down) alignment.vertical = down;
  if (style.tb === wrap) alignment.wrapText = true;
  if (style.tr?.v) alignment.textRotation = 255;
  else if (style.tr?.a) alignment.textRotation = style.tr.a < 0 ? -style.tr.a : 90 + style.tr.a;
  if (Object.keys(alignment).length > 0) result.alignment = alignment;
  if (style.n?.pattern && style.n.pattern !== 'General') result.numFmt = style.n.pattern;
  return result;
}

function toRgb(color: Color | undefined, theme: string[]): string | undefined {
  if (!color) return undefined;
  if (color.rgb) return `#${color.rgb.slice(-6).toLowerCase()}`;
  if (color.theme !== undefined && theme.length > 0)
    return `#${resolveThemeColor(theme, color.theme, color.tint).toLowerCase()}`;
  return undefined;
}

/** `#rrggbb` or `rgb(r, g, b)`, as the grid's colour picker gives them. */
function toColor(color: Nullable<IColorStyle>): Color | undefined {
  const text = color?.rgb?.trim();
  if (!text) return undefined;
  const short = /^#([0-9a-f])([0-9a-f])([0-9a-f])$/i.exec(text);
  if (short)
    return {
      rgb: short
        .slice(1)
        .map(digit => digit + digit)
        .join('')
        .toUpperCase(),
    };
  if (/^#[0-9a-f]{6}/i.test(text)) return { rgb: text.slice(1, 7).toUpperCase() };
  const channels = /^rgba?\((\d+),\s*(\d+),\s*(\d+)/i.exec(text);
  if (!channels) return undefined;
  return {
    rgb: channels
      .slice(1)
      .map(channel => Number(channel).toString(16).padStart(2, '0'))
      .join('')
      .toUpperCase(),
  };
}

/** Files count degrees upwards to 90, then downwards from 91 to 180; 255 is letters one below the other. */
function rotation(angle: number): IStyleData['tr'] {
  if (angle === 255) return { a: 0, v: 1 };
  return { a: angle <= 90 ? -angle : angle - 90 };
}

const sides = { t: 'top', r: 'right', b: 'bottom', l: 'left' } as const;

function borderOf(border: BorderStyle, theme: string[]): IStyleData['bd'] | undefined {
  const result: Record<string, IBorderStyleData> = {};
  for (const [short, long] of Object.entries(sides)) {
    const side: BorderSide | undefined = border[long];
    const line = side ? lines.indexOf(side.style) + 1 : 0;
    if (side && line > 0) result[short] = { s: line, cl: { rgb: toRgb(side.color, theme) ?? '#000000' } };
  }
  return Object.keys(result).length > 0 ? result : undefined;
}

function fileBorder({ bd }: IStyleData): BorderStyle | undefined {
  const result: BorderStyle = {};
  for (const [short, long] of Object.entries(sides)) {
    const side = bd?.[short as keyof typeof sides];
    const style = side ? lines[side.s - 1] : undefined;
    if (side && style) result[long] = { style, color: toColor(side.cl) ?? { rgb: '000000' } };
  }
  return Object.keys(result).length > 0 ? result : undefined;
}

function nameOf<K extends string>(names: Record<K, number>, value: Nullable<number>): K | undefined {
  return (Object.keys(names) as K[]).find(name => names[name] === value);
}
