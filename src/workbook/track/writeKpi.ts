import { isBlank } from '../../cells/value';
import type { Content, Edit } from '../edit';
import { addColumns } from '../sheets/addColumns';
import { type CompassSheet, headersOf, KPIS, STRATEGY, TEMPLATES } from '../sheets/compassSheets';
import { sameName } from '../sheets/names';
import { viewSheet } from '../sheets/sheetView';
import { findTable, type Table } from '../sheets/tables';
import type { Snapshot } from '../snapshot';
import { TrackError } from '../sources/trackError';

/**
 * A new row at the end of one of the Compass tables, its cells under their headers, wherever these are.
 *
 * @param snapshot  with the sheet in it
 * @param sheet     which one
 * @param cells     what to write, by header; what is blank is not written
 * @param which     the table, where the sheet has two
 * @param formats   number formats of the cells, by header
 * @throws          TrackError where a header that is needed is missing
 */
export function newTableRow(
  snapshot: Snapshot,
  sheet: CompassSheet,
  cells: Record<string, Content>,
  which = 0,
  formats: Record<string, string> = {},
): Edit[] {
  const table = tableOf(snapshot, sheet, which);
  const row = nextRow(table);
  return Object.entries(cells).flatMap(([header, content]): Edit[] => {
    if (content === null || content === '') return [];
    const column = table.columns.get(header);
    if (column === undefined)
      throw new TrackError(`${table.view.name} has no column '${header}'; write that header first.`);
    const place = { sheet: table.view.name, row, column };
    const number = formats[header];
    return [
      { kind: 'write', ...place, cells: [[content]] },
      ...(number === undefined ? [] : [{ kind: 'format' as const, ...place, rows: 1, columns: 1, format: { number } }]),
    ];
  });
}

/** One of the Compass tables, found by its headers. */
function tableOf(snapshot: Snapshot, sheet: CompassSheet, which = 0): Table {
  const view = viewSheet(snapshot, sheet.name);
  const headers = headersOf(sheet, which);
  const table = view && findTable(view, headers, []);
  if (!table?.columns.has(headers[0]!)) {
    throw new TrackError(
      `${sheet.name} has no header '${headers[0]}'; write it first, or delete the sheet and it will be made again.`,
    );
  }
  return table;
}

/** The first row below everything that is under the table's headers; 0-based. */
function nextRow({ headerRow, rows }: Table): number {
  return (rows[rows.length - 1] ?? headerRow) + 1;
}

/** Columns of `Compass Templates` that only some workbooks need. */
export function addTemplateColumns(snapshot: Snapshot, headers: string[]): Edit[] {
  return addColumns(tableOf(snapshot, TEMPLATES), TEMPLATES, headers).edits;
}

/** Columns of `Compass KPIs` that only some workbooks need. */
export function addKpiColumns(snapshot: Snapshot, headers: string[]): Edit[] {
  return addColumns(tableOf(snapshot, KPIS), KPIS, headers).edits;
}

/** Takes such columns out again where no KPI needs them any more; they are ours, and nothing else is in them. */
export function dropKpiColumns(snapshot: Snapshot): Edit[] {
  const view = viewSheet(snapshot, KPIS.name);
  const table = view && view.rows > 0 ? findTable(view, headersOf(KPIS), []) : null;
  if (!table) return [];
  const { headerRow, columns } = table;
  const isEmpty = (column: number) =>
    Array.from({ length: table.view.rows }, (_, row) => row).every(
      row => row === headerRow || (isBlank(table.view.cell(row, column)) && table.view.formula(row, column) === null),
    );
  const needed = KPIS.tables[0]!.flatMap(({ header, asNeeded }) => (asNeeded ? (columns.get(header) ?? []) : []));
  return needed
    .filter(isEmpty)
    .sort((a, b) => b - a)
    .map((column): Edit => ({ kind: 'remove columns', sheet: table.view.name, column, count: 1 }));
}

/**
 * Rows of `Compass Strategy` for a goal and a business function that are not there yet.
 *
 * @param goal      its name, with what else is known of it; none when blank
 * @param business  the function's name and weight
 */
export function newStrategyRows(
  snapshot: Snapshot,
  goal: { name: string; why?: string; weight?: number; owner?: string },
  business: { name: string; weight?: number },
): Edit[] {
  const edits: Edit[] = [];
  if (!isBlank(goal.name) && !isListed(tableOf(snapshot, STRATEGY), 'Goal', goal.name)) {
    const { name, why = null, weight = null, owner = null } = goal;
    edits.push(
      ...newTableRow(snapshot, STRATEGY, { Goal: name.trim(), 'Why it matters': why, Weight: weight, Owner: owner }),
    );
  }
  if (!isBlank(business.name) && !isListed(tableOf(snapshot, STRATEGY, 1), 'Business function', business.name)) {
    const { name, weight = null } = business;
    edits.push(...newTableRow(snapshot, STRATEGY, { 'Business function': name.trim(), 'Function weight': weight }, 1));
  }
  return edits;
}

function isListed(table: Table, header: string, name: string): boolean {
  return table.rows.some(row => sameName(table.view.cell(row, table.columns.get(header)!), name));
}

/** Writes the cadence into an existing `Compass Strategy` that leaves it open. */
export function writeCadence(snapshot: Snapshot, cadence: string): Edit[] {
  const view = viewSheet(snapshot, STRATEGY.name);
  for (let row = 0; view && row < view.rows; row++) {
    for (let column = 0; column < view.columns; column++) {
      if (!sameName(view.cell(row, column), 'Review every') || !isBlank(view.cell(row, column + 1))) continue;
      return [{ kind: 'write', sheet: view.name, row, column: column + 1, cells: [[cadence]] }];
    }
  }
  return [];
}

/** What a KPI's row holds under a header; null where it has no such row or column. */
export function kpiCell(snapshot: Snapshot, kpi: string, header: string) {
  const { view, rows, columns } = tableOf(snapshot, KPIS);
  const row = rows.find(at => sameName(view.cell(at, columns.get('KPI')!), kpi));
  const column = columns.get(header);
  if (row === undefined || column === undefined) return null;
  return { sheet: view.name, row, column, value: view.cell(row, column), formula: view.formula(row, column) };
}

/** The edit that puts something else into a KPI's row, which holds it already where that is the same text. */
export function rewriteKpi(snapshot: Snapshot, kpi: string, header: string, content: Content): Edit[] {
  const cell = kpiCell(snapshot, kpi, header);
  const isThere = cell?.value === content || (content === null && isBlank(cell?.value ?? null));
  if (!cell || (cell.formula === null && isThere)) return [];
  const { sheet, row, column, value } = cell;
  return [{ kind: 'write', sheet, row, column, cells: [[content]], expected: [[value]] }];
}

/** The edit that puts a new text of *Source* into a KPI's row. */
export function rewriteSource(snapshot: Snapshot, kpi: string, source: string): Edit[] {
  return rewriteKpi(snapshot, kpi, 'Source', source);
}
