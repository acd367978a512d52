import { printRange, type Range } from '../../cells/address';
import { detectCadence, isCoarser } from '../../cells/cadence';
import { decimalMarkOf, readFigureText } from '../../cells/figureText';
import { isWordForNothing } from '../../cells/nothing';
import { type Cell, isBlank } from '../../cells/value';
import type { Kpi, Place, Problem } from '../register';
import { notANumber } from '../sheets/rowReader';
import { cellPlace } from '../sheets/tables';
import type { Snapshot } from '../snapshot';
import type { Origin } from '../sources/dataFormulas';
import type { DataSheet } from './readData';
import type { TrackedKpi } from './readTracked';
import { misplacedFigures } from './sourceOrder';
import { hidesPeriod, sayUnreadText, unreadTextOf } from './unreadText';

/**
 * Reads a KPI's figures from its column of `Compass Data`.
 *
 * @param tracked   the KPI, its column and what the formulas there point at
 * @param data      periods and rows; null where there is no such sheet
 * @param snapshot  the workbook, with the edges of its sources where they were read
 * @param problems  takes what is no number, and a source that was sorted; both are left out
 * @returns         the KPI with one figure, or null, and one place a period
 */
export function readFigures(tracked: TrackedKpi, data: DataSheet | null, snapshot: Snapshot, problems: Problem[]): Kpi {
  const { column, origins } = tracked;
  const { counted: _, ...row } = tracked.row;
  const unreadText = unreadTextOf(tracked);
  if (!data || column === null) {
    const periods = data?.periods ?? [];
    const values = periods.map(() => null);
    return { ...row, unreadText, values, cells: periods.map(() => row.place), format: 'General' };
  }
  if (unreadText) problems.push(sayUnreadText(row.name, unreadText, data.periods));
  const { view, rows, periods } = data;
  const misplaced = misplacedFigures(tracked, data, snapshot, problems);
  const cells = rows.map((at, period) => figurePlace(view, at, column, origins[period] ?? null));
  const values = rows.map((at, period) => {
    if (at === null || (unreadText && hidesPeriod(unreadText, periods[period]!))) return null;
    const cell = view.cell(at, column);
    if (isBlank(cell) || isWordForNothing(cell)) return null;
    if (typeof cell === 'number') return misplaced.has(period) ? null : cell;
    sayNotANumber(row.name, cell, cells[period]!, problems);
    return null;
  });
  const filled = rows.find((at, period) => at !== null && values[period] !== null);
  const format = filled === undefined || filled === null ? 'General' : view.format(filled, column);
  const kpi: Kpi = { ...row, unreadText, values, cells, format };
  const own = detectCadence(periods.flatMap(({ start }, period) => (values[period] === null ? [] : [start]))).cadence;
  return own && isCoarser(own, data.calendar.cadence) ? { ...kpi, cadence: own } : kpi;
}

/** The owner's own cell where the formula points at one, else the cell of `Compass Data`. */
function figurePlace(view: DataSheet['view'], row: number | null, column: number, origin: Origin | null): Place {
  if (origin && 'cell' in origin) return placeOf(origin.cell);
  return row === null ? { sheet: view.name } : cellPlace(view, row, column);
}

function placeOf({ sheet, ...cell }: Range): Place {
  return { sheet: sheet!, range: printRange({ ...cell, absolute: {} }) };
}

function sayNotANumber(kpi: string, cell: Cell, place: Place, problems: Problem[]): void {
  const message = `${place.sheet} ${place.range}: ${notANumber(cell)}; left out.`;
  const convertible = typeof cell === 'string' && readFigureText(cell, decimalMarkOf([cell], 'en')) !== null;
  problems.push({ severity: 'error', message, place, ...(convertible && { convert: kpi }) });
}
