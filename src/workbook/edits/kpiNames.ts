import { headersOf, KPIS } from '../sheets/compassSheets';
import { plainName } from '../sheets/names';
import { viewSheet } from '../sheets/sheetView';
import { findTable } from '../sheets/tables';
import type { Snapshot } from '../snapshot';

/** The names of all KPIs of a workbook, paused and sample ones too, as `plainName` has them. */
export function kpiNames(snapshot: Snapshot): Set<string> {
  const view = viewSheet(snapshot, KPIS.name);
  const table = view && view.rows > 0 ? findTable(view, headersOf(KPIS), []) : null;
  const column = table?.columns.get('KPI');
  if (!table || column === undefined) return new Set();
  return new Set(table.rows.map(row => plainName(table.view.cell(row, column))).filter(name => name !== ''));
}
