import { printRange } from '../../cells/address';
import type { Edit } from '../../workbook/edit';
import { headersOf, TEMPLATES } from '../../workbook/sheets/compassSheets';
import { viewSheet } from '../../workbook/sheets/sheetView';
import { findTable } from '../../workbook/sheets/tables';
import type { Snapshot } from '../../workbook/snapshot';
import { fingerprint } from './fingerprint';
import type { InstalledSheet } from './installed';

/**
 * Writes down anew what a sheet of a template looks like after the product itself has changed it.
 *
 * @param snapshot  as the change leaves it
 * @param sheet     as `Compass Templates` has it
 * @param change    by how many rows and columns it has grown, and its new version
 */
export function markInstalled(
  snapshot: Snapshot,
  sheet: InstalledSheet,
  { grown = 0, wider = 0, version }: { grown?: number; wider?: number; version?: number },
): Edit[] {
  const view = viewSheet(snapshot, TEMPLATES.name);
  const table = view && findTable(view, headersOf(TEMPLATES), []);
  const own = viewSheet(snapshot, sheet.name);
  if (!view || !table) return [];
  const range = sheet.range && {
    ...sheet.range,
    bottom: sheet.range.bottom! + grown,
    right: sheet.range.right! + wider,
  };
  const cells: [string, string | number | null][] = [
    ['Range', range && printRange(range)],
    ['Fingerprint', range && own && fingerprint(own, range)],
    ['Version', version ?? null],
  ];
  return cells.flatMap(([header, content]): Edit[] => {
    const column = table.columns.get(header);
    if (column === undefined || content === null || view.cell(sheet.row, column) === content) return [];
    const place = { sheet: view.name, row: sheet.row, column };
    return [{ kind: 'write', ...place, cells: [[content]], expected: [[view.cell(sheet.row, column)]] }];
  });
}
