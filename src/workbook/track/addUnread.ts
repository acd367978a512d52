import { printRange, type Range } from '../../cells/address';
import { detectCadence } from '../../cells/cadence';
import { parseFormula } from '../../cells/parseFormula';
import { nextPeriod } from '../../cells/period';
import type { Content, Edit } from '../edit';
import { planEdits } from '../edits/planEdits';
import { missingDays } from '../register/isPartial';
import { addUp } from '../register/placeFigures';
import type { DataSheet } from '../register/readData';
import { readTracked, type TrackedKpi } from '../register/readTracked';
import { newFigures, newLedgerPeriods } from '../register/readUnread';
import { sourcePeriods, standsIn } from '../register/sourceOrder';
import { sameName } from '../sheets/names';
import { viewSheet } from '../sheets/sheetView';
import type { Snapshot } from '../snapshot';
import {
  type AddingUp,
  addingUp,
  countsGapsAsZero,
  pointingAt,
  ratioIn,
  readsTextDates,
} from '../sources/dataFormulas';
import type { LocatedSource } from '../sources/locateSource';
import { hasTextDates, readSeries, type SourceSeries } from '../sources/series';
import { printSource } from '../sources/source';
import { TrackError } from '../sources/trackError';
import { closedLines, hasUnread, sourceLinesOf, writeUnread } from './unreadCells';
import { periodRows, writeFigures } from './writeData';
import { rewriteSource } from './writeKpi';

/**
 * Adds to `Compass Data` what was typed after the end of the sources since: rows for the new periods, formulas in the
 * KPIs' columns, and the longer range in *Source*.
 *
 * @param snapshot  the Compass sheets and the edges of the sources (`edgesToRead`)
 * @param kpi       one KPI's name; all of them when left out
 * @param whole     whether the sources' sheets were read whole, so that the results of sums are known
 * @returns         edits that overwrite nothing but formulas of ours; none where there is nothing to add
 * @throws          TrackError where a new figure cannot be added
 */
export function addUnread(snapshot: Snapshot, kpi?: string, whole = false): Edit[] {
  const plan = planEdits(snapshot);
  for (const { row } of readTracked(snapshot).kpis) {
    if (kpi !== undefined && !sameName(row.name, kpi)) continue;
    plan.add(now => {
      const { data, kpis } = readTracked(now);
      const tracked = kpis.find(other => sameName(other.row.name, row.name))!;
      if (!data || tracked.column === null || !tracked.source) return [];
      return EXTEND[tracked.source.kind]({ snapshot: now, data, tracked, source: tracked.source, whole });
    });
  }
  return plan.finish();
}

/** One KPI in the workbook as the additions before it leave it. */
interface Now {
  snapshot: Snapshot;
  data: DataSheet;
  tracked: TrackedKpi;
  source: LocatedSource;
  whole: boolean;
}

/** Values and their periods. */
interface Ranges {
  values: Range;
  periods: Range;
}

type ContentAt = (periodCell: { row: number; column: number }) => Content;

const EXTEND: Record<LocatedSource['kind'], (now: Now) => Edit[]> = {
  'cell by cell': extendCells,
  'added up': extendSums,
  ledger: extendLedger,
};

function extendCells({ snapshot, data, tracked, source }: Now): Edit[] {
  const found = newFigures(source, tracked.origins, data, snapshot);
  if (found.length === 0) return [];
  const { calendar } = data;
  const { steps } = sourcePeriods(
    tracked,
    data,
    snapshot,
    found.map(({ period }) => period),
  );
  const taken = new Set(data.periods.flatMap(({ start }, index) => (tracked.origins[index] ? [start] : [])));
  const contents = found.map(({ cell, period, value }) => {
    const { start, label } = standsIn(period, steps, calendar);
    if (taken.has(start))
      throw new TrackError(`${printRange(cell)}: ${label} appears twice; a period can have one figure only.`);
    taken.add(start);
    return { start, content: (): Content => ({ formula: pointingAt(cell), value: value ?? '' }) };
  });
  const range = longer(source, [found[0]!.cell, found[found.length - 1]!.cell]);
  return [...fill(data, tracked, contents), ...rewriteSource(snapshot, tracked.row.name, printSource(range))];
}

/** The source with some cells beyond its end. */
function longer({ values, periods }: LocatedSource, cells: Range[]): Ranges {
  const tops = cells.map(({ top }) => top - values.top);
  const lefts = cells.map(({ left }) => left - values.left);
  const grow = (range: Range): Range => ({
    ...range,
    top: range.top + Math.min(0, ...tops),
    left: range.left + Math.min(0, ...lefts),
    bottom: Math.max(range.bottom!, ...tops.map(down => range.top + down)),
    right: Math.max(range.right!, ...lefts.map(across => range.left + across)),
  });
  return { values: grow(values), periods: grow(periods) };
}

/** Writes contents into a KPI's column, making rows where there are none. */
function fill(data: DataSheet, { column }: TrackedKpi, contents: { start: number; content: ContentAt }[]): Edit[] {
  const { edits, rows } = periodRows(
    data,
    data.calendar,
    contents.map(({ start }) => start),
  );
  const periodColumn = data.table.columns.get('Period')!;
  const figures = new Map(
    contents.map(({ start, content }): [number, Content] => {
      const row = rows.get(start)!;
      return [row, content({ row, column: periodColumn })];
    }),
  );
  return [...edits, ...writeFigures(data, column!, figures, formatOf(data, column!))];
}

function formatOf({ view, rows }: DataSheet, column: number): string {
  const row = rows.find((at): at is number => at !== null && view.formula(at, column) !== null);
  return row === undefined ? 'General' : view.format(row, column);
}

/** Sums over a range take the longer range in every row, since new lines may belong to an old period. */
function extendSums(now: Now): Edit[] {
  const { snapshot, data, tracked, source } = now;
  const found = newFigures(source, tracked.origins, data, snapshot);
  if (found.length === 0) return [];
  const range = longer(source, [found[0]!.cell, found[found.length - 1]!.cell]);
  const days = found.map(({ period }) => period.start);
  const newest = Math.max(...days);
  const steps = detectCadence(days).cadence;
  const last = data.periods[lastIndex(tracked)]!;
  const starts: number[] = [];
  for (
    let next = nextPeriod(last.start, data.calendar);
    next.start <= newest;
    next = nextPeriod(next.start, data.calendar)
  ) {
    if (tracked.row.combine === 'sum' && missingDays(next, { last: newest }, steps, data.calendar) > 0) break;
    starts.push(next.start);
  }
  const content = sumContent(now, range);
  return [
    ...rewriteSums(now, content),
    ...fill(
      data,
      tracked,
      starts.map(start => ({ start, content: content(start) })),
    ),
    ...rewriteSource(snapshot, tracked.row.name, printSource(range)),
    ...countUnread(now, range),
  ];
}

/** The new formula in the rows that have one. */
function rewriteSums({ data, tracked }: Now, content: (start: number) => ContentAt): Edit[] {
  const { view, rows, periods, table } = data;
  return tracked.origins.flatMap((origin, index): Edit[] => {
    const row = rows[index] ?? null;
    if (!origin || row === null) return [];
    const column = tracked.column!;
    const cell = content(periods[index]!.start)({ row, column: table.columns.get('Period')! });
    return [{ kind: 'write', sheet: view.name, row, column, cells: [[cell]], expected: [[view.cell(row, column)]] }];
  });
}

function extendLedger(now: Now): Edit[] {
  const { snapshot, data, tracked, source } = now;
  const content = sumContent(now, source);
  const starts = newLedgerPeriods(tracked, data, snapshot.today);
  return [
    ...(gapsWereChosen(now) ? rewriteSums(now, content) : []),
    ...fill(
      data,
      tracked,
      starts.map(start => ({ start, content: content(start) })),
    ),
    ...countUnread(now, source),
  ];
}

/** Whether *Gaps* says something else than the formulas do, which follow once somebody has chosen. */
function gapsWereChosen(now: Now): boolean {
  const { gaps, combine } = now.tracked.row;
  if (gaps === null || combine !== 'sum') return false;
  return formulasOf(now).some(formula => !readsTextDates(formula) && countsGapsAsZero(formula) !== (gaps === 'zero'));
}

/** The formulas that a KPI's column has now. */
export function formulasOf({ data, tracked }: Pick<Now, 'data' | 'tracked'>): string[] {
  const { column, origins } = tracked;
  return data.rows.flatMap((at, index) =>
    at !== null && origins[index] ? (data.view.formula(at, column!) ?? []) : [],
  );
}

/**
 * *Unread* and *First unread*, where the range that they look through has become longer or, in a ledger that was read, where
 * an earlier version did not write them: where its lines begin is not known otherwise.
 */
function countUnread(now: Now, range: Ranges): Edit[] {
  const { snapshot, tracked, source, whole } = now;
  if (source.kind !== 'ledger')
    return writeUnread(snapshot, tracked.row.name, closedLines(range, formulasOf(now).some(readsTextDates)), whole);
  if (!whole || hasUnread(snapshot, tracked.row.name)) return [];
  return writeUnread(snapshot, tracked.row.name, sourceLinesOf(seriesOf(now, range)), true);
}

/**
 * The results of a KPI's own formulas once cells of its source were changed, for a file that nobody calculates.
 *
 * @param snapshot  with the source read whole
 */
export function recount(snapshot: Snapshot, kpi: string): Edit[] {
  const { data, kpis } = readTracked(snapshot);
  const tracked = kpis.find(({ row }) => sameName(row.name, kpi));
  if (!data || !tracked?.source || tracked.column === null) return [];
  const now: Now = { snapshot, data, tracked, source: tracked.source, whole: true };
  if (now.source.kind === 'cell by cell') return rewritePointers(now);
  const series = seriesOf(now, now.source, true);
  return [
    ...rewriteSums(now, contentOf(now, now.source, series)),
    ...writeUnread(snapshot, kpi, sourceLinesOf(series), true),
  ];
}

/** The formulas that point at single cells, with what these hold now. */
function rewritePointers({ snapshot, data, tracked }: Now): Edit[] {
  const { view, rows } = data;
  return tracked.origins.flatMap((origin, index): Edit[] => {
    const row = rows[index] ?? null;
    if (!origin || !('cell' in origin) || row === null) return [];
    const { sheet, top, left } = origin.cell;
    const value = viewSheet(snapshot, sheet!)?.cell(top, left) ?? '';
    const old = view.cell(row, tracked.column!);
    if (old === value) return [];
    const formula = parseFormula(view.formula(row, tracked.column!)!);
    const place = { sheet: view.name, row, column: tracked.column! };
    return [{ kind: 'write', ...place, cells: [[{ formula, value }]], expected: [[old]] }];
  });
}

/** The formula of a period that adds up, with its result where the source's sheet was read whole. */
function sumContent(now: Now, range: Ranges): (start: number) => ContentAt {
  return contentOf(now, range, now.whole ? seriesOf(now, range) : null);
}

function contentOf(now: Now, range: Ranges, series: SourceSeries | null): (start: number) => ContentAt {
  const { calendar } = now.data;
  const { combine, gaps } = now.tracked.row;
  const sums = series && addUp(series, calendar, combine, gaps).figures;
  const textDates = series ? hasTextDates(series) : formulasOf(now).some(readsTextDates);
  const how = { combine, cadence: calendar.cadence, gaps, textDates, ratio: ratioNow(now, range) };
  const known = sums && new Map(sums.map(({ period, value }) => [period.start, value]));
  return start => cell => ({
    formula: addingUp(range, how, cell),
    ...(known && { value: known.get(start) ?? '' }),
  });
}

/** The columns that the KPI's formulas divide now, over as many lines as the rates. */
function ratioNow(now: Now, { values }: Ranges): AddingUp['ratio'] {
  const found = formulasOf(now)
    .map(ratioIn)
    .find(ratio => ratio !== null);
  const over = ({ left, right }: Range): Range => ({ ...values, left, right });
  return found ? { part: over(found.part), whole: over(found.whole) } : null;
}

function seriesOf({ snapshot, data }: Now, range: Ranges, lenient = false): SourceSeries {
  const { fiscalYearStart } = data.calendar;
  return readSeries(snapshot, { ...range, lenient }, { locale: snapshot.locale, fiscalYearStart });
}

function lastIndex({ origins }: TrackedKpi): number {
  return origins.reduce((latest, origin, index) => (origin ? index : latest), -1);
}
