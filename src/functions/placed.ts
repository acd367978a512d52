import { detectCadence } from '../cells/cadence';
import { dayLabel, periodOf } from '../cells/period';
import type { PeriodCell } from '../cells/readPeriod';
import type { Cell } from '../cells/value';
import { CellError } from './cellError';
import type { Column } from './definition';
import { periodAt } from './inTime';
import { startOfYear, type Unit, type Years, yearsOf } from './yearly';

/** A row of a series and the period that it names. */
interface PlacedRow extends PeriodCell {
  /** Its place in the column. */
  index: number;
}

/** A series whose rows are in any order. */
export interface Placed {
  /** Those that name a period, in the order of time. */
  rows: PlacedRow[];
  years: Years;
}

/**
 * Puts the rows of a series in the order of time. A row without figure and period is left out.
 *
 * @param values       a figure a row; a blank is a gap
 * @param periods      the period of each, in any order
 * @param fiscalStart  first month of the fiscal year, 1 to 12
 * @throws             CellError naming the row whose period is missing, unreadable, there a second time, or in two fiscal years
 */
export function placeInTime(values: Column, periods: Column<Cell[]>, fiscalStart = 1): Placed {
  const rows: PlacedRow[] = [];
  for (let index = 0; index < values.values.length; index++) {
    if (periods.values[index] !== null && !Number.isNaN(periods.values[index])) {
      rows.push({ index, ...periodAt(periods, index, fiscalStart) });
    } else if (!Number.isNaN(values.values[index]!)) {
      periods.refuse(index, 'the period of this figure is missing');
    }
  }
  rows.sort((one, other) => one.start - other.start || one.index - other.index);
  const days = rows.map(({ start }) => start);
  const years = yearsOf(days, unitOf(rows, fiscalStart), fiscalStart);
  for (const [i, { start, end, unit, index }] of rows.entries()) {
    if (i > 0 && years.numberOf(start) === years.numberOf(days[i - 1]!)) {
      periods.refuse(index, `${labelOf(start, years.unit, fiscalStart)} appears a second time`);
    }
    if (unit === 'quarter' && startOfYear(start, fiscalStart) !== startOfYear(end, fiscalStart)) {
      periods.refuse(index, `${periods.values[index]} is in two fiscal years that begin in month ${fiscalStart}`);
    }
  }
  return { rows, years };
}

function unitOf(rows: PlacedRow[], fiscalStart: number): Unit {
  if (rows.length > 0 && rows.every(({ unit }) => unit === 'year')) return 'year';
  const days = rows.map(({ start }) => start);
  const { cadence, problem } = detectCadence(days, fiscalStart);
  if (cadence) return cadence;
  // One period alone, or the same one again: what it is called is all that is known of it.
  if (new Set(days).size < 2) return rows[0] && rows[0].unit !== 'day' ? rows[0].unit : 'month';
  if (days.every((day, i) => i === 0 || day === days[i - 1]! || day - days[i - 1]! >= 360)) return 'year';
  throw new CellError('#VALUE!', `periods: ${problem}`);
}

function labelOf(day: number, unit: Unit, fiscalStart: number): string {
  return unit === 'year'
    ? `the year from ${dayLabel(startOfYear(day, fiscalStart))}`
    : periodOf(day, { cadence: unit, fiscalYearStart: fiscalStart, weekStart: 1 }).label;
}
