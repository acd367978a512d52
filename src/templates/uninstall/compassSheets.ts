import { isBlank } from '../../cells/value';
import type { Place } from '../../workbook/register';
import {
  type CompassSheet,
  DASHBOARD,
  DATA,
  headersOf,
  KPIS,
  LOG,
  STRATEGY,
  TEMPLATES,
} from '../../workbook/sheets/compassSheets';
import { sameName } from '../../workbook/sheets/names';
import { type SheetView, sheetNames, viewSheet } from '../../workbook/sheets/sheetView';
import { cellPlace, findTable, type Table } from '../../workbook/sheets/tables';
import type { Snapshot } from '../../workbook/snapshot';
import { isDashboard } from '../dashboard/dashboard';
import { installedTemplates, MADE_BY_PRODUCT } from '../installed/installed';

/** A sheet of the product's own, under whatever name it has now. */
export interface CompassSheetFound {
  /** What it is called when it is made: `Compass KPIs`. */
  made: string;
  view: SheetView;
  /** Its tables, the first one first; none on the dashboard. */
  tables: Table[];
}

/** A header that only our own tables have: by it one is found under another name. */
const TELLING: [sheet: CompassSheet, header: string][] = [
  [KPIS, 'Source'],
  [TEMPLATES, 'Fingerprint'],
];

/** In how many rows the headers of a renamed sheet are looked for: it may be a ledger of any length. */
const HEADERS_WITHIN = 40;

/**
 * The product's own sheets: those of our names that have our headers, and the KPIs, the list of templates and the
 * dashboard also where they were renamed. A renamed log counts as a sheet of its owner.
 *
 * @param snapshot  every sheet whole
 * @returns         ours, and where sheets have one of our names and are not ours
 */
export function compassSheetsIn(snapshot: Snapshot): { ours: CompassSheetFound[]; others: Place[] } {
  const ours: CompassSheetFound[] = [];
  const others: Place[] = [];
  for (const name of sheetNames(snapshot)) {
    const view = viewSheet(snapshot, name)!;
    const made = [STRATEGY, KPIS, DATA, LOG, TEMPLATES, DASHBOARD].find(sheet => sameName(sheet.name, name));
    const found = made ? known(snapshot, view, made.name) : renamed(view);
    if (found) ours.push(found);
    else if (made) others.push({ sheet: name });
  }
  return { ours, others };
}

function known(snapshot: Snapshot, view: SheetView, made: string): CompassSheetFound | null {
  if (made === DASHBOARD.name) return isDashboard(view) ? { made, view, tables: [] } : null;
  const sheet = [STRATEGY, KPIS, DATA, LOG, TEMPLATES].find(({ name }) => name === made)!;
  const tables = tablesOn(view, sheet);
  if (tables.length > 0 && (sheet !== DATA || hasPeriods(tables[0]!))) return { made, view, tables };
  const isListed = installedTemplates(snapshot).some(
    ({ id, sheets }) => id === MADE_BY_PRODUCT && sheets.some(({ name }) => sameName(name, view.name)),
  );
  return view.rows === 0 && isListed ? { made, view, tables: [] } : null;
}

function renamed(view: SheetView): CompassSheetFound | null {
  const top = { ...view, rows: Math.min(view.rows, HEADERS_WITHIN) };
  for (const [sheet, header] of TELLING) {
    if (tablesOn(top, sheet)[0]?.columns.has(header)) return { made: sheet.name, view, tables: tablesOn(view, sheet) };
  }
  return isDashboard(view) ? { made: DASHBOARD.name, view, tables: [] } : null;
}

/** The tables of a sheet of ours that stand on a sheet with half of their headers at least. */
function tablesOn(view: SheetView, sheet: CompassSheet): Table[] {
  return sheet.tables.flatMap((columns, index) => {
    const table = findTable(view, headersOf(sheet, index), []);
    return table && table.columns.size * 2 >= columns.length ? [table] : [];
  });
}

/** Whether what stands below *Period* are days: another's sheet of that name may hold anything. */
function hasPeriods({ view, columns, rows }: Table): boolean {
  const column = columns.get('Period')!;
  const periods = rows.map(row => view.cell(row, column)).filter(cell => !isBlank(cell));
  return periods.every(cell => typeof cell === 'number');
}

/** Cells of a sheet of ours that hold something and belong to none of its tables or labels: somebody's own. */
export function besideTables({ made, view, tables }: CompassSheetFound): Place[] {
  if (tables.length === 0 || made === DATA.name) return [];
  const top = Math.min(...tables.map(({ headerRow }) => headerRow));
  const columns = new Set(tables.flatMap(table => [...table.columns.values()]));
  const found: Place[] = [];
  for (let row = 0; row < view.rows; row++) {
    for (let column = 0; column < view.columns; column++) {
      const isOurs = row < top ? made === STRATEGY.name && column < 3 : columns.has(column);
      if (!isOurs && !isBlank(view.cell(row, column))) found.push(cellPlace(view, row, column));
    }
  }
  return found;
}
