import { cadenceOfDays, isCoarser } from '../../cells/cadence';
import { isWordForNothing } from '../../cells/nothing';
import { type Cell, isBlank, isError } from '../../cells/value';
import type { Kpi, Place, Problem } from '../register';
import { notANumber } from '../sheets/rowReader';
import { cellPlace, rangePlace } from '../sheets/tables';
import type { Origin } from '../sources/dataFormulas';
import type { DataSheet } from './readData';
import type { TrackedKpi } from './readTracked';
import { hidesPeriod, sayUnreadText, unreadTextOf } from './unreadText';

/**
 * Reads a KPI's figures from its column of `Compass Data`.
 *
 * @param tracked    the KPI, its column and what the formulas there point at
 * @param data       periods and rows; null where there is no such sheet
 * @param problems   takes what is no number
 * @param misplaced  periods whose figures are left out since their source was sorted
 * @returns          the KPI with one figure, or null, and one place a period
 */
export function readFigures(
  tracked: TrackedKpi,
  data: DataSheet | null,
  problems: Problem[],
  misplaced: ReadonlySet<number> = new Set(),
): Kpi {
  const { column, origins } = tracked;
  const { counted: _, ...row } = tracked.row;
  const unreadText = unreadTextOf(tracked);
  if (!data || column === null) {
    const periods = data?.periods ?? [];
    const values = periods.map(() => null);
    return { ...row, unreadText, gone: false, values, cells: periods.map(() => row.place), format: 'General' };
  }
  if (unreadText) problems.push(sayUnreadText(row.name, unreadText, data.periods));
  const { view, rows, periods } = data;
  const cells = rows.map((at, period) => figurePlace(view, at, column, origins[period] ?? null));
  const wrong: NotANumber[] = [];
  const values = rows.map((at, period) => {
    if (at === null || (unreadText && hidesPeriod(unreadText, periods[period]!))) return null;
    const cell = view.cell(at, column);
    if (isBlank(cell) || isWordForNothing(cell)) return null;
    if (typeof cell === 'number') return misplaced.has(period) ? null : cell;
    wrong.push({ cell, place: cells[period]! });
    return null;
  });
  problems.push(...notNumbers(row, wrong));
  const filled = rows.find((at, period) => at !== null && values[period] !== null);
  const format = filled === undefined || filled === null ? 'General' : view.format(filled, column);
  const kpi: Kpi = { ...row, unreadText, gone: isGone(wrong), values, cells, format };
  const own = cadenceOfDays(periods.flatMap(({ start }, period) => (values[period] === null ? [] : [start])));
  return own && isCoarser(own, data.calendar.cadence) ? { ...kpi, cadence: own } : kpi;
}

/** The owner's own cell where the formula points at one, else the cell of `Compass Data`. */
function figurePlace(view: DataSheet['view'], row: number | null, column: number, origin: Origin | null): Place {
  if (origin && 'cell' in origin) return rangePlace(origin.cell);
  return row === null ? { sheet: view.name } : cellPlace(view, row, column);
}

/** A cell of a KPI's column that holds something, but no number. */
interface NotANumber {
  cell: Cell;
  place: Place;
}

/** So many of them are named one by one. */
const NAMED = 3;

function isReference({ cell }: NotANumber): boolean {
  return isError(cell) && cell.error === '#REF!';
}

/** Whether a column was deleted, not a single cell. */
function isGone(wrong: NotANumber[]): boolean {
  return wrong.filter(isReference).length > 1;
}

/** What is no number in a KPI's column: some cells, or all that it was read from, which are gone then. */
function notNumbers(row: Pick<Kpi, 'name' | 'place'>, wrong: NotANumber[]): Problem[] {
  const gone = wrong.filter(isReference);
  if (isGone(wrong)) {
    const message = `${row.name}: the cells it was read from were deleted; ${gone.length} periods show #REF!. Link it to its figures again.`;
    const deleted: Problem = { severity: 'error', message, place: row.place, relink: row.name };
    return [
      deleted,
      ...notNumbers(
        row,
        wrong.filter(each => !gone.includes(each)),
      ),
    ];
  }
  const problems = wrong.map(({ cell, place }): Problem => {
    const message = `${place.sheet} ${place.range}: ${notANumber(cell)}; left out.`;
    const isText = typeof cell === 'string' && /\d/.test(cell);
    return { severity: 'error', message, place, ...(isText && { convert: row.name }) };
  });
  if (problems.length <= NAMED) return problems;
  const [{ cell, place }] = wrong as [NotANumber];
  const message = `${row.name}: ${wrong.length} cells hold no number and are left out, the first in ${place.sheet} ${place.range}: ${notANumber(cell)}.`;
  return [{ ...problems.find(({ convert }) => convert), severity: 'error', message, place }];
}
