import { overlap, printRange, type Range, sameCells } from '../../cells/address';
import { type DetectedCadence, detectCadence } from '../../cells/cadence';
import { type Cell, isBlank } from '../../cells/value';
import { shown } from '../sheets/rowReader';
import type { Snapshot } from '../snapshot';
import { januaryOnly, mixedCurrencies, refuseManyErrors, whatIsMissing } from './doubts';
import { type Entry, isPeriod, readEntry, readLeniently, whyNoPeriod } from './entry';
import { holdsDates, readEvents } from './events';
import { findPeriods } from './findPeriods';
import { cut, type Line, lineOf } from './line';
import { type BandOptions, bandOf, type PeriodBand } from './periodBand';
import { type Ratio, ratioOf } from './ratio';
import { TrackError } from './trackError';

/** A range of the owner's, read: figures and their periods. */
export interface SourceSeries {
  values: Range;
  periods: Range;
  /** The sheets of a series that has a sheet a period; its values are the same cell of each. */
  sheets?: string[];
  /** Whole columns or rows. */
  ledger: boolean;
  /** Whether its figures are lines that are counted by their dates: values and periods are the same cells. */
  counts?: boolean;
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
): SourceSeries {
  if (chosen.periods && sameCells(chosen.values, chosen.periods) && holdsDates(lineOf(snapshot, chosen.values))) {
    const events = readEvents(snapshot, chosen.values, options);
    const steps = detectCadence(
      events.entries.map(({ period }) => period.start),
      options.fiscalYearStart,
    );
    const { values: periods } = events;
    return { ...events, periods, counts: true, steps, format: '0', ratio: null, header: '', doubts: [] };
  }
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

function cutBand({ range, open, across }: PeriodBand, first: number, last: number): Range {
  if (open) return range;
  return across ? { ...range, left: first, right: last } : { ...range, top: first, bottom: last };
}

/** Whether some dates are as text that formulas can read. */
export function hasTextDates({ entries }: SourceSeries): boolean {
  return entries.some(({ dated }) => dated === 'text');
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
