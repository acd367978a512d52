import { printFormula } from '../cells/printFormula';
import type { Content } from '../workbook/edit';

/**
 * A short mark of what an installation wrote, by which a later one can tell whether it still stands there.
 *
 * @param cells  as written
 * @returns      eight hexadecimal digits
 * @source       FNV-1a, 32 bits (Fowler, Noll & Vo), over the cells' text
 */
export function fingerprint(cells: Content[][]): string {
  const written = JSON.stringify(
    cells.map(row =>
      row.map(cell => (typeof cell === 'object' && cell !== null ? `=${printFormula(cell.formula, 'excel')}` : cell)),
    ),
  );
  let hash = 0x811c9dc5;
  for (let i = 0; i < written.length; i++) hash = Math.imul(hash ^ written.charCodeAt(i), 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, '0');
}
