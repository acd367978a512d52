import type { CellFunction } from './definition';

/** How the first day of a period is shown. */
export const DAY = 'yyyy-mm-dd';

/**
 * The number format of a column of a spilled result: by period the first column holds days, and a table has formats of its
 * own.
 *
 * @param definition  of the function
 * @param column      0-based, in the spilled grid
 * @param width       columns of the grid
 * @returns           a number format, or undefined where the column has none
 */
export function spilledFormat({ shape, result }: CellFunction, column: number, width: number): string | undefined {
  const { columns = [], format } = result;
  if (shape === 'table') return columns[Math.min(column, columns.length - 1)]?.format;
  if (shape !== 'aggregate') return format;
  const first = width > Math.max(1, columns.length) ? 1 : 0;
  return column < first ? DAY : (columns[column - first]?.format ?? format);
}
