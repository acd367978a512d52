import type { CellStyle, Color } from 'hucre';
import type { LookChange } from '../../../file/looks/relook';

/**
 * What of a look is another.
 *
 * @param before  as a file stores it; undefined for the workbook's default
 * @param now     the same
 * @returns       undefined where nothing is
 */
export function lookChange(before: CellStyle = {}, now: CellStyle = {}): LookChange | undefined {
  const change: LookChange = {};
  if (before.numFmt !== now.numFmt) change.number = now.numFmt ?? null;
  const font = changed(fontOf(before), fontOf(now));
  if (font) change.font = font;
  const [oldFill, newFill] = [fillOf(before), fillOf(now)];
  if (oldFill !== newFill) change.fill = newFill;
  const border = changed(sidesOf(before), sidesOf(now));
  if (border) change.border = border;
  const alignment = changed(alignmentOf(before), alignmentOf(now));
  if (alignment) change.alignment = alignment;
  return Object.keys(change).length > 0 ? change : undefined;
}

/** What of some parts is another; null for those that are gone. */
function changed<T>(before: Record<string, T | undefined>, now: Record<string, T | undefined>) {
  const found: Record<string, T | null> = {};
  for (const key of new Set([...Object.keys(before), ...Object.keys(now)])) {
    if (JSON.stringify(before[key]) !== JSON.stringify(now[key])) found[key] = now[key] ?? null;
  }
  return Object.keys(found).length > 0 ? found : undefined;
}

function fontOf({ font }: CellStyle): Record<string, string | undefined> {
  if (!font) return {};
  const flag = (is: unknown) => (is ? '' : undefined);
  return {
    b: flag(font.bold),
    i: flag(font.italic),
    u: flag(font.underline),
    strike: flag(font.strikethrough),
    vertAlign: font.vertAlign,
    sz: font.size === undefined ? undefined : String(font.size),
    color: hex(font.color),
    name: font.name,
  };
}

function fillOf({ fill }: CellStyle): string | null {
  return (fill?.type === 'pattern' && hex(fill.fgColor)) || null;
}

function sidesOf({ border }: CellStyle): Record<string, { style: string; color: string } | undefined> {
  const sides = ['left', 'right', 'top', 'bottom'] as const;
  return Object.fromEntries(
    sides.map(side => {
      const line = border?.[side];
      return [side, line && { style: line.style, color: hex(line.color) ?? '#000000' }];
    }),
  );
}

function alignmentOf({ alignment }: CellStyle): Record<string, string | undefined> {
  return {
    horizontal: alignment?.horizontal,
    vertical: alignment?.vertical,
    wrapText: alignment?.wrapText ? '1' : undefined,
    textRotation: alignment?.textRotation === undefined ? undefined : String(alignment.textRotation),
  };
}

function hex(color: Color | undefined): string | undefined {
  return color?.rgb && `#${color.rgb.slice(-6)}`;
}
