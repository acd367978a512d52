/** Signs and words that are units and nothing else, wherever they stand alone or in brackets. */
const UNIT =
  /^(?:[€£¥$₹%‰#]|(?:[€£$]|eur|usd|gbp|chf)\s?(?:k|m|thousands?|millions?|tsd\.?|mio\.?|['’]?000s?)|[kmt]?\s?[€£$]|[€£$]\s?[kmt]|(?:in\s+)?(?:tsd\.?|mio\.?|k|m|thousand)\s?(?:€|eur|usd|\$|£|gbp|chf)|eur|usd|gbp|chf|jpy|sek|nok|dkk|cad|aud|us\$|r\$|kr\.?|chf|percent|prozent|h|hr|hrs|hours?|std\.?|stunden|heures|horas|ore|uren|timmar|min\.?|mins|minutes?|minuten|minutos|minuti|sec\.?|secs|seconds?|sek|s|ms|days?|d|tage|jours|días|dias|giorni|dagen|dagar|pcs\.?|pieces|units?|stk\.?|stück|st|pz|uds?\.?|kg|g|t|tons?|tonnes|km|miles|l|litres|liters|kwh|mwh|m²|m2|sqm|pts|points?|punkte|stars?|sterne|x|times|fte|ppm|°c|°f|bar|db|of \d+|円|千円|百万円|件|人|日|分|時間|個|本|枚|回)$/i;

/** Whether a text is a unit. */
export function isUnit(text: string): boolean {
  return UNIT.test(text.trim().replace(/^[([（]\s*(.*?)\s*[)\]）]$/, '$1'));
}

/** The spelling that is in *Unit*. */
const SPELLED: Record<string, string> = {
  eur: '€',
  usd: '$',
  us$: '$',
  gbp: '£',
  jpy: '¥',
  円: '¥',
  percent: '%',
  prozent: '%',
  '#': '',
};

function spelled(unit: string): string {
  const plain = unit.trim().replace(/^in\s+/i, '');
  return SPELLED[plain.toLowerCase()] ?? plain;
}

/** A currency in a number format: its sign, or its code in brackets or quotes. */
const IN_FORMAT = /\[\$([^\]-]+)[^\]]*\]|([€£¥$₹])/;

/**
 * The unit that a number format shows.
 *
 * @param format  `0.0%`, `#,##0.00 [$€-407]`, `0 "days"`
 * @returns       null where it shows none
 */
export function unitOfFormat(format: string): string | null {
  const [positive = ''] = format.split(';');
  if (/%/.test(positive.replace(/"[^"]*"|\\./g, ''))) return '%';
  const [, code, sign] = IN_FORMAT.exec(positive.replace(/\\(.)/g, '$1')) ?? [];
  if (code ?? sign) return spelled((code ?? sign)!);
  const quoted = [...positive.matchAll(/"([^"]*)"/g)].map(([, text]) => text!.trim()).find(text => text !== '');
  if (quoted !== undefined && quoted.length <= 12) return spelled(quoted);
  if (/\[h+\]|h+:mm/i.test(positive)) return 'h';
  return null;
}

/** A name and the unit that it says, apart. */
export interface NameWithUnit {
  name: string;
  /** Null where the name says none. */
  unit: string | null;
}

/** Words for time that lead a name: *Days to ship* is counted in days. */
const LEADING: [RegExp, string][] = [
  [/^(?:avg\.?|average|mean|median|ø)?\s*(?:days|tage|jours|días|giorni|dias|dagen|dagar)\b/i, 'days'],
  [/^(?:avg\.?|average|mean|median|ø)?\s*(?:hours|stunden|heures|horas|ore|uren|timmar)\b/i, 'hours'],
  [/^(?:avg\.?|average|mean|median|ø)?\s*(?:minutes|minuten|minutos|minuti|minuter)\b/i, 'min'],
];

/**
 * Takes a unit off a name.
 *
 * @param text  `Revenue (€)`, `Umsatz in Tsd. €`, `Conversion %`, `Days to ship`
 */
export function splitUnit(text: string): NameWithUnit {
  const trimmed = text.trim();
  const [, before, inside] = /^(.*\S)\s*[([（]\s*([^)\]）]+?)\s*[)\]）]\s*$/.exec(trimmed) ?? [];
  if (before !== undefined && isUnit(inside!)) return { name: before.trim(), unit: spelled(inside!) };
  const [, name, separator, last] = /^(.*\S)(\s*[,/]\s*|\s+in\s+|\s+)(\S+(?:\s?[€$£])?)$/i.exec(trimmed) ?? [];
  if (name !== undefined && /^in\s|[€£$%]|^(eur|usd|gbp|chf)$/i.test(last!) && isUnit(last!)) {
    // Without a sign between them the unit is a part of the name: *Churn %*.
    const isApart = separator!.trim() !== '' && separator!.trim() !== '/';
    return { name: isApart ? name.replace(/[\s,]+(in)?$/i, '') : trimmed, unit: spelled(last!) };
  }
  const [, thousands, head] = /^(.*\S)\s+in\s+((?:tsd|mio|k|t)\.?\s?(?:€|eur|usd|\$|£))$/i.exec(trimmed) ?? [];
  if (thousands !== undefined) return { name: thousands, unit: head! };
  if (/[\s_]%$/.test(trimmed)) return { name: trimmed, unit: '%' };
  const [, percent] = /^%\s*(\S.*)$/.exec(trimmed) ?? [];
  if (percent !== undefined) return { name: trimmed, unit: '%' };
  const [, trailing] = / (kg|kwh|mwh|km|min|mins|hrs|pcs|stk|ppm|m²|m2|sqm)$/i.exec(trimmed) ?? [];
  if (trailing !== undefined) return { name: trimmed, unit: trailing };
  const leading = LEADING.find(([pattern]) => pattern.test(trimmed));
  return { name: trimmed, unit: leading?.[1] ?? null };
}

const CURRENCY_SAID =
  /(?:\bin|\bcurrency:?|währung:?|devise:?|moneda:?|valuta:?|amounts in|figures in|angaben in|montants en|importes en|importi in|bedragen in|belopp i|単位：?|単位:)\s*(€|£|\$|¥|eur|usd|gbp|chf|sek|nok|dkk|jpy|cad|aud|k€|t€|tsd\.? ?€|tsd\.? ?eur|円|千円|kr)(?![\p{L}])/iu;

/** The currency that a title or a note speaks of: `Amounts in EUR`. */
export function currencySaid(text: string): string | null {
  const [, sign] = CURRENCY_SAID.exec(text) ?? [];
  return sign === undefined ? null : spelled(sign);
}

/** The currency that is all of a text, as in the corner of a table: `€ thousand`, `k€`; null where the text is no such unit. */
export function currencyAlone(text: string): string | null {
  return isUnit(text) && isCurrency(spelled(text)) ? spelled(text) : null;
}

/** Whether a unit is money. */
export function isCurrency(unit: string): boolean {
  return /[€£¥$₹]|^(chf|sek|nok|dkk|kr\.?|cad|aud|pln|czk|千円|百万円)$/i.test(unit);
}
