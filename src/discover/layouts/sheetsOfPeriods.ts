import { cellAt } from '../../cells/address';
import { detectCadence } from '../../cells/cadence';
import { isUnreadText } from '../../cells/nothing';
import { tokenReader } from '../../cells/periodToken';
import type { PeriodCell, PeriodOptions } from '../../cells/readPeriod';
import type { Snapshot } from '../../workbook/snapshot';
import { readLabel } from '../../workbook/sources/lineWords';
import { periodsOfSheets } from '../../workbook/sources/severalLines';
import { type YearFound, yearIn } from '../../workbook/sources/yearNear';
import type { Found } from '../found';
import { type Plane, planesOf, textAt } from '../plane';
import { headsNumbers } from '../words/headers';

/** Sheets that must be periods, and cells of one that are looked at. */
const FEWEST = 3;
const LOOKED = { rows: 120, columns: 30 };

/**
 * A sheet a period: the same cell of each is a series, where the same text is before it or above it on most of them.
 *
 * @param snapshot  the workbook
 * @param sheets    the owner's sheets that have no series of their own: where sheets have such, they are tables
 */
export function sheetsOfPeriods(snapshot: Snapshot, sheets: string[], options: PeriodOptions): Found[] {
  const token = tokenReader(options);
  const named = sheets.filter(name => {
    const kind = token(name.trim())?.kind;
    return kind !== undefined && kind !== 'year';
  });
  if (named.length < FEWEST) return [];
  const year = yearOnSheets(snapshot, named);
  const read = periodsOfSheets(named, { ...options, ...(year && { year }) });
  const periods = named.flatMap((sheet, index) => {
    const period = read[index];
    const plane = planesOf(snapshot, sheet)?.across;
    return period && typeof period !== 'string' && plane ? [{ sheet, period, plane }] : [];
  });
  periods.sort((a, b) => a.period.start - b.period.start);
  const { cadence, weekStart, repeats } = detectCadence(periods.map(({ period }) => period.start));
  const [newest] = periods.slice(-1);
  if (cadence === null || repeats.length > 0 || !newest || periods.length < FEWEST) return [];
  return labelledNumbers(newest.plane).flatMap(({ row, column, label, groups }): Found[] => {
    const alike = periods
      .map(({ sheet, period, plane }) => ({ sheet, period, plane, value: plane.cell(row, column) }))
      .filter(({ plane }) => labelOf(plane, row, column).label === label);
    const figures = alike.flatMap(({ sheet, period, value }): (Figure & { sheet: string })[] =>
      typeof value === 'number' ? [{ sheet, period, value }] : [],
    );
    if (figures.length < FEWEST || figures.length * 2 < periods.length) return [];
    const cell = cellAt(row, column, figures[0]!.sheet);
    return [
      {
        sheet: figures[0]!.sheet,
        label,
        groups,
        said: {},
        values: cell,
        periods: cell,
        sheets: figures.map(({ sheet }) => sheet),
        ...(year && { year: year.year }),
        figures,
        cells: () => figures.map(({ sheet }) => `${sheet}!${row},${column}`),
        cadence,
        weekStart,
        isLedger: false,
        guessedOrder: null,
        format: newest.plane.format(row, column),
        asText: [],
        nothing: 0,
        unread: alike.flatMap(({ sheet, value }) =>
          isUnreadText(value) ? [{ sheet, row, column, text: String(value) }] : [],
        ),
        targets: null,
        titles: [],
      },
    ];
  });
}

/** Rows and columns at the top of a sheet in which a title may say the year. */
const TITLE = { rows: 4, columns: 6 };

/** The year of sheets that are called *Jan*, *Feb*: that of the title of the first, where no sheet's name says it. */
function yearOnSheets(snapshot: Snapshot, names: string[]): YearFound | null {
  if (names.some(name => yearIn(name) !== null)) return null;
  const plane = planesOf(snapshot, names[0]!)?.across;
  for (let row = 0; plane && row < TITLE.rows; row++) {
    for (let column = 0; column < TITLE.columns; column++) {
      const year = yearIn(textAt(plane, row, column));
      if (year) return year;
    }
  }
  return null;
}

type Figure = { period: PeriodCell; value: number };

/** The numbers of a sheet that have a name: a text before them in their row, with the header of their column if there are several. */
function labelledNumbers(plane: Plane): { row: number; column: number; label: string; groups: string[] }[] {
  const numbers: { row: number; column: number; label: string; groups: string[] }[] = [];
  for (let row = 0; row < Math.min(plane.lines, LOOKED.rows); row++) {
    for (let column = 0; column < Math.min(plane.places, LOOKED.columns); column++) {
      if (typeof plane.cell(row, column) !== 'number') continue;
      const { label, header } = labelOf(plane, row, column);
      const role = readLabel(header).role;
      if (label === '' || headsNumbers(label) || (role !== null && role !== 'actual' && role !== 'total')) continue;
      numbers.push({ row, column, label, groups: [header].filter(text => text !== '') });
    }
  }
  return numbers;
}

function labelOf(plane: Plane, row: number, column: number): { label: string; header: string } {
  let [before, isFirst] = ['', true];
  for (let left = column - 1; left >= 0; left--) {
    if (typeof plane.cell(row, left) === 'number') isFirst = false;
    const text = textAt(plane, row, left);
    if (text !== '') before = text;
  }
  let header = '';
  for (let above = row - 1; above >= 0 && header === ''; above--) {
    if (typeof plane.cell(above, column) !== 'number') header = textAt(plane, above, column);
  }
  const { role, name } = readLabel(header);
  const more = role === 'actual' ? name : header;
  const hasMore = more !== '' && (!isFirst || typeof plane.cell(row, column + 1) === 'number');
  if (before === '') return { label: header, header: '' };
  return { label: hasMore ? `${before}: ${more}` : before, header };
}
