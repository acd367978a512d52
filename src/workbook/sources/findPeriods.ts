import { type Range, sameCells } from '../../cells/address';
import { detectCadence } from '../../cells/cadence';
import { type PeriodToken, tokenReader } from '../../cells/periodToken';
import type { PeriodOptions } from '../../cells/readPeriod';
import { type Cell, isBlank } from '../../cells/value';
import type { Snapshot } from '../snapshot';
import { type Line, lineOf } from './line';
import { TrackError } from './trackError';

/** Serials that a date typed by an owner has: 1954 to 2119. */
const DATES = { first: 20_000, last: 80_000 };
/** Cells of a line that are looked at: a ledger need not be read through to see what its columns hold. */
const ENOUGH = 200;
/** Lines on either side of months in which their years may be. */
const YEARS_NEAR = 3;

type ReadToken = (cell: Cell) => PeriodToken | null;

/**
 * The periods beside some values: for a column the nearest line to the left whose cells read as periods, or else to the right;
 * for a row the nearest one above, or else below. Months without a year come with the line of years beside them.
 *
 * @param snapshot  with the cells around the values read
 * @param values    the figures
 * @param options   language of month names, first month of the fiscal year
 * @returns         the cells of the periods, with their sheet: one line, or several side by side
 * @throws          TrackError where there is none
 */
export function findPeriods(snapshot: Snapshot, values: Line, options: PeriodOptions): Range {
  const { top, left, bottom, right } = values.range;
  const own = values.across ? top : left;
  const count = values.across ? values.view.rows : values.view.columns;
  const candidates = [
    ...Array.from({ length: own }, (_, index) => own - 1 - index),
    ...Array.from({ length: Math.max(0, count - own - 1) }, (_, index) => own + 1 + index),
  ];
  const token = tokenReader(options);
  const lineAt = (place: number) => {
    const range = values.across
      ? { top: place, left, bottom: place, right }
      : { top, left: place, bottom, right: place };
    return lineOf(snapshot, { sheet: values.view.name, ...range });
  };
  for (const place of candidates) {
    const line = lineAt(place);
    const kind = sameCells(line.range, values.range) ? 'none' : kindOf(line, values, token);
    if (kind === 'periods') return line.range;
    if (kind === 'none') continue;
    const years = nearLines(place, count).find(other => other !== own && holdsYears(lineAt(other), values, token));
    if (years !== undefined) return bandFrom(values, Math.min(place, years), Math.max(place, years));
    if (kind === 'parts') return line.range;
  }
  const where = values.across ? 'row above or below' : 'column beside';
  throw new TrackError(`No ${where} ${printed(values)} holds dates or periods; choose the periods as well.`);
}

/** The lines beside one, nearest first. */
function nearLines(place: number, count: number): number[] {
  const steps = Array.from({ length: YEARS_NEAR }, (_, index) => index + 1);
  return steps.flatMap(step => [place - step, place + step]).filter(other => other >= 0 && other < count);
}

function bandFrom({ range, across }: Line, first: number, last: number): Range {
  const { absolute: _, ...plain } = range;
  return across ? { ...plain, top: first, bottom: last } : { ...plain, left: first, right: last };
}

function printed(line: Line): string {
  const { places } = line;
  return line.open ? line.view.name : `${line.name(places[0]!)} to ${line.name(places[places.length - 1]!)}`;
}

/**
 * What the cells beside the figures are: periods; parts of some that need their year (months, or small numbers that may be
 * months); or neither. Numbers among them must look like dates.
 */
function kindOf(line: Line, values: Line, token: ReadToken): 'periods' | 'parts' | 'numbers' | 'none' {
  const cells = besideFigures(line, values);
  if (cells.length === 0) return 'none';
  const tokens = cells.map(({ cell }) => token(cell));
  const days = tokens.flatMap(found =>
    found?.kind === 'period' || found?.kind === 'year' ? [found.period.start] : [],
  );
  const unclear = tokens.filter(found => found?.kind === 'two orders' || found?.kind === 'month or day').length;
  const parts = tokens.filter(found => found?.kind === 'part').length;
  const bare = cells.filter(({ cell, format }) => typeof cell === 'number' && !isDateFormat(format));
  if (bare.length === cells.length && bare.every(({ cell }) => isSmall(cell))) return 'numbers';
  if ((days.length + unclear + parts) * 2 <= cells.length) return 'none';
  const plausible = bare.every(({ cell }) => Number(cell) >= DATES.first && Number(cell) <= DATES.last);
  if (bare.length > 0 && !(plausible && detectCadence(days).cadence !== null)) return 'none';
  return parts > days.length + unclear ? 'parts' : 'periods';
}

function isSmall(cell: Cell): boolean {
  return typeof cell === 'number' && Number.isInteger(cell) && cell >= 1 && cell <= 53;
}

function besideFigures(line: Line, values: Line) {
  const beside = values.places.filter(place => typeof values.cell(place) === 'number').slice(0, ENOUGH);
  return beside.map(place => ({ cell: line.cell(place), format: line.format(place) }));
}

/** Whether a line names years, each once or above the first of its months. */
function holdsYears(line: Line, values: Line, token: ReadToken): boolean {
  const filled = values.places.slice(0, ENOUGH).flatMap(place => (isBlank(line.cell(place)) ? [] : [line.cell(place)]));
  return filled.length > 0 && filled.every(cell => token(cell)?.kind === 'year');
}

/** Whether a number format shows a date: it has years, or months and days, outside quoted text. */
export function isDateFormat(format: string): boolean {
  const codes = format.replace(/"[^"]*"|\\.|\[[^\]]*\]/g, '').toLowerCase();
  return /y|d/.test(codes) && codes !== 'standard';
}
