import type { Content, Edit } from '../edit';
import { planEdits } from '../edits/planEdits';
import { doubtsNote } from '../register/doubts';
import { readTables } from '../register/readTracked';
import { DATA, emptyCompassSheets, FIGURES_HEADER_FORMAT, KPIS } from '../sheets/compassSheets';
import { sameName } from '../sheets/names';
import type { Snapshot } from '../snapshot';
import { printSource } from '../sources/source';
import { TrackError } from '../sources/trackError';
import { writeTargets } from './targets';
import { previewOf, readTrackedFigures, type TrackedFigures, type TrackPreview } from './trackedFigures';
import { checkRequest, type TrackRequest } from './trackRequest';
import { sourceLinesOf, UNREAD, unreadCells } from './unreadCells';
import { newColumn, periodRows, writeFigures } from './writeData';
import { addKpiColumns, newStrategyRows, newTableRow, writeCadence } from './writeKpi';

/**
 * Tracks a KPI: makes the Compass sheets that are missing, adds goal and function where they are new, a row to
 * `Compass KPIs`, and to `Compass Data` a column of formulas that point at the owner's cells, each in its period's row.
 *
 * @param snapshot  the Compass sheets, and the figures with the cells around them (`placesToTrack`)
 * @param request   the KPI and its cells
 * @returns         edits that overwrite nothing
 * @throws          TrackError in an owner's words
 */
export function track(snapshot: Snapshot, request: TrackRequest): Edit[] {
  return plan(snapshot, request).edits;
}

/** The edits of `track`, and what they read. */
export function planTrack(snapshot: Snapshot, request: TrackRequest): { edits: Edit[]; preview: TrackPreview } {
  const { edits, figures } = plan(snapshot, request);
  return { edits, preview: previewOf(figures) };
}

function plan(snapshot: Snapshot, request: TrackRequest): { edits: Edit[]; figures: TrackedFigures } {
  checkRequest(request);
  checkName(snapshot, request.kpi);
  const figures = readTrackedFigures(snapshot, request);
  const { cadence } = figures.calendar;
  const steps = planEdits(snapshot);
  steps.add(now => emptyCompassSheets(now, { cadence }));
  steps.add(now => writeCadence(now, cadence));
  steps.add(now => newStrategyRows(now, { name: request.goal ?? '' }, { name: request.function ?? '' }));
  steps.add(now => columnsFor(now, figures));
  steps.add(now => kpiRow(now, request, figures));
  steps.add(now => dataColumn(now, request.kpi.trim(), figures));
  const { targets, targetPeriods } = request;
  if (targets) steps.add(now => writeTargets(now, request.kpi, { targets, ...(targetPeriods && { targetPeriods }) }));
  return { edits: steps.finish(), figures };
}

/** Refuses a name that another KPI, or a column without one, has already. */
function checkName(snapshot: Snapshot, kpi: string): void {
  const { names, data } = readTables(snapshot);
  if (names.some(name => sameName(name, kpi))) {
    throw new TrackError(`A KPI '${kpi.trim()}' exists already; choose another name.`);
  }
  if (data?.columns.some(({ name }) => sameName(name, kpi))) {
    throw new TrackError(`${DATA.name} has a column '${kpi.trim()}' already, which no KPI has; choose another name.`);
  }
}

/** The columns that only KPIs need whose figures are added up. */
function columnsFor(snapshot: Snapshot, { placed, gaps }: TrackedFigures): Edit[] {
  if (placed.kind !== 'added up') return [];
  return addKpiColumns(snapshot, [...(gaps ? ['Gaps'] : []), ...UNREAD]);
}

function kpiRow(snapshot: Snapshot, request: TrackRequest, figures: TrackedFigures): Edit[] {
  const { series, placed, combine, gaps } = figures;
  const text = (value: string | undefined): Content => value?.trim() || null;
  const number = (value: number | null | undefined): Content => value ?? null;
  const cells: Record<string, Content> = {
    KPI: request.kpi.trim(),
    'Business function': text(request.function),
    Goal: text(request.goal),
    Measure: text(request.measure),
    Unit: text(request.unit),
    Better: request.better ?? 'higher',
    Target: number(request.target),
    Low: number(request.low),
    High: number(request.high),
    Floor: number(request.floor),
    Weight: number(request.weight),
    Combine: placed.kind === 'added up' ? combine : (request.combine ?? null),
    'Out of': text(request.outOf),
    Worth: number(request.worth),
    Owner: text(request.owner),
    Source: printSource(series),
    Note: text(request.note) ?? doubtsNote(series.doubts),
    Gaps: gaps,
    ...(placed.kind === 'added up' && unreadCells(sourceLinesOf(series), snapshot)),
  };
  const { format } = series;
  const headers = format === 'General' ? [] : ['Target', 'Low', 'High', 'Floor'];
  const formats = Object.fromEntries(headers.map(header => [header, format]));
  return newTableRow(snapshot, KPIS, cells, 0, formats);
}

function dataColumn(snapshot: Snapshot, kpi: string, { series, placed, calendar }: TrackedFigures): Edit[] {
  const { data } = readTables(snapshot);
  if (!data) throw new TrackError(`${DATA.name} has no header 'Period'; write it above the periods first.`);
  const { view, table } = data;
  const column = newColumn(data);
  const { edits, rows } = periodRows(
    data,
    calendar,
    placed.figures.map(({ period }) => period.start),
  );
  const periodColumn = table.columns.get('Period')!;
  const figures = new Map(
    placed.figures.map(({ period, content }): [number, Content] => {
      const row = rows.get(period.start)!;
      return [row, content({ row, column: periodColumn })];
    }),
  );
  const header = { sheet: view.name, row: table.headerRow, column };
  return [
    ...edits,
    { kind: 'write', ...header, cells: [[kpi]] },
    { kind: 'format', ...header, rows: 1, columns: 1, format: FIGURES_HEADER_FORMAT },
    ...writeFigures(data, column, figures, series.format),
  ];
}
