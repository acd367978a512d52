import type { Range } from '../../cells/address';
import { isWordForNothing } from '../../cells/nothing';
import type { SequenceEntry } from '../../cells/periodSequence';
import { tokenReader } from '../../cells/periodToken';
import { type PeriodCell, PeriodError, readPeriod } from '../../cells/readPeriod';
import { type Cell, type ErrorCell, isBlank, isError } from '../../cells/value';
import { notANumber, shown } from '../sheets/rowReader';
import type { Line } from './line';
import { isTotal, readLabel } from './lineWords';
import type { PeriodBand } from './periodBand';
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

/** Whether a place of a band names a period. */
export function isPeriod(entry: SequenceEntry): entry is PeriodCell {
  return entry !== null && typeof entry !== 'string';
}

/** Why a cell among some periods is none: it labels a total or a difference, or names only part of a period; null where it is one. */
export function whyNoPeriod(periods: PeriodBand, place: number): string | null {
  const [cell, entry] = [periods.cell(place), periods.entry(place)];
  if (isPeriod(entry)) return entry.partial ? `only part of a month, '${shown(cell)}'` : null;
  if (typeof cell !== 'string' || isBlank(cell)) return null;
  return isTotal(cell) || readLabel(cell).role !== null ? `labelled '${cell.trim()}'` : null;
}

/** A figure with its period; null where there is neither, a note where it is left out. */
export function readEntry(values: Line, periods: PeriodBand, place: number, shift: number): Entry | string | null {
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
export function readLeniently(...line: Parameters<typeof readEntry>): ReturnType<typeof readEntry> {
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

/** A date as a number, or as text in the order of the ISO, with or without a time and its zone. */
export function howDated(cell: Cell): Entry['dated'] {
  if (typeof cell === 'number') return 'number';
  return typeof cell === 'string' && /^\d{4}-\d{2}-\d{2}(?!\d)/.test(cell) ? 'text' : null;
}
