import type { Cell } from '../../cells/value';
import type { Content, Edit } from '../../workbook/edit';
import type { Problem } from '../../workbook/register';
import { addColumns } from '../../workbook/sheets/addColumns';
import { emptyCompassSheets, headersOf, LOG, laterHeadersOf } from '../../workbook/sheets/compassSheets';
import { viewSheet } from '../../workbook/sheets/sheetView';
import { findTable, type Table } from '../../workbook/sheets/tables';
import type { Snapshot } from '../../workbook/snapshot';

/** What stands under the headers of a row of the Log; a header without anything to say is left out. */
export type LogCells = Map<string, Content>;

/** The Log cannot take a row as it stands; the message says why. */
export class LogUnreadable extends Error {
  override name = 'LogUnreadable';
}

/** Without these a row could not be found again. */
const NEEDED = ['Kind', 'Alert', 'Decision'];

/** Those of some cells that say something. */
export function logCells(cells: [header: string, content: Content | null | undefined][]): LogCells {
  return new Map(
    cells.filter((entry): entry is [string, Content] => entry[1] !== undefined && entry[1] !== null && entry[1] !== ''),
  );
}

/**
 * A new row of `Compass Log`, below all others; the sheet is made if the workbook has none.
 *
 * @throws  LogUnreadable where the sheet's headers are missing or misspelt
 */
export function newLogRow(snapshot: Snapshot, cells: LogCells): Edit[] {
  const headers = headersOf(LOG);
  const missing = emptyCompassSheets(snapshot, {}, [LOG]);
  if (missing.length > 0) {
    const sheet = missing.reduce((name, edit) => edit.sheet ?? name, LOG.name);
    const row = [headers.map(header => cells.get(header) ?? null)];
    return [...missing, { kind: 'write', sheet, row: LOG.headerRow + 1, column: 0, cells: row }];
  }
  const { edits: added, table } = addColumns(logTable(snapshot), LOG, [...cells.keys()]);
  const at = Math.max(table.headerRow, ...table.rows) + 1;
  const written = runsOf([...table.columns].filter(([header]) => cells.has(header))).flatMap((run): Edit[] => [
    {
      kind: 'write' as const,
      sheet: table.view.name,
      row: at,
      column: run[0]![1],
      cells: [run.map(([header]) => cells.get(header)!)],
    },
    ...run.flatMap(([header, column]) => dateFormat(table, header, at, column)),
  ]);
  return [...added, ...written];
}

/**
 * Writes over cells of one row of the Log, wherever the row is by now.
 *
 * @param isIt   whether a row, asked for what stands under a header, is the one; of several the last is
 * @param cells  by header; null empties a cell
 * @throws       LogUnreadable where there is no such row any more
 */
export function rewriteLogRow(
  snapshot: Snapshot,
  isIt: (cell: (header: string) => Cell) => boolean,
  cells: [header: string, content: Content][],
): Edit[] {
  const found = logTable(snapshot);
  const cellIn = (row: number) => (header: string) => {
    const column = found.columns.get(header);
    return column === undefined ? null : found.view.cell(row, column);
  };
  const row = found.rows.filter(at => isIt(cellIn(at))).pop();
  if (row === undefined) throw new LogUnreadable(`This entry is no longer in ${LOG.name}; somebody has changed it.`);
  const { edits, table } = addColumns(
    found,
    LOG,
    cells.map(([header]) => header),
  );
  return [
    ...edits,
    ...cells.flatMap(([header, content]): Edit[] => {
      const column = table.columns.get(header);
      if (column === undefined) throw new LogUnreadable(`${LOG.name} has no column '${header}'; write it back first.`);
      const before = cellIn(row)(header);
      if (before === content) return [];
      return [
        { kind: 'write', sheet: table.view.name, row, column, cells: [[content]], expected: [[before]] },
        ...dateFormat(table, header, row, column),
      ];
    }),
  ];
}

function logTable(snapshot: Snapshot): Table {
  const problems: Problem[] = [];
  const view = viewSheet(snapshot, LOG.name);
  const table = view && findTable(view, headersOf(LOG), problems, laterHeadersOf(LOG));
  const missing = NEEDED.find(header => !table?.columns.has(header));
  if (!table || missing) {
    const said = problems.find(problem => problem.severity === 'error')?.message;
    throw new LogUnreadable(said ?? `${LOG.name} has no column '${missing}'; write it back, then decide again.`);
  }
  return table;
}

/** Columns that stand next to each other, so that what somebody has put between them stays. */
function runsOf(columns: [header: string, column: number][]): [header: string, column: number][][] {
  const runs: [string, number][][] = [];
  for (const entry of columns.sort((a, b) => a[1] - b[1])) {
    const run = runs[runs.length - 1];
    if (run && run[run.length - 1]![1] === entry[1] - 1) run.push(entry);
    else runs.push([entry]);
  }
  return runs;
}

function dateFormat({ view }: Table, header: string, row: number, column: number): Edit[] {
  const number = LOG.tables[0]!.find(entry => entry.header === header)?.format;
  return number ? [{ kind: 'format', sheet: view.name, row, column, rows: 1, columns: 1, format: { number } }] : [];
}
