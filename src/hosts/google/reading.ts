import { listed } from '../../cells/english';
import { formulasIn, type LocalFormulas } from '../../cells/localFormulas';
import type { Place, Problem } from '../../workbook/register';
import { isDate, serialsIn } from './serial';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** What it takes to read the cells of one spreadsheet, and what was found on the way. */
export interface CellReading {
  locale: string;
  /** From a date to its serial number. */
  serial(date: Date): number;
  isDate(value: unknown): boolean;
  formulas: LocalFormulas;
  /** How often it may still wait for cells that are being calculated. */
  waits: number;
  /** Cells that were still being calculated when they were read last. */
  pending: Required<Place>[];
}

/** Starts to read a spreadsheet: two service calls. */
export function startReading(workbook: Spreadsheet): CellReading {
  const locale = workbook.getSpreadsheetLocale();
  return {
    locale,
    serial: serialsIn(workbook.getSpreadsheetTimeZone()),
    isDate,
    formulas: formulasIn(locale),
    waits: 6,
    pending: [],
  };
}

/** Whether a cell shows that Sheets has not calculated it yet. */
export function isPending(value: unknown): boolean {
  return value === 'Loading...' || value === 'Loading…';
}

/** Whether a sheet has cells: a chart or a connected table may have a sheet to itself, which refuses whatever is asked of its cells. */
export function isGrid(sheet: Sheet): boolean {
  return sheet.getType() === SpreadsheetApp.SheetType.GRID;
}

/** What is said of cells that Sheets has not calculated yet, an entry a sheet. */
export function pendingProblems(pending: Required<Place>[]): Problem[] {
  return [...new Set(pending.map(({ sheet }) => sheet))].map(sheet => {
    const own = pending.filter(place => place.sheet === sheet);
    return { severity: 'error', message: `${sayPending(sheet, own)} Refresh in a moment.`, place: own[0]! };
  });
}

/** `Google Sheets is still calculating Weekly B4 and B5.` */
export function sayPending(sheet: string, pending: Required<Place>[]): string {
  const cells = pending.slice(0, 3).map(({ range }) => range);
  const more = pending.length - cells.length;
  return `Google Sheets is still calculating ${sheet} ${listed(more > 0 ? [...cells, `${more} more`] : cells)}.`;
}
