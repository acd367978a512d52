import { readXlsx } from 'hucre/xlsx';
import { FileError } from '../../file/package/errors';
import { readManifest, removeSheet } from '../../file/package/manifest';
import { needPartSoon, openPackage, type Package, repack } from '../../file/package/package';
import { readWorkbook, type Workbook } from '../../file/package/workbook';
import type { WorkbookDocument } from '../document';
import { notShown, SOME_LOOKS } from './notShown';
import { isCarried } from './rules';
import { toGrid } from './toGrid';

/**
 * Opens an .xlsx file.
 *
 * @param bytes  the file
 * @param file   what it is called
 * @returns      the workbook as the grid opens it, with the file itself, into which its changes are saved
 * @throws       FileError with a message for people: empty, not a workbook, protected by a password, cut off, damaged
 */
export async function readDocument(bytes: Uint8Array, file: string): Promise<WorkbookDocument> {
  const [, name, ending] = /^(.*?)(?:\.([a-z]+))?$/is.exec(file)!;
  const { looks, pack, sheets, ...document } = await toGridData(bytes, name);
  const missing = looks.every(isCarried) ? [] : [SOME_LOOKS];
  const tails = await Promise.all(sheets.flatMap(({ part }) => (part ? [aroundCells(pack, part)] : [])));
  const others = notShown(pack.entries.keys(), tails);
  return {
    ...document,
    opened: { bytes, ending: MACROS.test(ending ?? '') ? ending!.toLowerCase() : 'xlsx' },
    notShown: [...new Set([...missing, ...others])],
    unsaved: false,
  };
}

/** Endings of workbooks that are saved under them again. */
const MACROS = /^(xlsm|xltx|xltm)$/i;

/** A file as the grid opens it, with the package that it is. */
export async function toGridData(bytes: Uint8Array, name = '') {
  const pack = openPackage(bytes);
  const workbook = readWorkbook(pack);
  try {
    const file = await readXlsx(withoutChartSheets(pack, workbook), { readStyles: true });
    const looks = file.sheets.flatMap(({ conditionalRules = [] }) => conditionalRules);
    return { ...toGrid(file, name), looks, pack, sheets: workbook.sheets };
  } catch (error) {
    throw new FileError('damaged', `The file is damaged and can't be read (${(error as Error).message}).`);
  }
}

/** The file without sheets that have no cells, which the reader takes for damage. */
function withoutChartSheets(pack: Package, workbook: Workbook): Uint8Array {
  const without = workbook.sheets.filter(({ part }) => part === null);
  if (without.length === 0) return pack.bytes;
  const manifest = readManifest(pack, workbook);
  for (const { name } of without) removeSheet(manifest, workbook, pack, name);
  const { part, relationsPart } = workbook;
  return repack(
    pack,
    new Map([
      [part, manifest.workbook],
      [relationsPart, manifest.relations],
    ]),
  );
}

/** A sheet's part without its cells, which are nearly all of it. */
async function aroundCells(pack: Package, part: string): Promise<string> {
  const xml = await needPartSoon(pack, part);
  return xml.slice(xml.lastIndexOf('sheetData>'));
}
