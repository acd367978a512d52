import { wrappedLines } from '../../wrappedLines';
import { attributes, decode, withAttribute } from '../package/xml';
import type { CellXml, SheetXml } from './sheet';

/** Points a line of the default font takes. */
const LINE = 15;

/**
 * Makes rows of a new sheet as high as their wrapped texts need. Excel does so by itself when it opens a file, LibreOffice does
 * not; the height is no fixed one, so that it follows when a column is made wider.
 *
 * @param sheet   all of it written
 * @param widths  of its columns, in characters
 * @param wraps   whether a cell breaks its text into lines
 */
export function raiseRows(sheet: SheetXml, widths: readonly number[], wraps: (cell: CellXml) => boolean): void {
  for (const line of sheet.rows) {
    const texts = line.cells.filter(wraps).map(cell => wrappedLines(textOf(cell), widths[cell.column] ?? 8));
    const lines = Math.max(1, ...texts);
    if (lines > 1) line.tag = withAttribute(line.tag, 'ht', String(lines * LINE));
  }
}

/** A text that was written into the cell; a number or a formula never needs a second line. */
function textOf(cell: CellXml): string {
  return attributes(cell.tag).t === 'inlineStr' ? decode(cell.inner.replace(/<[^>]*>/g, '')) : '';
}
