import { FormulaError } from '../../cells/formula';
import { parseFormula } from '../../cells/parseFormula';
import { printFormula } from '../../cells/printFormula';
import type { Cell } from '../../cells/value';
import type { SheetView } from './sheetView';

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
