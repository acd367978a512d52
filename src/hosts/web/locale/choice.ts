/** Locales that are offered, beside the browser's own and the workbook's. */
const OFFERED = [
  'en-GB en-US en-AU en-CA en-IE en-IN en-NZ en-ZA cs-CZ da-DK de-AT de-CH de-DE es-ES es-MX fi-FI fr-CA fr-CH fr-FR',
  'hu-HU it-IT ja-JP ko-KR nb-NO nl-BE nl-NL pl-PL pt-BR pt-PT ro-RO sv-SE tr-TR zh-CN',
].flatMap(line => line.split(' '));
/** Where the browser remembers the choice made last. */
const KEPT = 'compass-locale';

/** The locale in which a new workbook is read: the one that was chosen last, or the browser's language. */
export function usualLocale(): string {
  try {
    return localStorage.getItem(KEPT) ?? navigator.language;
  } catch {
    return navigator.language;
  }
}

/** Remembers a choice, where the browser allows it. */
export function remember(tag: string): void {
  try {
    localStorage.setItem(KEPT, tag);
  } catch {
    // It holds for this workbook.
  }
}

/**
 * Fills the choice of the locale: each by its name in English, with a date and a figure as they are written there.
 *
 * @param select   the choice
 * @param current  the locale of the open workbook
 */
export function fillChoice(select: HTMLSelectElement, current: string): void {
  const names = new Intl.DisplayNames('en', { type: 'language' });
  const options = [...new Set([...OFFERED, navigator.language, current])]
    .map(tag => ({ tag, name: names.of(tag) ?? tag }))
    .sort((a, b) => a.name.localeCompare(b.name, 'en'))
    .map(({ tag, name }) => new Option(`${name}: ${example(tag)}`, tag, tag === current, tag === current));
  select.replaceChildren(...options);
}

function example(tag: string): string {
  const day = new Intl.DateTimeFormat(tag, { calendar: 'gregory', numberingSystem: 'latn' });
  const figure = new Intl.NumberFormat(tag, { minimumFractionDigits: 2, numberingSystem: 'latn' });
  return `${day.format(new Date(2026, 11, 31))}, ${figure.format(1234.5)}`;
}
