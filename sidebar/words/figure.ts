import { formatFigure } from '../../src/review/words/formatFigure';

/**
 * How figures of one number format are written where their unit is elsewhere: on an axis, in a table.
 *
 * @param format  Excel's format code
 * @returns       from a figure to "5.2%", "1,240", "412"
 */
export function figuresIn(format: string): (value: number) => string {
  return value => formatFigure(value, { format, unit: '' });
}
