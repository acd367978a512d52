import type { IWorksheetData } from '@univerjs/core';

type CellData = IWorksheetData['cellData'];

/**
 * Some rows of a sheet, on their way from a worker to the page or into the browser's database. They go as text: a browser writes and
 * reads that in a third of the time in which it copies as many objects.
 */
export type RowsPart = string | CellData;

/** Cells that go at a time: to take in more at once would hold up the page. */
const AT_A_TIME = 20_000;

/** The rows of a sheet in parts of a bounded number of cells. */
export function* rowsInParts(cells: CellData = {}): Generator<RowsPart> {
  let rows: CellData = {};
  let room = AT_A_TIME;
  for (const row in cells) {
    rows[row] = cells[row]!;
    room -= Object.keys(cells[row] ?? {}).length;
    if (room > 0) continue;
    yield asText(rows);
    rows = {};
    room = AT_A_TIME;
  }
  yield asText(rows);
}

/** Rows as text; as they are where a figure has no text: one beyond all that a file should hold. */
function asText(rows: CellData): RowsPart {
  for (const row in rows) {
    for (const column in rows[row]) {
      const value = rows[row]![column as unknown as number]?.v;
      if (typeof value === 'number' && !Number.isFinite(value)) return rows;
    }
  }
  return JSON.stringify(rows);
}

/** The rows of a part. */
export function rowsOf(part: RowsPart): CellData {
  return typeof part === 'string' ? JSON.parse(part) : part;
}
