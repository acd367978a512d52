import { printRange, type Range } from '../cells/address';
import { isHalfYear } from '../workbook/sources/lineWords';
import type { Unreadable } from './finding';
import type { Found } from './found';
import { type Plane, textAt } from './plane';
import type { Run } from './runs';

/** Numbers that a sheet must hold before a word is said about them. */
const FEWEST = 6;

/**
 * What of a sheet could not be read: periods that make no sense, and figures without periods.
 *
 * @param plane   the sheet, its rows as lines
 * @param runs    its periods
 * @param found   the series that were found on it
 * @param height  how many of its rows were looked through
 */
export function unreadableIn(plane: Plane, runs: Run[], found: Found[], height: number): Unreadable[] {
  const problems = runs
    .filter(({ problem }) => problem !== '')
    .map(({ plane: of, line, first, last, problem }) => ({
      place: placeOf(of, of.range(line, first, last)),
      saw: `Periods that can't be read: ${problem}${problem.endsWith('.') ? '' : '.'}`,
      help: 'Write one date, month, week or quarter per cell, with its year, in order.',
    }));
  if (problems.length > 0 || found.length > 0) return problems;
  const box = numbersOf(plane, height);
  if (!box || box.count < FEWEST) return [];
  const { top, left, bottom, right, count } = box;
  const place = placeOf(plane, { sheet: plane.sheet, top, left, bottom, right });
  if (hasYears(plane, box)) {
    return [
      {
        place,
        saw: 'One figure a year.',
        help: 'A review needs at least one figure a quarter: add the months or quarters behind the yearly figures.',
      },
    ];
  }
  if (hasHalfYears(plane, box)) {
    return [
      {
        place,
        saw: 'Two figures a year: half years.',
        help: 'A review needs at least one figure a quarter: add the months or quarters behind the half years.',
      },
    ];
  }
  return [
    {
      place,
      saw: `${count} numbers, and no dates, months, weeks or quarters beside or above them.`,
      help: 'Write the period of each figure into a column before them or a row above them, like Jan 2026.',
    },
  ];
}

function placeOf(plane: Plane, { sheet: _, ...cells }: ReturnType<Plane['range']>) {
  return { sheet: plane.sheet, range: printRange(cells) };
}

/** Whether years follow each other along a row or a column of a rectangle. */
function hasYears(plane: Plane, { top, left, bottom, right }: Range): boolean {
  const isYear = (cell: unknown) => Number.isInteger(Number(cell)) && Number(cell) >= 1950 && Number(cell) <= 2099;
  const follow = (at: (index: number) => unknown, last: number) => {
    for (let index = 2, years = 1; index <= last; index++) {
      const [before, cell] = [at(index - 1), at(index)];
      years = isYear(cell) && isYear(before) && Math.abs(Number(cell) - Number(before)) === 1 ? years + 1 : 1;
      if (years >= 3) return true;
    }
    return false;
  };
  const lines = Math.min(YEARS_LOOKED, Math.max(bottom!, right!) + 1);
  for (let line = 0; line <= lines; line++) {
    if (line <= bottom! && follow(column => plane.cell(Math.max(0, top - 1) + line, column - 1), right! + 1))
      return true;
    if (line <= right! && follow(row => plane.cell(row - 1, Math.max(0, left - 1) + line), bottom! + 1)) return true;
  }
  return false;
}

/** Whether half years are named in the row above a rectangle or in the column before it. */
function hasHalfYears(plane: Plane, { top, left, bottom, right }: Range): boolean {
  const above = Array.from({ length: right! - left + 1 }, (_, index) => textAt(plane, top - 1, left + index));
  const before = Array.from({ length: bottom! - top + 1 }, (_, index) => textAt(plane, top + index, left - 1));
  return [above, before].some(texts => texts.filter(isHalfYear).length >= 2);
}

/** Lines of a sheet that are looked at for years. */
const YEARS_LOOKED = 40;

/** The rectangle around the numbers of a sheet. */
function numbersOf(plane: Plane, height: number) {
  let box: { top: number; left: number; bottom: number; right: number; count: number } | null = null;
  for (let row = 0; row < Math.min(plane.lines, height); row++) {
    for (let column = 0; column < Math.min(plane.places, 300); column++) {
      if (typeof plane.cell(row, column) !== 'number') continue;
      box ??= { top: row, left: column, bottom: row, right: column, count: 0 };
      box.left = Math.min(box.left, column);
      box.right = Math.max(box.right, column);
      box.bottom = row;
      box.count++;
    }
  }
  return box;
}
