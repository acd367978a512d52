import { parseRange, sameSheet } from '../../../cells/address';
import type { Place } from '../../../workbook/register';
import { edgesToRead } from '../../../workbook/register/sources';
import type { Block, DefinedName, Snapshot } from '../../../workbook/snapshot';
import { isCompassSheet, isWhole } from '../../compass';
import { blockInSteps, type SheetCells, sheetExtent } from './sheetCells';

/** What is said of a workbook besides its cells, and which further places are to be read. */
export interface About {
  /** As a serial. */
  today: number;
  locale: string;
  further: Place[];
}

/**
 * Reads what a review needs of a workbook: the Compass sheets whole, the edges of their sources, and what else is asked for.
 * Ledgers are not touched. Some thousand cells a step: whoever pauses between them has to see to it that nothing changes meanwhile.
 *
 * @param sheets  all of them, in their order
 * @param names   the names that the workbook defines, asked for where they may matter
 */
export function* snapshotInSteps(
  sheets: SheetCells[],
  names: () => DefinedName[],
  { today, locale, further }: About,
): Generator<void, Snapshot> {
  const blocks: Block[] = [];
  for (const sheet of sheets) {
    const { name } = sheet;
    blocks.push(
      isCompassSheet(name)
        ? yield* blockInSteps(sheet, { row: 0, column: 0, ...sheetExtent(sheet) })
        : { name, values: [] },
    );
  }
  const compass: Snapshot = { today, locale, sheets: blocks };
  for (const place of [...edgesToRead(compass), ...further]) {
    const sheet = sheets.find(each => sameSheet(each.name, place.sheet));
    if (sheet) blocks.push(yield* placeInSteps(sheet, place));
  }
  // A sheet that was read in part need not be listed as one that was not.
  const read = new Set(blocks.filter(({ values }) => values.length > 0).map(({ name }) => name));
  return {
    today,
    locale,
    sheets: blocks.filter(({ name, values }) => values.length > 0 || !read.has(name)),
    ...(further.some(isWhole) && { names: names() }),
  };
}

/** The cells of a place; the whole sheet where it names none; open ends reach to where the sheet's contents end. */
function placeInSteps(sheet: SheetCells, { range }: Place): Generator<void, Block> {
  const used = sheetExtent(sheet);
  const { top, left, bottom, right } = range ? parseRange(range) : { top: 0, left: 0, bottom: null, right: null };
  return blockInSteps(sheet, {
    row: top,
    column: left,
    rows: (bottom ?? used.rows - 1) - top + 1,
    columns: (right ?? used.columns - 1) - left + 1,
  });
}
