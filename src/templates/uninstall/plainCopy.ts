import { type Cell, isBlank, isError } from '../../cells/value';
import type { Edit } from '../../workbook/edit';
import { DATA, HEADER_FORMAT, KPIS, LOG, STRATEGY } from '../../workbook/sheets/compassSheets';
import { firstFreeRow } from '../../workbook/sheets/sheetView';
import { freeName } from '../install/layout';
import type { CompassSheetFound } from './compassSheets';

/** What a Compass sheet is called as a plain sheet, and the columns that only the product uses. */
const PLAIN: Record<string, { name: string; without: string[] }> = {
  [LOG.name]: { name: 'Decisions', without: ['Alert'] },
  [DATA.name]: { name: 'Figures', without: [] },
  [STRATEGY.name]: { name: 'Strategy', without: [] },
  [KPIS.name]: { name: 'KPI list', without: ['Measure', 'Combine', 'Out of', 'Source'] },
};

/** What a Compass sheet is called as a plain sheet; null for one that only repeats what others contain. */
export function plainSheetName(made: string): string | null {
  return PLAIN[made]?.name ?? null;
}

/**
 * Copies a Compass sheet to a plain one: the values of its cells with their number formats and headers, and nothing else.
 *
 * @param names  of all sheets
 * @returns      the edits that add it after all other sheets, under its plain name or the first free one
 */
export function plainCopy({ made, view, tables }: CompassSheetFound, names: string[]): Edit[] {
  const { name, without } = PLAIN[made]!;
  const sheet = freeName(name, names);
  const headerRow = Math.max(0, ...tables.map(table => table.headerRow));
  const unneeded = tables.flatMap(({ columns }) => without.map(header => columns.get(header)));
  const lines = Array.from({ length: firstFreeRow(view) }, (_, row) => row);
  const isUsed = (column: number) => lines.some(row => row !== headerRow && !isBlank(view.cell(row, column)));
  const columns = Array.from({ length: view.columns }, (_, column) => column).filter(
    column => isUsed(column) && !unneeded.includes(column),
  );
  if (columns.length === 0) return [];
  const shown = (cell: Cell) => (isError(cell) ? cell.error : cell);
  const place = { sheet, row: headerRow, rows: 1 };
  return [
    {
      kind: 'add sheet',
      sheet,
      ...(headerRow === 0 && { frozenRows: 1 }),
      widths: columns.map(column => widthOf(made, String(view.cell(headerRow, column) ?? ''))),
    },
    {
      kind: 'write',
      sheet,
      row: 0,
      column: 0,
      cells: lines.map(row => columns.map(column => shown(view.cell(row, column)))),
    },
    ...columns.flatMap((column, at): Edit[] =>
      isBlank(view.cell(headerRow, column))
        ? []
        : [{ kind: 'format', ...place, column: at, columns: 1, format: HEADER_FORMAT }],
    ),
    ...columns.flatMap((column, at) => formatsOf(sheet, lines, row => view.format(row, column), at)),
  ];
}

/** As wide as in the Compass sheet. */
function widthOf(made: string, header: string): number {
  const sheet = [LOG, DATA, STRATEGY, KPIS].find(({ name }) => name === made)!;
  return sheet.tables.flat().find(column => column.header === header)?.width ?? Math.max(12, header.length + 2);
}

/** Number formats down one column, a run of equal ones as one edit. */
function formatsOf(sheet: string, rows: number[], format: (row: number) => string, column: number): Edit[] {
  const edits: Edit[] = [];
  for (let from = 0, to = 0; from < rows.length; from = to) {
    const number = format(from);
    while (to < rows.length && format(to) === number) to++;
    if (number !== 'General')
      edits.push({ kind: 'format', sheet, row: from, column, rows: to - from, columns: 1, format: { number } });
  }
  return edits;
}
