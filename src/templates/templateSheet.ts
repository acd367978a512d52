import type { Range } from '../cells/address';
import type { CalendarPeriod } from '../cells/period';
import { HEADER_FORMAT } from '../workbook/compassSheets';
import type { Content, Edit } from '../workbook/edit';
import type { Cadence } from '../workbook/register';
import { rowFormula, rowResult } from './columnFormula';
import type { TemplateColumn, TemplateSheet } from './template';

/** Rows of a sheet that a template makes: title, what to type, a blank one, headers, then one row a period. */
const HEADER_ROW = 3;
const FIRST_ROW = HEADER_ROW + 1;

const TITLE_FORMAT = { bold: true, size: 14 };
const NOTE_FORMAT = { italic: true, color: '#6b7280' };
/** Cells that the owner types into. */
const INPUT_FORMAT = { background: '#fff8e1' };

const PERIOD_HEADER: Record<Cadence, string> = {
  day: 'Day',
  week: 'Week from',
  month: 'Month',
  quarter: 'Quarter from',
};
const PERIOD_FORMAT: Record<Cadence, string> = {
  day: 'yyyy-mm-dd',
  week: 'yyyy-mm-dd',
  month: 'mmm yyyy',
  quarter: 'mmm yyyy',
};

/** What one input is filled with: a figure or a formula a period, or null for a cell to type into. */
export type Filling = (period: CalendarPeriod, row: number) => { content: Content; value: number | null } | null;

/** A template's sheets in a workbook: under which names, in which periods, filled with what. */
export interface Layout {
  sheets: { sheet: TemplateSheet; name: string }[];
  periods: CalendarPeriod[];
  cadence: Cadence;
  currency: string;
  fillings: Map<string, Filling>;
}

/** The cell of a column in the row of a period, with its sheet. */
export function cellOf({ sheets }: Layout, id: string, row: number): Range {
  for (const { sheet, name } of sheets) {
    const index = sheet.columns.findIndex(column => column.id === id);
    if (index >= 0) return { sheet: name, top: row, left: index + 1, bottom: row, right: index + 1 };
  }
  throw new RangeError(`no column ${id}`);
}

/** A column's figures and its periods, as the KPI of that column is tracked. */
export function sourceOf(layout: Layout, id: string): { values: Range; periods: Range } {
  const bottom = FIRST_ROW + layout.periods.length - 1;
  const values = { ...cellOf(layout, id, FIRST_ROW), bottom };
  return { values, periods: { ...values, left: 0, right: 0 } };
}

/**
 * The cells of one of a template's sheets, from A1 on.
 *
 * @returns  rows of one length: title, note, a blank row, headers, one row a period
 */
export function sheetCells(layout: Layout, sheet: TemplateSheet): Content[][] {
  const wide = sheet.columns.length + 1;
  const line = (...cells: Content[]): Content[] => [...cells, ...Array<Content>(wide - cells.length).fill(null)];
  const headers = [PERIOD_HEADER[layout.cadence], ...sheet.columns.map(({ header }) => header)];
  const rows = layout.periods.map((period, index) => {
    const row = FIRST_ROW + index;
    return [period.start, ...sheet.columns.map(column => columnContent(layout, sheet, column, period, row))];
  });
  return [line(sheet.title), line(sheet.note), line(), headers, ...rows];
}

function columnContent(
  layout: Layout,
  sheet: TemplateSheet,
  column: TemplateColumn,
  period: CalendarPeriod,
  row: number,
): Content {
  if (column.formula === undefined) return layout.fillings.get(column.id)?.(period, row)?.content ?? null;
  const value = figure(layout, column, period, row) ?? '';
  return { formula: rowFormula(column.formula, id => nearCell(layout, sheet, id, row)), value };
}

/** A cell as a formula of one of the sheets names it: without its sheet where it is the same. */
function nearCell(layout: Layout, sheet: TemplateSheet, id: string, row: number): Range {
  const { sheet: name, ...cell } = cellOf(layout, id, row);
  return sheet.columns.some(column => column.id === id) ? cell : { sheet: name!, ...cell };
}

/** What a column comes to in a period; null where an input is blank. */
function figure(layout: Layout, column: TemplateColumn, period: CalendarPeriod, row: number): number | null {
  if (column.formula === undefined) return layout.fillings.get(column.id)?.(period, row)?.value ?? null;
  return rowResult(column.formula, id => figure(layout, columnOf(layout, id), period, row));
}

function columnOf({ sheets }: Layout, id: string): TemplateColumn {
  return sheets.flatMap(({ sheet }) => sheet.columns).find(column => column.id === id)!;
}

/** The edits that make one of a template's sheets. */
export function sheetEdits(layout: Layout, sheet: TemplateSheet, name: string): Edit[] {
  const cells = sheetCells(layout, sheet);
  const rows = layout.periods.length;
  const block = (row: number, column: number, count: number, columns: number) => ({
    sheet: name,
    row,
    column,
    rows: count,
    columns,
  });
  const widths = [
    14,
    ...sheet.columns.map(({ width, header }) => width ?? Math.max(10, Math.min(18, header.length + 2))),
  ];
  return [
    { kind: 'add sheet', sheet: name, frozenRows: FIRST_ROW, frozenColumns: 1, widths },
    { kind: 'write', sheet: name, row: 0, column: 0, cells },
    { kind: 'format', ...block(0, 0, 1, 1), format: TITLE_FORMAT },
    { kind: 'format', ...block(1, 0, 1, 1), format: NOTE_FORMAT },
    { kind: 'format', ...block(HEADER_ROW, 0, 1, sheet.columns.length + 1), format: HEADER_FORMAT },
    {
      kind: 'format',
      ...block(FIRST_ROW, 0, rows, 1),
      format: { number: PERIOD_FORMAT[layout.cadence], align: 'left' },
    },
    ...sheet.columns.map((column, index): Edit => {
      const number = column.format && withCurrency(column.format, layout.currency);
      const format = { ...(number && { number }), ...(column.formula === undefined && INPUT_FORMAT) };
      return { kind: 'format', ...block(FIRST_ROW, index + 1, rows, 1), format };
    }),
  ];
}

/** A number format with the workbook's currency in place of `¤`, as quoted text; without it where there is none. */
function withCurrency(format: string, currency: string): string {
  const sign = currency.replace(/"/g, '').trim();
  return sign === '' ? format.replace(/\s*¤\s*/g, '') : format.replace(/¤/g, `"${sign}"`);
}
