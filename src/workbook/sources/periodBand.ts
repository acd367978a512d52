import { cellAt, printRange, type Range } from '../../cells/address';
import { readSequence, type SequenceEntry } from '../../cells/periodSequence';
import { type PeriodToken, tokenReader } from '../../cells/periodToken';
import { dayOrderOf, type PeriodOptions } from '../../cells/readPeriod';
import { type Cell, isBlank } from '../../cells/value';
import { type SheetView, viewSheet } from '../sheets/sheetView';
import type { Snapshot } from '../snapshot';
import { isTotal, readLabel } from './lineWords';
import { TrackError } from './trackError';
import { type YearFound, yearNear } from './yearNear';

/**
 * The periods of some figures, one a place: a line of cells, or several lines side by side of which one names the months or
 * quarters, another the year that stands for several of them, and a third what each figure is (actual, budget, a region).
 */
export interface PeriodBand {
  /** As chosen; with open ends where whole columns or rows were. */
  range: Range;
  across: boolean;
  open: boolean;
  /** Rows of columns, columns of rows: 0-based, in order. */
  places: number[];
  /** What a place names; null for a heading, a subtotal or nothing. */
  entry(place: number): SequenceEntry;
  /** Whether a place names something of the calendar, be it a period, a year above others or a subtotal of them. */
  names(place: number): boolean;
  /** What is in the line that names the periods. */
  cell(place: number): Cell;
  format(place: number): string;
  /** Whether no line of the band holds anything there. */
  blank(place: number): boolean;
  /** Whether a place belongs to another series of the same lines: the budget beside each month's actual figure. */
  other(place: number): boolean;
  /** The cell that names the period, as people write it: `Weekly!A7`. */
  name(place: number): string;
}

/** What is known of periods besides their cells. */
export interface BandOptions extends PeriodOptions {
  /** The year of the first of them, where no cell says it. */
  year?: YearFound | null;
  /** The first day of the period of a place, where it was settled before. */
  known?(place: number): number | null;
}

/** How far before a band the year of its first months is looked for: cells merged over more than a few years are none. */
const LOOK_BACK = 60;

/**
 * Reads the lines of periods beside some figures.
 *
 * @param snapshot  with these lines read
 * @param range     with its sheet; one line, or up to four side by side
 * @param across    whether the figures run from left to right
 * @param options   language, fiscal year, and what else is known
 * @throws          TrackError where the sheet does not exist
 */
export function bandOf(snapshot: Snapshot, range: Range, across: boolean, options: BandOptions): PeriodBand {
  const view = range.sheet === undefined ? null : viewSheet(snapshot, range.sheet);
  if (!view) throw new TrackError(`The workbook has no sheet '${range.sheet ?? ''}'.`);
  const open = across ? range.right === null : range.bottom === null;
  const [first, last] = across
    ? [range.left, range.right ?? view.columns - 1]
    : [range.top, range.bottom ?? view.rows - 1];
  const places = Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);
  const [from, to] = across ? [range.top, range.bottom ?? range.top] : [range.left, range.right ?? range.left];
  const lines = Array.from({ length: to - from + 1 }, (_, index) => from + index);
  const at = (line: number, place: number) => (across ? view.cell(line, place) : view.cell(place, line));
  const read = readLines(lines, places, at, { view, range, across }, options);
  const { main } = read;
  return {
    range: { ...range, sheet: view.name },
    across,
    open,
    places,
    entry: place => read.entries[place - first] ?? null,
    names: place => read.named[place - first] === true,
    cell: place => (isBlank(at(main, place)) ? (totalAmong(lines, place, at) ?? null) : at(main, place)),
    format: place => (across ? view.format(main, place) : view.format(place, main)),
    blank: place => lines.every(line => isBlank(at(line, place))),
    other: place => read.others[place - first] === true,
    name: place => printRange({ ...cellAt(across ? main : place, across ? place : main), sheet: view.name }),
  };
}

/** The label of a total that is in another line than the months: in that of their years. */
function totalAmong(lines: number[], place: number, at: At): Cell | undefined {
  return lines.map(line => at(line, place)).find(cell => typeof cell === 'string' && isTotal(cell));
}

interface Around {
  view: SheetView;
  range: Range;
  across: boolean;
}

type At = (line: number, place: number) => Cell;

function readLines(lines: number[], places: number[], at: At, around: Around, options: BandOptions) {
  const order = options.order ?? dayOrderIn(lines, places, at) ?? undefined;
  const token = tokenReader({ ...options, ...(order && { order }) });
  const kinds = lines.map(line => kindOf(line, places, at, token));
  const named = lines.filter((_, index) => kinds[index] === 'periods');
  const numbered = lines.filter((_, index) => kinds[index] === 'numbers');
  const years = lines.filter((_, index) => kinds[index] === 'years');
  const main = named[named.length - 1] ?? (years.length > 0 ? numbered[0] : undefined) ?? years[0] ?? lines[0]!;
  const isNumbered = main === numbered[0] && named.length === 0 && years.length > 0;
  const yearLine = years.find(line => line !== main);
  const roleLines = lines.filter((line, index) => kinds[index] === 'words' && line !== main);
  const merged = lines.length > 1;
  const unit = isNumbered ? unitOfNumbers(main, places, at, around) : null;
  const own = places.map(place => {
    const cell = at(main, place);
    return unit === null ? token(cell) : numberToken(cell, unit);
  });
  const labels = own.map((found, index) => (found ? '' : labelWithPeriod(at(main, places[index]!), token)));
  const labelled = labels.filter(label => label !== '').length > 1;
  const tokens: (PeriodToken | null)[] = own.map(
    (found, index) => found ?? (labelled && labels[index] !== '' ? token(nameIn(at(main, places[index]!))) : null),
  );
  // Months that are merged over the years below them: 2024, 2025 under each.
  const isOverYears =
    yearLine !== undefined &&
    places.some(
      (place, index) => index > 0 && isBlank(at(main, place)) && token(at(yearLine, place))?.kind === 'year',
    ) &&
    places.filter(place => token(at(yearLine, place))?.kind === 'year').length > tokens.filter(Boolean).length;
  const filled =
    isOverYears || (merged && roleLines.length > 0)
      ? filledForward(tokens, backFrom(main, places[0] ?? 0, at, token))
      : tokens;
  const yearOf = yearLine === undefined ? null : yearsAlong(yearLine, places, at, token);
  const cells = filled.map((found, index) => ({ token: found, year: yearOf?.[index] ?? null }));
  const { view, range, across } = around;
  const year = options.year ?? (needsYear(filled) ? yearNear(view, range, across) : null);
  const known = options.known && ((index: number) => options.known!(places[index]!));
  const entries = readSequence(cells, { ...options, year, ...(known && { known }) });
  const roleAt = (index: number) =>
    [labelled ? labels[index]! : '', ...roleLines.map(line => textOf(at(line, places[index]!)))]
      .join(' ')
      .trim()
      .toLowerCase();
  const role = labelled || roleLines.length > 0 ? roleAt(0) : '';
  const stride = !merged && strideOf(tokens);
  const others = places.map(
    (_, index) => (role !== '' && roleAt(index) !== role) || (stride && tokens[index] === null),
  );
  return { main, entries, others, named: filled.map(found => found !== null) };
}

/** The order of dates in digits as some cell of the lines settles it. */
function dayOrderIn(lines: number[], places: number[], at: At) {
  return dayOrderOf(
    (function* () {
      for (const line of lines) for (const place of places) yield at(line, place);
    })(),
  );
}

/** How many cells of a line tell what it holds. */
const ENOUGH = 400;

/** What a line of a band holds: periods, years alone, small numbers that may be months or weeks, words, or nothing. */
function kindOf(line: number, places: number[], at: At, token: (cell: Cell) => PeriodToken | null) {
  let [years, periods, numbers, words] = [0, 0, 0, 0];
  for (const place of places.slice(0, ENOUGH)) {
    const cell = at(line, place);
    if (isBlank(cell)) continue;
    const found = token(cell);
    if (typeof cell === 'number' && cell >= 1 && cell <= 53 && Number.isInteger(cell)) numbers++;
    else if (found?.kind === 'year') years++;
    else if (found || labelWithPeriod(cell, token) !== '') periods++;
    else words++;
  }
  if (periods * 2 > years + periods + numbers + words || (periods > 0 && periods >= words)) return 'periods';
  if (numbers > years + words) return 'numbers';
  if (years > 0 && years >= words) return 'years';
  return words > 0 ? 'words' : 'nothing';
}

/** `Jan 2024 Actual`: the words beside the period; empty where the cell holds none, or no period. */
function labelWithPeriod(cell: Cell, token: (cell: Cell) => PeriodToken | null): string {
  if (typeof cell !== 'string') return '';
  const { role, name } = readLabel(cell);
  if (role === null || role === 'total' || name === '' || name === cell.trim()) return '';
  return token(name) ? role : '';
}

function nameIn(cell: Cell): Cell {
  return typeof cell === 'string' ? readLabel(cell).name : cell;
}

/** Months, weeks or quarters as plain numbers: their header says which, or how far they count. */
function unitOfNumbers(line: number, places: number[], at: At, { view, range, across }: Around) {
  const before = [1, 2, 3].map(back =>
    across ? view.cell(line, range.left - back) : view.cell(range.top - back, line),
  );
  const header = before.map(textOf).join(' ').toLowerCase();
  const most = places.reduce((top, place) => Math.max(top, Number(at(line, place)) || 0), 0);
  if (most > 12 || /week|woche|\bkw\b|semaine|semana|settimana|vecka/.test(header)) return 'week' as const;
  return /quart|trim/.test(header) && most <= 4 ? ('quarter' as const) : ('month' as const);
}

function numberToken(cell: Cell, unit: 'month' | 'week' | 'quarter'): PeriodToken | null {
  return typeof cell === 'number' && Number.isInteger(cell) ? { kind: 'part', unit, number: cell } : null;
}

function textOf(cell: Cell | undefined): string {
  return typeof cell === 'string' ? cell.trim() : typeof cell === 'number' ? String(cell) : '';
}

/** A cell that is merged over several holds its text in the first of them. */
function filledForward<T>(found: (T | null)[], before: T | null): (T | null)[] {
  let last = before;
  return found.map(each => {
    last = each ?? last;
    return last;
  });
}

function backFrom(line: number, first: number, at: At, token: (cell: Cell) => PeriodToken | null): PeriodToken | null {
  if (!isBlank(at(line, first))) return null;
  for (let place = first - 1; place >= 0 && place >= first - LOOK_BACK; place--) {
    if (!isBlank(at(line, place))) return token(at(line, place));
  }
  return null;
}

function yearsAlong(line: number, places: number[], at: At, token: (cell: Cell) => PeriodToken | null) {
  const years = places.map(place => {
    const found = token(at(line, place));
    return found?.kind === 'year' ? found : null;
  });
  const before = backFrom(line, places[0] ?? 0, at, token);
  return filledForward(years, before?.kind === 'year' ? before : null);
}

function needsYear(tokens: (PeriodToken | null)[]): boolean {
  return tokens.some(token => token?.kind === 'part');
}

/** Whether periods are at every second, third … place, as they do over merged cells. */
function strideOf(tokens: (PeriodToken | null)[]): boolean {
  const at = tokens.flatMap((token, index) => (token ? [index] : []));
  const [first, second] = at;
  if (first !== 0 || second === undefined || second < 2 || at.length < 3) return false;
  return at.every((place, index) => index === 0 || place - at[index - 1]! === second);
}
