/**
 * Formulas between the spelling of a locale and the one that the core reads (`,` between arguments, a decimal point,
 * `{1,2;3,4}`). Where the decimal sign is the comma, people write `MIN(A1;0,5)` and `{1\2;3\4}`. Whether `getFormulas()` of
 * Sheets answers in that spelling or in the English one is not documented, so each formula says itself which it is; one that
 * could be both is read as most others of the spreadsheet are.
 */

/** Locales in which Sheets parts arguments by commas: their decimal sign is the point, in formulas at least. */
const POINT = /^(en|ja|zh|ko|th|he|iw|hi|bn|gu|kn|ml|mr|pa|ta|te|vi|ar|cy|fil|tl|my|mn)(_|$)|^es_MX$/;

/** The spelling of one spreadsheet's formulas. */
export interface LocalFormulas {
  /** Takes note of how formulas are spelled, before they are read: `=ROUND(A1*1,5)` by itself does not say it. */
  learn(formulas: string[][]): void;
  /** The formula as the core reads it, from what `getFormulas()` answered. */
  english(formula: string): string;
  /** The formula as it has to be entered, from the core's spelling. */
  local(formula: string): string;
}

/**
 * Reads and writes formulas in a spreadsheet's own spelling.
 *
 * @param locale  as `getSpreadsheetLocale()` says: `de_DE`
 */
export function formulasIn(locale: string): LocalFormulas {
  if (POINT.test(locale)) return { learn: () => undefined, english: same, local: same };
  /** How many formulas were certainly spelled each way. */
  const seen = { local: 0, english: 0 };
  return {
    learn: formulas => {
      for (const line of formulas) {
        for (const formula of line) {
          const spelled = spelling(formula);
          if (spelled !== 'either') seen[spelled] += 1;
        }
      }
    },
    english: formula => {
      const spelled = spelling(formula);
      const isEnglish = spelled === 'english' || (spelled === 'either' && seen.english > seen.local);
      return isEnglish ? withCommas(formula) : toEnglish(formula);
    },
    local: toLocal,
  };
}

const same = (formula: string) => formula;

/** Texts and quoted sheet names, errors, words (names, references, functions), numbers with a decimal point or without. */
const TOKEN =
  /"(?:[^"]|"")*"|'(?:[^']|'')*'|#[\p{L}\p{N}/]+[!?]?|[\p{L}_$][\p{L}\p{N}_.$]*|\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|\.\d+(?:[eE][+-]?\d+)?|[\s\S]/gu;

interface Token {
  text: string;
  /** The bracket it lies in. */
  within: 'call' | 'parentheses' | 'array' | null;
}

/** A formula in pieces; an opening bracket lies outside of itself, as its closing one does. */
function tokensOf(formula: string): Token[] {
  const open: Exclude<Token['within'], null>[] = [];
  let before = '';
  return (formula.match(TOKEN) ?? []).map(text => {
    if (text === ')' || text === '}') open.pop();
    const within = open[open.length - 1] ?? null;
    if (text === '{') open.push('array');
    if (text === '(') open.push(/^[\p{L}_]/u.test(before) ? 'call' : 'parentheses');
    before = text;
    return { text, within };
  });
}

const isWhole = (token: Token | undefined) => token !== undefined && /^\d+$/.test(token.text);
/** The part of a number behind its decimal sign, a power of ten included. */
const isFraction = (token: Token | undefined) => token !== undefined && /^\d+([eE][+-]?\d+)?$/.test(token.text);

/** Whether the comma at a place may be a decimal sign: it has digits on both sides, and no other comma beside them. */
function mayBeDecimal(tokens: Token[], at: number): boolean {
  if (!isWhole(tokens[at - 1]) || !isFraction(tokens[at + 1])) return false;
  return tokens[at - 2]?.text !== ',' && tokens[at + 2]?.text !== ',';
}

/** Which spelling a formula certainly has, as far as it says so. */
function spelling(formula: string): 'local' | 'english' | 'either' {
  if (!/[,;.\\]/.test(formula)) return 'either';
  const tokens = tokensOf(formula);
  let isLocal = false;
  for (const [at, { text, within }] of tokens.entries()) {
    if (/^\d*\.\d/.test(text)) return 'english';
    if (text === ',' && !mayBeDecimal(tokens, at)) return 'english';
    if (text === ';' && within !== 'array') isLocal = true;
    if (text === '\\' && within === 'array') isLocal = true;
    // Outside of a function and of an array nothing is parted.
    if (text === ',' && (within === null || within === 'parentheses')) isLocal = true;
  }
  return isLocal ? 'local' : 'either';
}

function toEnglish(formula: string): string {
  if (!/[,;\\]/.test(formula)) return formula;
  const tokens = tokensOf(formula);
  return tokens
    .map(({ text, within }, at) => {
      if (text === ',' && mayBeDecimal(tokens, at)) return '.';
      if (text === ';' && within !== 'array') return ',';
      return text === '\\' && within === 'array' ? ',' : text;
    })
    .join('');
}

/** A semicolon in a call parts arguments in every spelling: one may have been typed into a formula in English. */
function withCommas(formula: string): string {
  if (!formula.includes(';')) return formula;
  return tokensOf(formula)
    .map(({ text, within }) => (text === ';' && within !== 'array' ? ',' : text))
    .join('');
}

function toLocal(formula: string): string {
  if (!/[,.]/.test(formula)) return formula;
  return tokensOf(formula)
    .map(({ text, within }) => {
      if (/^\d*\.\d/.test(text)) return text.replace('.', ',');
      if (text !== ',') return text;
      return within === 'array' ? '\\' : ';';
    })
    .join('');
}
