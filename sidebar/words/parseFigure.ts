/**
 * Reads a number as a person types it in their language.
 *
 * @param text    "420", "1,200.5", "1.200,5" in German, "3%", "3 %"
 * @param locale  BCP 47 tag, for the decimal sign
 * @returns       the number (3% is 0.03), null for nothing typed, undefined for what is no number
 */
export function parseFigure(text: string, locale: string): number | null | undefined {
  const typed = text.trim();
  if (typed === '') return null;
  const parts = partsFor(locale);
  const sign = (type: string, fallback: string) => parts.find(part => part.type === type)?.value ?? fallback;
  const [decimal, group] = [sign('decimal', '.'), sign('group', ',')];
  // A decimal point is understood everywhere, unless it can only be a thousands sign (1.200 in German).
  const grouped = new RegExp(`^[-−]?\\d{1,3}(\\${group}\\d{3})+(\\${decimal}\\d+)?$`);
  const bare = typed.replace(/\s*%$/, '').replace(/[\s\u00a0\u202f'’]/g, '');
  const plain = grouped.test(bare)
    ? bare.split(group).join('').replace(decimal, '.')
    : bare.replace(decimal, '.').replace('−', '-');
  if (!/^[-−]?(\d+\.?\d*|\.\d+)$/.test(plain)) return undefined;
  const number = Number(plain.replace('−', '-'));
  // Dividing leaves noise in the last digit (0.28 for 28% is 0.28000000000000003): 15 digits are what a cell holds.
  return typed.endsWith('%') ? Number((number / 100).toPrecision(15)) : number;
}

/** A number taken apart as the language writes it; English where the language is unknown. */
function partsFor(locale: string): Intl.NumberFormatPart[] {
  try {
    return new Intl.NumberFormat(locale).formatToParts(12345.6);
  } catch {
    return new Intl.NumberFormat('en').formatToParts(12345.6);
  }
}
