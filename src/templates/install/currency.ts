/** Currencies of countries whose language tags name them; the euro's are many. */
const OF_REGION: Record<string, string> = {
  ...Object.fromEntries(
    'AT BE CY DE EE ES FI FR GR HR IE IT LT LU LV MT NL PT SI SK'.split(' ').map(region => [region, '€']),
  ),
  ...{ US: '$', CA: '$', AU: '$', NZ: '$', GB: '£', CH: 'CHF', LI: 'CHF', SE: 'kr', NO: 'kr', DK: 'kr', PL: 'zł' },
  ...{ CZ: 'Kč', JP: '¥', IN: '₹', BR: 'R$', ZA: 'R' },
};

/** The currency of a language tag's region, or undefined where it names none or another. */
export function currencyOf(locale: string): string | undefined {
  return OF_REGION[/-([A-Z]{2})\b/.exec(locale)?.[1] ?? ''];
}

/** Languages in which a currency's sign is before the figure. */
const SIGN_FIRST = /^(en|zh|ja|nl|pt-BR|de-(CH|AT|LI)|tr)\b/;

/**
 * A number format with the workbook's currency in place of `¤`, as quoted text, before or behind the figure as the language
 * has it; without it where there is none.
 *
 * @param format    as a template gives it: `#,##0 ¤`
 * @param currency  a sign or a code
 * @param locale    language tag of the workbook
 */
export function withCurrency(format: string, currency: string, locale: string): string {
  const sign = currency.replace(/"/g, '').trim();
  if (sign === '' || !format.includes('¤')) return format.replace(/\s*¤\s*/g, '');
  const isCode = /^[A-Z]{3}$/.test(sign);
  const bare = format.replace(/\s*¤\s*/g, '');
  // A negative part of a format would need the sign too; such a format is left as it was written.
  if (format.includes(';') || !SIGN_FIRST.test(locale) || isCode) return format.replace(/¤/g, `"${sign}"`);
  return `"${sign}"${bare}`;
}
