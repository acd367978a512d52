import { overlap, printRange, type Range } from '../../cells/address';
import { type DetectedCadence, detectCadence } from '../../cells/cadence';
import { counted } from '../../cells/english';
import { isWordForNothing } from '../../cells/nothing';
import { dayOrderOf, type PeriodCell, PeriodError, type PeriodOptions, readPeriod } from '../../cells/readPeriod';
import { dayOf } from '../../cells/serial';
import { type Cell, type ErrorCell, isBlank, isError } from '../../cells/value';
import { notANumber, shown } from '../sheets/rowReader';
import type { Snapshot } from '../snapshot';
import { findPeriods } from './findPeriods';
import { cut, type Line, lineOf } from './line';
import { TrackError } from './trackError';

/** One figure of the owner's with the period it belongs to. */
export interface Entry {
  /** The cell of the figure, with its sheet. */
  cell: Range;
  value: number | null;
  /** What stands there instead of a figure: an error, or a word for nothing. */
  instead: ErrorCell | string | null;
  period: PeriodCell;
  /** Whether the period stands there as a real date, which formulas can compare. */
  dated: boolean;
  /** The period cell, as people name it. */
  periodName: string;
}

/** A range of the owner's, read: figures and their periods. */
export interface Series {
  values: Range;
  periods: Range;
  /** Whole columns or rows. */
  ledger: boolean;
  entries: Entry[];
  /** The steps in which its periods run. */
  steps: DetectedCadence;
  /** Number format of its figures. */
  format: string;
  /** The text above or before the figures, or empty. */
  header: string;
  /** What was left out, for the owner to know. */
  notes: string[];
}

/** How owners label the row that adds up the others. */
const TOTAL =
  /^\W*(grand |sub-?)?(total|totals|sum|average|mean|median|summe|gesamt|mittelwert|durchschnitt|schnitt|totale?|somme|moyenne|suma|promedio|media)\b/i;

/**
 * Reads a column or row of figures with the periods beside it.
 *
 * @param snapshot  with both and the cells around them read
 * @param chosen    the figures, the periods if they were chosen too, whether the figures may all be blank, and whether
 *                  text is left out as the sums of a spreadsheet leave it out, without refusing it
 * @param language  of month names, and the first month of the fiscal year
 * @returns         every figure with its period; a header and a total row that were selected too are left out, which is noted
 * @throws          TrackError naming the cell that is no number, has no period, or cannot be read
 */
export function readSeries(
  snapshot: Snapshot,
  chosen: { values: Range; periods?: Range; blank?: boolean; lenient?: boolean },
  language: PeriodOptions,
): Series {
  const selected = lineOf(snapshot, chosen.values);
  if (!chosen.blank) sayNoFigures(selected);
  const beside = chosen.periods ? lineOf(snapshot, chosen.periods) : findPeriods(snapshot, selected, language);
  const order = dayOrderOf(beside.places.map(place => beside.cell(place)));
  const options = order ? { ...language, order } : language;
  sayUnfit(selected, beside);
  const shift = beside.open ? 0 : beside.places[0]! - selected.places[0]!;
  const { first, last, notes } = extentOf(selected, beside, shift, options);
  const [values, periods] = [cut(selected, first, last), cut(beside, first + shift, last + shift)];
  const read = chosen.lenient ? readLeniently : readEntry;
  const entries = values.places.flatMap(place => read(values, periods, place, shift, options) ?? []);
  if (!chosen.blank && !entries.some(({ value }) => value !== null)) sayNone(selected);
  refuseManyErrors(entries);
  return {
    values: values.range,
    periods: periods.range,
    ledger: values.open,
    entries,
    steps: detectCadence(
      entries.map(({ period }) => period.start),
      options.fiscalYearStart,
    ),
    format: commonFormat(values),
    header: headerOf(values, first),
    notes: [...notes, ...whatIsMissing(entries), ...mixedCurrencies(values), ...januaryOnly(periods, entries)],
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
function januaryOnly(periods: Line, entries: Entry[]): string[] {
  const days = entries.flatMap(({ dated, period }) => (dated ? [dayOf(period.start)] : []));
  const years = [...new Set(days.map(({ year }) => year))];
  const isYear = (of: number) => {
    const own = days.filter(({ year }) => year === of);
    return own.length === 12 && own.every(({ month, day }, i) => month === 1 && day === i + 1);
  };
  if (days.length === 0 || days.length !== entries.length || !years.every(isYear)) return [];
  return [
    `The dates in ${printRange(periods.range)} are 1 to 12 January of ${years.join(' and ')}. If months are meant, day and month changed places when they were typed or imported: correct them first.`,
  ];
}

function sayNone(line: Line): never {
  throw new TrackError(`${printRange(line.range)} holds no numbers.`);
}

function sayNoFigures(line: Line): void {
  if (line.places.every(place => isBlank(line.cell(place)))) sayNone(line);
}

function sayUnfit(values: Line, periods: Line): void {
  const [one, other] = [printRange(values.range), printRange(periods.range)];
  if (overlap(values.range, periods.range))
    throw new TrackError(`The figures ${one} and the periods ${other} share cells.`);
  if (values.across !== periods.across || values.open !== periods.open) {
    throw new TrackError(
      `The figures ${one} and the periods ${other} run in different directions; choose both as columns or both as rows.`,
    );
  }
  if (!values.open && values.places.length !== periods.places.length) {
    throw new TrackError(
      `${one} has ${values.places.length} cells, but ${other} has ${periods.places.length}; choose the same number.`,
    );
  }
}

/** Without a header before the first figure, a total after the last one, and blank ends. */
function extentOf(values: Line, periods: Line, shift: number, options: PeriodOptions) {
  const notes: string[] = [];
  const { places } = values;
  const both = (place: number) => isBlank(values.cell(place)) && isBlank(periods.cell(place + shift));
  let [from, to] = [0, places.length - 1];
  while (from < to && both(places[from]!)) from++;
  while (to > from && both(places[to]!)) to--;
  const isText = (cell: Cell) => typeof cell === 'string' && !isBlank(cell);
  // A ledger may have a title above its headers; a selection has at most the header itself.
  const heads = values.open ? places.length : 1;
  for (let skipped = 0; skipped < heads && from < to; skipped++) {
    const place = places[from]!;
    if (namesPeriod(periods.cell(place + shift), options)) break;
    if (typeof values.cell(place) === 'number' || (!values.open && !isText(values.cell(place)))) break;
    if (!values.open) notes.push(`${values.name(place)} '${shown(values.cell(place))}' is read as the header.`);
    from++;
  }
  // Totals, an average, and before them the column of a month that is not over.
  for (let why = whyNoPeriod(periods.cell(places[to]! + shift), options); from < to && why; ) {
    notes.push(`${values.name(places[to]!)} is ${why}; it is left out.`);
    to--;
    while (to > from && both(places[to]!)) to--;
    why = whyNoPeriod(periods.cell(places[to]! + shift), options);
  }
  return { first: places[from]!, last: places[to]!, notes };
}

/** Why the last cell of some periods is none: it labels a total, or names only part of a period; null where it is one. */
function whyNoPeriod(cell: Cell, options: PeriodOptions): string | null {
  if (typeof cell !== 'string') return null;
  if (TOTAL.test(cell)) return `labelled '${cell.trim()}'`;
  const period = readOrWhy(cell, options);
  return typeof period !== 'string' && period.partial ? `only part of a month, '${cell.trim()}'` : null;
}

function namesPeriod(cell: Cell, options: PeriodOptions): boolean {
  return !isBlank(cell) && typeof readOrWhy(cell, options) !== 'string';
}

/** The period a cell names, or why it names none. */
function readOrWhy(cell: Cell, options: PeriodOptions): PeriodCell | string {
  try {
    return readPeriod(cell, options);
  } catch (error) {
    if (error instanceof PeriodError) return error.message;
    throw error;
  }
}

function readEntry(values: Line, periods: Line, place: number, shift: number, options: PeriodOptions): Entry | null {
  const [value, named] = [values.cell(place), periods.cell(place + shift)];
  const periodName = periods.name(place + shift);
  if (isBlank(value) && isBlank(named)) return null;
  const instead = isError(value) || isWordForNothing(value) ? value : null;
  if (instead !== null && isBlank(named)) return null;
  if (instead === null && !isBlank(value) && typeof value !== 'number') {
    throw new TrackError(`${values.name(place)}: ${notANumber(value)}. Correct it, or choose cells without it.`);
  }
  if (isBlank(named))
    throw new TrackError(`${values.name(place)} has a figure, but ${periodName} beside it names no period.`);
  const period = readOrWhy(named, options);
  if (typeof period === 'string') throw new TrackError(`${periodName}: ${period}`);
  const number = typeof value === 'number' ? value : null;
  return {
    cell: values.at(place),
    value: number,
    instead,
    period,
    dated: typeof named === 'number' && period.unit === 'day',
    periodName,
  };
}

/** A line as a sum of the spreadsheet takes it: numbers with a date. */
function readLeniently(...line: Parameters<typeof readEntry>): Entry | null {
  try {
    return readEntry(...line);
  } catch (error) {
    if (error instanceof TrackError) return null;
    throw error;
  }
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
