import type { Edit } from '../edit';
import { type CompassSheet, columnFormat, FORMATTED_ROWS, HEADER_FORMAT } from './compassSheets';
import { firstFreeColumn } from './sheetView';
import type { Table } from './tables';

/**
 * Adds columns that a workbook of an earlier version does without, to the right of everything on their sheet. A table from which
 * its owner has taken other columns stays as it is.
 *
 * @param table    the table as it was found
 * @param sheet    what the table looks like today
 * @param headers  the columns for which there is something to write
 * @returns        the edits, none where all are there, and the table with its new columns
 */
export function addColumns(table: Table, sheet: CompassSheet, headers: string[]): { edits: Edit[]; table: Table } {
  const absent = sheet.tables[0]!.filter(({ header }) => !table.columns.has(header));
  const missing = absent.filter(({ header }) => headers.includes(header));
  if (missing.length === 0 || absent.some(({ later, asNeeded }) => !later && !asNeeded)) return { edits: [], table };
  const { view, headerRow: row } = table;
  const column = firstFreeColumn(view);
  const edits: Edit[] = [
    { kind: 'write', sheet: view.name, row, column, cells: [missing.map(({ header }) => header)] },
    { kind: 'format', sheet: view.name, row, column, rows: 1, columns: missing.length, format: HEADER_FORMAT },
    ...missing.flatMap(({ format }, i) =>
      format ? [columnFormat(view.name, row + 1, column + i, FORMATTED_ROWS, format)] : [],
    ),
  ];
  const columns = new Map([...table.columns, ...missing.map(({ header }, i) => [header, column + i] as const)]);
  return { edits, table: { ...table, columns } };
}
