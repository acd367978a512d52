import { parseRange, printRange, sameSheet } from '../../cells/address';
import type { Place } from '../../workbook/register';
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

/** What is in use of a sheet that was asked about. */
export interface Extent {
  name: string;
  used: Excel.Range;
}

/** Asks how much of a sheet is in use. */
export function askForExtent(context: Excel.RequestContext, name: string): Extent {
  const used = context.workbook.worksheets.getItemOrNullObject(name).getUsedRangeOrNullObject(true);
  used.load(['rowIndex', 'columnIndex', 'rowCount', 'columnCount']);
  return { name, used };
}

/** Cells that come with one answer: Excel on the web refuses answers of more than 5 MB. */
const AT_A_TIME = 50_000;

/**
 * What is asked for at a time, so that no answer is too large: a large sheet comes in parts, one below the other.
 *
 * @param places   to be read
 * @param extents  of the sheets that are to be read whole
 */
export function inTurns(places: readonly Place[], extents: readonly Extent[]): Place[][] {
  const turns: Place[][] = [[]];
  let room = AT_A_TIME;
  for (const place of places) {
    for (const { cells, ...part } of partsOf(place, extents)) {
      if (cells > room && turns[turns.length - 1]!.length > 0) {
        turns.push([]);
        room = AT_A_TIME;
      }
      turns[turns.length - 1]!.push(part);
      room -= cells;
    }
  }
  return turns;
}

function partsOf(place: Place, extents: readonly Extent[]): (Place & { cells: number })[] {
  const used = extents.find(({ name }) => place.range === undefined && sameSheet(name, place.sheet))?.used;
  if (!used || used.isNullObject) return [{ ...place, cells: 0 }];
  const { rowIndex: top, columnIndex: left, rowCount, columnCount } = used;
  const rows = Math.max(1, Math.floor(AT_A_TIME / columnCount));
  if (rowCount <= rows) return [{ ...place, cells: rowCount * columnCount }];
  return Array.from({ length: Math.ceil(rowCount / rows) }, (_, index) => {
    const height = Math.min(rows, rowCount - index * rows);
    const first = top + index * rows;
    const range = printRange({ top: first, left, bottom: first + height - 1, right: left + columnCount - 1 });
    return { ...place, range, cells: height * columnCount };
  });
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
