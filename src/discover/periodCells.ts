import { isPeriodNumber, type PeriodToken, tokenReader } from '../cells/periodToken';
import type { PeriodOptions } from '../cells/readPeriod';
import type { Cell } from '../cells/value';
import { isDateFormat } from '../workbook/sources/findPeriods';
import { readLabel } from '../workbook/sources/lineWords';
import type { Plane } from './plane';

/** Serials that a number without a date format may be. */
const PLAIN_DAYS = { first: 36_000, last: 60_000 };

/** What a cell of a line says; `weak` where it is a bare number, which may be a figure as well. */
export interface NamedCell {
  token: PeriodToken;
  weak: boolean;
}

/** What the cell of a line says of a period, or null. */
export type CellReader = (line: number, place: number) => NamedCell | null;

/**
 * A reader of the period cells of a sheet.
 *
 * @param plane    the sheet, in one direction
 * @param options  language of month names, first month of the fiscal year
 */
export function cellReader(plane: Plane, options: PeriodOptions): CellReader {
  const token = tokenReader(options);
  const isDate = new Map<string, boolean>();
  const hasDateFormat = (line: number, place: number) => {
    const format = plane.format(line, place);
    let known = isDate.get(format);
    if (known === undefined) {
      known = format !== 'General' && isDateFormat(format);
      isDate.set(format, known);
    }
    return known;
  };
  return (line, place) => {
    const cell = plane.cell(line, place);
    if (cell === null) return null;
    if (typeof cell === 'number') return numberFound(cell, hasDateFormat(line, place), token);
    if (typeof cell !== 'string') return null;
    const found = token(cell) ?? labelled(cell, token);
    // P1, P2, P3 may be products as well.
    return found && { token: found, weak: isPeriodNumber(cell) };
  };
}

function numberFound(cell: number, isDate: boolean, token: (cell: Cell) => PeriodToken | null): NamedCell | null {
  if (isDate) {
    if (cell < 1) return null;
    const day = Math.floor(cell);
    return { token: { kind: 'period', period: { unit: 'day', start: day, end: day } }, weak: false };
  }
  if (!Number.isInteger(cell)) return null;
  if (cell >= PLAIN_DAYS.first && cell <= PLAIN_DAYS.last) {
    return { token: { kind: 'period', period: { unit: 'day', start: cell, end: cell } }, weak: true };
  }
  const isYear = cell >= 1990 && cell <= 2099;
  const isMonth = cell >= 199_001 && cell <= 209_912;
  const isDay = cell >= 19_900_101 && cell <= 20_991_231;
  const found = isYear || isMonth || isDay ? token(cell) : null;
  return found && { token: found, weak: true };
}

/** A year among words: a label without one is not looked at closer. */
const WITH_YEAR = /\b(19|20)\d\d\b|['’-]\d\d\b|\bfy\s?\d/i;

/** `Jan 2024 Actual`: the period in a label that says as well what the figures are. */
function labelled(cell: string, token: (cell: Cell) => PeriodToken | null): PeriodToken | null {
  if (cell.length > 60 || !WITH_YEAR.test(cell)) return null;
  const { role, name } = readLabel(cell);
  return role === null || role === 'total' || name === '' || name === cell.trim() ? null : token(name);
}
