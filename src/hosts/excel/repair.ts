import { isCellFunction } from '../../functions/evaluate';
import { repairs } from '../repairs';
import { inExcel } from './run';

/** Cells that are read at once: formulas and values of that many fit well into the 5 MB that Excel on the web gives. */
const CELLS = 20_000;
const SPELLING = { isOurs: isCellFunction, spell: (name: string) => `COMPASS.${name}` };

/** Some cells of a sheet, small enough to be read with others. */
interface Piece {
  sheet: string;
  cells: Excel.Range;
  count: number;
}

/**
 * Enters our functions' formulas anew wherever a file from elsewhere has lost them, and those only: two round trips to see
 * how large the sheets are, one to read each 20,000 cells, and one to write.
 *
 * @returns  how many formulas were entered
 */
export function repairFormulas(): Promise<number> {
  return inExcel(async context => {
    const { worksheets } = context.workbook;
    const bySheet = new Map<string, { formulas: unknown[][]; values: unknown[][] }>();
    const used = await usedParts(context);
    for (const batch of batchesOf(used.flatMap(part => piecesOf(context, part)))) {
      for (const { cells } of batch) cells.load(['formulas', 'values']);
      await context.sync();
      for (const { sheet, cells } of batch) {
        const read = bySheet.get(sheet) ?? { formulas: [], values: [] };
        read.formulas.push(...cells.formulas);
        read.values.push(...cells.values);
        bySheet.set(sheet, read);
      }
    }
    let count = 0;
    for (const { name, cells } of used) {
      const { formulas, values } = bySheet.get(name)!;
      for (const { row, column, formula } of repairs(formulas, values, SPELLING)) {
        const place = worksheets
          .getItem(name)
          .getRangeByIndexes(cells.rowIndex + row, cells.columnIndex + column, 1, 1);
        place.formulas = [[formula]];
        if (formula !== '') count += 1;
      }
    }
    await context.sync();
    return count;
  });
}

interface UsedPart {
  name: string;
  cells: Excel.Range;
}

/** The part of each sheet that holds anything, with its place and size. */
async function usedParts(context: Excel.RequestContext): Promise<UsedPart[]> {
  const { worksheets } = context.workbook;
  worksheets.load('items/name');
  await context.sync();
  const parts = worksheets.items.map(({ name }) => {
    const cells = worksheets.getItem(name).getUsedRangeOrNullObject();
    cells.load(['rowIndex', 'columnIndex', 'rowCount', 'columnCount']);
    return { name, cells };
  });
  await context.sync();
  return parts.filter(({ cells }) => !cells.isNullObject);
}

/** The rows of a part in pieces, from the top. */
function piecesOf(context: Excel.RequestContext, { name, cells }: UsedPart): Piece[] {
  const { rowIndex, columnIndex, rowCount, columnCount } = cells;
  const rows = Math.max(1, Math.floor(CELLS / columnCount));
  const sheet = context.workbook.worksheets.getItem(name);
  return Array.from({ length: Math.ceil(rowCount / rows) }, (_, index) => {
    const height = Math.min(rows, rowCount - index * rows);
    const piece = sheet.getRangeByIndexes(rowIndex + index * rows, columnIndex, height, columnCount);
    return { sheet: name, cells: piece, count: height * columnCount };
  });
}

/** Pieces that are read together. */
function batchesOf(pieces: Piece[]): Piece[][] {
  const batches: Piece[][] = [];
  let room = 0;
  for (const piece of pieces) {
    if (piece.count > room) {
      batches.push([]);
      room = CELLS;
    }
    batches[batches.length - 1]!.push(piece);
    room -= piece.count;
  }
  return batches;
}
