import { isoDate } from '../../src/cells/serial';
import type { Cell } from '../../src/cells/value';
import { applyEdits } from '../../src/workbook/edits/applyEdits';
import { track } from '../../src/workbook/track/track';
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

/** The same days as an export with a time zone writes them: `2024-01-05 14:03:22 -0500`, text (case R12, Shopify's orders). */
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
