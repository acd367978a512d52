import { decimalMarkOf, readFigureText } from '../cells/figureText';
import { isWordForNothing } from '../cells/nothing';
import type { PeriodCell } from '../cells/readPeriod';
import { isBlank, isError } from '../cells/value';
import { isDateFormat } from '../workbook/sources/findPeriods';
import { type BareLine, type FigureLine, LABELS } from './figureLine';
import { named } from './naming';
import { textAt } from './plane';
import type { Run } from './runs';

/** Figures that a line must have to be a series. */
const FEWEST = 3;
/** Texts that tell whether a line holds figures stored as text. */
const PROBE = 20;
/** Texts without a number among them, after which a line is one of names. */
const MANY = 200;
/** Blank lines after which a table has ended. */
const WIDEST_BLANK = { down: 2, across: 4 };
/**
 * The lines of figures that belong to some periods: those after them, up to the next periods, or before them where none follow.
 *
 * @param run    the periods
 * @param runs   all of that sheet and direction, in the order of their lines
 * @param today  serial; a 0 in a period to come is no figure
 */
export function figureLines(run: Run, runs: Run[], today: number, locale: string): FigureLine[] {
  const { plane } = run;
  const bound = runs.find(other => other !== run && other.lines.first > run.lines.last && shares(other, run));
  const end = Math.min(bound ? bound.lines.first : plane.lines, plane.lines);
  const after = linesFrom(run, run.lines.last + 1, end, 1, today, locale);
  const before = runs.filter(other => other.lines.last < run.lines.first && shares(other, run)).pop();
  const lines =
    after.length > 0 || (before && !before.problem)
      ? after
      : linesFrom(run, run.lines.first - 1, before ? before.lines.last : -1, -1, today, locale);
  return named(run, lines);
}

/** Whether two runs are beside each other, so that what lies between them belongs to the one or the other. */
function shares(one: Run, other: Run): boolean {
  const common = Math.min(one.last, other.last) - Math.max(one.first, other.first) + 1;
  return common * 2 >= Math.min(one.last - one.first, other.last - other.first) + 1;
}

function linesFrom(run: Run, from: number, end: number, step: 1 | -1, today: number, locale: string): BareLine[] {
  const { plane } = run;
  const found: BareLine[] = [];
  let blanks = 0;
  for (
    let line = from;
    line !== end && line >= 0 && blanks <= WIDEST_BLANK[plane.across ? 'across' : 'down'];
    line += step
  ) {
    const keys = run.keys ? [...new Set(run.keys.values())] : [null];
    let isEmpty = true;
    for (const key of keys) {
      const { figures, any } = figuresOf(run, line, key, today, locale);
      if (any) isEmpty = false;
      if (figures) found.push(figures);
    }
    blanks = isEmpty && !hasLabel(run, line) ? blanks + 1 : 0;
  }
  return step === 1 ? found : found.reverse();
}

/** Whether a line has a text before the periods: the heading of a group. */
function hasLabel({ plane, first }: Run, line: number): boolean {
  return (
    plane.across &&
    Array.from({ length: Math.min(first, LABELS.across) }, (_, place) => place).some(
      place => textAt(plane, line, place) !== '',
    )
  );
}

/** Reads one line; no figures where it holds dates, names, or too few numbers. */
function figuresOf(run: Run, line: number, key: string | null, today: number, locale: string) {
  const { plane, periods, keys } = run;
  const texts: { place: number; period: PeriodCell; text: string }[] = [];
  const numbers: { place: number; period: PeriodCell; value: number }[] = [];
  const formats = new Map<string, number>();
  let [nothing, dates] = [0, 0];
  const unread: { place: number; text: string }[] = [];
  let any = false;
  let [lastFormat, alike] = ['', 0];
  for (const { place, period } of periods) {
    if (keys && keys.get(place) !== key) continue;
    if (period.partial) continue;
    const cell = plane.cell(line, place);
    if (isBlank(cell)) continue;
    any = true;
    if (typeof cell === 'number') {
      const format = plane.format(line, place);
      // Most cells have the format of the one before.
      if (format === lastFormat) alike++;
      else {
        if (alike > 0) formats.set(lastFormat, (formats.get(lastFormat) ?? 0) + alike);
        [lastFormat, alike] = [format, 1];
      }
      if (cell === 0 && period.start > today) nothing++;
      else numbers.push({ place, period, value: cell });
    } else if (isWordForNothing(cell) || isError(cell)) nothing++;
    else if (typeof cell === 'string') {
      texts.push({ place, period, text: cell });
      // A long column of names is known by its beginning.
      if (texts.length === MANY && numbers.length === 0 && !isLikeFigures(texts)) return { figures: null, any };
    } else unread.push({ place, text: String(cell).toUpperCase() });
  }
  if (alike > 0) formats.set(lastFormat, (formats.get(lastFormat) ?? 0) + alike);
  if (numbers.length + texts.length < FEWEST) return { figures: null, any };
  // A column of names needs no closer look.
  if (texts.length > 2 * numbers.length && !isLikeFigures(texts)) return { figures: null, any };
  const mark =
    texts.length > 0
      ? decimalMarkOf(
          texts.map(({ text }) => text),
          locale,
        )
      : '.';
  const asText = texts.flatMap(({ place, period, text }) => {
    const read = readFigureText(text, mark);
    if (!read) unread.push({ place, text });
    return read ? [{ line, place, text, period, ...read }] : [];
  });
  const [format = 'General'] = [...formats].sort((a, b) => b[1] - a[1])[0] ?? [asText[0]?.format ?? 'General'];
  for (const [shown, count] of formats) if (shown !== 'General' && isDateFormat(shown)) dates += count;
  const figures =
    asText.length === 0
      ? numbers
      : [...numbers, ...asText.map(({ place, period, value }) => ({ place, period, value }))].sort(
          (a, b) => a.place - b.place,
        );
  unread.sort((a, b) => a.place - b.place);
  if (figures.length < FEWEST || unread.length > figures.length / 2 || dates * 2 > numbers.length)
    return { figures: null, any };
  const [first, last] = [figures[0]!.place, figures[figures.length - 1]!.place];
  return {
    any,
    figures: { run, line, key, first, last, figures, asText, nothing, unread, format },
  };
}

/** Whether one of the first texts of a line is a figure. */
function isLikeFigures(texts: { text: string }[]): boolean {
  return texts.slice(0, PROBE).some(({ text }) => /\d/.test(text) && readable(text));
}

/** Whether a text is a figure, whatever the sign before its decimals. */
function readable(text: string): boolean {
  return readFigureText(text, '.') !== null || readFigureText(text, ',') !== null;
}
