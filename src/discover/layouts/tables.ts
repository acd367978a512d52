import type { Range } from '../../cells/address';
import { detectCadence, isCoarser } from '../../cells/cadence';
import type { Cadence } from '../../cells/period';
import { plainName } from '../../workbook/sheets/names';
import type { Snapshot } from '../../workbook/snapshot';
import type { FigureLine } from '../figureLine';
import { figureLines } from '../figureLines';
import type { Conversion, UnreadCell } from '../finding';
import type { Found } from '../found';
import { isCurrency, splitUnit } from '../guesses/unit';
import { type Plane, textAt } from '../plane';
import type { Run } from '../runs';
import { pairTargets, type WithTarget } from '../targets';
import { headerKind, headsNumbers } from '../words/headers';

/** Rows above a table whose texts speak of it. */
const TITLES = 8;

/**
 * Tables: periods along one line, and series along the lines beside it; months down a column or across a header row, one
 * figure a cell, with totals, budgets and differences among them.
 *
 * @param runs      the periods of a sheet, in both directions
 * @param snapshot  the workbook
 */
export function tablesIn(runs: Run[], snapshot: Snapshot): Found[] {
  return runs
    .filter(run => !run.isLedger && run.problem === '' && !isSecond(run, runs))
    .flatMap(run => foundIn(run, runs, snapshot));
}

/** The series of one table. */
export function foundIn(run: Run, runs: Run[], { today, locale }: Snapshot): Found[] {
  const same = runs.filter(({ plane }) => plane.across === run.plane.across && plane.sheet === run.plane.sheet);
  const others = same.filter(other => !isBeside(run, other)).sort((a, b) => a.line - b.line);
  const pairs = pairTargets(figureLines(run, others, today, locale));
  nameWithoutKey(pairs);
  const counts = new Map<string, number>();
  for (const { series } of pairs) counts.set(plainName(series.name), (counts.get(plainName(series.name)) ?? 0) + 1);
  return pairs.map(pair => foundOf(run, pair, counts.get(plainName(pair.series.name))! > 1));
}

/** Where only one of several keys is a series, its word adds nothing: *Current* beside its percentages. */
function nameWithoutKey(pairs: WithTarget[]): void {
  const keys = new Set(pairs.map(({ series }) => series.key));
  const [key] = keys;
  if (keys.size !== 1 || key === null || key === undefined) return;
  for (const { series } of pairs) {
    const bare = series.name.endsWith(`: ${key}`) ? series.name.slice(0, -key.length - 2) : series.name;
    series.name = bare === key ? (series.groups[0] ?? key) : bare;
  }
}

/** Whether two lines of dates are beside each other with no figures between: the first and the last day of each week. */
function isBeside(run: Run, other: Run): boolean {
  if (other === run || other.plane.across || run.plane.across) return false;
  if (other.line <= run.line || other.first > run.last || other.last < run.first) return false;
  for (let line = run.lines.last + 1; line < other.lines.first; line++) {
    const numbers = run.periods.filter(({ place }) => typeof run.plane.cell(line, place) === 'number').length;
    const filled = run.periods.filter(({ place }) => run.plane.cell(line, place) !== null).length;
    if (filled === 0 || numbers * 2 > run.periods.length) return false;
  }
  return true;
}

/** Whether the periods of a run are the second dates of another's rows. */
export function isSecond(run: Run, runs: Run[]): boolean {
  return runs.some(other => other !== run && other.problem === '' && other.plane === run.plane && isBeside(other, run));
}

export function foundOf(run: Run, { series, targets }: WithTarget, isTwin: boolean): Found {
  const { plane, steps } = run;
  const range = (line: FigureLine): Range => plane.range(line.line, series.first, series.last);
  // `Jan 2026 (£)`: the currency is behind each period.
  const { unit } = splitUnit(textAt(plane, run.line, run.periods[0]!.place));
  const group = series.groups.find(text => plainName(text) !== plainName(series.name));
  return {
    sheet: plane.sheet,
    label: isTwin && group ? `${group}: ${series.name}` : series.name,
    groups: series.groups,
    said: { ...(unit !== null && isCurrency(unit) && { unit }), ...series.said },
    values: range(series),
    periods: plane.range(run.lines.first, series.first, series.last, run.lines.last),
    figures: series.figures,
    cells: () => series.figures.map(({ place }) => cellKey(plane, series.line, place)),
    cadence: ownCadence(series, steps.cadence),
    weekStart: steps.weekStart,
    isLedger: false,
    isNumbered: run.isNumbered,
    guessedOrder: run.guessedOrder,
    format: series.format,
    asText: [...conversionsOf(series), ...(run.isLedger || steps.cadence === 'day' ? datesAsText(run) : [])],
    nothing: series.nothing,
    unread: unreadOf(series),
    targets: targets && {
      place: plane.range(targets.line, targets.first, targets.last),
      // Those that are in the same line, turn by turn, can't be told apart by their range.
      periods:
        targets.line === series.line
          ? null
          : targets.run.plane.range(targets.run.lines.first, targets.first, targets.last, targets.run.lines.last),
      values: targets.figures.map(({ value }) => value),
    },
    titles: titlesOf(run),
  };
}

export function cellKey({ sheet, across }: Plane, line: number, place: number): string {
  return across ? `${sheet}!${line},${place}` : `${sheet}!${place},${line}`;
}

export function conversionsOf({ run, asText }: FigureLine): Conversion[] {
  const { sheet, across } = run.plane;
  return asText.map(({ line, place, text, value, format }) => ({
    sheet,
    row: across ? line : place,
    column: across ? place : line,
    before: text,
    after: value,
    format,
  }));
}

function unreadOf({ run, line, unread }: FigureLine): UnreadCell[] {
  const { sheet, across } = run.plane;
  return unread.map(({ place, text }) => ({
    sheet,
    row: across ? line : place,
    column: across ? place : line,
    text,
  }));
}

/** The steps of a series that has figures less often than its table has periods: a survey each quarter among months. */
function ownCadence({ figures }: FigureLine, cadence: Cadence | null): Cadence | null {
  if (figures.length > 40) return cadence;
  const own = detectCadence(figures.map(({ period }) => period.start));
  return own.cadence && cadence && isCoarser(own.cadence, cadence) && own.gaps.length === 0 ? own.cadence : cadence;
}

/** Days stored as text: figures are added up by date only where dates are dates. */
export function datesAsText({ plane, line, periods }: Run): Conversion[] {
  if (!periods.some(({ place }) => typeof plane.cell(line, place) === 'string')) return [];
  return periods.flatMap(({ place, period }) => {
    const cell = plane.cell(line, place);
    if (typeof cell !== 'string' || period.unit !== 'day') return [];
    const [row, column] = plane.across ? [line, place] : [place, line];
    return [{ sheet: plane.sheet, row, column, before: cell, after: period.start, format: 'yyyy-mm-dd' }];
  });
}

/** Texts above a table, the nearest first. */
export function titlesOf({ plane, lines, line, first }: Run): string[] {
  // The corner of the table may say in what its figures are.
  const titles: string[] = [textAt(plane, line, first - 1)].filter(
    text => text !== '' && headerKind(text) === null && !headsNumbers(text),
  );
  const top = plane.across ? lines.first : first;
  const left = plane.across ? first : lines.first;
  const at = (row: number, column: number) => (plane.across ? textAt(plane, row, column) : textAt(plane, column, row));
  for (let row = top - 1; row >= Math.max(0, top - TITLES); row--) {
    for (let column = 0; column <= left + 3; column++) {
      const text = at(row, column);
      if (text !== '') {
        titles.push(text);
        break;
      }
    }
  }
  return titles;
}
