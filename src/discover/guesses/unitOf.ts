import type { Found, Guess } from '../found';
import type { Term } from '../words/business';
import { currencyAlone, currencySaid, isUnit, splitUnit, unitOfFormat } from './unit';

/** The unit of a series: from its own column, its number format, its name, its group or, for money, what a title says. */
export function unitOf(found: Found, inName: string | null, term: Term | null, name: string, guess: Guess): string {
  const { said, format, titles } = found;
  const shown = unitOfFormat(format);
  if (typeof said.unit === 'string' && said.unit.trim() !== '')
    return splitUnit(`x (${bareUnit(said.unit)})`).unit ?? bareUnit(said.unit);
  if (shown !== null) return shown;
  if (inName !== null) return inName;
  const inGroup = found.groups
    .map(group => splitUnit(group).unit ?? (isUnit(group) ? group : null))
    .find(unit => unit !== null);
  if (inGroup) return inGroup;
  const isShare = /rate\b|\bratio\b|share\b|quote$|quote\b|anteil|taux|tasa|tasso|taxa|percentage|andel|率|%/i.test(
    name,
  );
  const values = found.figures.map(({ value }) => value);
  const fractions = values.every(value => Math.abs(value) <= 1.5) && values.some(value => !Number.isInteger(value));
  if (isShare && fractions) return guess('unit', '%');
  const ofTable = titles.map(currencyAlone).find(sign => sign !== null);
  if (ofTable && !isShare) return ofTable;
  const isMoney =
    term !== null &&
    (term.function === 'Finance' ||
      term.measure === 'revenue' ||
      term.measure === 'order value' ||
      term.measure === 'marketing spend');
  const currency = titles.map(currencySaid).find(sign => sign !== null);
  if (currency && !isShare && (isMoney || term === null)) return guess('unit', currency, !isMoney);
  return guess('unit', '', isMoney || isShare || term === null);
}

/** A unit without the brackets that it may be in. */
function bareUnit(text: string): string {
  return text.trim().replace(/^[([（]\s*(.*?)\s*[)\]）]$/, '$1');
}
