import { isBlank } from '../../cells/value';
import type { Place } from '../../workbook/register';
import {
  type CompassSheet,
  DASHBOARD,
  DATA,
  headersOf,
  KPIS,
  PRODUCT_SHEETS,
  READ_WHOLE,
  TARGETS,
  TEMPLATES,
} from '../../workbook/sheets/compassSheets';
import { sameName } from '../../workbook/sheets/names';
import { type SheetView, sheetNames, viewSheet } from '../../workbook/sheets/sheetView';
import { findTable, type Table } from '../../workbook/sheets/tables';
import type { Snapshot } from '../../workbook/snapshot';
import { isDashboard } from '../dashboard/dashboard';
import { installedTemplates, MADE_BY_PRODUCT } from '../installed/installed';

/** A Compass sheet, under whatever name it has now. */
export interface CompassSheetFound {
  /** What it is called when it is made: `Compass KPIs`. */
  made: string;
  view: SheetView;
  /** Its tables, the first one first; none on the dashboard. */
  tables: Table[];
}

/** Headers that no other table is likely to have: by them a renamed sheet is recognised. */
const DISTINCTIVE: [sheet: CompassSheet, header: string][] = [
  [KPIS, 'Source'],
  [TEMPLATES, 'Fingerprint'],
];

/** In how many rows the headers of a renamed sheet are looked for: it may be a ledger of any length. */
const HEADERS_WITHIN = 40;

/**
 * The Compass sheets of a workbook: those with their own names and headers; the KPIs, the list of templates and the dashboard
 * also if they were renamed. A renamed log counts as the owner's.
 *
 * @param snapshot  every sheet whole
 * @returns         ours, and the owner's sheets that happen to have one of our names
 */
export function compassSheetsIn(snapshot: Snapshot): { ours: CompassSheetFound[]; others: Place[] } {
  const ours: CompassSheetFound[] = [];
  const others: Place[] = [];
  for (const name of sheetNames(snapshot)) {
    const view = viewSheet(snapshot, name)!;
    const made = PRODUCT_SHEETS.find(product => sameName(product, name));
    const found = made ? known(snapshot, view, made) : renamed(view);
    if (found) ours.push(found);
    else if (made) others.push({ sheet: name });
  }
  return { ours, others };
}

function known(snapshot: Snapshot, view: SheetView, made: string): CompassSheetFound | null {
  if (made === DASHBOARD.name) return isDashboard(view) ? { made, view, tables: [] } : null;
  const sheet = READ_WHOLE.find(({ name }) => name === made)!;
  const tables = tablesOn(view, sheet);
  if (tables.length > 0 && ((sheet !== DATA && sheet !== TARGETS) || hasPeriods(tables[0]!)))
    return { made, view, tables };
  const isListed = installedTemplates(snapshot).some(
    ({ id, sheets }) => id === MADE_BY_PRODUCT && sheets.some(({ name }) => sameName(name, view.name)),
  );
  return view.rows === 0 && isListed ? { made, view, tables: [] } : null;
}

function renamed(view: SheetView): CompassSheetFound | null {
  const top = { ...view, rows: Math.min(view.rows, HEADERS_WITHIN) };
  for (const [sheet, header] of DISTINCTIVE) {
    if (tablesOn(top, sheet)[0]?.columns.has(header)) return { made: sheet.name, view, tables: tablesOn(view, sheet) };
  }
  return isDashboard(view) ? { made: DASHBOARD.name, view, tables: [] } : null;
}

/** The tables of a Compass sheet that a sheet has, each with at least half of its headers. */
function tablesOn(view: SheetView, sheet: CompassSheet): Table[] {
  return sheet.tables.flatMap((columns, index) => {
    const table = findTable(view, headersOf(sheet, index), []);
    return table && table.columns.size * 2 >= columns.length ? [table] : [];
  });
}

/** Whether the cells below *Period* are days: an owner's sheet of that name may hold anything. */
function hasPeriods({ view, columns, rows }: Table): boolean {
  const column = columns.get('Period')!;
  const periods = rows.map(row => view.cell(row, column)).filter(cell => !isBlank(cell));
  return periods.every(cell => typeof cell === 'number');
}
