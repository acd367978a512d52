/** A figure stored as text, read: `1.234,56 €`, `(1,234)`, `5 %`, `12k`. */
export interface TextFigure {
  value: number;
  /** A number format that shows it as it was. */
  format: string;
}

const NUMBER = String.raw`\d[\d.,'’\s]*\d|\d|[.,]\d+`;
const SHAPE = new RegExp(
  String.raw`^['’]?\s*(?<open>\()?\s*(?<minus>-)?\s*(?<before>[€£¥$₹]|[a-z]{3}|kr|fr\.?|r\$|us\$|chf)?\s*(?<minus2>-)?\s*(?<digits>${NUMBER})\s*(?<scale>k|tsd\.?|m|mio\.?|mm|mn|bn)?\s*(?<after>%|[€£¥$₹]|[a-z]{3}|kr\.?|円)?\s*(?<minus3>-)?\s*(?<close>\))?$`,
  'i',
);
const CODES =
  /^(eur|usd|gbp|chf|jpy|sek|nok|dkk|cad|aud|nzd|inr|brl|pln|czk|huf|mxn|zar|kr\.?|fr\.?|r\$|us\$|[€£¥$₹]|円)$/i;
const SCALE: Record<string, number> = { k: 1e3, tsd: 1e3, m: 1e6, mio: 1e6, mm: 1e6, mn: 1e6, bn: 1e9 };

/** Which sign is before the decimals. */
export type DecimalMark = '.' | ',';

/**
 * The sign before the decimals in a list of figures, as those say that can be read one way only: `1.234,5` settles what
 * `1.234` means beside it.
 *
 * @param texts   figures as text
 * @param locale  of the workbook, which decides where none of them does
 */
export function decimalMarkOf(texts: Iterable<string>, locale: string): DecimalMark {
  let [points, commas] = [0, 0];
  for (const text of texts) {
    const mark = settledBy(text);
    if (mark === '.') points++;
    if (mark === ',') commas++;
  }
  if (points !== commas) return points > commas ? '.' : ',';
  return decimalMarkIn(locale);
}

/**
 * The sign that people of a locale write before decimals.
 *
 * @param locale  BCP 47 tag; an unknown one is read as English
 */
export function decimalMarkIn(locale: string): DecimalMark {
  try {
    const parts = new Intl.NumberFormat(locale, { numberingSystem: 'latn' }).formatToParts(0.5);
    return parts.find(({ type }) => type === 'decimal')?.value === ',' ? ',' : '.';
  } catch {
    return '.';
  }
}

function settledBy(text: string): DecimalMark | null {
  const marks = text.replace(/[^.,]/g, '');
  if (marks === '') return null;
  const last = marks[marks.length - 1] as DecimalMark;
  if (marks.includes('.') && marks.includes(',')) return last;
  if (marks.length > 1) return last === '.' ? ',' : '.';
  const [, decimals = ''] = /[.,](\d*)\D*$/.exec(text) ?? [];
  if (decimals.length !== 3) return last;
  return /(^|\D)0[.,]\d{3}\D*$/.test(text) ? last : null;
}

/**
 * Reads a figure stored as text.
 *
 * @param text  as typed or imported: with a currency, a percent sign, brackets for a negative one, an apostrophe before
 * @param mark  the sign before its decimals
 * @returns     null where it is no figure
 */
export function readFigureText(text: string, mark: DecimalMark): TextFigure | null {
  const plain = text
    .replace(/[\u00a0\u202f\u2009\u2007]/g, ' ')
    .replace(/[−‒–﹣－]/g, '-')
    .trim();
  if (plain.length > 30 || !/\d/.test(plain)) return null;
  const { open, close, minus, minus2, minus3, before, after, digits, scale } = SHAPE.exec(plain)?.groups ?? {};
  if (digits === undefined || (open === undefined) !== (close === undefined)) return null;
  for (const sign of [before, after]) if (sign !== undefined && sign !== '%' && !CODES.test(sign)) return null;
  const bare = mark === '.' ? digits.replace(/[,'’\s]/g, '') : digits.replace(/[.'’\s]/g, '').replace(',', '.');
  if (!/^\d*\.?\d+$|^\d+\.?$/.test(bare) || !groupedWell(digits, mark)) return null;
  const negative = [open, minus, minus2, minus3].some(sign => sign !== undefined);
  const scaled = Number(bare) * (SCALE[(scale ?? '').toLowerCase().replace('.', '')] ?? 1);
  // Divided as text, so that 7 % is 0.07 and not 0.07000000000000001.
  const size = after === '%' ? Number(`${scaled}e-2`) : scaled;
  const decimals = bare.split('.')[1]?.length ?? 0;
  return { value: negative ? -size : size, format: formatOf(decimals, before ?? after, before !== undefined) };
}

/** Whether signs between thousands are where they belong: 1,2 is no number where the comma separates thousands. */
function groupedWell(digits: string, mark: DecimalMark): boolean {
  const [whole = '', ...rest] = digits.split(mark);
  return (
    rest.length < 2 &&
    /^\d*$/.test(rest[0] ?? '') &&
    /^\d*$|^\d{1,3}(?:[.,'’\s]\d{2,3})*[.,'’\s]\d{3}$|^\d{1,3}$/.test(whole)
  );
}

function formatOf(decimals: number, sign: string | undefined, isBefore: boolean): string {
  const places = decimals > 0 ? `.${'0'.repeat(Math.min(decimals, 4))}` : '';
  if (sign === '%') return `0${places}%`;
  const number = `#,##0${places}`;
  if (sign === undefined) return number;
  const quoted = /^[€£¥$₹]$/.test(sign) ? sign : `"${sign}"`;
  return isBefore ? `${quoted}${number}` : `${number} ${quoted}`;
}
