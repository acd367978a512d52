import { printRange, type Range } from '../../cells/address';
import { counted } from '../../cells/english';
import { dayOf } from '../../cells/serial';
import { isError } from '../../cells/value';
import { shown } from '../sheets/rowReader';
import type { Entry } from './entry';
import type { Line } from './line';
import { TrackError } from './trackError';

/** More errors than this share of the cells are no slip. */
const MOST_ERRORS = 1 / 5;
/** So many cells are named one by one. */
const NAMED = 3;

/**
 * Refuses a line of which a good part is errors.
 *
 * @throws  TrackError naming the first of them
 */
export function refuseManyErrors(entries: Entry[]): void {
  const filled = entries.filter(({ value, instead }) => value !== null || instead !== null);
  const errors = filled.filter(({ instead }) => isError(instead));
  if (errors.length <= MOST_ERRORS * filled.length) return;
  const { cell, instead } = errors[0]!;
  const others = errors.length === 1 ? '' : ` and in ${counted(errors.length - 1, 'more cell')}`;
  throw new TrackError(
    `${printRange(cell)}: ${shown(instead)} is where a number should be${others}. Correct it, or choose cells without it.`,
  );
}

/** What counts as blank, for the owner to know. */
export function whatIsMissing(entries: Entry[]): string[] {
  const errors = entries.filter(({ instead }) => isError(instead));
  const words = entries.flatMap(({ instead }) => (typeof instead === 'string' ? [instead.trim()] : []));
  const named = errors.slice(0, NAMED).map(({ cell, instead }) => `${printRange(cell)} holds ${shown(instead)}`);
  const more = errors.length > NAMED ? ` and ${counted(errors.length - NAMED, 'more cell')} an error` : '';
  const different = [...new Set(words)].slice(0, NAMED).map(word => `'${word}'`);
  return [
    ...(errors.length > 0 ? [`${named.join(', ')}${more}; left out until corrected.`] : []),
    ...(words.length > 0
      ? [
          `${counted(words.length, 'cell')} with ${different.join(', ')} ${words.length === 1 ? 'counts' : 'count'} as blank.`,
        ]
      : []),
  ];
}

/** A currency in a number format: its sign, or its code in brackets. */
const CURRENCY = /\[\$([^\]-]+)[^\]]*\]|([€£¥$₹])/g;

/** Figures in several currencies, as their number formats say: nobody can add up euros and yen. */
export function mixedCurrencies(values: Line): string[] {
  const found = new Set<string>();
  for (const place of values.places) {
    if (typeof values.cell(place) !== 'number') continue;
    const [positive = ''] = values.format(place).split(';');
    for (const [, code, sign] of positive.matchAll(CURRENCY)) found.add((code ?? sign)!.trim());
  }
  const signs = [...found].filter(sign => sign !== '');
  if (signs.length < 2) return [];
  return [
    `${printRange(values.range)} holds figures in ${signs.slice(0, -1).join(', ')} and ${signs[signs.length - 1]}, taken together as if they were one currency.`,
  ];
}

/** A year of months whose dates were read month first, so that they lie on the first days of January. */
export function januaryOnly(periods: Range, entries: Entry[]): string[] {
  const days = entries.flatMap(({ dated, period }) => (dated === 'number' ? [dayOf(period.start)] : []));
  const years = [...new Set(days.map(({ year }) => year))];
  const isYear = (of: number) => {
    const own = days.filter(({ year }) => year === of);
    return own.length === 12 && own.every(({ month, day }, i) => month === 1 && day === i + 1);
  };
  if (days.length === 0 || days.length !== entries.length || !years.every(isYear)) return [];
  return [
    `The dates in ${printRange(periods)} are 1 to 12 January of ${years.join(' and ')}. If months are meant, day and month changed places when they were typed or imported: correct them first.`,
  ];
}
