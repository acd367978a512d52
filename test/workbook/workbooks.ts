import { serialOf } from '../../src/cells/serial';
import type { Cell } from '../../src/cells/value';
import { applyEdits } from '../../src/workbook/edits/applyEdits';
import { readRegister } from '../../src/workbook/register/readRegister';
import { viewSheet } from '../../src/workbook/sheets/sheetView';
import type { Block, Snapshot } from '../../src/workbook/snapshot';
import { track } from '../../src/workbook/track/track';
import { previewTrack, type TrackPreview } from '../../src/workbook/track/trackedFigures';
import type { TrackRequest } from '../../src/workbook/track/trackRequest';

/** Monday 5 January 2026, and later days by their distance from it. */
export const MONDAY = serialOf(2026, 1, 5);
export const week = (number: number) => MONDAY + 7 * number;
export const month = (number: number, year = 2026) => serialOf(year, number, 1);

/** A workbook of whole sheets, read on 1 June 2026 unless told; dates in the first column are formatted as such. */
export function workbook(sheets: Record<string, Cell[][]>, today = serialOf(2026, 6, 1)): Snapshot {
  return { today, locale: 'en-GB', sheets: Object.entries(sheets).map(([name, values]) => block(name, values)) };
}

function block(name: string, rows: Cell[][]): Block {
  const width = Math.max(0, ...rows.map(row => row.length));
  const values = rows.map(row => [...row, ...Array<Cell>(width - row.length).fill(null)]);
  const format = (cell: Cell) =>
    typeof cell === 'number' && cell > 40_000 && cell < 60_000 ? 'yyyy-mm-dd' : 'General';
  return { name, values, formats: values.map(row => row.map(format)) };
}

/** Ten weeks of a shop's tickets, headers in row 3, as owners keep them. */
export const WEEKLY: Cell[][] = [
  ['The shop, week by week'],
  [],
  ['Week from', 'Tickets', 'Share of regulars'],
  ...[410, 402, 395, 420, 388, 415, 407, 399, 412, 404].map((tickets, index): Cell[] => [week(index), tickets, 0.3]),
];

export const TICKETS: TrackRequest = {
  kpi: 'Tickets',
  function: 'Sales',
  goal: 'Grow',
  better: 'higher',
  target: 420,
  values: { sheet: 'Weekly', range: 'B4:B13' },
};

/** A workbook after a KPI, or several, were tracked. */
export function tracked(snapshot: Snapshot, ...requests: TrackRequest[]): Snapshot {
  return requests.reduce((current, request) => applyEdits(current, track(current, request)), snapshot);
}

/** All rows of a sheet. */
export function rowsOf(snapshot: Snapshot, sheet: string): Cell[][] {
  const view = viewSheet(snapshot, sheet)!;
  return Array.from({ length: view.rows }, (_, row) =>
    Array.from({ length: view.columns }, (_, column) => view.cell(row, column)),
  );
}

/** The workbook with some cells of a sheet typed over, as an owner would; cells are named as far as column Z. */
export function typed(snapshot: Snapshot, sheet: string, cells: Record<string, Cell>): Snapshot {
  const places = Object.entries(cells).map(([address, cell]) => ({
    row: Number(address.slice(1)) - 1,
    column: address.charCodeAt(0) - 65,
    cell,
  }));
  const sheets = snapshot.sheets.map(one => {
    if (one.name !== sheet) return one;
    const height = Math.max(one.values.length, ...places.map(({ row }) => row + 1));
    const width = Math.max(one.values[0]?.length ?? 0, ...places.map(({ column }) => column + 1));
    const grown = <T>(grid: T[][] | undefined, blank: T): T[][] =>
      Array.from({ length: height }, (_, row) =>
        Array.from({ length: width }, (_, column) => grid?.[row]?.[column] ?? blank),
      );
    const values = grown<Cell>(one.values, null);
    const formulas = grown<string | null>(one.formulas, null);
    for (const { row, column, cell } of places) {
      values[row]![column] = cell;
      formulas[row]![column] = null;
    }
    return { ...one, values, formulas, formats: grown(one.formats, 'General') };
  });
  return { ...snapshot, sheets };
}

export const problemsOf = (snapshot: Snapshot) => readRegister(snapshot).problems.map(({ message }) => message);

/** What tracking some cells of a sheet would read. */
export const previewOf = (rows: Cell[][], range: string, periods?: string, sheet = 'S') =>
  previewTrack(workbook({ [sheet]: rows }), {
    values: { sheet, range },
    ...(periods && { periods: { sheet, range: periods } }),
  });

/** The source that was found, its cadence, how many figures, and the first and the newest period. */
export const said = ({ source, cadence, count, first, newest }: TrackPreview) => [
  source,
  cadence,
  count,
  first[0]!.label,
  newest.label,
];
