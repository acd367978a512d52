import { overlap, printRange, type Range } from '../../cells/address';
import { type DetectedCadence, detectCadence } from '../../cells/cadence';
import { counted } from '../../cells/english';
import { isWordForNothing } from '../../cells/nothing';
import type { SequenceEntry } from '../../cells/periodSequence';
import { tokenReader } from '../../cells/periodToken';
import { type PeriodCell, PeriodError, readPeriod } from '../../cells/readPeriod';
import { dayOf } from '../../cells/serial';
import { type Cell, type ErrorCell, isBlank, isError } from '../../cells/value';
import { notANumber, shown } from '../sheets/rowReader';
import type { Snapshot } from '../snapshot';
import { findPeriods } from './findPeriods';
import { cut, type Line, lineOf } from './line';
import { isTotal, readLabel } from './lineWords';
import { type BandOptions, bandOf, type PeriodBand } from './periodBand';
import { type Ratio, ratioOf } from './ratio';
import { TrackError } from './trackError';

/** One figure of the owner's with the period it belongs to. */
export interface Entry {
  /** The cell of the figure, with its sheet. */
  cell: Range;
  value: number | null;
  /** What is there instead of a figure: an error, or a word for nothing. */
  instead: ErrorCell | string | null;
  period: PeriodCell;
  /** How formulas can tell its date: as a number, or as a text that begins `2026-01-31`; null where they can't. */
  dated: 'number' | 'text' | null;
  /** The period cell, as people name it. */
  periodName: string;
}

/** A range of the owner's, read: figures and their periods. */
export interface Series {
  values: Range;
  periods: Range;
  /** The sheets of a series that has a sheet a period; its values are the same cell of each. */
  sheets?: string[];
  /** Whole columns or rows. */
  ledger: boolean;
  entries: Entry[];
  /** The steps in which its periods run. */
  steps: DetectedCadence;
  /** Number format of its figures. */
  format: string;
  /** The two columns whose quotient the figures are, where they are rates of their own sheet. */
  ratio: Ratio | null;
  /** The text above or before the figures, or empty. */
  header: string;
  /** What was left out, for the owner to know. */
  notes: string[];
  /** What makes the figures themselves doubtful; the review goes on saying it. */
  doubts: string[];
}

/**
 * Reads a column or row of figures with the periods beside it.
 *
 * @param snapshot  with both and the cells around them read
 * @param chosen    the figures, the periods if they were chosen too, whether the figures may all be blank, and whether
 *                  text is left out as the sums of a spreadsheet leave it out, without refusing it
 * @param options   language of month names, first month of the fiscal year; order of dates and year where they were asked for
 * @returns         every figure with its period; a header and a total row that were selected too are left out, which is noted
 * @throws          TrackError naming the cell that is no number, has no period, or cannot be read
 */
export function readSeries(
  snapshot: Snapshot,
  chosen: { values: Range; periods?: Range; blank?: boolean; lenient?: boolean },
  options: BandOptions,
): Series {
  const selected = lineOf(snapshot, chosen.values);
  if (!chosen.blank) sayNoFigures(selected);
  const found = chosen.periods
    ? besideThem(snapshot, chosen.periods, selected)
    : findPeriods(snapshot, selected, options);
  const beside = bandOf(snapshot, found, selected.across, options);
  sayUnfit(selected, beside);
  const shift = beside.open ? 0 : beside.places[0]! - selected.places[0]!;
  const { first, last, notes } = extentOf(selected, beside, shift);
  const values = cut(selected, first, last);
  const periods = cutBand(beside, first + shift, last + shift);
  const readLine = chosen.lenient ? readLeniently : readEntry;
  const read = values.places.map(place => readLine(values, beside, place, shift));
  const entries = read.flatMap(entry => (entry && typeof entry !== 'string' ? entry : []));
  notes.push(...read.flatMap(entry => (typeof entry === 'string' ? entry : [])));
  if (!chosen.blank && !entries.some(({ value }) => value !== null)) sayNone(selected);
  refuseManyErrors(entries);
  return {
    values: values.range,
    periods,
    ledger: values.open,
    entries,
    steps: detectCadence(
      entries.map(({ period }) => period.start),
      options.fiscalYearStart,
    ),
    format: commonFormat(values),
    ratio: ratioOf(
      values,
      entries.flatMap(({ cell, value }) => (value === null ? [] : [cell.top])),
    ),
    header: headerOf(values, first),
    notes: [...notes, ...whatIsMissing(entries)],
    doubts: [...mixedCurrencies(values), ...januaryOnly(periods, entries)],
  };
}

/** More errors than this share of the cells are no slip. */
const MOST_ERRORS = 1 / 5;
/** So many cells are named one by one. */
const NAMED = 3;

function refuseManyErrors(entries: Entry[]): void {
  const filled = entries.filter(({ value, instead }) => value !== null || instead !== null);
  const errors = filled.filter(({ instead }) => isError(instead));
  if (errors.length <= MOST_ERRORS * filled.length) return;
  const { cell, instead } = errors[0]!;
  const others = errors.length === 1 ? '' : ` and in ${counted(errors.length - 1, 'more cell')}`;
  throw new TrackError(
    `${printRange(cell)}: ${shown(instead)} is where a number should be${others}. Correct it, or choose cells without it.`,
  );
}

/** What counts as blank, for the owner to know. */
function whatIsMissing(entries: Entry[]): string[] {
  const errors = entries.filter(({ instead }) => isError(instead));
  const words = entries.flatMap(({ instead }) => (typeof instead === 'string' ? [instead.trim()] : []));
  const named = errors.slice(0, NAMED).map(({ cell, instead }) => `${printRange(cell)} holds ${shown(instead)}`);
  const more = errors.length > NAMED ? ` and ${counted(errors.length - NAMED, 'more cell')} an error` : '';
  const different = [...new Set(words)].slice(0, NAMED).map(word => `'${word}'`);
  return [
    ...(errors.length > 0 ? [`${named.join(', ')}${more}; left out until corrected.`] : []),
    ...(words.length > 0
      ? [
          `${counted(words.length, 'cell')} with ${different.join(', ')} ${words.length === 1 ? 'counts' : 'count'} as blank.`,
        ]
      : []),
  ];
}

/** A currency in a number format: its sign, or its code in brackets. */
const CURRENCY = /\[\$([^\]-]+)[^\]]*\]|([€£¥$₹])/g;

/** Figures in several currencies, as their number formats say: nobody can add up euros and yen. */
function mixedCurrencies(values: Line): string[] {
  const found = new Set<string>();
  for (const place of values.places) {
    if (typeof values.cell(place) !== 'number') continue;
    const [positive = ''] = values.format(place).split(';');
    for (const [, code, sign] of positive.matchAll(CURRENCY)) found.add((code ?? sign)!.trim());
  }
  const signs = [...found].filter(sign => sign !== '');
  if (signs.length < 2) return [];
  return [
    `${printRange(values.range)} holds figures in ${signs.slice(0, -1).join(', ')} and ${signs[signs.length - 1]}, taken together as if they were one currency.`,
  ];
}

/** A year of months whose dates were read month first, so that they lie on the first days of January. */
function januaryOnly(periods: Range, entries: Entry[]): string[] {
  const days = entries.flatMap(({ dated, period }) => (dated === 'number' ? [dayOf(period.start)] : []));
  const years = [...new Set(days.map(({ year }) => year))];
  const isYear = (of: number) => {
    const own = days.filter(({ year }) => year === of);
    return own.length === 12 && own.every(({ month, day }, i) => month === 1 && day === i + 1);
  };
  if (days.length === 0 || days.length !== entries.length || !years.every(isYear)) return [];
  return [
    `The dates in ${printRange(periods)} are 1 to 12 January of ${years.join(' and ')}. If months are meant, day and month changed places when they were typed or imported: correct them first.`,
  ];
}

function sayNone(line: Line): never {
  throw new TrackError(`${printRange(line.range)} holds no numbers.`);
}

function sayNoFigures(line: Line): void {
  if (line.places.every(place => isBlank(line.cell(place)))) sayNone(line);
}

/** The periods that were chosen; a band of several lines runs as the figures do. */
function besideThem(snapshot: Snapshot, periods: Range, values: Line): Range {
  const { top, left, bottom, right } = periods;
  const lines = values.across ? (bottom ?? Infinity) - top : (right ?? Infinity) - left;
  const isBand = lines > 0 && lines < MOST_LINES && top !== bottom && left !== right;
  if (isBand) return periods;
  const line = lineOf(snapshot, periods);
  if (line.across !== values.across) sayDirections(values.range, line.range);
  return line.range;
}

/** Lines that periods may have: a year, a quarter, a month, and what the figures are. */
const MOST_LINES = 5;

function sayDirections(values: Range, periods: Range): never {
  throw new TrackError(
    `The figures ${printRange(values)} and the periods ${printRange(periods)} run in different directions; choose both as columns or both as rows.`,
  );
}

function sayUnfit(values: Line, periods: PeriodBand): void {
  const [one, other] = [printRange(values.range), printRange(periods.range)];
  if (overlap(values.range, periods.range))
    throw new TrackError(`The figures ${one} and the periods ${other} share cells.`);
  if (values.open !== periods.open) sayDirections(values.range, periods.range);
  if (!values.open && values.places.length !== periods.places.length) {
    throw new TrackError(
      `${one} has ${values.places.length} cells, but ${other} has ${periods.places.length}; choose the same number.`,
    );
  }
}

/** Without a header before the first figure, a total after the last one, and blank ends. */
function extentOf(values: Line, periods: PeriodBand, shift: number) {
  const notes: string[] = [];
  const { places } = values;
  const both = (place: number) => isBlank(values.cell(place)) && periods.blank(place + shift);
  let [from, to] = [0, places.length - 1];
  while (from < to && both(places[from]!)) from++;
  while (to > from && both(places[to]!)) to--;
  const isText = (cell: Cell) => typeof cell === 'string' && !isBlank(cell);
  // A ledger may have a title above its headers; a selection has at most the header itself.
  const heads = values.open ? places.length : 1;
  for (let skipped = 0; skipped < heads && from < to; skipped++) {
    const place = places[from]!;
    if (isPeriod(periods.entry(place + shift))) break;
    if (typeof values.cell(place) === 'number' || (!values.open && !isText(values.cell(place)))) break;
    if (!values.open) notes.push(`${values.name(place)} '${shown(values.cell(place))}' is read as the header.`);
    from++;
  }
  // Totals, an average, and before them the column of a month that is not over.
  for (let why = whyNoPeriod(periods, places[to]! + shift); from < to && why; ) {
    notes.push(`${values.name(places[to]!)} is ${why}; it is left out.`);
    to--;
    while (to > from && both(places[to]!)) to--;
    why = whyNoPeriod(periods, places[to]! + shift);
  }
  return { first: places[from]!, last: places[to]!, notes };
}

function isPeriod(entry: SequenceEntry): entry is PeriodCell {
  return entry !== null && typeof entry !== 'string';
}

/** Why a cell among some periods is none: it labels a total or a difference, or names only part of a period; null where it is one. */
function whyNoPeriod(periods: PeriodBand, place: number): string | null {
  const [cell, entry] = [periods.cell(place), periods.entry(place)];
  if (isPeriod(entry)) return entry.partial ? `only part of a month, '${shown(cell)}'` : null;
  if (typeof cell !== 'string' || isBlank(cell)) return null;
  return isTotal(cell) || readLabel(cell).role !== null ? `labelled '${cell.trim()}'` : null;
}

function cutBand({ range, open, across }: PeriodBand, first: number, last: number): Range {
  if (open) return range;
  return across ? { ...range, left: first, right: last } : { ...range, top: first, bottom: last };
}

/** A figure with its period; null where there is neither, a note where it is left out. */
function readEntry(values: Line, periods: PeriodBand, place: number, shift: number): Entry | string | null {
  const value = values.cell(place);
  const [named, entry] = [periods.cell(place + shift), periods.entry(place + shift)];
  const periodName = periods.name(place + shift);
  if (periods.other(place + shift)) return null;
  if (isBlank(value) && !isPeriod(entry) && (isBlank(named) || entry === null)) return null;
  const instead = isError(value) || isWordForNothing(value) ? value : null;
  if (instead !== null && isBlank(named) && entry === null) return null;
  const isHeading = entry === null && !isBlank(named);
  const sums = whyNoPeriod(periods, place + shift);
  if (sums !== null && !isPeriod(entry)) return `${values.name(place)} is ${sums}; it is left out.`;
  if (instead === null && !isBlank(value) && typeof value !== 'number') {
    if (isHeading) return null;
    throw new TrackError(`${values.name(place)}: ${notANumber(value)}. Correct it, or choose cells without it.`);
  }
  const sum = entry === null && isBlank(named) ? sumBefore(values, place) : null;
  if (sum !== null) return `${values.name(place)} belongs to '${sum}', which sums up others; it is left out.`;
  if (entry === null && isBlank(named))
    throw new TrackError(`${values.name(place)} has a figure, but ${periodName} beside it names no period.`);
  if (entry === null && periods.names(place + shift))
    return `${values.name(place)} belongs to '${shown(named)}', which sums up others; it is left out.`;
  if (!isPeriod(entry)) throw new TrackError(`${periodName}: ${entry ?? whyNone(named)}`);
  const number = typeof value === 'number' ? value : null;
  return {
    cell: values.at(place),
    value: number,
    instead,
    period: entry,
    dated: entry.unit === 'day' ? howDated(named) : null,
    periodName,
  };
}

/** A line as a sum of the spreadsheet takes it: numbers with a date. */
function readLeniently(...line: Parameters<typeof readEntry>): ReturnType<typeof readEntry> {
  try {
    return readEntry(...line);
  } catch (error) {
    if (error instanceof TrackError) return null;
    throw error;
  }
}

/** The text before a figure, where it names a total or a longer period: *January* under weeks whose dates are in the next column. */
function sumBefore({ view, across, range }: Line, place: number): string | null {
  const token = tokenReader({});
  for (let line = (across ? range.top : range.left) - 1; line >= 0; line--) {
    const cell = across ? view.cell(line, place) : view.cell(place, line);
    if (typeof cell === 'string' && (isTotal(cell) || token(cell) !== null)) return cell.trim();
  }
  return null;
}

/** Why a cell names no period, in the words of whoever reads one by itself. */
function whyNone(cell: Cell): string {
  try {
    readPeriod(cell);
  } catch (error) {
    if (error instanceof PeriodError) return error.message;
    throw error;
  }
  return `'${shown(cell)}' is not a period here.`;
}

/** Whether some dates are as text that formulas can read. */
export function hasTextDates({ entries }: Series): boolean {
  return entries.some(({ dated }) => dated === 'text');
}

/** A date as a number, or as text in the order of the ISO, with or without a time and its zone. */
function howDated(cell: Cell): Entry['dated'] {
  if (typeof cell === 'number') return 'number';
  return typeof cell === 'string' && /^\d{4}-\d{2}-\d{2}(?!\d)/.test(cell) ? 'text' : null;
}

/** The format most of the figures have, or, without any, most of their cells. */
function commonFormat(values: Line): string {
  const counts = new Map<string, number>();
  const filled = values.places.filter(place => typeof values.cell(place) === 'number');
  for (const place of filled.length > 0 ? filled : values.places) {
    const format = values.format(place);
    counts.set(format, (counts.get(format) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 'General';
}

/** The nearest text before the first figure, in the line's own direction. */
function headerOf(values: Line, first: number): string {
  for (let place = first - 1; place >= 0 && place >= first - 5; place--) {
    const cell = values.cell(place);
    if (typeof cell === 'string' && !isBlank(cell)) return cell.trim();
  }
  return '';
}
