import fc from 'fast-check';
import { cohorts, repeatPurchaseRate } from '../../src/kpi/cohorts';
import { cdnow } from '../fixtures/cdnow/ledger';

const purchases = cdnow();
const customers = purchases.map(({ customer }) => customer);

test('CDNOW: 2,357 customers of 6,919 lines', () => {
  expect(purchases).toHaveLength(6919);
  expect(new Set(customers).size).toBe(2357);
});

test('CDNOW: .48876 of the customers came back by lines, .48324 by days', () => {
  // Method, section 1.
  expect(repeatPurchaseRate(customers)).toBeCloseTo(0.48876, 5);
  const days = purchases.map(({ date }) => date);
  expect(repeatPurchaseRate(customers, days)).toBeCloseTo(0.48324, 5);
});

test('CDNOW: repeat purchases counted customer by customer, with the ledger as text', () => {
  const days = new Map<string, string[]>();
  for (const { customer, year, month, day } of purchases) {
    days.set(customer, [...(days.get(customer) ?? []), `${year}-${month}-${day}`]);
  }
  const share = (came: (days: string[]) => number) =>
    [...days.values()].filter(all => came(all) >= 2).length / days.size;
  expect(repeatPurchaseRate(customers)).toBe(share(all => all.length));
  expect(
    repeatPurchaseRate(
      customers,
      purchases.map(({ date }) => date),
    ),
  ).toBe(share(all => new Set(all).size));
});

test('CDNOW: everybody bought first in the first quarter of 1997', () => {
  const quarter = purchases.map(({ year, month }) => year * 4 + Math.floor((month - 1) / 3));
  const [only, ...others] = cohorts(customers, quarter);
  expect(others).toEqual([]);
  expect(only).toMatchObject({ period: 1997 * 4, size: 2357 });
  expect(only!.active).toHaveLength(6);
  expect(only!.active[0]).toBe(2357);
});

test('CDNOW: the cohorts by month are those of looking every customer up in every month', () => {
  const month = purchases.map(purchase => purchase.year * 12 + purchase.month - 1);
  const found = cohorts(customers, month);
  // Another way: for each customer the sorted list of months, the first of them its cohort.
  const byCustomer = new Map<string, number[]>();
  for (const [i, { customer }] of purchases.entries()) {
    byCustomer.set(customer, [...(byCustomer.get(customer) ?? []), month[i]!]);
  }
  const last = Math.max(...month);
  const table: Record<number, number[]> = {};
  for (const months of byCustomer.values()) {
    const first = Math.min(...months);
    const row = table[first] ?? new Array<number>(last - first + 1).fill(0);
    for (let m = first; m <= last; m++) if (months.includes(m)) row[m - first]! += 1;
    table[first] = row;
  }
  expect(found.map(({ period, active }) => [period, active])).toEqual(
    Object.entries(table).map(([period, active]) => [Number(period), active]),
  );
  expect(found.map(({ size }) => size).reduce((a, b) => a + b)).toBe(2357);
  expect(found.map(({ period }) => period)).toEqual([1997 * 12, 1997 * 12 + 1, 1997 * 12 + 2]);
});

const ledger = fc.array(fc.tuple(fc.constantFrom('Ann', 'Ben', 'Cem', 'Dora'), fc.integer({ min: 0, max: 9 })), {
  minLength: 1,
  maxLength: 40,
});

test('every customer is in one cohort, all of a cohort buy in its first period, and nobody twice in any', () => {
  fc.assert(
    fc.property(ledger, lines => {
      const found = cohorts(
        lines.map(([customer]) => customer),
        lines.map(([, period]) => period),
      );
      expect(found.reduce((sum, { size }) => sum + size, 0)).toBe(new Set(lines.map(([customer]) => customer)).size);
      const visits = new Set(lines.map(([customer, period]) => `${customer} ${period}`)).size;
      expect(found.reduce((sum, { active }) => sum + active.reduce((a, b) => a + b), 0)).toBe(visits);
      for (const { size, active } of found) {
        expect(active[0]).toBe(size);
        expect(Math.max(...active)).toBe(size);
      }
    }),
  );
});
