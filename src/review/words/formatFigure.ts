/** How a KPI's figures look: Excel's format code of its cells, its unit as the owner wrote it, the workbook's currency. */
export interface FigureStyle {
  format: string;
  unit: string;
}

/** A format code, taken apart. */
interface Pattern {
  prefix: string;
  suffix: string;
  /** What the figure is multiplied by: 100 for a percentage, a thousandth for each comma at the end. */
  factor: number;
  grouped: boolean;
  /** Decimals that are always shown, and those shown where they are not zero. */
  fixed: number;
  most: number;
}

/**
 * A figure as people write it: by its number format where that says how, else with about three digits; its unit behind it.
 *
 * @param value     the figure, a rate as a fraction
 * @param style     format code (`0.0%`, `#,##0 "kg"`, `[$€-407] #,##0.00`, General) and unit
 * @param decimals  decimals beyond those of the format, to tell two figures apart
 * @returns         "5.2%", "€1,240", "3.2 days", "412"
 */
export function formatFigure(value: number, { format, unit }: FigureStyle, decimals = 0): string {
  const pattern = parsePattern(format) ?? general(value);
  return written(value, pattern, Math.min(20, pattern.most + decimals), unit);
}

function written(value: number, pattern: Pattern, decimals: number, unit: string): string {
  const digits = trimmed(Math.abs(value * pattern.factor).toFixed(decimals), pattern.fixed);
  const number = `${pattern.prefix}${pattern.grouped ? grouped(digits) : digits}${pattern.suffix}`;
  const sign = value < 0 && /[1-9]/.test(digits) ? '-' : '';
  return sign + withUnit(number, unit.trim(), pattern.prefix + pattern.suffix);
}

/**
 * A level as a person says it after "about": in three digits, without decimals that say nothing.
 *
 * @param more  digits beyond the three, to tell two levels apart
 * @returns     "€21,500" for 21,479.07; never more decimals than its format has, and `more`
 */
export function formatLevel(value: number, style: FigureStyle, more = 0): string {
  const pattern = parsePattern(style.format) ?? general(value);
  const shown = Math.abs(value * pattern.factor);
  const behind = shown === 0 ? pattern.most : 2 + more - Math.floor(Math.log10(shown));
  const decimals = Math.min(Math.max(0, behind), pattern.most + Math.min(more, 3));
  const unit = 10 ** -Math.min(behind, decimals);
  const rounded = (Math.sign(value) * Math.round(shown / unit) * unit) / pattern.factor;
  return written(rounded, { ...pattern, fixed: Math.min(pattern.fixed, decimals) }, decimals, style.unit);
}

/** Two levels of one KPI, with as many more digits as it takes to tell them apart. */
export function formatLevels(one: number, other: number, style: FigureStyle): [string, string] {
  for (let more = 0; ; more++) {
    const pair: [string, string] = [formatLevel(one, style, more), formatLevel(other, style, more)];
    if (pair[0] !== pair[1] || more === 6) return pair;
  }
}

/** About three digits, thousands grouped. */
function general(value: number): Pattern {
  const size = Math.abs(value);
  const most = size >= 100 || size === 0 ? 0 : Math.min(12, 2 - Math.floor(Math.log10(size)));
  return { prefix: '', suffix: '', factor: 1, grouped: true, fixed: 0, most };
}

/** The first section of a format code; null for General, and for dates, times and fractions, which it does not read. */
function parsePattern(format: string): Pattern | null {
  const tokens: string[] = format.match(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]|;|[^"\\]/gs) ?? [];
  const end = tokens.indexOf(';');
  let [prefix, suffix, digits] = ['', '', ''];
  for (const token of end < 0 ? tokens : tokens.slice(0, end)) {
    if (/^[0#?.,]$/.test(token)) {
      digits += token;
      continue;
    }
    const literal = literalOf(token);
    if (literal === null) return null;
    if (digits === '') prefix += literal;
    else suffix += literal;
  }
  if (!/[0#?]/.test(digits)) return null;
  const [whole = '', decimal = ''] = digits.split('.');
  const thousands = /,*$/.exec(digits)![0].length;
  return {
    prefix: prefix.trimStart(),
    suffix: suffix.trimEnd(),
    factor: ((prefix + suffix).includes('%') ? 100 : 1) / 1000 ** thousands,
    grouped: /[0#?],+[0#?]/.test(whole),
    fixed: (decimal.match(/0/g) ?? []).length,
    most: (decimal.match(/[0#?]/g) ?? []).length,
  };
}

/** What a token adds to the text around the digits; null where the code is not one of a plain number. */
function literalOf(token: string): string | null {
  if (token.startsWith('"')) return token.slice(1, -1);
  if (token.startsWith('\\')) return token.slice(1);
  if (/^[_*]./.test(token)) return '';
  if (token.startsWith('[$')) return token.slice(2, -1).split('-')[0]!;
  if (/^\[[hms]+\]$/i.test(token)) return null;
  if (token.startsWith('[')) return '';
  return /^[a-z/@]$/i.test(token) ? null : token;
}

/** Zeros after the last decimal that says something are left out, down to as many as are always shown. */
function trimmed(digits: string, fixed: number): string {
  const [whole, decimal = ''] = digits.split('.');
  let end = decimal.length;
  while (end > fixed && decimal[end - 1] === '0') end--;
  return end === 0 ? whole! : `${whole}.${decimal.slice(0, end)}`;
}

function grouped(digits: string): string {
  const [whole, decimal] = digits.split('.');
  const groups = whole!.replace(/\B(?=(\d{3})+$)/g, ',');
  return decimal === undefined ? groups : `${groups}.${decimal}`;
}

/** A sign of currency is before its figure, a percent sign close behind, a word after a space; what the format says is not said twice. */
function withUnit(number: string, unit: string, literals: string): string {
  if (unit === '' || literals.trim() !== '') return number;
  if (/^[$€£¥₹]$/.test(unit)) return unit + number;
  return unit === '%' ? `${number}%` : `${number} ${unit}`;
}
