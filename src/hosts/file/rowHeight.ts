import type { CellXml, SheetXml } from './sheet';
import { attributes, decode, withAttribute } from './xml';

/** Points a line of the default font takes; and by how much bold letters are wider than the digits that widths count. */
const LINE = 15;
const BOLD = 1.1;

/**
 * Makes rows of a new sheet as high as their wrapped texts need. Excel does so by itself when it opens a file, LibreOffice does
 * not; the height is no fixed one, so that it follows when a column is made wider.
 *
 * @param sheet   its cells and formats written
 * @param rows    0-based, from one to another
 * @param widths  of the columns, in characters
 */
export function raiseRows(sheet: SheetXml, rows: { from: number; to: number }, widths: readonly number[]): void {
  for (const line of sheet.rows) {
    if (line.row < rows.from || line.row > rows.to) continue;
    const lines = Math.max(1, ...line.cells.map(cell => linesOf(textOf(cell), (widths[cell.column] ?? 8) / BOLD)));
    if (lines * LINE > Number(attributes(line.tag).ht ?? LINE))
      line.tag = withAttribute(line.tag, 'ht', `${lines * LINE}`);
  }
}

/** A text that was written into the cell; a number or a formula never needs a second line. */
function textOf(cell: CellXml): string {
  return attributes(cell.tag).t === 'inlineStr' ? decode(cell.inner.replace(/<[^>]*>/g, '')) : '';
}

/** How many lines a text takes, broken between words. */
function linesOf(text: string, width: number): number {
  let [lines, filled] = [1, 0];
  for (const word of text.split(' ')) {
    const wanted = filled === 0 ? word.length : filled + 1 + word.length;
    if (filled > 0 && wanted > width) lines += 1;
    filled = filled > 0 && wanted > width ? word.length : wanted;
  }
  return lines;
}
