import { cellAt, parseRange, printRange, type Range, sameSheet } from '../../cells/address';
import type { Place, Problem } from '../../workbook/register';
import { edgesToRead } from '../../workbook/register/sources';
import { READ_WHOLE } from '../../workbook/sheets/compassSheets';
import type { Block, Snapshot } from '../../workbook/snapshot';
import { allSheets, isWhole } from '../compass';
import { read } from './package/errors';
import { needPart, openPackage, type Package } from './package/package';
import { definedNames, readWorkbook, type Workbook } from './package/workbook';
import { blockOf, type CellTables, openForReading, readCellTables } from './sheets/readSheet';

/** What is read of a sheet: a rectangle, or all of it. */
export interface Wanted {
  sheet: string;
  range: Range | null;
}

const COMPASS_SHEETS = READ_WHOLE.map(sheet => sheet.name);

/**
 * Reads of an .xlsx file what a review needs: the names of all sheets, the Compass sheets, the edges of their sources and
 * what is asked for besides. Other sheets are not even parsed. Formulas come with the results that were saved with them.
 *
 * @param bytes            the file
 * @param options.today    serial of the day on which the review is made
 * @param options.locale   BCP 47 tag; a file does not tell its own
 * @param options.further  more places to read; one without a range is read whole
 * @throws                 FileError with a message for the file's owner
 */
export async function readSnapshot(
  bytes: Uint8Array,
  { today, locale = 'en', further = [] }: { today: number; locale?: string; further?: Place[] },
): Promise<Snapshot> {
  const pack = openPackage(bytes);
  const workbook = readWorkbook(pack);
  const tables = tablesOf(pack, workbook);
  const compass = readCells(
    pack,
    workbook,
    COMPASS_SHEETS.map(sheet => ({ sheet, range: null })),
    tables,
  );
  const names = workbook.sheets.map(({ name }) => name);
  const places = [...edgesToRead({ today, locale, sheets: allSheets(names, compass) }), ...further];
  const blocks = [...compass, ...readCells(pack, workbook, places.map(wantedOf), tables)];
  const problems = blocks.flatMap(withoutResult);
  const defined = further.some(isWhole) ? definedNames(workbook) : [];
  return {
    today,
    locale,
    sheets: allSheets(names, blocks),
    ...(defined.length > 0 && { names: defined }),
    ...(problems.length > 0 && { problems }),
  };
}

function wantedOf({ sheet, range }: Place): Wanted {
  return { sheet, range: range === undefined ? null : parseRange(range) };
}

/**
 * Reads cells with their formulas and formats; sheets of which nothing is wanted are not parsed.
 *
 * @param wanted  rectangles; what the workbook does not have is passed over
 * @param tables  what cells refer to, where others read of the same workbook
 * @returns       a block for each, sheet by sheet
 */
export function readCells(
  pack: Package,
  workbook: Workbook,
  wanted: Wanted[],
  tables: () => CellTables = tablesOf(pack, workbook),
): Block[] {
  const there = workbook.sheets.filter(({ name, part }) => part && wanted.some(({ sheet }) => sameSheet(sheet, name)));
  return there.flatMap(({ name, part }) => {
    const shared = tables();
    const sheet = read(part!, () => openForReading(name, needPart(pack, part!)));
    return wanted
      .filter(each => sameSheet(each.sheet, name))
      .map(({ range }) => read(part!, () => blockOf(sheet, range, shared)));
  });
}

/** What the cells of a workbook refer to, read once if at all. */
function tablesOf(pack: Package, workbook: Workbook): () => CellTables {
  let tables: CellTables | undefined;
  return () => {
    tables ??= readCellTables(pack, workbook);
    return tables;
  };
}

/** Says which formulas have no saved result: a program wrote them, and no spreadsheet has calculated them yet. */
function withoutResult({ name: sheet, row: top = 0, column: left = 0, values, formulas = [] }: Block): Problem[] {
  const empty = formulas.flatMap((line, r) =>
    line.flatMap((formula, c) =>
      formula !== null && values[r]![c] === null ? [printRange(cellAt(top + r, left + c))] : [],
    ),
  );
  if (empty.length === 0) return [];
  const what = empty.length === 1 ? 'a formula has' : `${empty.length} formulas have`;
  const message = `${sheet}, from ${empty[0]} on: ${what} no saved result. Open the file once in Excel or LibreOffice and save it.`;
  return [{ severity: 'error', message, place: { sheet, range: empty[0]! } }];
}
