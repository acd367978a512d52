import type { PeriodToken } from '../cells/periodToken';
import { dayOf } from '../cells/serial';
import { isBlank } from '../cells/value';
import { isTotal, readLabel } from '../workbook/sources/lineWords';
import type { CellReader, NamedCell } from './periodCells';
import { type Plane, textAt } from './plane';

/** Places without a period that may be between two: subtotals, blanks, the columns under a merged month. */
const WIDEST_GAP = 6;
/** Periods that make a segment, at least. */
export const FEWEST_PERIODS = 3;

/** Cells of a line that name periods one after the other. */
export interface Segment {
  line: number;
  places: number[];
  tokens: PeriodToken[];
  weak: boolean;
}

export function segmentsOf(plane: Plane, line: number, at: CellReader, looked: number): Segment[] {
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
      if (place === end - 1 && current.places.length >= FEWEST_PERIODS) end = Math.min(plane.places, end + 5000);
      continue;
    }
    current = { line, places: [place], tokens: [found.token], weak: found.weak };
    segments.push(current);
  }
  return segments.filter(({ places, tokens }) => places.length >= FEWEST_PERIODS && tokens.some(isNoYear));
}

function isNoYear(token: PeriodToken): boolean {
  return token.kind !== 'year';
}

/** Whether a cell goes on where a run of periods stopped: nothing but blanks, totals and differences between them. */
function follows(plane: Plane, line: number, last: number, place: number, run: Segment, found: NamedCell): boolean {
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
  const [before, after] = [startOf(run.tokens[run.tokens.length - 1]!), startOf(found.token)];
  const [first, second] = [startOf(run.tokens[0]!), startOf(run.tokens[1] ?? run.tokens[0]!)];
  const goesOn =
    before === null ||
    after === null ||
    first === null ||
    second === null ||
    (second >= first ? after >= before : after <= before) ||
    isNextOfYears(run.tokens, found.token);
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
export function startOf(token: PeriodToken): number | null {
  if (token.kind === 'period' || token.kind === 'month or day') return token.period.start;
  return token.kind === 'two orders' ? token.monthFirst.start : null;
}

/** Months or weeks as plain numbers, which a line of years is beside. */
export function numberedSegments(plane: Plane, found: Segment[], at: CellReader): Segment[] {
  if (plane.across) return [];
  const isYear = (line: number, place: number) => {
    const cell = plane.cell(line, place);
    // Most cells are no year at sight.
    if (typeof cell === 'number' && !(cell >= 1950 && cell <= 2099)) return false;
    return at(line, place)?.token.kind === 'year';
  };
  const named = new Set(found.map(({ line }) => line));
  const numbered: Segment[] = [];
  for (let line = 0; line < Math.min(plane.lines, 60); line++) {
    if (named.has(line)) continue;
    const years = [line - 1, line + 1, line - 2, line + 2].filter(other => other >= 0 && other < plane.lines);
    let current: Segment | null = null;
    for (let place = 0; place < Math.min(plane.places, 2000); place++) {
      const cell = plane.cell(line, place);
      const isNumber = typeof cell === 'number' && Number.isInteger(cell) && cell >= 1 && cell <= 53;
      if (!isNumber || !years.some(other => isYear(other, place) || (current && isBlank(plane.cell(other, place))))) {
        current = null;
        continue;
      }
      if (!current && !years.some(other => isYear(other, place))) continue;
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
    return places.length >= FEWEST_PERIODS && steps.length >= (numbers.length - 1) * 0.8;
  });
}

/** Whether the next month begins where the months of several years were beside each other: `Jan 2024, Jan 2025, %, Feb 2024`. */
function isNextOfYears(tokens: PeriodToken[], next: PeriodToken): boolean {
  const [first, second, before, after] = [tokens[0], tokens[1], tokens[tokens.length - 1], next].map(token =>
    token?.kind === 'period' ? dayOf(token.period.start) : null,
  );
  if (!first || !second || !before || !after || first.month !== second.month) return false;
  return after.year === first.year && after.month !== before.month;
}
