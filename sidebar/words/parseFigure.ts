import { decimalMarkIn, readFigureText } from '../../src/cells/figureText';

/** 12k may be twelve thousand, and 5 m five metres. */
const SCALED = /\d\s*\p{L}+\W*$/u;

/**
 * Reads a number as a person types it: in their language where that can be, else as it can only be meant.
 *
 * @param text    "420", "1,200.5", "1.200,5" in German, "3%", "3 %", "€12.50"; "3,5" also in English
 * @param locale  BCP 47 tag, for the decimal sign
 * @returns       the number (3% is 0.03), null for nothing typed, undefined for what is no number
 */
export function parseFigure(text: string, locale: string): number | null | undefined {
  const typed = text.trim();
  if (typed === '') return null;
  if (SCALED.test(typed)) return undefined;
  const own = decimalMarkIn(locale);
  const figure = readFigureText(typed, own) ?? readFigureText(typed, own === ',' ? '.' : ',');
  return figure?.value;
}
