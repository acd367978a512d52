import { isoDate } from '../../src/cells/serial';
import type { Cell } from '../../src/cells/value';
import { applyEdits } from '../../src/workbook/edits/applyEdits';
import { readRegister } from '../../src/workbook/register/readRegister';
import type { Snapshot } from '../../src/workbook/snapshot';
import { addUnread } from '../../src/workbook/track/addUnread';
import { track } from '../../src/workbook/track/track';
import { previewTrack } from '../../src/workbook/track/trackedFigures';
import { headless } from '../engine/headless';
import { differences, today } from '../templates/inTheGrid';
import { contents, unsolved } from '../templates/wholeWorkbook';
import { week, workbook } from './workbooks';

/** Seven weeks of a till, two lines a day, every fifth amount missing. */
const lines = Array.from({ length: 98 }, (_, line): Cell[] => [
  week(0) + Math.floor(line / 2),
  line % 5 === 4 ? null : (line * 7) % 11,
]);
const till = workbook({ Till: [['Date', 'Amount'], ...lines] }, today);

test.each(['sum', 'mean', 'last'] as const)(
  'a ledger that is added up by week, as its %s, comes in the grid to what was written with the formulas',
  async combine => {
    const engine = headless().createEngine(till.sheets);
    try {
      const edits = track(till, { kpi: 'Amount', combine, values: { sheet: 'Till', range: 'B:B' } });
      engine.apply(unsolved(edits));
      await engine.calculated();
      const known = contents(applyEdits(till, edits));
      const weeks = Object.values(known['Compass Data']!).filter(([, formula]) => formula !== null);
      expect(weeks).toHaveLength(7);
      const further = [{ sheet: 'Till' }];
      expect(differences(known, contents(engine.snapshot({ today, locale: 'en-GB', further })))).toEqual([]);
    } finally {
      engine.dispose();
    }
  },
);

/** The same days as an export with a time zone writes them: `2024-01-05 14:03:22 -0500`, text (case R12: abelcheung/rifiuti2#8, Shopify's orders). */
const orders = workbook(
  {
    Orders: [
      ['Created at', 'Total'],
      ...Array.from({ length: 300 }, (_, i): Cell[] => [`${isoDate(45292 + i)} 14:03:22 -0500`, (i * 7) % 11]),
    ],
  },
  today,
);

test.each([
  ['sum', 'month'],
  ['mean', 'month'],
  ['sum', 'week'],
  ['sum', 'quarter'],
  ['mean', 'day'],
] as const)('dates that are text with a time zone: %s by %s, as the grid adds them up', async (combine, cadence) => {
  const engine = headless().createEngine(orders.sheets);
  try {
    const edits = track(orders, { kpi: 'Total', combine, cadence, values: { sheet: 'Orders', range: 'B:B' } });
    engine.apply(unsolved(edits));
    await engine.calculated();
    const known = contents(applyEdits(orders, edits));
    const filled = Object.values(known['Compass Data']!).filter(([value, formula]) => formula !== null && value !== '');
    expect(filled.length).toBeGreaterThan(2);
    const shown = contents(engine.snapshot({ today, locale: 'en-GB', further: [{ sheet: 'Orders' }] }));
    expect(differences(known, shown)).toEqual([]);
  } finally {
    engine.dispose();
  }
});

test('the newest of a period can’t be told from dates that are text', () => {
  const request = { kpi: 'Total', combine: 'last' as const, values: { sheet: 'Orders', range: 'B:B' } };
  expect(() => track(orders, request)).toThrow('Orders!A2 is not a date');
});

// Case R21 (usefathom/fathom#23): daily rates, rounded, beside the columns that they come from.
describe('daily rates', () => {
  const days = Array.from({ length: 91 }, (_, i): Cell[] => {
    const [visits, sold] = i % 7 === 6 ? [10, 6] : [1000 + i, 20];
    return [45292 + i, visits, sold, Math.round((1e4 * sold) / visits) / 1e4];
  });
  const shop = workbook({ Shop: [['Date', 'Visits', 'Orders', 'Conversion'], ...days] }, today);
  const conversion = { kpi: 'Conversion', cadence: 'month' as const, values: { sheet: 'Shop', range: 'D2:D92' } };

  test('a month is its orders divided by its visits, not a mean of days', async () => {
    const engine = headless().createEngine(shop.sheets);
    try {
      const edits = track(shop, conversion);
      engine.apply(unsolved(edits));
      await engine.calculated();
      const known = contents(applyEdits(shop, edits));
      const shown = contents(engine.snapshot({ today, locale: 'en-GB', further: [{ sheet: 'Shop' }] }));
      expect(differences(known, shown)).toEqual([]);
      const january = days.slice(0, 31);
      const total = (column: number) => january.reduce((sum, line) => sum + (line[column] as number), 0);
      const [, ...figures] = Object.values(known['Compass Data']!).filter(([, formula]) => formula !== null);
      expect(figures.length).toBeGreaterThan(0);
      const first = Object.values(known['Compass Data']!).find(([, formula]) => formula !== null)!;
      // By hand: 564 orders of 28,416 visits or so are 2 %; the mean of the days is 10 %.
      expect(first[0]).toBeCloseTo(total(2) / total(1), 12);
      expect(previewTrack(shop, conversion).notes.join(' ')).toContain('Orders divided by its Visits');
    } finally {
      engine.dispose();
    }
  });

  test('a count is none, though it is one column divided by another', () => {
    const lines = Array.from({ length: 91 }, (_, i): Cell[] => [
      45292 + i,
      300 + (i % 9),
      (300 + (i % 9)) * (2 + (i % 3) / 4),
      2 + (i % 3) / 4,
    ]);
    const bakery = workbook({ Shop: [['Date', 'Tickets', 'Items', 'Items per ticket'], ...lines] });
    const notesOf = (range: string) =>
      previewTrack(bakery, { cadence: 'month', values: { sheet: 'Shop', range } }).notes.join(' ');
    expect(notesOf('B2:B92')).toMatch(/combined by month \(sum\)/);
    expect(notesOf('D2:D92')).toContain('Items divided by its Tickets');
  });

  test('are known again as the rates that they are, and follow when days are added', () => {
    const tracked = applyEdits(shop, track(shop, conversion));
    const [kpi] = readRegister(tracked).kpis;
    expect(kpi).toMatchObject({ combine: 'mean', source: { text: 'Shop!D2:D92 by Shop!A2:A92' } });
    const more = Array.from({ length: 30 }, (_, i): Cell[] => [45383 + i, 500, 50, 0.1]);
    const longer: Snapshot = {
      ...tracked,
      sheets: tracked.sheets.map(sheet =>
        sheet.name === 'Shop' ? { ...sheet, values: [...sheet.values, ...more] } : sheet,
      ),
    };
    const extended = applyEdits(longer, addUnread(longer, undefined, true));
    const values = readRegister(extended).kpis[0]!.values;
    expect(values).toHaveLength(4);
    expect(values[3]).toBeCloseTo(0.1, 12);
    expect(readRegister(extended).kpis[0]!.source!.text).toBe('Shop!D2:D122 by Shop!A2:A122');
  });

  test('scores from 1 to 5 are averaged, not added up', () => {
    const answers = workbook({
      Survey: [['Date', 'Rating'], ...Array.from({ length: 200 }, (_, i): Cell[] => [45292 + i, 1 + (i % 5)])],
    });
    const notes = previewTrack(answers, { values: { sheet: 'Survey', range: 'B:B' } }).notes.join(' ');
    expect(notes).toMatch(/combined by (week|month) \(mean\)/);
  });
});
