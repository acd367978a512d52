import type { Engine, Written } from '../../src/hosts/univer/headless';

/** What the fakes of Sheets and Excel need of the workbook behind them. */
export type Grid = Pick<
  Engine,
  | 'sheets'
  | 'addSheet'
  | 'extent'
  | 'read'
  | 'filledFrom'
  | 'write'
  | 'setNumberFormat'
  | 'insertRows'
  | 'apply'
  | 'calculated'
  | 'dispose'
>;

/** What a spreadsheet makes of a text that a program writes into a cell: the same as if a person had typed it. */
export interface Typed {
  content: Written;
  /** The number format that the text brought with it: 5% and 2026-03-01 do. */
  format?: string;
}

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/** Serial of a day, counted from 30 December 1899 by the calendar of JavaScript. */
const serialOf = (year: number, month: number, day: number) => Date.UTC(year, month - 1, day) / 86_400_000 + 25_569;

/**
 * Reads a text as Sheets and Excel read typing, well enough to catch a writer that forgets to guard its texts: formulas,
 * an apostrophe, truth values, numbers, percentages, currency, dates.
 *
 * @param text     as written
 * @param formula  turns a formula into the engine's spelling, or refuses it
 */
export function readTyping(text: string, formula: (text: string) => Written): Typed {
  if (text === '') return { content: null };
  if (text.startsWith("'")) return { content: text.slice(1) };
  if (/^[=+]/.test(text)) return { content: formula(`=${text.slice(1)}`) };
  if (/^(true|false)$/i.test(text)) return { content: text.toLowerCase() === 'true' };
  const number = /^[-+]?[$€]?\d[\d,]*(\.\d+)?(e\d+)?(%?)$/i.exec(text);
  if (number) {
    const value = Number(text.replace(/[$€,%]/g, ''));
    return number[3] === '%' ? { content: value / 100, format: '0%' } : { content: value };
  }
  const day = /^(\d{4})-(\d\d?)-(\d\d?)$/.exec(text) ?? undefined;
  if (day) return { content: serialOf(Number(day[1]), Number(day[2]), Number(day[3])), format: 'yyyy-mm-dd' };
  const fraction = /^(\d\d?)\/(\d\d?)(?:\/(\d{4}))?$/.exec(text);
  if (fraction)
    return {
      content: serialOf(Number(fraction[3] ?? 2026), Number(fraction[1]), Number(fraction[2])),
      format: 'm/d/yyyy',
    };
  const month = /^(\p{L}{3})\p{L}* (\d{4})$/u.exec(text);
  const index = month ? MONTHS.indexOf(month[1]!.toLowerCase()) : -1;
  if (month && index >= 0) return { content: serialOf(Number(month[2]), index + 1, 1), format: 'mmm yyyy' };
  return { content: text };
}

/**
 * Whether a number format shows a date or a time.
 *
 * @param format  `yyyy-mm-dd`, `0.0%`, `General`
 */
export function isDateFormat(format: string): boolean {
  return format !== 'General' && /[ymdhs]/i.test(format.replace(/"[^"]*"|\[[^\]]*\]|\\./g, ''));
}

/** A formula with its separators changed, texts and quoted sheet names left alone. */
export function withSeparator(formula: string, from: string, to: string): string {
  return formula.replace(/"[^"]*"|'[^']*'|[^"']+/g, part => (/^["']/.test(part) ? part : part.replaceAll(from, to)));
}
