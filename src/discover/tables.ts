import { decimalMarkOf, readFigureText } from '../cells/figureText';
import { isWordForNothing } from '../cells/nothing';
import type { PeriodCell } from '../cells/readPeriod';
import { isBlank, isError } from '../cells/value';
import { isDateFormat } from '../workbook/sources/findPeriods';
import { type LineRole, readLabel } from '../workbook/sources/lineWords';
import { isUnit } from './guesses/unit';
import { type Plane, textAt } from './plane';
import type { Run } from './runs';
import { functionNamed, type HeaderKind, headerKind, headsNumbers } from './words/headers';

/** A figure that stands as text, and what it would be as a number. */
export interface AsText {
  line: number;
  place: number;
  text: string;
  value: number;
  format: string;
}

/** Figures along a line beside their periods, with what the sheet says of them. */
export interface FigureLine {
  run: Run;
  line: number;
  /** Which of several series on the same line: *Actual*, a region. */
  key: string | null;
  /** First and last place with a figure. */
  first: number;
  last: number;
  /** In the order of the sheet. */
  figures: { place: number; period: PeriodCell; value: number }[];
  asText: AsText[];
  /** Cells that say that there is none: `n/a`, errors, a 0 of a period to come. */
  nothing: number;
  format: string;
  /** What the line is to its neighbours. */
  role: LineRole | null;
  /** Its name without that. */
  name: string;
  /** Texts above the names, before them, or over a group of rows: the nearest first. */
  groups: string[];
  /** What stands in the table's own columns beside the periods: unit, target, better, business function. */
  said: Partial<Record<HeaderKind, string | number>>;
}

/** Figures that a line must have to be a series. */
const FEWEST = 3;
/** Blank lines after which a table has ended. */
const WIDEST_BLANK = { down: 2, across: 4 };
/** Places before the periods in which names stand. */
const LABELS = { down: 6, across: 12 };

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

/** Whether two runs stand beside each other, so that what lies between them belongs to the one or the other. */
function shares(one: Run, other: Run): boolean {
  const common = Math.min(one.last, other.last) - Math.max(one.first, other.first) + 1;
  return common * 2 >= Math.min(one.last - one.first, other.last - other.first) + 1;
}

type Bare = Omit<FigureLine, 'role' | 'name' | 'groups' | 'said'>;

function linesFrom(run: Run, from: number, end: number, step: 1 | -1, today: number, locale: string): Bare[] {
  const { plane } = run;
  const found: Bare[] = [];
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
  let [nothing, others, dates] = [0, 0, 0];
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
    else if (typeof cell === 'string') texts.push({ place, period, text: cell });
    else others++;
  }
  if (alike > 0) formats.set(lastFormat, (formats.get(lastFormat) ?? 0) + alike);
  if (numbers.length + texts.length < FEWEST) return { figures: null, any };
  const mark =
    texts.length > 0
      ? decimalMarkOf(
          texts.map(({ text }) => text),
          locale,
        )
      : '.';
  const asText = texts.flatMap(({ place, period, text }) => {
    const read = readFigureText(text, mark);
    if (!read) others++;
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
  if (figures.length < FEWEST || others > figures.length / 2 || dates * 2 > numbers.length)
    return { figures: null, any };
  const [first, last] = [figures[0]!.place, figures[figures.length - 1]!.place];
  return {
    any,
    figures: { run, line, key, first, last, figures, asText, nothing, format },
  };
}

/** Gives lines their names, from the texts before the periods, and says what else stands beside them. */
function named(run: Run, lines: Bare[]): FigureLine[] {
  const { plane, line: header } = run;
  const labels = labelPlaces(run);
  const outside = [...labels, ...placesAfter(run)];
  const kinds = new Map(outside.map(place => [place, kindAt(place)] as const));
  const own = [...new Set(lines.map(({ line }) => line))];
  const textsAt = (place: number) => own.map(line => textAt(plane, line, place));
  const filled = (place: number) => textsAt(place).filter(text => text !== '');
  const texts = labels.filter(place => filled(place).length > 0);
  const nameable = texts.filter(place => {
    const kind = kinds.get(place) ?? null;
    return kind === null || kind === 'name';
  });
  // Where the only texts are those of departments or owners, they are the names.
  const candidates = nameable.length > 0 ? nameable : texts.filter(place => kinds.get(place) !== 'unit');
  const shareOf = (place: number, test: (text: string) => boolean) => {
    const all = filled(place);
    return all.length > 0 && all.filter(test).length >= all.length * 0.8;
  };
  const rolePlace = candidates.find(place =>
    shareOf(place, text => readLabel(text).role !== null && readLabel(text).name === ''),
  );
  const unitPlace = candidates.find(place => shareOf(place, isUnit));
  const naming = candidates.filter(place => place !== rolePlace && place !== unitPlace);
  const distinct = (place: number) => new Set(filled(place)).size;
  const most = Math.max(0, ...naming.map(distinct));
  const best = naming.filter(place => distinct(place) === most);
  const namePlace =
    naming.find(place => kinds.get(place) === 'name' && distinct(place) * 2 > most) ??
    (plane.across ? best[0] : best[best.length - 1]);
  const groupPlaces = naming
    .filter(place => place !== namePlace && (plane.across || namePlace === undefined || place < namePlace))
    .reverse();
  return lines.flatMap((bare): FigureLine[] => {
    const { line, key } = bare;
    const said: FigureLine['said'] = {};
    for (const place of outside) {
      const kind = kinds.get(place);
      const cell = plane.cell(line, place);
      if (kind && !isBlank(cell) && (typeof cell === 'string' || typeof cell === 'number') && said[kind] === undefined)
        said[kind] = cell;
    }
    if (unitPlace !== undefined && said.unit === undefined && textAt(plane, line, unitPlace) !== '')
      said.unit = textAt(plane, line, unitPlace);
    const text =
      (namePlace === undefined ? '' : textAt(plane, line, namePlace)) ||
      // The name of a group of rows: actual, target and difference below each other.
      (rolePlace === undefined || namePlace === undefined ? '' : filledBack(run, line, namePlace, own)) ||
      nearestText(plane, line, naming, plane.across);
    const groups = groupPlaces.map(place => filledBack(run, line, place, own)).filter(group => group !== '');
    if (plane.across && namePlace !== undefined) groups.push(...sectionsAbove(run, line, namePlace));
    if (headsNumbers(text) || isSequence(bare, text)) return [];
    const label = isDebit(text) ? { role: null, name: text } : readLabel(text);
    const keyLabel = key === null ? null : readLabel(key);
    const roleText = rolePlace === undefined ? '' : textAt(plane, line, rolePlace);
    const role = keyLabel?.role ?? (roleText === '' ? label.role : readLabel(roleText).role);
    const bareName = label.role !== null && label.role !== 'total' ? label.name : text;
    const name = [bareName, key !== null && keyLabel?.role === null ? key : ''].filter(part => part !== '');
    return [{ ...bare, role, name: nameOf(name, run, groups), groups, said }];
  });

  /** *Soll* is a target, but beside *Haben* the other side of an account. */
  function isDebit(text: string): boolean {
    return /^soll$/i.test(text) && naming.some(place => filled(place).some(other => /^haben$/i.test(other)));
  }

  /** What the header of a column, or the label of a row, announces: in the lines of the periods, or the one above these. */
  function kindAt(place: number): HeaderKind | null {
    const above = plane.across ? run.lines.first - 1 : header;
    for (let at = plane.across ? run.lines.last : header; at >= Math.max(0, above); at--) {
      const kind = headerKind(textAt(plane, at, place));
      if (kind) return kind;
    }
    return null;
  }
}

/** Headers that say no more than that figures follow. */
const SAYS_NOTHING =
  /^(value|values|amount|amounts|figure|figures|wert|werte|betrag|valeur|montant|valor|importe|valore|importo|waarde|bedrag|värde|belopp|値|金額|total|data|result)$/i;

function nameOf(parts: string[], { keys }: Run, groups: string[]): string {
  const [first = '', key] = parts;
  if (keys && key !== undefined) return first === '' || SAYS_NOTHING.test(first) ? key : `${first}: ${key}`;
  return first !== '' ? first : (groups[0] ?? '');
}

/** Places before the periods in which names and headings may stand, in their order. */
function labelPlaces({ plane, line, first, band }: Run): number[] {
  const places: number[] = [];
  const furthest = Math.max(0, first - LABELS[plane.across ? 'across' : 'down']);
  for (let place = first - 1; place >= (plane.across ? 0 : furthest) && places.length < 14; place--) {
    // The periods of the table above.
    if (!plane.across && typeof plane.cell(line, place) === 'number' && !isBlank(plane.cell(line, place))) break;
    places.unshift(place);
  }
  return band.open ? places : places;
}

function placesAfter({ plane, last }: Run): number[] {
  return Array.from(
    { length: Math.max(0, Math.min(plane.places - 1, last + 10) - last) },
    (_, index) => last + 1 + index,
  );
}

function nearestText(plane: Plane, line: number, places: number[], across: boolean): string {
  for (const place of across ? places : [...places].reverse()) {
    const text = textAt(plane, line, place);
    if (text !== '' && !isUnit(text)) return text;
  }
  return '';
}

/** The text of a heading that may be merged over several lines: its own, or that of the nearest line before it. */
function filledBack(run: Run, line: number, place: number, own: number[]): string {
  for (
    let other = line;
    other > run.lines.last && (other === line || !own.includes(other) || textAt(run.plane, other, place) === '');
    other--
  ) {
    const text = textAt(run.plane, other, place);
    if (text !== '') return text;
  }
  const before = own.filter(other => other < line && textAt(run.plane, other, place) !== '').pop();
  return before === undefined ? '' : textAt(run.plane, before, place);
}

/** Rows above one in which the heading of its group is looked for. */
const FURTHEST_SECTION = 80;

/** Headings of the groups of rows that a row stands in: rows above it with a name and no figures. */
function sectionsAbove(run: Run, line: number, namePlace: number): string[] {
  const { plane, lines, first, last } = run;
  const sections: string[] = [];
  for (let other = line - 1; other > Math.max(lines.last, line - FURTHEST_SECTION) && sections.length < 3; other--) {
    const text = textAt(plane, other, namePlace) || textAt(plane, other, 0);
    if (text === '') continue;
    let filled = false;
    for (let place = first; place <= last && !filled; place++) filled = !isBlank(plane.cell(other, place));
    if (!filled) sections.push(text);
  }
  return sections;
}

/** Numbers that count the rows: 1, 2, 3 under a header that names nothing to steer by. */
function isSequence({ figures }: Bare, header: string): boolean {
  if (figures.length < 4 || functionNamed(header)) return false;
  const steps = figures.slice(1).map(({ value }, index) => value - figures[index]!.value);
  return (
    steps.every(step => step === steps[0] && Math.abs(step) === 1) &&
    Number.isInteger(figures[0]!.value) &&
    Math.abs(figures[0]!.value) <= 1
  );
}
