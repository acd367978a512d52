import { sameSheet } from '../../cells/address';
import { isBlank } from '../../cells/value';
import type { Edit } from '../../workbook/edit';
import { readTables } from '../../workbook/register/readTracked';
import { DASHBOARD, headersOf, KPIS } from '../../workbook/sheets/compassSheets';
import { sameName } from '../../workbook/sheets/names';
import { viewSheet } from '../../workbook/sheets/sheetView';
import { findTable } from '../../workbook/sheets/tables';
import type { Snapshot } from '../../workbook/snapshot';
import { parseSource } from '../../workbook/sources/source';
import { rewriteRows } from '../dashboard/dashboard';
import { KPI_ROWS } from '../dashboard/dashboardRows';
import type { Template } from '../template';
import type { Remark } from './changes';
import { isGoing } from './productSheets';
import { runs, withoutRows } from './withoutRows';

/** The KPIs whose source lies on some sheets: their names, their rows, and how many others there are. */
export function kpisFrom(snapshot: Snapshot, sheets: string[]) {
  const view = viewSheet(snapshot, KPIS.name);
  const table = view && findTable(view, headersOf(KPIS), []);
  const column = (header: string) => table?.columns.get(header);
  const [nameAt, sourceAt] = [column('KPI'), column('Source')];
  const rows = (table?.rows ?? []).flatMap(row => {
    const source = sourceAt === undefined ? null : parseSource(String(view!.cell(row, sourceAt) ?? ''));
    const isOwn = source !== null && sheets.some(name => sameSheet(name, source.values.sheet));
    return nameAt === undefined || isBlank(view!.cell(row, nameAt))
      ? []
      : [{ row, name: String(view!.cell(row, nameAt)), isOwn }];
  });
  const own = rows.filter(({ isOwn }) => isOwn);
  return {
    names: own.map(({ name }) => name),
    rows: own.map(({ row }) => row),
    rest: rows.length - own.length,
    added: ({ kpis }: Template): Remark[] =>
      own
        .filter(({ name }) => !kpis.some(kpi => sameName(kpi.name, name.replace(/ \(\d+\)$/, ''))))
        .map(({ name, row }) => ({
          place: { sheet: view!.name, range: `${row + 1}:${row + 1}` },
          message: `The KPI '${name}' was tracked from these sheets later; it is removed with them.`,
        })),
  };
}

/** Rows of the dashboard are made to show what stays, before the columns go that they show now. */
export function dashboardWithoutKpis(snapshot: Snapshot, goes: string[], kpis: string[]): Edit[] {
  const view = viewSheet(snapshot, DASHBOARD.name);
  const { data } = readTables(snapshot);
  if (!view || view.rows === 0 || !data || isGoing(goes, DASHBOARD.name) || kpis.length === 0) return [];
  const first = data.table.columns.get('Period')! + 1;
  const gone = dataColumns(snapshot, kpis).map(column => column - first);
  const stay = Array.from({ length: KPI_ROWS + gone.length }, (_, index) => index).filter(
    index => !gone.includes(index),
  );
  return rewriteRows(snapshot, Math.min(...gone, KPI_ROWS), row => stay[row]!);
}

function dataColumns(snapshot: Snapshot, kpis: string[]): number[] {
  const { data } = readTables(snapshot);
  return (data?.columns ?? []).flatMap(({ name, column }) => (kpis.some(kpi => sameName(kpi, name)) ? [column] : []));
}

/** Columns of `Compass Data` go, and the periods at its ends that no other KPI has a figure for. */
export function dataWithoutKpis(snapshot: Snapshot, kpis: string[]): Edit[] {
  const { data } = readTables(snapshot);
  const gone = dataColumns(snapshot, kpis).sort((a, b) => b - a);
  if (!data || gone.length === 0) return [];
  const { view, table } = data;
  const stay = data.columns.map(({ column }) => column).filter(column => !gone.includes(column));
  const isEmpty = (row: number) =>
    stay.every(column => view.formula(row, column) === null && isBlank(view.cell(row, column)));
  const rows = [...table.rows];
  const ends: number[] = [];
  while (rows.length > 0 && isEmpty(rows[rows.length - 1]!)) ends.push(rows.pop()!);
  const leading: number[] = [];
  while (rows.length > 0 && isEmpty(rows[0]!)) leading.unshift(rows.shift()!);
  return [
    ...runs(gone).map(({ from: column, count }): Edit => ({ kind: 'remove columns', sheet: view.name, column, count })),
    ...runs([...ends, ...leading]).map(
      ({ from: row, count }): Edit => ({ kind: 'remove rows', sheet: view.name, row, count }),
    ),
  ];
}

/** The rows of some KPIs go from `Compass KPIs`. */
export function withoutKpiRows(snapshot: Snapshot, rows: number[]): Edit[] {
  const view = viewSheet(snapshot, KPIS.name);
  const table = view && findTable(view, headersOf(KPIS), []);
  if (!view || !table) return [];
  return withoutRows(table, rows);
}
