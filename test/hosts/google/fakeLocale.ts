/** How a fake spreadsheet spells formulas. Written apart from the product's own reader, sign by sign. */

/** Decimal comma or point, of the locales that the tests open. */
export function hasDecimalComma(locale: string): boolean {
  return !['en', 'ja', 'zh', 'ko', 'he', 'th'].includes(locale.split('_')[0]!);
}

/** Walks over the signs of a formula outside of texts and quoted names, with the number of open braces. */
function mapSigns(formula: string, change: (sign: string, braces: number, at: number) => string): string {
  let [quote, braces, result] = ['', 0, ''];
  for (let at = 0; at < formula.length; at++) {
    const sign = formula[at]!;
    if (quote !== '') {
      if (sign === quote) quote = '';
      result += sign;
    } else if (sign === '"' || sign === "'") {
      quote = sign;
      result += sign;
    } else {
      if (sign === '}') braces -= 1;
      result += change(sign, braces, at);
      if (sign === '{') braces += 1;
    }
  }
  return result;
}

const isDigit = (sign: string | undefined) => sign !== undefined && sign >= '0' && sign <= '9';
/** Whether a point is in a number, and not in a name like `STDEV.S` or `Q1.2`. */
const inNumber = (formula: string, at: number) =>
  isDigit(formula[at + 1]) && !/[\p{L}_$][\p{L}\p{N}_.$]*$/u.test(formula.slice(0, at));

/** A formula of the engine as a spreadsheet with decimal commas shows it. */
export function toComma(formula: string): string {
  return mapSigns(formula, (sign, braces, at) => {
    if (sign === ',') return braces > 0 ? '\\' : ';';
    return sign === '.' && inNumber(formula, at) ? ',' : sign;
  });
}

/** What somebody entered into a spreadsheet with decimal commas, as the engine reads it; null where Sheets would not. */
export function fromComma(formula: string): string | null {
  let isRead = true;
  const english = mapSigns(formula, (sign, braces, at) => {
    if (sign === '.' && inNumber(formula, at)) isRead = false;
    if (sign === ',') {
      if (!isDigit(formula[at - 1]) || !isDigit(formula[at + 1])) isRead = false;
      return '.';
    }
    if (sign === '\\') return ',';
    return sign === ';' && braces === 0 ? ',' : sign;
  });
  return isRead ? english : null;
}
