import { parseRange } from '../../cells/address';
import type { Block } from '../../workbook/snapshot';
import { toCells } from './cells';

/** Some cells that were asked for and come with the next sync. */
export interface Asked {
  name: string;
  cells: Excel.Range;
}

/** The sheets of the open workbook, their names and ids asked for, and whether they are in view. */
export function askForNames(context: Excel.RequestContext): Excel.WorksheetCollection {
  const { worksheets } = context.workbook;
  worksheets.load('items/id,items/name,items/visibility');
  return worksheets;
}

/**
 * Asks for what a sheet holds, or a part of it. Where there is no such sheet, or it is empty, nothing will come: what is
 * called on an object that is not there is passed over, and gives another that is not there.
 *
 * @param range  in A1 form; the whole of what is in use when left out
 */
export function askForCells(context: Excel.RequestContext, name: string, range?: string): Asked {
  const sheet = context.workbook.worksheets.getItemOrNullObject(name);
  const cells = range === undefined ? sheet.getUsedRangeOrNullObject(true) : part(sheet, range);
  cells.load(['values', 'formulas', 'numberFormat', 'rowIndex', 'columnIndex']);
  return { name, cells };
}

/** A part of a sheet; of whole columns or rows only what is in use. */
function part(sheet: Excel.Worksheet, a1: string): Excel.Range {
  const { bottom, right } = parseRange(a1);
  const cells = sheet.getRange(a1);
  return bottom === null || right === null ? cells.getUsedRangeOrNullObject(true) : cells;
}

/** What came of the cells that were asked for; nothing for those that are not there. */
export function blocksOf(asked: Asked[]): Block[] {
  return asked.flatMap(({ name, cells }) =>
    cells.isNullObject
      ? []
      : [
          {
            name,
            row: cells.rowIndex,
            column: cells.columnIndex,
            values: toCells(cells.values),
            formulas: cells.formulas.map((row, r) => row.map((text, c) => formulaOf(text, cells.values[r]![c]))),
            formats: cells.numberFormat,
          },
        ],
  );
}

/** Excel gives the plain value where a cell has no formula, also of a text that begins with `=`. */
function formulaOf(formula: unknown, value: unknown): string | null {
  return typeof formula === 'string' && formula.startsWith('=') && formula !== value ? formula : null;
}
