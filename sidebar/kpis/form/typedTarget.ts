import type { Place } from '../../../src/workbook/register';
import { parseFigure } from '../../words/parseFigure';
import { typedPlace } from '../selectedCells';

/** What *Target* shows where each period has its own. */
export const BY_PERIOD = 'by period';

/** A target as it was typed. */
export type TypedTarget = { target: number | null } | { targets: Required<Place> } | typeof BY_PERIOD;

/**
 * Reads a target: a figure, or the cells of a budget that holds one for each period.
 *
 * @param text    "420", "35%", "Budget!B4:M4"
 * @param locale  BCP 47 tag, for the decimal sign
 * @param sheet   that of cells without one
 * @returns       null where it is neither
 */
export function typedTarget(text: string, locale: string, sheet = ''): TypedTarget | null {
  if (text.trim() === BY_PERIOD) return BY_PERIOD;
  const target = parseFigure(text, locale);
  if (target !== undefined) return { target };
  const place = text.includes(':') ? typedPlace(text, sheet) : '';
  return typeof place === 'string' || place.sheet === '' ? null : { targets: place as Required<Place> };
}
