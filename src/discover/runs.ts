import type { Range } from '../cells/address';
import { type DetectedCadence, detectCadence } from '../cells/cadence';
import { isPeriodNumber } from '../cells/periodToken';
import { type DayOrder, dayOrderOf, type PeriodCell, type PeriodOptions } from '../cells/readPeriod';
import type { Snapshot } from '../workbook/snapshot';
import { bandOf, type PeriodBand } from '../workbook/sources/periodBand';
import { keyLineOf, labelKeys, yearLineOf } from './besidePeriods';
import { type CellReader, cellReader } from './periodCells';
import type { Plane } from './plane';
import { FEWEST_ENTRIES, isIrregular, isYearByYear, keyedOnce, plausible, spans, strideOf } from './runSteps';
import { FEWEST_PERIODS, numberedSegments, type Segment, segmentsOf } from './segments';

/** Periods that follow each other along a line of a sheet. */
export interface Run {
  plane: Plane;
  /** The line that names them. */
  line: number;
  /** The first and the last place that belongs to one of them. */
  first: number;
  last: number;
  /** The lines that name them together: with the line of years, and that of keys. */
  lines: { first: number; last: number };
  band: PeriodBand;
  /** The places that name a period, with it. */
  periods: { place: number; period: PeriodCell }[];
  steps: DetectedCadence;
  /** What each place holds where several series share the periods: actual, budget; a region. Null where none do. */
  keys: Map<number, string> | null;
  /** Whether lines are entries of a ledger: any number of them a day. */
  isLedger: boolean;
  /** Whether they are numbers of a fiscal year: P1, P2. */
  isNumbered: boolean;
  /** The order in which dates in digits were read, where only the language of the workbook says so. */
  guessedOrder: DayOrder | null;
  /** Why the periods can't be read, in an owner's words; empty where they can. */
  problem: string;
}

/** How much of a sheet is looked through for periods; what they begin there is followed to its end. */
export interface Looked {
  places: number;
  lines: number;
}

/**
 * Finds the periods that are along the lines of a sheet.
 *
 * @param snapshot  the workbook
 * @param plane     the sheet, in the direction in which they are looked for
 * @param options   language of month names, first month of the fiscal year
 * @param looked    how many lines and places are looked through
 */
export function findRuns(snapshot: Snapshot, plane: Plane, options: PeriodOptions, looked: Looked): Run[] {
  const at = cellReader(plane, options);
  const segments: Segment[] = [];
  const lines = Math.min(plane.lines, looked.lines);
  for (let line = 0; line < lines; line++) {
    segments.push(...segmentsOf(plane, line, at, Math.min(plane.places, looked.places)));
  }
  segments.push(...numberedSegments(plane, segments, at));
  const texts = segments.flatMap(({ line, places, weak }) => {
    const isText = !weak && typeof plane.cell(line, places[0]!) === 'string';
    return isText ? places.map(place => plane.cell(line, place)) : [];
  });
  const order = dayOrderOf(texts);
  return segments.flatMap(segment => runOf(snapshot, plane, segment, at, options, order) ?? []);
}
function runOf(
  snapshot: Snapshot,
  plane: Plane,
  segment: Segment,
  at: CellReader,
  options: PeriodOptions,
  order: DayOrder | null,
): Run | null {
  const { line, places } = segment;
  const first = places[0]!;
  const stride = strideOf(places);
  const last = Math.min(places[places.length - 1]! + stride - 1, plane.places - 1);
  const needsYears = segment.tokens.some(token => token.kind === 'part');
  const years = needsYears ? yearLineOf(plane, line, first, last, at, stride > 1) : undefined;
  const keyLine = keyLineOf(plane, line, years, segment, last);
  const all = [line, ...(years === undefined ? [] : [years]), ...(keyLine === null ? [] : [keyLine.line])];
  const lines = { first: Math.min(...all), last: Math.max(...all) };
  const range: Range = plane.range(lines.first, first, last, lines.last);
  const localeOrder: DayOrder = /^en-(us|ph)|^(ja|zh|ko)/i.test(options.locale ?? '') ? 'month' : 'day';
  const read = (given?: DayOrder) => {
    const band = bandOf(snapshot, range, plane.across, { ...options, ...(given && { order: given }) });
    const named = band.places.map(place => ({ place, period: band.entry(place) }));
    return { band, named };
  };
  let { band, named } = read(order ?? undefined);
  let guessedOrder: DayOrder | null = null;
  if (
    order === null &&
    segment.tokens.some(({ kind }) => kind === 'two orders') &&
    named.some(({ period }) => typeof period === 'string')
  ) {
    guessedOrder = localeOrder;
    ({ band, named } = read(localeOrder));
  }
  const isRead = (each: (typeof named)[number]): each is { place: number; period: PeriodCell } =>
    each.period !== null && typeof each.period !== 'string';
  const periods = named.filter(isRead);
  const why = named.flatMap(({ period }) => (typeof period === 'string' ? [period] : []));
  const keys = keyLine?.keys ?? labelKeys(plane, line, band);
  const settled = { plane, line, first, last, lines, band, periods, keys, guessedOrder };
  const some = [...keyedOnce(periods, keys)];
  const steps = detectCadence(
    some.map(({ period }) => period.start),
    options.fiscalYearStart,
  );
  const isNumbered = segment.places.every(place => isPeriodNumber(String(plane.cell(line, place) ?? '')));
  const unread = { ...settled, steps, isLedger: false, isNumbered };
  if (why.length > periods.length) return segment.weak ? null : { ...unread, problem: why[0]! };
  if (some.length < FEWEST_PERIODS) return null;
  if (some.every(({ period }) => period.unit === 'year')) return null;
  const days = some.every(({ period }) => period.unit === 'day');
  const repeated = steps.repeats.reduce((sum, { at: each }) => sum + each.length - 1, 0);
  const holes = steps.gaps.reduce((sum, { count }) => sum + count, 0);
  const isScattered = days && isIrregular(steps.cadence, some, holes);
  const isInOrder = steps.order !== 'mixed' || isYearByYear(some.map(({ period }) => period));
  const regular = !isScattered && steps.cadence !== null && isInOrder && repeated <= some.length / 20;
  if (segment.weak && !regular) return null;
  const isLedger = days && !plane.across && !regular && some.length >= FEWEST_ENTRIES && spans(some, 20);
  if (isLedger) return { ...unread, keys: null, isLedger, problem: '' };
  if (regular) return { ...unread, problem: '' };
  if (!plausible(some, steps)) return null;
  const problem =
    steps.cadence === null ? steps.problem : (steps.repeats[0]?.message ?? 'the periods are in no particular order.');
  return { ...unread, problem };
}
