import { printRange, type Range } from '../../cells/address';
import type { Cell } from '../../cells/value';
import type { Block } from '../../workbook/snapshot';
import { toCell } from './cells';
import { type CellReading, isPending } from './reading';

type Cells = GoogleAppsScript.Spreadsheet.Range;
type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** What is read of cells beside their values; each is a service call. */
export interface CellParts {
  formulas: boolean;
  formats: boolean;
}

export const EVERYTHING: CellParts = { formulas: true, formats: true };

/** Where a rectangle lies: its sheet's name, and the 0-based place of its first cell. */
interface Where {
  name: string;
  row: number;
  column: number;
}

/** How often, and for how many milliseconds, one reading waits for cells that are still being calculated. */
const WAIT = 500;

/** The values of cells; those that Sheets is still calculating are asked for again after a moment. */
function settledValues(cells: Cells, reading: CellReading): unknown[][] {
  let values = cells.getValues();
  while (reading.waits > 0 && values.some(line => line.some(isPending))) {
    reading.waits -= 1;
    Utilities.sleep(WAIT);
    values = cells.getValues();
  }
  return values;
}

/** Reads a rectangle: up to three service calls, whatever its size. */
function readBlock(cells: Cells, where: Where, reading: CellReading, { formulas, formats }: CellParts): Block {
  const values = settledValues(cells, reading);
  const spelled = formulas ? cells.getFormulas() : [];
  const shown = formats ? cells.getNumberFormats() : [];
  reading.formulas.learn(spelled);
  return {
    ...where,
    values: values.map((row, r) => row.map((value, c) => cellOf(value, where.row + r, where.column + c))),
    ...(formulas && { formulas: spelled.map(row => row.map(text => (text ? reading.formulas.english(text) : null))) }),
    // Sheets makes a date of a number by its format alone: so much is known of it without asking.
    formats: values.map((row, r) =>
      row.map((value, c) => (formats ? shown[r]![c] || 'General' : reading.isDate(value) ? 'yyyy-mm-dd' : 'General')),
    ),
  };

  function cellOf(value: unknown, row: number, column: number): Cell {
    if (!isPending(value)) return toCell(value, reading.serial);
    const range = printRange({ top: row, left: column, bottom: row, right: column });
    reading.pending.push({ sheet: where.name, range });
    return null;
  }
}

/** Reads a whole sheet; an empty one has no values. */
export function readSheet(sheet: Sheet, name: string, reading: CellReading, wanted = EVERYTHING): Block {
  const block = readBlock(sheet.getDataRange(), { name, row: 0, column: 0 }, reading, wanted);
  const [first] = block.values;
  const isEmpty = block.values.length === 1 && first!.length === 1 && first![0] === null && !block.formulas?.[0]?.[0];
  return isEmpty && reading.pending.length === 0 ? { name, values: [] } : block;
}

/**
 * Reads a part of a sheet, as far as the sheet reaches: beyond its last row and column Sheets knows no cells.
 *
 * @param range  open ends reach to the last row or column that holds something
 * @returns      a block, or none where the sheet ends before
 */
export function readRectangle(
  sheet: Sheet,
  name: string,
  range: Range,
  reading: CellReading,
  wanted = EVERYTHING,
): Block[] {
  const { top, left, bottom, right } = range;
  const lastRow = sheet.getLastRow();
  const rows = (bottom === null ? lastRow : Math.min(bottom + 1, lastRow)) - top;
  const columns = (right === null ? sheet.getLastColumn() : right + 1) - left;
  if (rows < 1 || columns < 1) return [];
  const where = { name, row: top, column: left };
  const cells = (wide: number) => sheet.getRange(top + 1, left + 1, rows, wide);
  try {
    return [readBlock(cells(columns), where, reading, wanted)];
  } catch (reason) {
    // A range that reaches beyond the last column is the only one that can be read after all.
    const within = sheet.getMaxColumns() - left;
    if (within >= columns) throw reason;
    return within < 1 ? [] : [readBlock(cells(within), where, reading, wanted)];
  }
}
