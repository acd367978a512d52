import { columnName, parseRange } from '../../src/cells/address';
import { callsIn } from '../../src/cells/formula';
import { parseFormula } from '../../src/cells/parseFormula';
import { type Cell, isError } from '../../src/cells/value';
import { isCellFunction } from '../../src/functions/evaluate';
import { CALCULABLE, solved } from '../../src/templates/formula/calculate';
import type { Content, Edit, WriteCells } from '../../src/workbook/edit';
import { sheetNames, viewSheet } from '../../src/workbook/sheets/sheetView';
import type { Snapshot } from '../../src/workbook/snapshot';

/** A cell with its formula, null where it has none. */
export type Filled = [Cell, string | null];

/** Cells that hold something, by sheet and address. */
export type Contents = Record<string, Record<string, Filled>>;

/** Every cell that holds something, sheet by sheet, by its address. */
export function contents(snapshot: Snapshot): Contents {
  return Object.fromEntries(
    sheetNames(snapshot).map(name => {
      const view = viewSheet(snapshot, name)!;
      const cells: Record<string, Filled> = {};
      for (let row = 0; row < view.rows; row++) {
        for (let column = 0; column < view.columns; column++) {
          const [cell, formula] = [view.cell(row, column), view.formula(row, column)];
          if (formula !== null || (cell ?? '') !== '') cells[columnName(column) + String(row + 1)] = [cell, formula];
        }
      }
      return [name, cells];
    }),
  );
}

/** The cells that show an error, with their formulas. */
export function errorsIn(snapshot: Snapshot): string[] {
  return Object.entries(contents(snapshot)).flatMap(([name, cells]) =>
    Object.entries(cells).flatMap(([at, [cell, formula]]) => (isError(cell) ? [`${name}!${at} ${formula}`] : [])),
  );
}

/** Edits without the results they know, so that a spreadsheet has to find them. */
export function unsolved(edits: Edit[]): Edit[] {
  const forget = (content: Content): Content =>
    typeof content === 'object' && content !== null ? { formula: content.formula } : content;
  return edits.map(edit => (edit.kind === 'write' ? { ...edit, cells: edit.cells.map(row => row.map(forget)) } : edit));
}

/**
 * What a workbook holds once every formula of the templates' kind is worked out anew, those too that was there before: a
 * spreadsheet does so by itself.
 */
export function recalculated(snapshot: Snapshot): Contents {
  const cells = contents(snapshot);
  const writes = Object.entries(cells).flatMap(([sheet, filled]) =>
    Object.entries(filled).flatMap(([at, [, text]]): WriteCells[] => {
      const formula = text === null ? null : parseFormula(text);
      if (!formula || callsIn(formula).some(call => !CALCULABLE.includes(call) && !isCellFunction(call))) return [];
      const { top: row, left: column } = parseRange(at);
      return [{ kind: 'write', sheet, row, column, cells: [[{ formula }]] }];
    }),
  );
  for (const { sheet, row, column, cells: written } of solved(snapshot, writes) as WriteCells[])
    cells[sheet]![columnName(column) + String(row + 1)]![0] = (written[0]![0] as { value: Cell }).value;
  return cells;
}

/** Two results that are the same; figures to nine digits, as two engines add up in different orders. */
export function sameResult(known: Cell, found: Cell): boolean {
  if (typeof known === 'number' && typeof found === 'number')
    return Math.abs(found - known) <= 1e-9 * Math.max(Math.abs(known), Math.abs(found));
  return JSON.stringify(known ?? '') === JSON.stringify(found ?? '');
}
