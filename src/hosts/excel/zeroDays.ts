import type { Cell, Grid } from '../../cells/value';
import type { Parameter } from '../../functions/definition';

/**
 * Takes zeros for the blanks that they were. Excel on the desktop may hand a blank cell of a range to a function as 0
 * (office-js#4702, #5262, #1951; no version is known in which it is mended). No day has the serial 0, so a day or a period of 0 is
 * blank; and in a row without a day, below the last figure of a sheet, a 0 is blank as well.
 *
 * Where a function has neither days nor periods nobody can tell: an answer of 0 is an answer.
 *
 * @param parameters  of the function
 * @param given       what it was called with, in their order
 */
export function withoutZeroDays(
  parameters: readonly Parameter[],
  given: (Cell | Grid | undefined)[],
): (Cell | Grid | undefined)[] {
  const isDay = (index: number) => {
    const parameter = parameters[index];
    return parameter !== undefined && (parameter.type === 'date' || parameter.name === 'periods');
  };
  const days = given.filter((value, index): value is Grid => isDay(index) && Array.isArray(value));
  const hasZero = days.some(grid => grid.some(row => row.includes(0)));
  if (!hasZero) return given;
  const without = (grid: Grid, row: number) => grid[row]?.every(cell => cell === null || cell === 0 || cell === '');
  return given.map((value, index) => {
    if (!Array.isArray(value)) return value;
    const beside = days.filter(grid => grid.length === value.length);
    return value.map((cells, row) =>
      isDay(index) || beside.some(grid => without(grid, row)) ? cells.map(cell => (cell === 0 ? null : cell)) : cells,
    );
  });
}
