import { detectCadence } from '../cells/cadence';
import { type Cadence, dayLabel, periodOf } from '../cells/period';
import { type PeriodCell, PeriodError, readPeriod } from '../cells/readPeriod';
import type { Cell } from '../cells/value';
import { CellError } from './cellError';
import type { Column, Parameter } from './definition';

/** The figures of a series. */
export const values: Parameter = {
  name: 'values',
  type: 'number',
  description: 'one figure per period, oldest first',
  mayBeBlank: 'a period without a figure stays a gap in the series',
};

/** The names of the periods of a series. */
export const periods: Parameter = {
  name: 'periods',
  type: 'any',
  description: 'the date or name of each period, such as Jan 2026; with them the order of the rows does not matter',
  optional: true,
};

/** A figure with the name of its period. */
export interface PeriodFigure {
  value: number | null;
  /** Empty where periods were not given, and for a period that is missing from the sheet. */
  label: string;
}

/** A series in the order of time. */
export interface InTime {
  points: PeriodFigure[];
  /** The steps of its periods; months where none were given, or where they keep no step. */
  cadence: Cadence;
}

/** The figures of a series as statistics take them: null for a gap. */
export function seriesOf({ values }: Column): (number | null)[] {
  return Array.from(values, value => (Number.isNaN(value) ? null : value));
}

/**
 * The figures of a series in the order of time, up to the last one.
 *
 * @param values   one a row
 * @param periods  of each row, in any order of time; all blank where none were given
 * @param until    a serial: periods that begin after it do not count; all do where it is null
 * @returns        with periods one point a period, those that are missing from the sheet included
 * @throws         CellError naming the row whose period is missing, unreadable or there a second time
 */
export function inTime(values: Column, periods: Column<Cell[]>, until: number | null = null): InTime {
  const named = periods.values.some(period => period !== null);
  const { points, cadence } = named
    ? sorted(values, periods, until ?? Infinity)
    : { points: seriesOf(values).map(value => ({ value, label: '' })), cadence: null };
  const last = points.reduce((found, { value }, i) => (value === null ? found : i), 0);
  return { points: points.slice(0, last + 1), cadence: cadence ?? 'month' };
}

function sorted(
  values: Column,
  periods: Column<Cell[]>,
  until: number,
): { points: PeriodFigure[]; cadence: Cadence | null } {
  const rows = seriesOf(values).flatMap((value, i) => {
    const period = periods.values[i]!;
    if (period === null && value !== null) periods.refuse(i, 'the period of this figure is missing');
    return period === null ? [] : [{ value, index: i, ...read(period, periods, i) }];
  });
  const { cadence, weekStart, gaps, repeats } = detectCadence(rows.map(row => row.start));
  const named = ({ start, name }: (typeof rows)[number]) =>
    name ?? (cadence ? periodOf(start, { cadence, fiscalYearStart: 1, weekStart }).label : dayLabel(start));
  if (repeats[0]) {
    const second = rows[repeats[0].at[1]!]!;
    periods.refuse(second.index, `${named(second)} appears a second time`);
  }
  const missing = new Map(gaps.map(gap => [rows[gap.after]!.index, gap.count]));
  const points = [...rows]
    .filter(({ start }) => start <= until)
    .sort((a, b) => a.start - b.start)
    .flatMap(row => {
      const gap = Array.from({ length: missing.get(row.index) ?? 0 }, () => ({ value: null, label: '' }));
      return [{ value: row.value, label: named(row) }, ...gap];
    });
  return { points, cadence };
}

/** The first day of a period, and its name as its owner wrote it where a cell can't know the fiscal year. */
function read(period: Cell, periods: Column<Cell[]>, index: number): { start: number; name: string | null } {
  const { start, fiscal } = periodAt(periods, index);
  return { start, name: fiscal ? String(period).trim() : null };
}

/**
 * The period that a row of a column names.
 *
 * @throws  CellError naming the row where it names none
 */
export function periodAt(periods: Column<Cell[]>, index: number, fiscalYearStart = 1): PeriodCell {
  try {
    return readPeriod(periods.values[index]!, { fiscalYearStart });
  } catch (error) {
    if (error instanceof PeriodError) return periods.refuse(index, error.message.replace(/\.$/, ''));
    throw error;
  }
}

/**
 * The last day that a single cell names, as `periods` names its own: of a month its last one, of a date itself.
 *
 * @param cell  null where none was given
 * @param name  of its parameter
 * @returns     a serial; null where none was given
 * @throws      CellError naming the parameter where the cell names no period
 */
export function lastDayOf(cell: Cell, name: string): number | null {
  if (cell === null) return null;
  try {
    return readPeriod(cell).end;
  } catch (error) {
    if (error instanceof PeriodError) throw new CellError('#VALUE!', `${name}: ${error.message}`);
    throw error;
  }
}
