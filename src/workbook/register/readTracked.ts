import type { Problem } from '../register';
import { DATA, KPIS } from '../sheets/compassSheets';
import { didYouMean, nearestName, sameName } from '../sheets/names';
import { viewSheet } from '../sheets/sheetView';
import { cellName, cellPlace } from '../sheets/tables';
import type { Snapshot } from '../snapshot';
import { type Origin, originOf } from '../sources/dataFormulas';
import { type LocatedSource, locateSource } from '../sources/locateSource';
import { type DataSheet, readData } from './readData';
import { type KpiRow, readKpis } from './readKpis';
import { readStrategy, type Strategy } from './readStrategy';

/** A KPI with its column of `Compass Data` and what the formulas there point at. */
export interface TrackedKpi {
  row: KpiRow;
  /** 0-based; null where `Compass Data` has no column of its name. */
  column: number | null;
  /** One a period of the data sheet, oldest first. */
  origins: (Origin | null)[];
  source: LocatedSource | null;
}

/** The Compass sheets of a workbook, put side by side. */
export interface CompassTables {
  strategy: Strategy;
  /** Null where the workbook has no readable `Compass Data`. */
  data: DataSheet | null;
  /** The rows of `Compass KPIs` that can be judged, and the names of all. */
  rows: KpiRow[];
  names: string[];
}

/**
 * Reads strategy, KPIs and the shape of the data, each name matched with its column.
 *
 * @param snapshot  the workbook
 * @param problems  takes what is wrong
 */
export function readTables(snapshot: Snapshot, problems: Problem[] = []): CompassTables {
  const strategy = readStrategy(snapshot, problems);
  const { rows, names } = readKpis(snapshot, strategy, problems);
  const data = readData(snapshot, strategy, problems);
  sayMissingSheets(snapshot, problems);
  if (data) sayUnmatched(rows, names, data, problems);
  return { strategy, data, rows, names };
}

/** The Compass sheets, with what each KPI's formulas point at. */
export interface Tracked {
  strategy: Strategy;
  data: DataSheet | null;
  kpis: TrackedKpi[];
}

/** As `readTables`, with where every figure comes from. */
export function readTracked(snapshot: Snapshot, problems: Problem[] = []): Tracked {
  const { strategy, data, rows } = readTables(snapshot, problems);
  const kpis = rows.map(row => {
    const column = data?.columns.find(({ name }) => sameName(name, row.name))?.column ?? null;
    const origins = (data?.rows ?? []).map(at =>
      at === null || column === null ? null : originOf(data!.view.formula(at, column)),
    );
    return { row, column, origins, source: row.source && locateSource(row.source, origins) };
  });
  return { strategy, data, kpis };
}

/** One of the two tables without the other is a workbook that somebody has taken apart. */
function sayMissingSheets(snapshot: Snapshot, problems: Problem[]): void {
  const [hasKpis, hasData] = [KPIS, DATA].map(sheet => viewSheet(snapshot, sheet.name) !== null);
  if (hasKpis === hasData) return;
  const [missing, there] = hasKpis ? [DATA.name, KPIS.name] : [KPIS.name, DATA.name];
  problems.push({
    severity: 'error',
    message: `The workbook has ${there}, but no sheet ${missing}; undo its removal, or track the KPIs again.`,
    place: { sheet: there },
  });
}

/** Names that are in one of the two sheets only, with what was probably meant. A row that was left out still claims its column. */
function sayUnmatched(rows: KpiRow[], names: string[], { view, table, columns }: DataSheet, problems: Problem[]): void {
  const lonelyKpis = rows.filter(row => !columns.some(({ name }) => sameName(name, row.name)));
  const lonelyColumns = columns.filter(({ name }) => !names.some(other => sameName(other, name)));
  const lonelyNames = lonelyKpis.map(row => row.name);
  for (const { name, column } of lonelyColumns) {
    const near = didYouMean(name, lonelyNames);
    problems.push({
      severity: near ? 'error' : 'note',
      message: `${cellName(view, table.headerRow, column)}: ${view.name} has a column '${name}' that no KPI has${near || '; it is not judged.'}`,
      place: cellPlace(view, table.headerRow, column),
    });
  }
  for (const row of lonelyKpis) {
    if (lonelyColumns.some(({ name }) => nearestName(name, lonelyNames) === row.name)) continue;
    const { sheet, range } = row.place;
    const message = `${sheet} ${range}: the KPI '${row.name}' has no column in ${view.name}; it has no figures.`;
    problems.push({ severity: 'error', message, place: row.place });
  }
}
