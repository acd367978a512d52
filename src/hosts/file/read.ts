import { type CellValue, readXlsx, type Sheet } from 'hucre/xlsx';
import { cellAt, parseRange, printRange, type Range, sameSheet } from '../../cells/address';
import { copied } from '../../cells/references';
import { type Cell, isError } from '../../cells/value';
import type { Place, Problem } from '../../workbook/register';
import { edgesToRead } from '../../workbook/register/sources';
import { DATA, KPIS, LOG, STRATEGY, TEMPLATES } from '../../workbook/sheets/compassSheets';
import type { Block, Snapshot } from '../../workbook/snapshot';
import { allSheets } from '../compass';
import { cellText } from '../typed';
import { DAYS_TO_1904, showsDay } from './looks/numberFormat';
import { FileError } from './package/errors';
import { openPackage } from './package/package';
import { readWorkbook, type Workbook } from './package/workbook';

/** What is read of a sheet: a rectangle, or all of it. */
export interface Wanted {
  sheet: string;
  range: Range | null;
}

const COMPASS_SHEETS = [STRATEGY, KPIS, DATA, LOG, TEMPLATES].map(sheet => sheet.name);
const EPOCH_1904 = Date.UTC(1904, 0, 1);
const DAY = 86_400_000;

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
  const workbook = readWorkbook(openPackage(bytes));
  const compass = await readCells(
    bytes,
    workbook,
    COMPASS_SHEETS.map(sheet => ({ sheet, range: null })),
  );
  const names = workbook.sheets.map(({ name }) => name);
  const places = [...edgesToRead({ today, locale, sheets: allSheets(names, compass) }), ...further];
  const blocks = [...compass, ...(await readCells(bytes, workbook, places.map(wantedOf)))];
  const problems = blocks.flatMap(withoutResult);
  return { today, locale, sheets: allSheets(names, blocks), ...(problems.length > 0 && { problems }) };
}

function wantedOf({ sheet, range }: Place): Wanted {
  return { sheet, range: range === undefined ? null : parseRange(range) };
}

/**
 * Reads cells with their formulas and formats; sheets of which nothing is wanted are not parsed.
 *
 * @param wanted  rectangles; what the workbook does not have is passed over
 * @returns       a block for each, sheet by sheet
 */
export async function readCells(bytes: Uint8Array, workbook: Workbook, wanted: Wanted[]): Promise<Block[]> {
  const there = workbook.sheets.filter(({ name, part }) => part && wanted.some(({ sheet }) => sameSheet(sheet, name)));
  if (there.length === 0) return [];
  const sheets = await parseSheets(bytes, new Set(there.map(({ name }) => name)), hull(wanted));
  return sheets.flatMap(sheet =>
    wanted
      .filter(each => sameSheet(each.sheet, sheet.name))
      .map(({ range }) => blockOf(sheet, range, workbook.date1904)),
  );
}

async function parseSheets(bytes: Uint8Array, names: Set<string>, range: string | undefined): Promise<Sheet[]> {
  try {
    // Counted from 1904 every day has a number of its own; from 1900 on the 28th of February 1900 would have two.
    const options = {
      readStyles: true,
      dateSystem: '1904',
      sheets: ({ name }: { name: string }) => names.has(name),
    } as const;
    return (await readXlsx(bytes, { ...options, ...(range && { range }) })).sheets;
  } catch {
    throw new FileError(
      'damaged',
      `The file is damaged: ${[...names].join(', ')} can't be read. Open it in Excel or LibreOffice and save it again, or get an undamaged copy.`,
    );
  }
}

/** The rectangle from A1 on that holds all that is wanted: a shared formula stands at its first cell, above and to the left. */
function hull(wanted: Wanted[]): string | undefined {
  if (wanted.some(({ range }) => !range)) return undefined;
  const last = (ends: (number | null)[]) => (ends.includes(null) ? null : Math.max(...(ends as number[])));
  const bottom = last(wanted.map(({ range }) => range!.bottom));
  const right = last(wanted.map(({ range }) => range!.right));
  return bottom === null || right === null ? undefined : printRange({ top: 0, left: 0, bottom, right });
}

/** A rectangle of a sheet as a block; what a range names beyond the sheet's last cell is blank, an open end stops there. */
function blockOf(sheet: Sheet, range: Range | null, date1904: boolean): Block {
  const { top = 0, left = 0 } = range ?? {};
  const bottom = range?.bottom ?? sheet.rows.length - 1;
  const right = range?.right ?? sheet.rows.reduce((most, row) => Math.max(most, row.length), 0) - 1;
  const masters = sharedFormulas(sheet);
  const block = { name: sheet.name, row: top, column: left, values: [], formulas: [], formats: [] } as Required<Block>;
  for (let row = top; row <= bottom; row += 1) {
    const values: Cell[] = [];
    const formulas: (string | null)[] = [];
    const formats: string[] = [];
    for (let column = left; column <= right; column += 1) {
      const detail = sheet.cells?.get(`${row},${column}`);
      const format = detail?.style?.numFmt ?? 'General';
      const raw = sheet.rows[row]?.[column] ?? null;
      values.push(detail?.type === 'error' ? errorCell(String(raw)) : cellOf(raw, date1904 && showsDay(format)));
      formulas.push(
        detail?.formula === undefined
          ? null
          : `=${detail.formula || sharedFormula(masters, detail.formulaSharedIndex, row, column)}`,
      );
      formats.push(format);
    }
    block.values.push(values);
    block.formulas.push(formulas);
    block.formats.push(formats);
  }
  return block;
}

/** The cells that hold the text of a formula that was filled down or across, by its number. */
function sharedFormulas(sheet: Sheet): Map<number | undefined, { text: string; row: number; column: number }> {
  const masters = new Map();
  for (const [place, cell] of sheet.cells ?? []) {
    if (cell.formulaType !== 'shared' || !cell.formula) continue;
    const [row, column] = place.split(',').map(Number);
    masters.set(cell.formulaSharedIndex, { text: cell.formula, row, column });
  }
  return masters;
}

function sharedFormula(
  masters: ReturnType<typeof sharedFormulas>,
  index: number | undefined,
  row: number,
  column: number,
): string {
  const master = masters.get(index);
  return master ? copied(master.text, row - master.row, column - master.column) : '';
}

/** A cell as the reader gives it; a date as its serial number, exact to the millisecond. */
function cellOf(raw: CellValue, from1904: boolean): Cell {
  if (!(raw instanceof Date)) return raw;
  const serial = (raw.getTime() - EPOCH_1904) / DAY + (from1904 ? DAYS_TO_1904 : 0);
  // A number too large for any calendar.
  return Number.isNaN(serial) ? { error: '#NUM!' } : serial;
}

function errorCell(text: string): Cell {
  const cell = cellText(text);
  return isError(cell) ? cell : { error: '#VALUE!' };
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
