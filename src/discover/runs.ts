import type { Range } from '../cells/address';
import { type DetectedCadence, detectCadence } from '../cells/cadence';
import { type PeriodToken, tokenReader } from '../cells/periodToken';
import { type DayOrder, dayOrderOf, type PeriodCell, type PeriodOptions } from '../cells/readPeriod';
import { type Cell, isBlank } from '../cells/value';
import type { Snapshot } from '../workbook/snapshot';
import { isDateFormat } from '../workbook/sources/findPeriods';
import { isTotal, readLabel } from '../workbook/sources/lineWords';
import { bandOf, type PeriodBand } from '../workbook/sources/periodBand';
import { type Plane, textAt } from './plane';

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

/** Places without a period that may be between two: subtotals, blanks, the columns under a merged month. */
const WIDEST_GAP = 6;
const FEWEST = 3;
/** Lines beside months in which their years may be. */
const YEARS_NEAR = 3;
const PLAIN_DAYS = { first: 36_000, last: 60_000 };
/** Entries of a ledger, at least; fewer dates are a short table. */
const FEWEST_ENTRIES = 8;

/** What a cell of a line says; `weak` where it is a bare number, which may be a figure as well. */
interface Found {
  token: PeriodToken;
  weak: boolean;
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
  const token = tokenReader(options);
  const isDate = new Map<string, boolean>();
  const hasDateFormat = (line: number, place: number) => {
    const format = plane.format(line, place);
    let known = isDate.get(format);
    if (known === undefined) {
      known = format !== 'General' && isDateFormat(format);
      isDate.set(format, known);
    }
    return known;
  };
  const at = (line: number, place: number): Found | null => {
    const cell = plane.cell(line, place);
    if (cell === null) return null;
    if (typeof cell === 'number') return numberFound(cell, hasDateFormat(line, place), token);
    if (typeof cell !== 'string') return null;
    const found = token(cell) ?? labelled(cell, token);
    return found && { token: found, weak: false };
  };
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

function numberFound(cell: number, isDate: boolean, token: (cell: Cell) => PeriodToken | null): Found | null {
  if (isDate) {
    if (cell < 1) return null;
    const day = Math.floor(cell);
    return { token: { kind: 'period', period: { unit: 'day', start: day, end: day } }, weak: false };
  }
  if (!Number.isInteger(cell)) return null;
  if (cell >= PLAIN_DAYS.first && cell <= PLAIN_DAYS.last) {
    return { token: { kind: 'period', period: { unit: 'day', start: cell, end: cell } }, weak: true };
  }
  const isYear = cell >= 1990 && cell <= 2099;
  const isMonth = cell >= 199_001 && cell <= 209_912;
  const isDay = cell >= 19_900_101 && cell <= 20_991_231;
  const found = isYear || isMonth || isDay ? token(cell) : null;
  return found && { token: found, weak: true };
}

/** A year among words: a label without one is not looked at closer. */
const WITH_YEAR = /\b(19|20)\d\d\b|['’-]\d\d\b|\bfy\s?\d/i;

/** `Jan 2024 Actual`: the period in a label that says as well what the figures are. */
function labelled(cell: string, token: (cell: Cell) => PeriodToken | null): PeriodToken | null {
  if (cell.length > 60 || !WITH_YEAR.test(cell)) return null;
  const { role, name } = readLabel(cell);
  return role === null || role === 'total' || name === '' || name === cell.trim() ? null : token(name);
}

/** Cells of a line that name periods one after the other. */
interface Segment {
  line: number;
  places: number[];
  tokens: PeriodToken[];
  weak: boolean;
}

function segmentsOf(
  plane: Plane,
  line: number,
  at: (line: number, place: number) => Found | null,
  looked: number,
): Segment[] {
  const segments: Segment[] = [];
  let current: Segment | null = null;
  let end = looked;
  for (let place = 0; place < end; place++) {
    const found = at(line, place);
    if (!found) continue;
    const last = current?.places[current.places.length - 1];
    if (current && last !== undefined && follows(plane, line, last, place, current, found)) {
      current.places.push(place);
      current.tokens.push(found.token);
      current.weak &&= found.weak;
      // What begins in the part that is looked through is followed to its end.
      if (place === end - 1 && current.places.length >= FEWEST) end = Math.min(plane.places, end + 5000);
      continue;
    }
    current = { line, places: [place], tokens: [found.token], weak: found.weak };
    segments.push(current);
  }
  return segments.filter(({ places, tokens }) => places.length >= FEWEST && tokens.some(isNoYear));
}

function isNoYear(token: PeriodToken): boolean {
  return token.kind !== 'year';
}

/** Whether a cell goes on where a run of periods stopped: nothing but blanks, totals and differences between them. */
function follows(plane: Plane, line: number, last: number, place: number, run: Segment, found: Found): boolean {
  const gap = place - last - 1;
  if (found.weak !== run.weak && gap > 0 && found.token.kind !== 'year') return false;
  if (gap === 0) return true;
  if (gap > WIDEST_GAP) return false;
  let texts = 0;
  for (let between = last + 1; between < place; between++) {
    const cell = plane.cell(line, between);
    if (isBlank(cell)) continue;
    if (typeof cell !== 'string') return false;
    if (!isTotal(cell) && readLabel(cell).role === null) texts++;
  }
  const [before, after] = [orderOf(run.tokens[run.tokens.length - 1]!), orderOf(found.token)];
  const [first, second] = [orderOf(run.tokens[0]!), orderOf(run.tokens[1] ?? run.tokens[0]!)];
  const goesOn =
    before === null ||
    after === null ||
    first === null ||
    second === null ||
    (second >= first ? after >= before : after <= before);
  // Down a sheet the next table begins below a blank and a heading; along a row a merged month has blanks beside it.
  if (texts > 1 || (texts > 0 && !goesOn)) return false;
  return plane.across ? goesOn && !hasNames(plane, line, last, place) : goesOn || gap < 2;
}

/** Whether names begin between two periods of a header row: those of the next table beside it. */
function hasNames(plane: Plane, line: number, last: number, place: number): boolean {
  // Below merged months is what each figure is, and below the first of them too.
  if (textAt(plane, line + 1, last) !== '') return false;
  for (let between = last + 1; between < place; between++) {
    const text = textAt(plane, line + 1, between);
    if (text !== '' && readLabel(text).role === null) return true;
  }
  return false;
}

/** Where a token lies in time, as far as it says so itself. */
function orderOf(token: PeriodToken): number | null {
  if (token.kind === 'period' || token.kind === 'month or day') return token.period.start;
  return token.kind === 'two orders' ? token.monthFirst.start : null;
}

/** Months or weeks as plain numbers, which a line of years is beside. */
function numberedSegments(
  plane: Plane,
  found: Segment[],
  at: (line: number, place: number) => Found | null,
): Segment[] {
  if (plane.across) return [];
  const named = new Set(found.map(({ line }) => line));
  const numbered: Segment[] = [];
  for (let line = 0; line < Math.min(plane.lines, 60); line++) {
    if (named.has(line)) continue;
    const years = [line - 1, line + 1, line - 2, line + 2].filter(other => other >= 0 && other < plane.lines);
    let current: Segment | null = null;
    for (let place = 0; place < Math.min(plane.places, 2000); place++) {
      const cell = plane.cell(line, place);
      const isNumber = typeof cell === 'number' && Number.isInteger(cell) && cell >= 1 && cell <= 53;
      if (
        !isNumber ||
        !years.some(other => at(other, place)?.token.kind === 'year' || (current && isBlank(plane.cell(other, place))))
      ) {
        current = null;
        continue;
      }
      if (!current && !years.some(other => at(other, place)?.token.kind === 'year')) continue;
      if (!current) {
        current = { line, places: [], tokens: [], weak: true };
        numbered.push(current);
      }
      current.places.push(place);
      current.tokens.push({ kind: 'part', unit: 'month', number: cell });
    }
  }
  return numbered.filter(({ places, line }) => {
    const numbers = places.map(place => plane.cell(line, place) as number);
    const steps = numbers
      .slice(1)
      .filter((number, i) => number - numbers[i]! === 1 || number === 1 || number === numbers[i]);
    return places.length >= FEWEST && steps.length >= (numbers.length - 1) * 0.8;
  });
}

function runOf(
  snapshot: Snapshot,
  plane: Plane,
  segment: Segment,
  at: (line: number, place: number) => Found | null,
  options: PeriodOptions,
  order: DayOrder | null,
): Run | null {
  const { line, places } = segment;
  const first = places[0]!;
  const stride = strideOf(places);
  const last = Math.min(places[places.length - 1]! + stride - 1, plane.places - 1);
  const needsYears = segment.tokens.some(token => token.kind === 'part');
  const years = needsYears ? yearLineOf(plane, line, first, last, at) : undefined;
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
  const unread = { ...settled, steps, isLedger: false };
  if (why.length > periods.length) return { ...unread, problem: why[0]! };
  if (some.length < FEWEST) return null;
  if (some.every(({ period }) => period.unit === 'year')) return null;
  const days = some.every(({ period }) => period.unit === 'day');
  const repeated = steps.repeats.reduce((sum, { at: each }) => sum + each.length - 1, 0);
  const holes = steps.gaps.reduce((sum, { count }) => sum + count, 0);
  const isScattered = days && isIrregular(steps.cadence, some, holes);
  const regular = !isScattered && steps.cadence !== null && steps.order !== 'mixed' && repeated <= some.length / 20;
  if (segment.weak && !regular) return null;
  const isLedger = days && !plane.across && !regular && some.length >= FEWEST_ENTRIES && spans(some, 20);
  if (isLedger) return { ...unread, keys: null, isLedger, problem: '' };
  if (regular) return { ...unread, problem: '' };
  if (!plausible(some, steps)) return null;
  const problem =
    steps.cadence === null ? steps.problem : (steps.repeats[0]?.message ?? 'the periods are in no particular order.');
  return { ...unread, problem };
}

/** Whether dates that look like days or weeks are those of events: with many days missing, or weeks of any length. */
function isIrregular(cadence: DetectedCadence['cadence'], periods: { period: PeriodCell }[], holes: number): boolean {
  if (cadence === 'day') return holes > periods.length * 0.25;
  if (cadence !== 'week') return false;
  if (holes > periods.length * 0.4) return true;
  const starts = periods.map(({ period }) => period.start).sort((a, b) => a - b);
  const whole = starts.slice(1).filter((day, index) => (day - starts[index]!) % 7 === 0);
  return whole.length < (starts.length - 1) * 0.8;
}

function spans(periods: { period: PeriodCell }[], days: number): boolean {
  const starts = periods.map(({ period }) => period.start);
  const [least, most] = starts.reduce(
    ([low, high], day) => [Math.min(low, day), Math.max(high, day)],
    [starts[0]!, starts[0]!],
  );
  return most - least >= days;
}

/** Whether dates that run in no steps are worth a word: not three dates beside each other in an order. */
function plausible(periods: { period: PeriodCell }[], { order }: DetectedCadence): boolean {
  return periods.length >= FEWEST_ENTRIES || (periods.length > 3 && order !== 'mixed');
}

/** The periods once each, of the first key: those of the others repeat them. */
function* keyedOnce(periods: { place: number; period: PeriodCell }[], keys: Map<number, string> | null) {
  const [first] = periods;
  const key = first && keys?.get(first.place);
  for (const each of periods) if (!keys || keys.get(each.place) === key) yield each;
}

/** At how many places each period is, where it is over several: 1 where not. */
function strideOf(places: number[]): number {
  const steps = places.slice(1).map((place, index) => place - places[index]!);
  const [step = 1] = steps;
  return step > 1 && steps.filter(each => each === step).length >= steps.length * 0.8 ? step : 1;
}

/** The line beside some months that holds their years and, as far as they reach, nothing else. */
function yearLineOf(
  plane: Plane,
  line: number,
  first: number,
  last: number,
  at: (line: number, place: number) => Found | null,
): number | undefined {
  const steps = Array.from({ length: YEARS_NEAR }, (_, index) => index + 1);
  const near = plane.across ? steps.map(step => line - step) : steps.flatMap(step => [line - step, line + step]);
  return near.find(other => {
    if (other < 0 || other >= plane.lines) return false;
    let [years, others] = [0, 0];
    for (let place = first; place <= last; place++) {
      const cell = plane.cell(other, place);
      if (isBlank(cell)) continue;
      if (at(other, place)?.token.kind === 'year') years++;
      else if (typeof cell !== 'string' || !isTotal(cell)) others++;
    }
    return years > 0 && others === 0;
  });
}

/**
 * The line between periods and figures that says what each figure is, where several stand for one period: *Actual* and
 * *Budget* under a month, a region beside it.
 */
function keyLineOf(plane: Plane, line: number, years: number | undefined, { places, tokens }: Segment, last: number) {
  const other = line + 1 === years ? line + 2 : line + 1;
  if (other >= plane.lines) return null;
  const roles = rolesAlong(plane, other, places[0]!, last);
  if (roles) return { line: other, keys: roles };
  const repeated = tokens.filter((token, index) => index > 0 && isSame(token, tokens[index - 1]!)).length;
  const isMerged = strideOf(places) > 1;
  if (!isMerged && repeated < tokens.length / 4) return null;
  const keys = new Map<number, string>();
  const counts = new Map<string, number>();
  let [words, groups] = [0, 0];
  let group = new Set<string>();
  for (let place = places[0]!, index = -1; place <= last; place++) {
    if (place === places[index + 1]) {
      index++;
      if (index === 0 || !isSame(tokens[index]!, tokens[index - 1]!)) {
        group = new Set();
        groups++;
      }
    }
    const key = textAt(plane, other, place);
    if (key === '') continue;
    if (group.has(key)) return null;
    group.add(key);
    words++;
    keys.set(place, key);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  if (groups < FEWEST || words < (last - places[0]! + 1) * 0.6 || counts.size < 2) return null;
  const complete = [...counts.values()].filter(count => count >= groups * 0.6).length;
  return complete >= counts.size * 0.6 ? { line: other, keys } : null;
}

/** A line that says of every period whether its figures are actual ones, planned or forecast, and nothing else. */
function rolesAlong(plane: Plane, line: number, first: number, last: number): Map<number, string> | null {
  const roles = new Map<number, string>();
  for (let place = first; place <= last; place++) {
    const text = textAt(plane, line, place);
    if (text === '') continue;
    const { role, name } = readLabel(text);
    if (role === null || role === 'total' || name !== '') return null;
    roles.set(place, text);
  }
  return roles.size >= (last - first + 1) * 0.8 && new Set(roles.values()).size > 1 ? roles : null;
}

function isSame(one: PeriodToken, other: PeriodToken): boolean {
  if (one.kind === 'part' && other.kind === 'part') return one.number === other.number && one.day === other.day;
  const [a, b] = [orderOf(one), orderOf(other)];
  return a !== null && a === b;
}

/** What figures are, where their periods' own cells say so: `Jan 2024 Actual`, `Jan 2024 Budget`. */
function labelKeys(plane: Plane, line: number, band: PeriodBand): Map<number, string> | null {
  const keys = new Map<number, string>();
  for (const place of band.places) {
    const cell = plane.cell(line, place);
    if (typeof cell !== 'string' || !band.names(place)) continue;
    const { role, name } = readLabel(cell);
    if (role !== null && role !== 'total' && name !== cell.trim()) keys.set(place, role);
  }
  return new Set(keys.values()).size > 1 ? keys : null;
}
