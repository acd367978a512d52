import { columnName, quoteSheet } from '../../cells/address';
import { readTables } from '../../workbook/register/readTracked';
import { type CompassSheet, headersOf, KPIS, LOG, STRATEGY } from '../../workbook/sheets/compassSheets';
import { sameName } from '../../workbook/sheets/names';
import { viewSheet } from '../../workbook/sheets/sheetView';
import { findTable, type Table } from '../../workbook/sheets/tables';
import type { Snapshot } from '../../workbook/snapshot';
import { TrackError } from '../../workbook/sources/trackError';

/** One of the Compass tables as formulas speak of it. */
export interface TablePlaces {
  /** 1-based row of the headers. */
  header: number;
  /** A whole column, absolute, with its sheet: `'Compass KPIs'!$G:$G`. */
  column(header: string): string;
  /** One cell of a column, absolute, by its 1-based row. */
  cell(header: string, row: number): string;
  /** A column that may come and go, found by its header when the formula is worked out: its cell in a row, or an error. */
  optional(header: string, row: string): string;
}

/** Where formulas find what the Compass sheets say. */
export interface CompassPlaces {
  kpis: TablePlaces;
  goals: TablePlaces;
  functions: TablePlaces;
  log: TablePlaces;
  /** The cell beside a label of `Compass Strategy`, absolute; an empty text where it has none. */
  label(name: string): string;
  /** The whole column of periods in `Compass Data`. */
  periods: string;
  /** The header and the whole column of the n-th KPI of `Compass Data`, from 0 on. */
  data(index: number): { header: string; column: string };
  /** Everything that the KPIs, the data and the log hold, with some room for what comes: as a function takes them. */
  whole: { kpis: string; data: string; log: string };
  /** Some cells below the headers of `Compass Data`: of the n-th KPI, or of the periods. */
  below(index: number | 'periods', rows: number): string;
}

/**
 * Finds the Compass tables wherever they are in a workbook.
 *
 * @throws TrackError where one of them lacks its header
 */
export function compassPlaces(snapshot: Snapshot): CompassPlaces {
  const { data } = readTables(snapshot);
  if (!data) throw new TrackError("Compass Data has no header 'Period'; write it above the periods first.");
  const sheet = quoteSheet(data.view.name);
  const first = data.table.columns.get('Period')!;
  const whole = (column: number) => `${sheet}!$${columnName(column)}:$${columnName(column)}`;
  return {
    kpis: tablePlaces(snapshot, KPIS),
    goals: tablePlaces(snapshot, STRATEGY),
    functions: tablePlaces(snapshot, STRATEGY, 1),
    log: tablePlaces(snapshot, LOG),
    label: name => labelCell(snapshot, name),
    periods: whole(first),
    whole: {
      kpis: wholeTable(snapshot, KPIS, 'KPI'),
      data: wholeData(sheet, whole(first), data.table.headerRow + 1),
      log: wholeTable(snapshot, LOG, 'Kind'),
    },
    data: index => ({
      header: `${sheet}!$${columnName(first + 1 + index)}$${data.table.headerRow + 1}`,
      column: whole(first + 1 + index),
    }),
    below: (index, rows) => {
      const letter = `$${columnName(index === 'periods' ? first : first + 1 + index)}`;
      const top = data.table.headerRow + 2;
      return `${sheet}!${letter}$${top}:${letter}$${top + rows - 1}`;
    },
  };
}

function tablePlaces(snapshot: Snapshot, sheet: CompassSheet, which = 0): TablePlaces {
  const view = viewSheet(snapshot, sheet.name);
  const table: Table | null = view && findTable(view, headersOf(sheet, which), []);
  const letter = (header: string) => {
    const column = table?.columns.get(header);
    if (column === undefined) throw new TrackError(`${sheet.name} has no column '${header}'; write that header first.`);
    return `$${columnName(column)}`;
  };
  const name = quoteSheet(view?.name ?? sheet.name);
  const headers = (table?.headerRow ?? 0) + 1;
  return {
    header: headers,
    column: header => `${name}!${letter(header)}:${letter(header)}`,
    cell: (header, row) => `${name}!${letter(header)}$${row}`,
    // From a cell that is always there: a reference across columns would lose one with each that goes.
    optional: (header, row) => {
      const start = `${name}!${letter(headersOf(sheet, which)[0]!)}$${headers}`;
      const across = `MATCH("${header}",${name}!$${headers}:$${headers},0)-COLUMN(${start})`;
      return `OFFSET(${start},${row}-ROW(${start}),${across})`;
    },
  };
}

/** Rows and columns that are read beyond what is on a sheet: for blank ones between. */
const ROOM = 20;

/** A sheet from its first cell on: as many rows as its table fills, and some more. */
function wholeTable(snapshot: Snapshot, sheet: CompassSheet, header: string): string {
  const name = quoteSheet(viewSheet(snapshot, sheet.name)?.name ?? sheet.name);
  return `${name}!$A$1:INDEX(${name}!$A:$Z,COUNTA(${tablePlaces(snapshot, sheet).column(header)})+${ROOM},26)`;
}

/** Columns of `Compass Data` that are read at most: sheets are made as wide as formulas reach. */
const MOST_COLUMNS = 104;

function wholeData(sheet: string, periods: string, header: number): string {
  const last = `MIN(${MOST_COLUMNS},COUNTA(${sheet}!$${header}:$${header})+${ROOM})`;
  return `${sheet}!$A$1:INDEX(${sheet}!$A:$${columnName(MOST_COLUMNS - 1)},COUNT(${periods})+${ROOM},${last})`;
}

function labelCell(snapshot: Snapshot, label: string): string {
  const view = viewSheet(snapshot, STRATEGY.name);
  for (let row = 0; view && row < view.rows; row++) {
    for (let column = 0; column < view.columns; column++) {
      const text = view.cell(row, column);
      if (typeof text !== 'string' || !sameName(label, text.replace(/\s*:\s*$/, ''))) continue;
      return `${quoteSheet(view.name)}!$${columnName(column + 1)}$${row + 1}`;
    }
  }
  return '""';
}
