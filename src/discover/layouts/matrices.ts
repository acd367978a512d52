import { detectCadence } from '../../cells/cadence';
import { isUnreadText } from '../../cells/nothing';
import { readSequence } from '../../cells/periodSequence';
import { type PeriodToken, tokenReader } from '../../cells/periodToken';
import type { PeriodCell, PeriodOptions } from '../../cells/readPeriod';
import type { Cell } from '../../cells/value';
import { yearIn } from '../../workbook/sources/yearNear';
import type { UnreadCell } from '../finding';
import type { Found } from '../found';
import { nameIn } from '../naming';
import { type Plane, textAt } from '../plane';
import type { Run } from '../runs';
import { cellKey, titlesOf } from './tables';

type Year = Extract<PeriodToken, { kind: 'year' }>;

/** Years that a rectangle must have. */
const FEWEST = 2;

/**
 * Rectangles of months by years: months without a year along one line, and lines beside it that are headed by a year each. All of
 * it is one series.
 *
 * @param runs  the periods of a sheet, in both directions
 * @returns     what was found, and the runs that are used up by it
 */
export function matricesIn(runs: Run[], options: PeriodOptions): { found: Found[]; used: Set<Run> } {
  const token = tokenReader(options);
  const used = new Set<Run>();
  const found = runs.flatMap((run): Found[] => {
    const { plane, line, first } = run;
    const parts = run.band.places.flatMap(place => {
      const part = token(plane.cell(line, place));
      return part?.kind === 'part' && run.keys === null ? [{ place, part }] : [];
    });
    if (parts.length < 3 || first === 0) return [];
    const groups = yearGroups(run, token);
    const last = parts[parts.length - 1]!.place;
    const isWhole = last - first + 1 === parts.length;
    if (!isWhole) return [];
    return groups.flatMap(({ name, years }): Found[] => {
      const made = foundOf(run, name, years, parts, options);
      if (made) used.add(run);
      return made ? [made] : [];
    });
  });
  return { found, used };
}

type Part = { place: number; part: PeriodToken };
type YearLine = { line: number; year: { year: number; fiscal: boolean } };

/** Lines after the months that are headed by a year each, with the same name or none: *2023, 2024* or *Sales 2023, Sales 2024*. */
function yearGroups(
  { plane, line, first }: Run,
  token: (cell: Cell) => PeriodToken | null,
): { name: string; years: YearLine[] }[] {
  const groups: { name: string; years: YearLine[] }[] = [];
  for (let other = line + 1; other < plane.lines; other++) {
    const cell = plane.cell(other, first - 1);
    const year = token(cell)?.kind === 'year' ? (token(cell) as Year) : yearIn(cell);
    if (!year) break;
    const name = (typeof cell === 'string' ? nameBeside(cell) : '') || nameBefore(plane, line, other, first - 2);
    const last = groups[groups.length - 1];
    if (last && last.name === name && !last.years.some(each => each.year.year === year.year))
      last.years.push({ line: other, year });
    else groups.push({ name, years: [{ line: other, year }] });
  }
  return groups.length > 0 && groups.every(({ years }) => years.length >= FEWEST) ? groups : [];
}

/** The name of a group of years, which may be merged over them: before the years of rows, above those of columns. */
function nameBefore(plane: Plane, line: number, from: number, place: number): string {
  for (let other = from; other > line; other--) {
    const text = textAt(plane, other, place);
    if (text !== '') return text;
  }
  return '';
}

/** A label without its year. */
function nameBeside(label: string): string {
  return label
    .replace(/\b(fy|gj)?\s?'?(19|20)\d\d(\s?[/–-]\s?\d{2,4})?\b/i, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[\s:(,–-]+|[\s:(,–-]+$/g, '')
    .trim();
}

function foundOf(run: Run, name: string, years: YearLine[], parts: Part[], options: PeriodOptions): Found | null {
  const { plane, line, first } = run;
  const last = parts[parts.length - 1]!.place;
  const figures = years.flatMap(({ line: at, year }) =>
    parts.flatMap(({ place, part }): { place: number; line: number; period: PeriodCell; value: number }[] => {
      const value = plane.cell(at, place);
      const [period] = readSequence([{ token: part, year }], options);
      return typeof value === 'number' && period && typeof period !== 'string'
        ? [{ place, line: at, period, value }]
        : [];
    }),
  );
  figures.sort((a, b) => a.period.start - b.period.start);
  const { cadence, weekStart, repeats } = detectCadence(figures.map(({ period }) => period.start));
  if (cadence === null || repeats.length > 0) return null;
  const [from, to] = [years[0]!.line, years[years.length - 1]!.line];
  const titles = titlesOf(run);
  const corner = textAt(plane, line, first - 1);
  return {
    sheet: plane.sheet,
    label: name !== '' ? name : (nameIn([...titles, corner]) ?? plane.sheet),
    groups: name !== '' ? [] : titles,
    said: {},
    values: plane.range(from, first, last, to),
    periods: plane.range(line, first - 1, last, to),
    figures,
    cells: () => figures.map(({ line: at, place }) => cellKey(plane, at, place)),
    cadence,
    weekStart,
    isLedger: false,
    guessedOrder: null,
    format: plane.format(from, first),
    asText: [],
    nothing: 0,
    unread: unreadIn(plane, years, parts),
    targets: null,
    titles,
  };
}

function unreadIn(plane: Plane, years: YearLine[], parts: Part[]): UnreadCell[] {
  return years.flatMap(({ line }) =>
    parts.flatMap(({ place }): UnreadCell[] => {
      const cell = plane.cell(line, place);
      const [row, column] = plane.across ? [line, place] : [place, line];
      return isUnreadText(cell) ? [{ sheet: plane.sheet, row, column, text: String(cell) }] : [];
    }),
  );
}
