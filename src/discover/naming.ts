import { tokenReader } from '../cells/periodToken';
import { isBlank } from '../cells/value';
import { readLabel } from '../workbook/sources/lineWords';
import { type BareLine, type FigureLine, LABELS } from './figureLine';
import { isUnit } from './guesses/unit';
import { type Plane, textAt } from './plane';
import type { Run } from './runs';
import { functionNamed, type HeaderKind, headerKind, headsNumbers } from './words/headers';

/** Gives lines their names, from the texts before the periods, and says what else is beside them. */
export function named(run: Run, all: BareLine[]): FigureLine[] {
  const { plane, line: header } = run;
  const lines = withoutNumbered(run, all);
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
  // Alone, a text such as *Days* is a name.
  const others = candidates.filter(place => place !== rolePlace);
  const unitPlace = others.length > 1 ? others.find(place => shareOf(place, isUnit)) : undefined;
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
    if (plane.across && namePlace !== undefined) {
      groups.push(...sectionsAbove(run, line, namePlace));
      // The corner of a table may name all of it: *Marketing*, *North*.
      const corner = textAt(plane, header, namePlace);
      if (corner !== '' && headerKind(corner) === null && !isUnit(corner)) groups.push(corner);
    }
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

/** Lines that are named by numbers, 1, 2, 3 …: the days of a month, the ranks of a list. None of them is a series. */
function withoutNumbered({ plane, first }: Run, lines: BareLine[]): BareLine[] {
  if (!plane.across || first === 0) return lines;
  const number = ({ line }: BareLine) => {
    const cell = plane.cell(line, first - 1);
    return typeof cell === 'number' && Number.isInteger(cell) ? cell : null;
  };
  const numbers = lines.map(number).filter(each => each !== null);
  const counts = numbers.length >= 5 && numbers.slice(1).every((each, index) => each - numbers[index]! === 1);
  return counts ? lines.filter(each => number(each) === null) : lines;
}

/** Headers that say no more than that figures follow. */
const SAYS_NOTHING =
  /^(value|values|amount|amounts|figure|figures|wert|werte|betrag|valeur|montant|valor|importe|valore|importo|waarde|bedrag|värde|belopp|値|金額|total|data|result)$/i;

function nameOf(parts: string[], { keys }: Run, groups: string[]): string {
  const [first = '', key] = parts;
  if (keys && key !== undefined) return first === '' || SAYS_NOTHING.test(first) ? key : `${first}: ${key}`;
  return first !== '' ? first : (groups[0] ?? '');
}

/** Places before the periods in which names and headings may be, in their order. */
function labelPlaces({ plane, line, first }: Run): number[] {
  const places: number[] = [];
  const token = tokenReader({});
  const furthest = Math.max(0, first - LABELS[plane.across ? 'across' : 'down']);
  for (let place = first - 1; place >= (plane.across ? 0 : furthest) && places.length < 14; place--) {
    // The periods of the table before it.
    if (plane.across && token(plane.cell(line, place))) break;
    // The periods of the table above.
    if (!plane.across && typeof plane.cell(line, place) === 'number' && !isBlank(plane.cell(line, place))) break;
    places.unshift(place);
  }
  return places;
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

/** Headings of the groups of rows that a row is in: rows above it with a name and no figures. */
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
function isSequence({ figures }: BareLine, header: string): boolean {
  if (figures.length < 4 || functionNamed(header)) return false;
  const steps = figures.slice(1).map(({ value }, index) => value - figures[index]!.value);
  return (
    steps.every(step => step === steps[0] && Math.abs(step) === 1) &&
    Number.isInteger(figures[0]!.value) &&
    Math.abs(figures[0]!.value) <= 1
  );
}

/** What a title says that its figures are: `Sales` of *Sales by month and year*. */
export function nameIn(titles: string[]): string | null {
  for (const title of titles) {
    const name = title
      .replace(/\s*(by|per|nach|pro|par|por|per|op)\s+(month|monat|mois|mes|mese|maand|year|jahr|week).*$/i, '')
      .replace(/\s*[-–(,:]?\s*(19|20)\d\d.*$/, '')
      .trim();
    if (name !== '' && !CALENDAR.test(name)) return name;
  }
  return null;
}

const CALENDAR =
  /^(month|months|year|years|monat|jahr|mois|année|mes|año|mese|anno|mês|ano|maand|jaar|månad|år|quarter|week|月|年)$/i;
