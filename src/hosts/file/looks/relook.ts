import { children, prefixOf, root } from '../package/xml';
import { type Format, fontOf, fontParts, opaque, solidFill } from './styleRecords';

/** The sides of a cell that have lines, in the order that the format asks for. */
const SIDES = ['start', 'end', 'left', 'right', 'top', 'bottom', 'diagonal', 'vertical', 'horizontal'];

/** What of a cell's look is another: all that a grid can change. What is absent stays, null goes back to the workbook's default. */
export interface LookChange {
  /** A format code. */
  number?: string | null;
  /** Parts of the font by the names of their elements, `''` for those that are there or not (bold); colours as `#rrggbb`. */
  font?: Partial<Record<'b' | 'i' | 'u' | 'strike' | 'vertAlign' | 'sz' | 'color' | 'name', string | null>>;
  /** `#rrggbb` */
  fill?: string | null;
  border?: Partial<Record<'left' | 'right' | 'top' | 'bottom', { style: string; color: string } | null>>;
  alignment?: Partial<Record<'horizontal' | 'vertical' | 'wrapText' | 'textRotation', string | null>>;
}

/** What a format consists of now, and the workbook's default font. */
interface Records {
  font: string | undefined;
  defaultFont: string | undefined;
  border: string | undefined;
}

/** A format that looks as another does but for a change. */
export function relooked(format: Format, change: LookChange, prefix: string, records: Records): Format {
  const next: Format = { ...format, of: { ...format.of } };
  if (change.number !== undefined) {
    next.number = change.number ?? 'General';
    next.of.applyNumberFormat = '1';
  }
  if (change.font) {
    next.font = withParts(records, prefix, change.font);
    next.of.applyFont = '1';
  }
  if (change.fill === null) {
    delete next.fill;
    next.of.fillId = '0';
  } else if (change.fill !== undefined) {
    next.fill = solidFill(prefix, change.fill);
    next.of.applyFill = '1';
  }
  if (change.border) {
    next.border = withSides(records.border, prefix, change.border);
    next.of.applyBorder = '1';
  }
  if (change.alignment) {
    const all = Object.entries({ ...format.alignment, ...change.alignment });
    next.alignment = Object.fromEntries(all.filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
    if (Object.keys(next.alignment).length === 0) delete next.alignment;
    next.of.applyAlignment = '1';
  }
  return next;
}

function withParts({ font, defaultFont }: Records, prefix: string, change: NonNullable<LookChange['font']>): string {
  const parts = fontParts(font ?? defaultFont ?? `<${prefix}font/>`);
  const defaults = fontParts(defaultFont ?? `<${prefix}font/>`);
  for (const [name, value] of Object.entries(change)) {
    const back = name === 'name' || name === 'sz' ? defaults.get(name) : undefined;
    if (value === null && back === undefined) parts.delete(name);
    else parts.set(name, value === null ? back! : partOf(name, value, prefix));
    // A font by its name is not the theme's any more.
    if (name === 'name') for (const own of ['scheme', 'family', 'charset']) parts.delete(own);
  }
  return fontOf(parts, prefix);
}

function partOf(name: string, value: string, prefix: string): string {
  if (name === 'color') return `<${prefix}color rgb="${opaque(value)}"/>`;
  return value === '' ? `<${prefix}${name}/>` : `<${prefix}${name} val="${value.replace(/[<>&"]/g, '')}"/>`;
}

function withSides(border: string | undefined, prefix: string, change: NonNullable<LookChange['border']>): string {
  const old = border ?? `<${prefix}border/>`;
  const element = root(old);
  const sides = new Map(
    [...children(old, element.inner, element.innerEnd)].map(side => [side.local, old.slice(side.start, side.end)]),
  );
  for (const [side, line] of Object.entries(change)) {
    const color = line && `<${prefix}color rgb="${opaque(line.color)}"/>`;
    sides.set(
      side,
      line ? `<${prefix}${side} style="${line.style}">${color}</${prefix}${side}>` : `<${prefixOf(element)}${side}/>`,
    );
  }
  const ordered = [...sides].sort(([one], [other]) => SIDES.indexOf(one) - SIDES.indexOf(other));
  return `<${prefix}border>${ordered.map(([, text]) => text).join('')}</${prefix}border>`;
}
