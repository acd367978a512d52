import { columnName, printRange, quoteSheet } from '../../cells/address';
import { isCoarser } from '../../cells/cadence';
import { parseFormula } from '../../cells/parseFormula';
import { type Cadence, type Calendar, nextPeriod } from '../../cells/period';
import { readIsoDate } from '../../cells/serial';
import type { Cell } from '../../cells/value';
import type { Content, Edit } from '../edit';
import { type EditPlan, planEdits } from '../edits/planEdits';
import type { PlacedFigures } from '../register/placeFigures';
import type { DataSheet } from '../register/readData';
import type { KpiRow } from '../register/readKpis';
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
  const { row, data } = targetedKpi(plan.now, kpi);
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
  const contents = placed.figures.map(({ period, content }): OwnTarget => [period.start, content]);
  addTargets(plan, row.name, calendar, contents, series.format);
  return plan.finish();
}

/**
 * Gives periods of a KPI targets that are plain figures, some of them for periods to come.
 *
 * @param dates    the first days of some periods, oldest first, `YYYY-MM-DD`
 * @param targets  by their place among those; the places beyond the last are the periods that follow it
 * @param format   number format of the KPI's figures
 */
export function writeTargetFigures(
  snapshot: Snapshot,
  kpi: string,
  dates: readonly string[],
  targets: ReadonlyMap<number, number>,
  format: string,
): Edit[] {
  const plan = planEdits(snapshot);
  plan.add(now => withoutTargets(now, kpi));
  const { row, data } = targetedKpi(plan.now, kpi);
  const starts = dates.map(date => readIsoDate(date)!);
  const last = Math.max(...targets.keys());
  while (starts.length <= last) starts.push(nextPeriod(starts[starts.length - 1]!, data.calendar).start);
  const own = [...targets].map(([place, target]): OwnTarget => [starts[place]!, () => target]);
  addTargets(plan, row.name, data.calendar, own, format);
  return plan.finish();
}

/** The first day of a period, and what the cell of its target holds. */
type OwnTarget = [start: number, content: PlacedFigures['figures'][number]['content']];

function targetedKpi(snapshot: Snapshot, kpi: string): { row: KpiRow; data: DataSheet } {
  const { rows, data } = readTables(snapshot);
  const row = rows.find(({ name }) => sameName(name, kpi));
  if (!row || !data) throw new TrackError(`There is no KPI '${kpi.trim()}' with figures.`);
  if (row.better === 'in range') throw new TrackError('A KPI that is better in range has a band; it takes no targets.');
  return { row, data };
}

/** A column of `Compass Targets`, and a *Target* that shows the one of the newest period. */
function addTargets(plan: EditPlan, kpi: string, calendar: Calendar, targets: OwnTarget[], format: string): void {
  plan.add(now => emptyCompassSheets(now, {}, [TARGETS]));
  plan.add(now => {
    const sheet = sheetOf(now);
    const column = newColumn(sheet);
    const { edits, rows: at } = periodRows(
      sheet,
      calendar,
      targets.map(([start]) => start),
    );
    const periodColumn = sheet.table.columns.get('Period')!;
    const contents = new Map(
      targets.map(([start, content]): [number, Content] => {
        const row = at.get(start)!;
        return [row, content({ row, column: periodColumn })];
      }),
    );
    const header = { sheet: sheet.view.name, row: sheet.table.headerRow, column };
    return [
      ...edits,
      { kind: 'write', ...header, cells: [[kpi]] },
      { kind: 'format', ...header, rows: 1, columns: 1, format: FIGURES_HEADER_FORMAT },
      ...writeFigures(sheet, column, contents, format),
    ];
  });
  plan.add(now => rewriteKpi(now, kpi, 'Target', targetOfNow(now, kpi)));
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
