import type { Cadence, Calendar } from '../../src/cells/period';
import { serialOf } from '../../src/cells/serial';
import { currencyOf, withCurrency } from '../../src/templates/install/currency';
import { freeName, freeNames } from '../../src/templates/install/layout';
import { emptyPeriods, ownPeriods, samplePeriods } from '../../src/templates/install/templatePeriods';
import { readTables } from '../../src/workbook/register/readTracked';
import { TICKETS, tracked, WEEKLY, workbook } from '../workbook/workbooks';
import { coffeeCart } from './coffeeCart';

/** Monday 23 November 2026; periods are read off a calendar. */
const TODAY = serialOf(2026, 11, 23);
const calendar = (cadence: Cadence): Calendar => ({ cadence, fiscalYearStart: 1, weekStart: 1 });
const labels = (periods: { label: string }[]) => [
  periods[0]!.label,
  periods[periods.length - 1]!.label,
  periods.length,
];

describe('the periods of a template', () => {
  test.each<[Cadence, string, string, number]>([
    // Half of them have closed: 12 months are a year, 26 weeks half of one, 8 quarters two, 28 days four weeks.
    ['month', 'Nov 2025', 'Oct 2027', 24],
    ['week', 'week of 25 May 2026', 'week of 17 May 2027', 52],
    ['quarter', 'Q4 2024', 'Q3 2028', 16],
    ['day', '26 Oct 2026', '20 Dec 2026', 56],
  ])('that is empty, by %s', (cadence, first, last, count) => {
    expect(labels(emptyPeriods(calendar(cadence), TODAY))).toEqual([first, last, count]);
  });

  test.each([
    [1, 'Nov 2026', 'Nov 2026'],
    [2, 'Oct 2026', 'Nov 2026'],
    [5, 'Sep 2026', 'Jan 2027'],
  ])('that is empty, %d of them, half before today', (count, first, last) => {
    expect(labels(emptyPeriods(calendar('month'), TODAY, count))).toEqual([first, last, count]);
  });

  test('of a block of its own: so many that have closed, so many from today’s on', () => {
    expect(labels(ownPeriods(calendar('week'), TODAY, { closed: 2, ahead: 3 }))).toEqual([
      'week of 9 Nov 2026',
      'week of 7 Dec 2026',
      5,
    ]);
    expect(labels(ownPeriods(calendar('month'), TODAY + 0.7, { closed: 0, ahead: 2 }))).toEqual([
      'Nov 2026',
      'Dec 2026',
      2,
    ]);
  });

  test('of a sample are the last that have closed, or the workbook’s own closed ones', () => {
    const fresh = readTables(workbook({}, TODAY));
    expect(labels(samplePeriods(fresh, calendar('month'), TODAY, 3))).toEqual(['Aug 2026', 'Oct 2026', 3]);
    // Ten weeks from 5 January 2026 on, read when the tenth has begun: nine have closed.
    const shop = tracked(workbook({ Weekly: WEEKLY }, serialOf(2026, 3, 10)), TICKETS);
    const { data } = readTables(shop);
    expect(labels(samplePeriods(readTables(shop), data!.calendar, shop.today, 4))).toEqual([
      'week of 9 Feb 2026',
      'week of 2 Mar 2026',
      4,
    ]);
  });
});

describe('the workbook’s currency', () => {
  test.each([
    ['de-DE', '€'],
    ['en-US', '$'],
    ['en-GB', '£'],
    ['de-CH', 'CHF'],
    ['sv-SE', 'kr'],
    ['pt-BR', 'R$'],
    ['ja-JP', '¥'],
    ['en', undefined],
    ['de-XX', undefined],
    ['en-us', undefined],
  ])('of %s is %s', (locale, sign) => {
    expect(currencyOf(locale)).toBe(sign);
  });

  // Before the figure in English, Dutch, Japanese, Swiss and Austrian German; a code is always behind it.
  test.each([
    ['#,##0 ¤', '€', 'de-DE', '#,##0 "€"'],
    ['#,##0 ¤', '€', 'en-IE', '"€"#,##0'],
    ['#,##0 ¤', '€', 'nl-NL', '"€"#,##0'],
    ['#,##0 ¤', '€', 'de-AT', '"€"#,##0'],
    ['#,##0 ¤', 'R$', 'pt-BR', '"R$"#,##0'],
    ['#,##0 ¤', '€', 'pt-PT', '#,##0 "€"'],
    ['#,##0 ¤', 'USD', 'en-US', '#,##0 "USD"'],
    ['#,##0.00 ¤', ' kr ', 'sv-SE', '#,##0.00 "kr"'],
    ['#,##0 ¤', '', 'en-GB', '#,##0'],
    ['#,##0 ¤', ' " ', 'en-GB', '#,##0'],
    ['0.0%', '€', 'en-GB', '0.0%'],
    ['#,##0 ¤;-#,##0 ¤', '£', 'en-GB', '#,##0 "£";-#,##0 "£"'],
    ['#,##0 ¤', 'a"b', 'de-DE', '#,##0 "ab"'],
  ])('%s with %s in %s: %s', (format, currency, locale, shown) => {
    expect(withCurrency(format, currency, locale)).toBe(shown);
  });
});

describe('a name that is free', () => {
  test('is the name itself, or the first number behind it, whatever the case of the others', () => {
    expect(freeName('Cart', [])).toBe('Cart');
    expect(freeName('Cart', ['cart'])).toBe('Cart (2)');
    expect(freeName('Cart', ['Cart', 'CART (2)', 'Cart (4)'])).toBe('Cart (3)');
  });

  test('is not given to two sheets of one template', () => {
    const [sheet] = coffeeCart.sheets;
    expect(freeNames({ ...coffeeCart, sheets: [sheet!, sheet!] }, ['cart (2)'])).toEqual(['Cart', 'Cart (3)']);
  });
});
