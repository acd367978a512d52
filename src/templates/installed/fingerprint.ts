import type { Range } from '../../cells/address';
import { FormulaError } from '../../cells/formula';
import { parseFormula } from '../../cells/parseFormula';
import { printFormula } from '../../cells/printFormula';
import { type Cell, isError } from '../../cells/value';
import type { SheetView } from '../../workbook/sheets/sheetView';

/**
 * What is behind a cell: its formula in one spelling for every host, or what was typed.
 *
 * @returns  `=A1+B1`, or the value
 */
export function behind(view: SheetView, row: number, column: number): string | Cell {
  const formula = view.formula(row, column);
  if (formula === null) return view.cell(row, column);
  try {
    return `=${printFormula(parseFormula(formula), 'excel')}`;
  } catch (error) {
    if (error instanceof FormulaError) return formula;
    throw error;
  }
}

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
