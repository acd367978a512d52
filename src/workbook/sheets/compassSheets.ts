import type { Cadence } from '../../cells/period';
import type { Content, Edit } from '../edit';
import type { Snapshot } from '../snapshot';
import { viewSheet } from './sheetView';

/** A column of a Compass table. */
export interface CompassColumn {
  header: string;
  /** In characters, as Excel counts them; of columns that a new sheet is made with. */
  width?: number;
  /** Number format of the cells below the header, where it is not General. */
  format?: string;
  /** Whether workbooks of earlier versions do without it; it is added where there is first something to write into it. */
  later?: boolean;
  /** Whether only workbooks that need it have it: a new sheet is made without it. */
  asNeeded?: boolean;
}

/** A label with its value to the right of it and, to the right of that, what may be there. */
export interface CompassLabel {
  label: string;
  hint: string;
  format?: string;
}

/** A sheet of the product's own in the user's workbook: what it holds, and where. */
export interface CompassSheet {
  name: string;
  /** Labels in column A from row 1 on, or none. */
  labels: CompassLabel[];
  /** Tables that begin in one row, side by side, an empty column between them. */
  tables: CompassColumn[][];
  /** 0-based row of the tables' headers. */
  headerRow: number;
}

const DATE = 'yyyy-mm-dd';

export const STRATEGY: CompassSheet = {
  name: 'Compass Strategy',
  labels: [
    { label: 'Vision', hint: 'Where the business wants to be, in one sentence.' },
    { label: 'Values', hint: 'What it holds to on the way.' },
    { label: 'Currency', hint: 'A sign or a code: €, USD.' },
    { label: 'Fiscal year starts', hint: 'A month: January, or 1 to 12.' },
    { label: 'Review every', hint: 'week, month or quarter.' },
    { label: 'Next review', hint: 'A date.', format: DATE },
  ],
  tables: [
    [
      { header: 'Goal', width: 28 },
      { header: 'Why it matters', width: 64 },
      { header: 'Weight', width: 9 },
      { header: 'Owner', width: 16 },
      { header: 'Spend', width: 12, format: '#,##0' },
      { header: 'Review by', width: 12, format: DATE },
    ],
    [
      { header: 'Business function', width: 20 },
      { header: 'Function weight', width: 16 },
    ],
  ],
  headerRow: 7,
};

export const KPIS: CompassSheet = {
  name: 'Compass KPIs',
  labels: [],
  tables: [
    [
      { header: 'KPI', width: 28 },
      { header: 'Business function', width: 18 },
      { header: 'Goal', width: 28 },
      { header: 'Measure', width: 16 },
      { header: 'Unit', width: 10 },
      { header: 'Better', width: 10 },
      { header: 'Target', width: 10 },
      { header: 'Low', width: 10 },
      { header: 'High', width: 10 },
      { header: 'Floor', width: 10 },
      { header: 'Weight', width: 9 },
      { header: 'Combine', width: 10 },
      { header: 'Out of', width: 16 },
      { header: 'Worth', width: 10 },
      { header: 'Owner', width: 16 },
      { header: 'Experiment until', width: 16, format: DATE },
      { header: 'Source', width: 36 },
      { header: 'Note', width: 40 },
      { header: 'Gaps', asNeeded: true },
      { header: 'Unread', asNeeded: true },
      { header: 'First unread', asNeeded: true },
      { header: 'Unread from', format: DATE, asNeeded: true },
      { header: 'Unread until', format: DATE, asNeeded: true },
      { header: 'Paused since', format: DATE, asNeeded: true },
      { header: 'Sample', asNeeded: true },
    ],
  ],
  headerRow: 0,
};

export const DATA: CompassSheet = {
  name: 'Compass Data',
  labels: [],
  tables: [[{ header: 'Period', width: 14 }]],
  headerRow: 0,
};

/**
 * The target of each period, where a KPI has one for each: as `Compass Data`, a column a KPI under its name. Made when it is
 * first needed; *Target* in `Compass KPIs` shows that of the newest period then.
 */
export const TARGETS: CompassSheet = {
  name: 'Compass Targets',
  labels: [],
  tables: [[{ header: 'Period', width: 14 }]],
  headerRow: 0,
};

export const LOG: CompassSheet = {
  name: 'Compass Log',
  labels: [],
  tables: [
    [
      { header: 'Date', width: 12, format: DATE },
      { header: 'Kind', width: 10 },
      { header: 'Period', width: 12, format: DATE },
      { header: 'KPI', width: 28 },
      { header: 'Alert', width: 28 },
      { header: 'Decision', width: 10 },
      { header: 'Old', width: 10 },
      { header: 'New', width: 10 },
      { header: 'Note', width: 40 },
      { header: 'Action', width: 40 },
      { header: 'Owner', width: 16 },
      { header: 'Due', width: 12, format: DATE },
      { header: 'Done', width: 12, format: DATE },
      { header: 'Score', width: 9, format: '0.0' },
      { header: 'Direction', width: 10, later: true },
      { header: 'Since', width: 12, format: DATE, later: true },
      { header: 'By', width: 16, later: true },
    ],
  ],
  headerRow: 0,
};

export const TEMPLATES: CompassSheet = {
  name: 'Compass Templates',
  labels: [],
  tables: [
    [
      { header: 'Template', width: 20 },
      { header: 'Version', width: 10 },
      { header: 'Sheet', width: 24 },
      { header: 'Range', width: 14 },
      { header: 'Fingerprint', width: 16 },
      { header: 'Mapping', width: 30 },
      { header: 'Installed', width: 12, format: DATE },
      { header: 'Sample', asNeeded: true },
    ],
  ],
  headerRow: 0,
};

/** The page to look at and to print: formulas over the others, written by the installer (templates/dashboard.ts). */
export const DASHBOARD = { name: 'Compass Dashboard' };

/** The sheets that are read whole wherever a workbook is read. */
export const READ_WHOLE: readonly CompassSheet[] = [STRATEGY, KPIS, DATA, TARGETS, LOG, TEMPLATES];

/** The names of all sheets that the product makes as its own. */
export const PRODUCT_SHEETS: readonly string[] = [...READ_WHOLE, DASHBOARD].map(({ name }) => name);

/** The headers of one of a sheet's tables, the first unless told. */
export function headersOf(sheet: CompassSheet, table = 0): string[] {
  return sheet.tables[table]!.map(({ header }) => header);
}

/** Those of them that a workbook may do without. */
export function laterHeadersOf(sheet: CompassSheet, table = 0): string[] {
  return sheet.tables[table]!.flatMap(({ header, later, asNeeded }) => (later || asNeeded ? [header] : []));
}

/** What every tracked workbook has. `Compass Templates` comes with the first template. */
const REGISTER_SHEETS = [STRATEGY, KPIS, DATA, LOG];

/** Rows below a header that get its number format when a sheet is made. */
export const FORMATTED_ROWS = 200;

export const HEADER_FORMAT = { bold: true, background: '#e8eef4', wrap: true };
/** A header is aligned with its figures, to the right. */
export const FIGURES_HEADER_FORMAT = { ...HEADER_FORMAT, align: 'right' as const };
const HINT_FORMAT = { italic: true, color: '#6b7280' };

/** What the head of `Compass Strategy` is filled with when the sheet is made. */
export interface StrategyHead {
  cadence?: Cadence;
  currency?: string;
  /** First month, 1 to 12. */
  fiscalYearStart?: number;
  vision?: string;
  values?: string;
}

/**
 * The edits that make the Compass sheets which a workbook lacks; those it has, whatever the case of their names, stay as they are.
 *
 * @param snapshot  the workbook
 * @param head      what `Compass Strategy` starts with, if it has to be made
 * @param sheets    which ones: Strategy, KPIs, Data and Log unless told
 */
export function emptyCompassSheets(snapshot: Snapshot, head: StrategyHead = {}, sheets = REGISTER_SHEETS): Edit[] {
  return sheets.flatMap(sheet => (isMissing(snapshot, sheet) ? newSheet(snapshot, sheet, head) : []));
}

/** Whether a workbook has no such sheet, or an empty one. */
function isMissing(snapshot: Snapshot, sheet: CompassSheet): boolean {
  const view = viewSheet(snapshot, sheet.name);
  return view === null || view.rows === 0;
}

function newSheet(snapshot: Snapshot, sheet: CompassSheet, head: StrategyHead): Edit[] {
  const existing = viewSheet(snapshot, sheet.name);
  const name = existing?.name ?? sheet.name;
  const tables = sheet.tables.map(table => table.filter(({ asNeeded }) => !asNeeded));
  const columns: (CompassColumn | null)[] = tables.flatMap((table, i) => (i === 0 ? table : [null, ...table]));
  const edits: Edit[] = existing
    ? []
    : [
        {
          kind: 'add sheet',
          sheet: name,
          ...(sheet.headerRow === 0 && { frozenRows: 1 }),
          widths: columns.map(column => column?.width ?? 3),
        },
      ];
  edits.push(...labelEdits(name, sheet.labels, head));
  let column = 0;
  for (const table of tables) {
    edits.push(
      { kind: 'write', sheet: name, row: sheet.headerRow, column, cells: [table.map(({ header }) => header)] },
      {
        kind: 'format',
        sheet: name,
        row: sheet.headerRow,
        column,
        rows: 1,
        columns: table.length,
        format: HEADER_FORMAT,
      },
    );
    for (const [index, { format }] of table.entries()) {
      if (format) edits.push(columnFormat(name, sheet.headerRow + 1, column + index, FORMATTED_ROWS, format));
    }
    column += table.length + 1;
  }
  if (!existing) edits.push({ kind: 'page', sheet: name, landscape: true, headerRow: sheet.headerRow });
  return edits;
}

function labelEdits(sheet: string, labels: CompassLabel[], head: StrategyHead): Edit[] {
  if (labels.length === 0) return [];
  const values: Record<string, Content> = {
    Vision: head.vision ?? null,
    Values: head.values ?? null,
    Currency: head.currency ?? null,
    'Fiscal year starts': head.fiscalYearStart ?? null,
    'Review every': head.cadence ?? null,
  };
  const rows = labels.length;
  return [
    {
      kind: 'write',
      sheet,
      row: 0,
      column: 0,
      cells: labels.map(({ label, hint }) => [label, values[label] ?? null, hint]),
    },
    { kind: 'format', sheet, row: 0, column: 0, rows, columns: 1, format: { bold: true } },
    { kind: 'format', sheet, row: 0, column: 1, rows, columns: 1, format: { align: 'left', wrap: true } },
    { kind: 'format', sheet, row: 0, column: 2, rows, columns: 1, format: HINT_FORMAT },
    ...labels.flatMap(({ format }, row) => (format ? [columnFormat(sheet, row, 1, 1, format)] : [])),
  ];
}

/** The number format of a column of cells. */
export function columnFormat(sheet: string, row: number, column: number, rows: number, number: string): Edit {
  return { kind: 'format', sheet, row, column, rows, columns: 1, format: { number } };
}
