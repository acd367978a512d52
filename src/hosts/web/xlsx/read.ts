import { readXlsx } from 'hucre/xlsx';
import { FileError } from '../../file/package/errors';
import { needPart, openPackage, type Package } from '../../file/package/package';
import { readWorkbook } from '../../file/package/workbook';
import type { WorkbookDocument } from '../document';
import { notCarried, SOME_LOOKS } from './notCarried';
import { isCarried } from './rules';
import { toGrid } from './toGrid';

/**
 * Opens an .xlsx file.
 *
 * @param bytes  the file
 * @param name   its name without the ending
 * @returns      the workbook as the grid opens it
 * @throws       FileError with a message for people: empty, not a workbook, protected by a password, cut off, damaged
 */
export async function readDocument(bytes: Uint8Array, name: string): Promise<WorkbookDocument> {
  const pack = openPackage(bytes);
  const { sheets } = readWorkbook(pack);
  let document: ReturnType<typeof toGrid>;
  let missing: string[];
  try {
    const file = await readXlsx(bytes, { readStyles: true });
    document = toGrid(file, name);
    const looks = file.sheets.flatMap(({ conditionalRules = [] }) => conditionalRules);
    missing = looks.every(isCarried) ? [] : [SOME_LOOKS];
  } catch (error) {
    throw new FileError('damaged', `The file is damaged and can't be read (${(error as Error).message}).`);
  }
  const tails = sheets.flatMap(({ part }) => (part ? [aroundCells(pack, part)] : []));
  const others = notCarried(pack.entries.keys(), tails);
  return { ...document, notCarried: [...new Set([...missing, ...others])], unsaved: false };
}

/** A sheet's part without its cells, which are nearly all of it. */
function aroundCells(pack: Package, part: string): string {
  const xml = needPart(pack, part);
  return xml.slice(xml.lastIndexOf('sheetData>'));
}
