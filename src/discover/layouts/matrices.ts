import { detectCadence } from '../../cells/cadence';
import { readSequence } from '../../cells/periodSequence';
import { type PeriodToken, tokenReader } from '../../cells/periodToken';
import type { PeriodCell, PeriodOptions } from '../../cells/readPeriod';
import type { Found } from '../describe';
import { textAt } from '../plane';
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
    const years: { line: number; year: Year }[] = [];
    for (let other = line + 1; other < plane.lines; other++) {
      const year = token(plane.cell(other, first - 1));
      if (year?.kind !== 'year' || years.some(each => each.year.year === year.year)) break;
      years.push({ line: other, year });
    }
    const last = parts[parts.length - 1]!.place;
    const isWhole = last - first + 1 === parts.length;
    if (years.length < FEWEST || !isWhole) return [];
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
    if (cadence === null || repeats.length > 0) return [];
    used.add(run);
    const [from, to] = [years[0]!.line, years[years.length - 1]!.line];
    const titles = titlesOf(run);
    const corner = textAt(plane, line, first - 1);
    return [
      {
        sheet: plane.sheet,
        label: nameIn(titles, corner) ?? plane.sheet,
        groups: titles,
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
        targets: null,
        titles,
      },
    ];
  });
  return { found, used };
}

/** What a title says that its figures are: `Sales` of *Sales by month and year*. */
function nameIn(titles: string[], corner: string): string | null {
  for (const title of [...titles, corner]) {
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
