import type { Range } from '../../cells/address';
import { isError } from '../../cells/value';
import { behind } from '../../workbook/sheets/behind';
import type { SheetView } from '../../workbook/sheets/sheetView';

/**
 * A short mark of what is in some cells, by which a later run can tell whether it still does.
 *
 * @param view   the sheet
 * @param range  its cells
 * @returns      eight hexadecimal digits
 * @source       FNV-1a, 32 bits (Fowler, Noll & Vo), over the cells' text
 */
export function fingerprint(view: SheetView, { top, left, bottom, right }: Range): string {
  let hash = 0x811c9dc5;
  for (let row = top; row <= bottom!; row++) {
    for (let column = left; column <= right!; column++) {
      const cell = behind(view, row, column);
      const text = JSON.stringify(isError(cell) ? cell.error : (cell ?? ''));
      for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
    }
  }
  return (hash >>> 0).toString(16).padStart(8, '0');
}
