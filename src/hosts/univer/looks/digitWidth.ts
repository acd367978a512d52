/** A font as Univer's styles name it: family and size in points. */
export interface Font {
  ff?: string | null;
  fs?: number;
}

/** What Univer draws with where a workbook names no font. */
const usual: Required<Font> = { ff: 'Arial', fs: 11 };
/** Excel's own: Calibri 11 at 96 dots per inch. */
const excels = 7;

const measured = new Map<string, number>();

/**
 * How wide a digit is in a font on this machine. Files give the widths of columns in digits of the workbook's default
 * font, which may be one that this machine replaces by a wider one.
 *
 * @param font  the workbook's default
 * @returns     pixels, at least Excel's 7; 7 where nothing can be measured, as in Node
 */
export function digitWidth({ ff, fs }: Font = {}): number {
  if (typeof OffscreenCanvas === 'undefined') return excels;
  const font = `${fs ?? usual.fs}pt "${ff ?? usual.ff}"`;
  let width = measured.get(font);
  if (width === undefined) {
    const context = new OffscreenCanvas(1, 1).getContext('2d');
    if (context) context.font = font;
    width = Math.max(excels, context?.measureText('0').width ?? excels);
    measured.set(font, width);
  }
  return width;
}
