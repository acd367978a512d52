import { printRange } from '../../cells/address';
import { isCoarser } from '../../cells/cadence';
import { counted } from '../../cells/english';
import { type Calendar, type CalendarPeriod, periodOf, periodsBetween } from '../../cells/period';
import { type Cell, isError } from '../../cells/value';
import type { Content } from '../edit';
import type { Combine, Gaps } from '../register';
import { addingUp, pointingAt } from '../sources/dataFormulas';
import type { Entry } from '../sources/entry';
import type { Ratio } from '../sources/ratio';
import { hasTextDates, type SourceSeries } from '../sources/series';
import { TrackError } from '../sources/trackError';
import { missingDays } from './isPartial';
import { standsIn } from './sourceOrder';

/** What a KPI's column of `Compass Data` is going to hold, period by period. */
export interface PlacedFigures {
  /** How the source's figures become the workbook's. */
  kind: 'cell by cell' | 'added up';
  /** One a period, oldest first. */
  figures: {
    period: CalendarPeriod;
    value: number | null;
    content(periodCell: { row: number; column: number }): Content;
  }[];
  /** What the owner should know: gaps, partial periods left out. */
  notes: string[];
}

/**
 * Places a source's figures in a workbook's periods: each in the period it lies or, if it is longer, ends in; figures of
 * shorter steps, and ledgers, are added up by date.
 *
 * @param series    the source, read
 * @param calendar  the workbook's
 * @param combine   how shorter steps become one figure
 * @param gaps      what a sum is in a period without lines; null where nobody chose, which leaves it blank
 * @throws          TrackError naming a repeated period, or a text where a date is needed
 */
export function placeFigures(
  series: SourceSeries,
  calendar: Calendar,
  combine: Combine,
  gaps: Gaps | null,
): PlacedFigures {
  return isAddedUp(series, calendar) ? addUp(series, calendar, combine, gaps) : cellByCell(series, calendar);
}

/** A greater share of dates that repeat a period is no slip. */
const MOST_REPEATED = 1 / 5;

/** Whether figures have to be added up: lines of a ledger, or steps shorter than the workbook's. */
function isAddedUp({ ledger, counts, steps, entries }: SourceSeries, { cadence }: Calendar): boolean {
  if (ledger || counts) return true;
  if (steps.cadence === null) return entries.length > 1;
  // Many dates of one week are events, whatever lies between most of them; a few are slips, and named.
  const repeated = steps.repeats.reduce((sum, { at }) => sum + at.length - 1, 0);
  if (repeated > entries.length * MOST_REPEATED && entries.every(({ dated }) => dated)) return true;
  return isCoarser(cadence, steps.cadence);
}

function cellByCell({ entries, steps }: SourceSeries, calendar: Calendar): PlacedFigures {
  const taken = new Map<number, Entry>();
  const figures = entries.map(entry => {
    const period = standsIn(entry.period, steps.cadence, calendar);
    const other = taken.get(period.start);
    if (other) {
      throw new TrackError(
        `${period.label} appears twice: in ${other.periodName} and in ${entry.periodName}. A period can have one figure only.`,
      );
    }
    taken.set(period.start, entry);
    const content = () => ({ formula: pointingAt(entry.cell), value: entry.value ?? entry.instead ?? '' });
    return { period, value: entry.value, content };
  });
  const notes = steps.gaps.map(({ message, count }) => `${message}; ${count === 1 ? 'it stays' : 'they stay'} blank.`);
  return { kind: 'cell by cell', figures: figures.sort((a, b) => a.period.start - b.period.start), notes };
}

/**
 * Adds a source's figures up by date. A first or last period that the source covers only in part is left out of sums.
 *
 * @throws  TrackError where a period is no date, or no period is covered whole
 */
export function addUp(series: SourceSeries, calendar: Calendar, combine: Combine, gaps: Gaps | null): PlacedFigures {
  const textDates = hasTextDates(series);
  const undated = series.entries.find(({ dated }) => dated === null || (dated === 'text' && combine === 'last'));
  if (undated) {
    throw new TrackError(
      `${undated.periodName} is not a date; figures can be added up by ${calendar.cadence} only by their dates.`,
    );
  }
  const filled = series.entries.filter(({ value }) => value !== null);
  // A template that waits for its first figures has all its periods already.
  const dated = filled.length > 0 ? filled : series.entries;
  if (dated.length === 0) throw new TrackError(`${printRange(series.values)} holds no numbers.`);
  const days = dated.map(({ period }) => period.start);
  // Not Math.min(...days): a ledger has more lines than a call may have arguments.
  const first = days.reduce((a, b) => Math.min(a, b));
  const last = days.reduce((a, b) => Math.max(a, b));
  const ratio = combine === 'mean' && !textDates ? series.ratio : null;
  const how = { combine, cadence: calendar.cadence, gaps, textDates, ratio };
  const notes = [
    ratio
      ? `Each ${calendar.cadence} is its ${ratio.partName} divided by its ${ratio.wholeName}, by the dates in ${printRange(series.periods)}: a mean of the rates would count a quiet day like a busy one.`
      : series.counts
        ? `The lines are counted by ${calendar.cadence}, using the dates in ${printRange(series.periods)}.`
        : `The figures are combined by ${calendar.cadence} (${combine}), using the dates in ${printRange(series.periods)}.`,
  ];
  const groups = byPeriod(filled, calendar);
  const errors = byPeriod(
    series.entries.filter(({ instead }) => isError(instead)),
    calendar,
  );
  const periods = periodsBetween(first, last, calendar);
  const whole = periods.filter((period, index) => {
    const ends = { ...(index === 0 && { first }), ...(index === periods.length - 1 && { last }) };
    const missing = combine === 'sum' ? missingDays(period, ends, series.steps.cadence, calendar) : 0;
    if (missing === 0) return true;
    notes.push(
      `${period.label} is left out: ${missing} of its ${period.end - period.start + 1} days have no entry yet.`,
    );
    return false;
  });
  if (whole.length === 0)
    throw new TrackError(`${printRange(series.values)} does not cover one whole ${calendar.cadence}.`);
  // All of them are between the first date and the last.
  const areZero = combine === 'sum' && gaps === 'zero' && !textDates;
  const empty = areZero ? whole.filter(({ start }) => !groups.has(start)).length : 0;
  if (empty > 0) {
    notes.push(
      `${counted(empty, calendar.cadence)} without a line ${empty === 1 ? 'counts' : 'count'} as 0; choose 'unknown' for gaps if lines may be missing.`,
    );
  }
  const figures = whole.map(period => {
    const entries = groups.get(period.start) ?? [];
    const sum = ratio ? quotient(entries, ratio) : (combined(entries, combine) ?? (areZero ? 0 : null));
    const error = errorAmong(errors.get(period.start) ?? [], entries, combine, areZero);
    const content = (cell: { row: number; column: number }) => ({
      formula: addingUp(series, how, cell),
      value: error ?? sum ?? '',
    });
    return { period, value: error ? null : sum, content };
  });
  return { kind: 'added up', figures, notes };
}

function byPeriod(entries: Entry[], calendar: Calendar): Map<number, Entry[]> {
  const groups = new Map<number, Entry[]>();
  for (const entry of entries) {
    const { start } = periodOf(entry.period.start, calendar);
    const group = groups.get(start);
    if (group) group.push(entry);
    else groups.set(start, [entry]);
  }
  return groups;
}

/** The error that the formula of `addingUp` shows for a period: of cells that it adds up, where there is a figure at all or a gap is zero. */
function errorAmong(errors: Entry[], figures: Entry[], combine: Combine, zero: boolean): Cell | null {
  if (errors.length === 0 || (figures.length === 0 && !zero)) return null;
  const newest = newestOf(figures);
  const counted = combine === 'last' ? errors.filter(({ period }) => period.start === newest) : errors;
  return counted[0]?.instead ?? null;
}

/** The newest day of some entries. Not Math.max(...): a ledger has more lines than a call may have arguments. */
function newestOf(entries: Entry[]): number {
  return entries.reduce((latest, { period }) => Math.max(latest, period.start), Number.NEGATIVE_INFINITY);
}

/** What the formula of `addingUp` comes to. */
function combined(entries: Entry[], combine: Combine): number | null {
  if (entries.length === 0) return null;
  const newest = newestOf(entries);
  const counted = combine === 'last' ? entries.filter(({ period }) => period.start === newest) : entries;
  const sum = counted.reduce((total, { value }) => total + value!, 0);
  return combine === 'sum' ? sum : sum / counted.length;
}

/** The totals of both columns divided, over the lines of a period; null where there are none. */
function quotient(entries: Entry[], ratio: Ratio): number | null {
  const lines = entries.flatMap(({ cell }) => ratio.at(cell.top) ?? []);
  const whole = lines.reduce((total, line) => total + line.whole, 0);
  return whole === 0 ? null : lines.reduce((total, line) => total + line.part, 0) / whole;
}
