import { printRange, type Range } from '../../cells/address';
import { counted } from '../../cells/english';
import { isBlank } from '../../cells/value';
import { shown } from '../sheets/rowReader';
import type { Snapshot } from '../snapshot';
import { type Entry, howDated, isPeriod } from './entry';
import { type Line, lineOf } from './line';
import { isTotal } from './lineWords';
import { type BandOptions, bandOf } from './periodBand';
import { TrackError } from './trackError';

/** Dates of events, each of which counts as one. */
export interface Events {
  values: Range;
  ledger: boolean;
  entries: Entry[];
  notes: string[];
}

/** Serials that a date of an event has: 1954 to 2119. */
const DATES = { first: 20_000, last: 80_000 };
/** Cells that tell whether a line holds dates. */
const ENOUGH = 200;

/** Whether most of what a line holds are dates: days of events, which can be counted. */
export function holdsDates(line: Line): boolean {
  const filled = line.places.filter(place => !isBlank(line.cell(place))).slice(0, ENOUGH);
  const dates = filled.filter(place => {
    const cell = line.cell(place);
    return typeof cell === 'number' ? cell >= DATES.first && cell <= DATES.last : howDated(cell) === 'text';
  });
  return dates.length * 2 > filled.length;
}

/**
 * Reads a column of dates that are events without an amount, such as complaints or sign-ups: each line is one.
 *
 * @param snapshot  with the dates read
 * @param dates     a column or a part of it
 * @param options   language, order of dates in digits
 * @throws          TrackError where there is no date
 */
export function readEvents(snapshot: Snapshot, dates: Range, options: BandOptions): Events {
  const line = lineOf(snapshot, dates);
  const band = bandOf(snapshot, dates, line.across, options);
  const entries: Entry[] = [];
  const others: string[] = [];
  for (const place of line.places) {
    const [cell, period] = [line.cell(place), band.entry(place)];
    const name = line.name(place);
    if (isPeriod(period) && period.unit === 'day')
      entries.push({ cell: line.at(place), value: 1, instead: null, period, dated: howDated(cell), periodName: name });
    // What is above the first date is a title or the header.
    else if (!isBlank(cell) && entries.length > 0 && !(typeof cell === 'string' && isTotal(cell)))
      others.push(`${name} '${shown(cell)}'`);
  }
  if (entries.length === 0) throw new TrackError(`${printRange(line.range)} holds no dates to count.`);
  const notes =
    others.length === 0
      ? []
      : [
          `${counted(others.length, 'line')} without a date ${others.length === 1 ? 'is' : 'are'} not counted: ${others[0]}.`,
        ];
  return { values: line.range, ledger: line.open, entries, notes };
}
