import { printRange } from '../cells/address';
import type { Unreadable } from './finding';
import type { Found } from './found';
import type { Plane } from './plane';
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
      saw: `periods that can't be read: ${problem}`,
      help: 'Write one date, month, week or quarter a cell, with its year, in their order.',
    }));
  if (problems.length > 0 || found.length > 0) return problems;
  const box = numbersOf(plane, height);
  if (!box || box.count < FEWEST) return [];
  const { top, left, bottom, right, count } = box;
  return [
    {
      place: placeOf(plane, { sheet: plane.sheet, top, left, bottom, right }),
      saw: `${count} numbers, and no dates, months, weeks or quarters beside or above them`,
      help: 'Write the period of each figure into a column before them or a row above them, like Jan 2026.',
    },
  ];
}

function placeOf(plane: Plane, { sheet: _, ...cells }: ReturnType<Plane['range']>) {
  return { sheet: plane.sheet, range: printRange(cells) };
}

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
