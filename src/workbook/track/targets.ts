import { columnName, printRange, quoteSheet } from '../../cells/address';
import { isCoarser } from '../../cells/cadence';
import { parseFormula } from '../../cells/parseFormula';
import type { Cadence } from '../../cells/period';
import type { Cell } from '../../cells/value';
import type { Content, Edit } from '../edit';
import { planEdits } from '../edits/planEdits';
import type { DataSheet } from '../register/readData';
import { targetsSheet } from '../register/readTargets';
import { readTables } from '../register/readTracked';
import { emptyCompassSheets, FIGURES_HEADER_FORMAT, TARGETS } from '../sheets/compassSheets';
import { sameName } from '../sheets/names';
import type { Snapshot } from '../snapshot';
import { TrackError } from '../sources/trackError';
import { readTrackedFigures } from './trackedFigures';
import type { TargetCells } from './trackRequest';
import { newColumn, periodRows, writeFigures } from './writeData';
import { rewriteKpi } from './writeKpi';

/**
 * Gives each period of a KPI a target of its own: a column of `Compass Targets` that points at the owner's budget, aligned by
 * period, and a *Target* that shows that of the newest period.
 *
 * @param snapshot  the Compass sheets with the KPI in them, and the cells of the targets with those around them
 * @param kpi       its name
 * @param cells     one column or row of targets
 * @throws          TrackError where they can't be read, or are for longer periods than the figures
 */
export function writeTargets(snapshot: Snapshot, kpi: string, cells: TargetCells): Edit[] {
  const plan = planEdits(snapshot);
  plan.add(now => withoutTargets(now, kpi));
  const { rows, data } = readTables(plan.now);
  const row = rows.find(({ name }) => sameName(name, kpi));
  if (!row || !data) throw new TrackError(`There is no KPI '${kpi.trim()}' with figures.`);
  if (row.better === 'in range') throw new TrackError('A KPI that is better in range has a band; it takes no targets.');
  const { series, placed, calendar } = readTrackedFigures(plan.now, {
    values: cells.targets,
    ...(cells.targetPeriods && { periods: cells.targetPeriods }),
    combine: row.combine,
  });
  const own = series.steps.cadence;
  if (own && isCoarser(own, calendar.cadence)) {
    throw new TrackError(
      `The targets in ${printRange(series.values)} are for each ${own}, the figures for each ${calendar.cadence}; give one target a ${calendar.cadence}, or a single one.`,
    );
  }
  const starts = new Set(data.periods.map(({ start }) => start));
  if (!placed.figures.some(({ period, value }) => value !== null && starts.has(period.start)))
    throw new TrackError(`None of the targets in ${printRange(series.values)} is for a period that has figures.`);
  plan.add(now => emptyCompassSheets(now, {}, [TARGETS]));
  plan.add(now => {
    const sheet = sheetOf(now);
    const column = newColumn(sheet);
    const { edits, rows: at } = periodRows(
      sheet,
      calendar,
      placed.figures.map(({ period }) => period.start),
    );
    const periodColumn = sheet.table.columns.get('Period')!;
    const contents = new Map(
      placed.figures.map(({ period, content }): [number, Content] => {
        const target = at.get(period.start)!;
        return [target, content({ row: target, column: periodColumn })];
      }),
    );
    const header = { sheet: sheet.view.name, row: sheet.table.headerRow, column };
    return [
      ...edits,
      { kind: 'write', ...header, cells: [[row.name]] },
      { kind: 'format', ...header, rows: 1, columns: 1, format: FIGURES_HEADER_FORMAT },
      ...writeFigures(sheet, column, contents, series.format),
    ];
  });
  plan.add(now => rewriteKpi(now, row.name, 'Target', targetOfNow(now, row.name)));
  return plan.finish();
}

/** The edits that take a KPI's targets out again; the sheet goes with the last of them. *Target* stays as it is. */
export function withoutTargets(snapshot: Snapshot, kpi: string): Edit[] {
  const sheet = targetsSheet(snapshot, readTables(snapshot));
  const own = sheet?.columns.find(({ name }) => sameName(name, kpi));
  if (!sheet || !own) return [];
  const { view } = sheet;
  if (sheet.columns.length === 1) {
    const expected = Array.from({ length: view.rows }, (_, row) =>
      Array.from({ length: view.columns }, (_, column) => view.cell(row, column)),
    );
    return [{ kind: 'remove sheet', sheet: view.name, expected }];
  }
  return [{ kind: 'remove columns', sheet: view.name, column: own.column, count: 1 }];
}

/** The edit that carries a KPI's new name to the header of its targets. */
export function renameTargets(snapshot: Snapshot, from: string, to: string): Edit[] {
  const sheet = targetsSheet(snapshot, readTables(snapshot));
  const own = sheet?.columns.find(({ name }) => sameName(name, from));
  if (!sheet || !own) return [];
  const place = { sheet: sheet.view.name, row: sheet.table.headerRow, column: own.column };
  return [{ kind: 'write', ...place, cells: [[to]], expected: [[sheet.view.cell(place.row, place.column)]] }];
}

/** Whether a KPI has a target for each period. */
export function hasTargets(snapshot: Snapshot, kpi: string): boolean {
  return targetsSheet(snapshot, readTables(snapshot))?.columns.some(({ name }) => sameName(name, kpi)) ?? false;
}

function sheetOf(snapshot: Snapshot): DataSheet {
  const sheet = targetsSheet(snapshot, readTables(snapshot));
  if (!sheet) throw new TrackError(`${TARGETS.name} has no header 'Period'; write it above the periods first.`);
  return sheet;
}

/** The last day on which a period that has ended may begin. */
const LATEST: Record<Cadence, string> = {
  day: 'TODAY()-1',
  week: 'TODAY()-7',
  month: 'EDATE(TODAY(),-1)',
  quarter: 'EDATE(TODAY(),-3)',
};

/** *Target*: that of the newest period that has ended and has a figure, for whoever reads the sheet without us. */
function targetOfNow(snapshot: Snapshot, kpi: string): Content {
  const { data } = readTables(snapshot);
  const targets = sheetOf(snapshot);
  const column = (sheet: DataSheet, at: number) =>
    `${quoteSheet(sheet.view.name)}!$${columnName(at)}:$${columnName(at)}`;
  const of = (sheet: DataSheet) => column(sheet, sheet.columns.find(({ name }) => sameName(name, kpi))!.column);
  const [periods, figures] = [column(data!, data!.table.columns.get('Period')!), of(data!)];
  const [days, own] = [column(targets, targets.table.columns.get('Period')!), of(targets)];
  const newest = `MAXIFS(${periods},${figures},">-1E+300",${periods},"<="&${LATEST[data!.calendar.cadence]})`;
  const formula = `IF(COUNTIFS(${days},${newest},${own},">-1E+300")=0,"",SUMIFS(${own},${days},${newest}))`;
  return { formula: parseFormula(formula), value: valueOfNow(data!, targets, kpi) };
}

function valueOfNow(data: DataSheet, targets: DataSheet, kpi: string): Cell {
  const cell = (sheet: DataSheet, row: number | null | undefined) => {
    const column = sheet.columns.find(({ name }) => sameName(name, kpi))!.column;
    return row === null || row === undefined ? null : sheet.view.cell(row, column);
  };
  for (let at = data.periods.length - 1; at >= 0; at--) {
    const { start, closed } = data.periods[at]!;
    if (!closed || typeof cell(data, data.rows[at]) !== 'number') continue;
    const target = cell(targets, targets.rows[targets.periods.findIndex(period => period.start === start)]);
    return typeof target === 'number' ? target : '';
  }
  return '';
}
