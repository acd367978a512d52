import type { Range } from '../../cells/address';
import { counted } from '../../cells/english';
import { isWordForNothing } from '../../cells/nothing';
import { type Cadence, nextPeriod, periodsApart } from '../../cells/period';
import type { PeriodCell } from '../../cells/readPeriod';
import { type Cell, isBlank } from '../../cells/value';
import type { Unread } from '../register';
import { cellsOf, viewSheet } from '../sheets/sheetView';
import type { Snapshot } from '../snapshot';
import { afterEnd, placesOf, spanOf } from '../sources/edges';
import type { LocatedSource } from '../sources/locateSource';
import { bandOf } from '../sources/periodBand';
import { isMatrix } from '../sources/source';
import type { DataSheet } from './readData';
import type { TrackedKpi } from './readTracked';
import { bandOptions, sourcePeriods } from './sourceOrder';

/** A figure that was typed after a source's end. */
export interface NewFigure {
  cell: Range;
  period: PeriodCell;
  value: Cell;
}

/**
 * What was typed after the end of a source: its neighbours whose period cell names a period, up to the last one with a value.
 *
 * @param source    where a KPI's figures are now; no ledger, which has no end
 * @param origins   what its formulas point at
 * @param data      the workbook's data sheet
 * @param snapshot  with the source's edge read
 */
export function newFigures(
  source: LocatedSource,
  origins: TrackedKpi['origins'],
  data: DataSheet,
  snapshot: Snapshot,
): NewFigure[] {
  if (isMatrix(source)) return [];
  const { across, newestFirst } = source;
  const [values, periods] = [afterEnd(source.values, source), afterEnd(source.periods, source)];
  const valueView = viewSheet(snapshot, source.values.sheet!);
  const periodView = viewSheet(snapshot, source.periods.sheet!);
  if (!values || !periods || !valueView || !periodView) return [];
  const shift = across ? source.periods.left - source.values.left : source.periods.top - source.values.top;
  const known = new Map(
    origins.flatMap((origin, index) =>
      origin && 'cell' in origin
        ? [[(across ? origin.cell.left : origin.cell.top) + shift, data.periods[index]!.start] as const]
        : [],
    ),
  );
  const band = bandOf(snapshot, spanOf([source.periods, periods]), across, bandOptions(snapshot, data, known));
  const cells = cellsOf(values, valueView);
  if (newestFirst) cells.reverse();
  const found: NewFigure[] = [];
  for (const { row, column } of cells) {
    const place = (across ? column : row) + shift;
    const period = band.entry(place);
    // The budget of the same month, and the heading of the next year, are between figures.
    if (band.other(place) || (period === null && band.names(place))) continue;
    if (!period || typeof period === 'string' || period.partial) break;
    const cell = { sheet: source.values.sheet!, top: row, left: column, bottom: row, right: column };
    found.push({ cell, period, value: valueView.cell(row, column) });
  }
  const isNone = ({ value, period }: NewFigure) =>
    isBlank(value) || isWordForNothing(value) || (value === 0 && period.start > snapshot.today);
  while (found.length > 0 && isNone(found[found.length - 1]!)) found.pop();
  return found;
}

/** How many periods' silence after its last row makes a ledger dormant: a year's. */
const A_YEAR: Record<Cadence, number> = { day: 365, week: 52, month: 12, quarter: 4 };

/**
 * The review periods that have begun since a ledger's last row in `Compass Data`: the ledger itself is not read, the
 * calendar tells. A ledger that has been silent for a year is left in peace.
 *
 * @returns  first days, oldest first
 */
export function newLedgerPeriods({ column, origins }: TrackedKpi, data: DataSheet, today: number): number[] {
  const last = origins.reduce((latest, origin, index) => (origin ? index : latest), -1);
  if (last < 0 || column === null) return [];
  const { calendar, periods, rows, view } = data;
  const end = periods[last]!.end;
  if (end >= today || periodsApart(end, today, calendar) > A_YEAR[calendar.cadence]) return [];
  const recent = rows.slice(Math.max(0, last - A_YEAR[calendar.cadence]), last + 1);
  if (!recent.some(row => row !== null && !isBlank(view.cell(row, column)))) return [];
  const starts: number[] = [];
  for (let next = nextPeriod(end, calendar); next.end < today; next = nextPeriod(next.start, calendar)) {
    starts.push(next.start);
  }
  return starts;
}

/**
 * What is after a KPI's source, or has begun since, and is not in `Compass Data` yet.
 *
 * @param tracked   the KPI
 * @param data      the workbook's data sheet
 * @param snapshot  with the source's edge read
 * @returns         null where there is nothing to add
 */
export function readUnread(tracked: TrackedKpi, data: DataSheet, snapshot: Snapshot): Unread | null {
  const { source, row, column } = tracked;
  if (!source || column === null) return null;
  if (source.kind === 'ledger') {
    const starts = newLedgerPeriods(tracked, data, snapshot.today);
    return starts.length === 0
      ? null
      : {
          kpi: row.name,
          periods: starts.length,
          place: placesOf([source.values])[0]!,
          message: offer(counted(starts.length, data.calendar.cadence), starts.length),
        };
  }
  const found = newFigures(source, tracked.origins, data, snapshot);
  const figures = found.filter(({ value }) => typeof value === 'number');
  if (figures.length === 0) return null;
  const [first, last] = [found[0]!.cell, found[found.length - 1]!.cell];
  const place: Range = {
    sheet: first.sheet,
    top: Math.min(first.top, last.top),
    left: Math.min(first.left, last.left),
    bottom: Math.max(first.top, last.top),
    right: Math.max(first.left, last.left),
  };
  const { steps } = sourcePeriods(
    tracked,
    data,
    snapshot,
    found.map(({ period }) => period),
  );
  const count = figures.length;
  const what = source.kind === 'added up' ? counted(count, 'row') : counted(count, steps ?? data.calendar.cadence);
  return { kpi: row.name, periods: count, place: placesOf([place])[0]!, message: offer(what, count) };
}

function offer(what: string, count: number): string {
  return `${what} not read yet: add ${count === 1 ? 'it' : 'them'}`;
}
