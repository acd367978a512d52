import { parseRange } from '../../cells/address';
import type { Block } from '../../workbook/snapshot';
import { toCell } from './cells';

type Range = GoogleAppsScript.Spreadsheet.Range;
type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** Where a rectangle lies: its sheet's name, and the 0-based place of its first cell. */
interface Where {
  name: string;
  row: number;
  column: number;
}

/** Reads a rectangle: three service calls, whatever its size. */
function readBlock(range: Range, where: Where, serial: (date: Date) => number): Required<Block> {
  return {
    ...where,
    values: range.getValues().map(row => row.map(value => toCell(value, serial))),
    formulas: range.getFormulas().map(row => row.map(formula => formula || null)),
    formats: range.getNumberFormats().map(row => row.map(format => format || 'General')),
  };
}

/** Reads a whole sheet; an empty one has no values. */
export function readSheet(sheet: Sheet, name: string, serial: (date: Date) => number): Block {
  return sheet.getLastRow() === 0
    ? { name, values: [] }
    : readBlock(sheet.getDataRange(), { name, row: 0, column: 0 }, serial);
}

/**
 * Reads a part of a sheet, as far as the sheet reaches: beyond its last row and column Sheets knows no cells.
 *
 * @param a1  open ends reach to the last row or column that holds something
 * @returns   a block, or none where the sheet ends before
 */
export function readPart(sheet: Sheet, name: string, a1: string, serial: (date: Date) => number): Block[] {
  const { top, left, bottom, right } = parseRange(a1);
  const lastRow = bottom === null ? sheet.getLastRow() : Math.min(bottom + 1, sheet.getMaxRows());
  const lastColumn = right === null ? sheet.getLastColumn() : Math.min(right + 1, sheet.getMaxColumns());
  if (lastRow <= top || lastColumn <= left) return [];
  const cells = sheet.getRange(top + 1, left + 1, lastRow - top, lastColumn - left);
  return [readBlock(cells, { name, row: top, column: left }, serial)];
}
