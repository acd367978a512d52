import { sameCells } from '../../cells/address';
import { detectCadence } from '../../cells/cadence';
import { PeriodError, type PeriodOptions, readPeriod } from '../../cells/readPeriod';
import { type Cell, isBlank } from '../../cells/value';
import type { Snapshot } from '../snapshot';
import { type Line, lineOf } from './line';
import { TrackError } from './trackError';

/** Serials that a date typed by an owner has: 1954 to 2119. */
const DATES = { first: 20_000, last: 80_000 };
/** Cells of a line that are looked at: a ledger need not be read through to see what its columns hold. */
const ENOUGH = 200;
/** Text whose date is unclear rather than missing: it is named as such when its line is read. */
const UNCLEAR_DATE = /^\s*(\d{1,2}[-/]\d{1,2}[-/]\d{4}|\p{L}+\.? \d{2})\s*$/u;

/**
 * The line of periods beside some values: for a column the nearest one to the left whose cells read as periods, or else to
 * the right; for a row the nearest one above, or else below.
 *
 * @param snapshot  with the cells around the values read
 * @param values    the figures
 * @param options   language of month names, first month of the fiscal year
 * @throws          TrackError where there is none
 */
export function findPeriods(snapshot: Snapshot, values: Line, options: PeriodOptions): Line {
  const { top, left, bottom, right } = values.range;
  const own = values.across ? top : left;
  const count = values.across ? values.view.rows : values.view.columns;
  const candidates = [
    ...Array.from({ length: own }, (_, index) => own - 1 - index),
    ...Array.from({ length: Math.max(0, count - own - 1) }, (_, index) => own + 1 + index),
  ];
  for (const place of candidates) {
    const range = values.across
      ? { top: place, left, bottom: place, right }
      : { top, left: place, bottom, right: place };
    const line = lineOf(snapshot, { sheet: values.view.name, ...range });
    if (readsAsPeriods(line, values, options)) return line;
  }
  const where = values.across ? 'row above or below' : 'column beside';
  throw new TrackError(`No ${where} ${printed(values)} holds dates or periods; choose the periods as well.`);
}

function printed(line: Line): string {
  const { places } = line;
  return line.open ? line.view.name : `${line.name(places[0]!)} to ${line.name(places[places.length - 1]!)}`;
}

/** Whether most of the cells beside the figures name a period, and the numbers among them look like dates. */
function readsAsPeriods(line: Line, values: Line, options: PeriodOptions): boolean {
  if (sameCells(line.range, values.range)) return false;
  const beside = values.places.filter(place => typeof values.cell(place) === 'number').slice(0, ENOUGH);
  const cells = beside.map(place => ({ cell: line.cell(place), format: line.format(place) }));
  const days = cells.flatMap(({ cell }) => dayNamed(cell, options) ?? []);
  const unclear = cells.filter(({ cell }) => typeof cell === 'string' && UNCLEAR_DATE.test(cell)).length;
  if ((days.length + unclear) * 2 <= cells.length || cells.length === 0) return false;
  const bare = cells.filter(({ cell, format }) => typeof cell === 'number' && !isDateFormat(format));
  const plausible = bare.every(({ cell }) => Number(cell) >= DATES.first && Number(cell) <= DATES.last);
  return bare.length === 0 || (plausible && detectCadence(days).cadence !== null);
}

function dayNamed(cell: Cell, options: PeriodOptions): number | null {
  if (isBlank(cell)) return null;
  try {
    return readPeriod(cell, options).start;
  } catch (error) {
    if (error instanceof PeriodError) return null;
    throw error;
  }
}

/** Whether a number format shows a date: it has years, or months and days, outside quoted text. */
function isDateFormat(format: string): boolean {
  const codes = format.replace(/"[^"]*"|\\.|\[[^\]]*\]/g, '').toLowerCase();
  return /y|d/.test(codes) && codes !== 'standard';
}
