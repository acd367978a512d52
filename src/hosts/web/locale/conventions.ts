import { type DecimalMark, decimalMarkIn } from '../../../cells/figureText';
import type { DayOrder } from '../../../cells/readPeriod';

/** How people of a locale write figures and dates. */
export interface Conventions {
  /** BCP 47 tag: `en-GB`. */
  tag: string;
  /** The sign before the decimals. */
  decimal: DecimalMark;
  /** The sign between thousands. */
  group: string;
  /** Which comes first in 3/2/2026. */
  order: DayOrder;
  /** The number format of a date in digits: `dd/mm/yyyy`. */
  date: string;
}

const KNOWN = new Map<string, Conventions>();

/**
 * The conventions of a locale, as the browser knows them.
 *
 * @param tag  BCP 47 tag; one that the browser does not know is read as British English
 */
export function conventionsOf(tag: string): Conventions {
  let known = KNOWN.get(tag);
  if (!known) {
    known = lookUp(isLocale(tag) ? tag : 'en-GB');
    KNOWN.set(tag, known);
  }
  return known;
}

function isLocale(tag: string): boolean {
  try {
    return Intl.NumberFormat.supportedLocalesOf(tag).length > 0;
  } catch {
    return false;
  }
}

function lookUp(tag: string): Conventions {
  const figure = new Intl.NumberFormat(tag, { numberingSystem: 'latn' }).formatToParts(1_234_567.8);
  const days = { calendar: 'gregory', numberingSystem: 'latn' };
  const day = new Date(2026, 1, 3);
  const date = new Intl.DateTimeFormat(tag, { ...days, year: 'numeric', month: '2-digit', day: '2-digit' });
  const order = new Intl.DateTimeFormat(tag, { ...days, month: 'numeric', day: 'numeric' })
    .formatToParts(day)
    .map(({ type }) => type);
  return {
    tag,
    decimal: decimalMarkIn(tag),
    group: figure.find(({ type }) => type === 'group')?.value ?? ',',
    order: order.indexOf('day') < order.indexOf('month') ? 'day' : 'month',
    date: date.formatToParts(day).map(inFormat).join(''),
  };
}

function inFormat({ type, value }: Intl.DateTimeFormatPart): string {
  if (type === 'year') return 'yyyy';
  if (type === 'month') return 'mm';
  if (type === 'day') return 'dd';
  // Without marks that only turn the direction of writing.
  return value.replace(/[\u200e\u200f]/g, '');
}
