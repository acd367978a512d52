import type { FWorkbook, FWorksheet } from '@univerjs/sheets/facade';
import { parseRange, sameSheet } from '../../../cells/address';
import type { Place } from '../../../workbook/register';
import { edgesToRead } from '../../../workbook/register/sources';
import { READ_WHOLE } from '../../../workbook/sheets/compassSheets';
import type { Block, DefinedName, Snapshot } from '../../../workbook/snapshot';
import { isWhole } from '../../compass';
import { allSteps } from './allSteps';
import { blockInSteps, usedExtent } from './readBlock';

const compassSheets = READ_WHOLE.map(({ name }) => name);

/** What is said of a workbook besides its cells, and which further places are to be read. */
interface About {
  /** As a serial. */
  today: number;
  locale: string;
  further: Place[];
}

/**
 * Reads what a review needs of an open workbook: the Compass sheets whole, the edges of their sources, and what else is
 * asked for. Ledgers are not touched.
 */
export function takeSnapshot(book: FWorkbook, about: About): Snapshot {
  return allSteps(snapshotInSteps(book, about));
}

/** As `takeSnapshot`, some thousand cells a step: whoever pauses between them has to see to it that nothing changes meanwhile. */
export function* snapshotInSteps(book: FWorkbook, { today, locale, further }: About): Generator<void, Snapshot> {
  const sheets = book.getSheets();
  const blocks: Block[] = [];
  for (const sheet of sheets) {
    const name = sheet.getSheetName();
    const isCompass = compassSheets.some(compass => sameSheet(compass, name));
    blocks.push(
      isCompass ? yield* blockInSteps(sheet, { row: 0, column: 0, ...usedExtent(sheet) }) : { name, values: [] },
    );
  }
  const compass: Snapshot = { today, locale, sheets: blocks };
  for (const place of [...edgesToRead(compass), ...further]) {
    const sheet = sheets.find(each => sameSheet(each.getSheetName(), place.sheet));
    if (sheet) blocks.push(yield* placeInSteps(sheet, place));
  }
  // A sheet that was read in part need not be listed as one that was not.
  const read = new Set(blocks.filter(({ values }) => values.length > 0).map(({ name }) => name));
  return {
    today,
    locale,
    sheets: blocks.filter(({ name, values }) => values.length > 0 || !read.has(name)),
    ...(further.some(isWhole) && { names: definedNames(book) }),
  };
}

/** The names that the workbook defines. */
function definedNames(book: FWorkbook): DefinedName[] {
  return book.getDefinedNames().map(defined => {
    const formula = defined.getFormulaOrRefString();
    return { name: defined.getName(), formula: formula.startsWith('=') ? formula : `=${formula}` };
  });
}

/** The cells of a place; the whole sheet where it names none; open ends reach to where the sheet's contents end. */
function placeInSteps(sheet: FWorksheet, { range }: Place): Generator<void, Block> {
  const used = usedExtent(sheet);
  const { top, left, bottom, right } = range ? parseRange(range) : { top: 0, left: 0, bottom: null, right: null };
  return blockInSteps(sheet, {
    row: top,
    column: left,
    rows: (bottom ?? used.rows - 1) - top + 1,
    columns: (right ?? used.columns - 1) - left + 1,
  });
}
