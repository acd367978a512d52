import type { Page } from 'playwright-core';
import type { Cell } from '../../src/cells/value';
import type { Edit } from '../../src/workbook/edit';
import { applyEdits } from '../../src/workbook/edits/applyEdits';
import type { Snapshot } from '../../src/workbook/snapshot';
import { track } from '../../src/workbook/track/track';
import { headless } from '../engine/headless';
import { workbook } from '../workbook/workbooks';
import { browserTests } from './browserTests';
import { overflows, seen } from './openSidebar';

const open = browserTests();
const applied = (page: Page) => page.evaluate(() => window.host.applied());

/** 10 Feb 2026; a till of two years, a line every second day, in which amounts from October 2025 on are text. */
const TODAY = 46063;
const days = Array.from({ length: 366 }, (_, i) => 45292 + 2 * i);
const firstText = days.findIndex(day => day >= 45931);
const lines = days.map((day, i): Cell[] => [day, 560 + ((i * 37) % 71)]);
const text = (amount: Cell) => `${amount},50 €`;

/** As the calculation engine leaves it. */
async function pastedTill(): Promise<Snapshot> {
  const till = workbook({ Till: [['Date', 'Amount'], ...lines] }, TODAY);
  const engine = headless().createEngine(till.sheets);
  try {
    engine.apply(track(till, { kpi: 'Takings', function: 'Sales', values: { sheet: 'Till', range: 'B:B' } }));
    const pasted = lines.slice(firstText);
    const edit: Edit = {
      kind: 'write',
      sheet: 'Till',
      row: 1 + firstText,
      column: 1,
      cells: pasted.map(([, amount]) => [text(amount!)]),
      expected: pasted.map(([, amount]) => [amount!]),
    };
    engine.apply([
      edit,
      { kind: 'write', sheet: 'Till', row: 60, column: 1, cells: [['refunded?']], expected: [[lines[59]![1]!]] },
    ]);
    await engine.calculated();
    return engine.snapshot({ today: TODAY, locale: 'en-GB', further: [{ sheet: 'Till' }] });
  } finally {
    engine.dispose();
  }
}

describe('text where amounts belong', () => {
  test('is named, shown before it is converted, and written over what was read', async () => {
    const page = await open(await pastedTill());
    const count = lines.length - firstText;
    await page.getByText(`${count + 1} amounts are text, the first in Till!B61.`).waitFor();
    await page.getByRole('button', { name: 'Convert the text of Takings' }).click();
    await page.getByText(`${count} cells will be overwritten:`).waitFor();
    const preview = await seen(page.locator('.convert'));
    const amount = lines[firstText]![1] as number;
    expect(preview).toContain(`B${firstText + 2}\t“${amount},50 €”\t${amount}.50 €`);
    expect(preview).toContain('1 cell stays as it is: B61 “refunded?”');
    await expect(overflows(page)).resolves.toBe(false);
    await expect(applied(page)).resolves.toEqual([]);
    await page.getByRole('button', { name: `Convert ${count} cells` }).click();
    await page.getByText(`${count} cells converted for Takings.`).waitFor();
    const [edits] = await applied(page);
    const writes = edits!.filter(edit => edit.kind === 'write');
    expect(writes).toHaveLength(1);
    expect(writes[0]).toMatchObject({ sheet: 'Till', row: firstText + 1, column: 1 });
    expect(writes[0]!.kind === 'write' && writes[0]!.cells[0]).toEqual([amount + 0.5]);
  });

  test('can be left as it is, by keyboard too', async () => {
    const page = await open(await pastedTill());
    const button = page.getByRole('button', { name: 'Convert the text of Takings' });
    await button.focus();
    await page.keyboard.press('Enter');
    await page.getByText('cells will be overwritten:').waitFor();
    await page.getByRole('button', { name: 'Cancel' }).focus();
    await page.keyboard.press('Enter');
    await button.waitFor();
    await expect(applied(page)).resolves.toEqual([]);
  });
});

describe('a tracked column that was deleted', () => {
  const months = Array.from({ length: 12 }, (_, i): Cell[] => [45672 + 30 * i, 100 + (i % 3), 7 + i]);
  const shop = workbook({ Shop: [['Month', 'Sales', 'Orders'], ...months] }, TODAY);
  const tracked = applyEdits(shop, track(shop, { kpi: 'Sales', values: { sheet: 'Shop', range: 'B2:B13' } }));
  const broken: Snapshot = {
    ...tracked,
    sheets: tracked.sheets.map(sheet =>
      sheet.name === 'Compass Data'
        ? {
            ...sheet,
            values: sheet.values.map((row, r) => (r === 0 ? row : [row[0]!, { error: '#REF!' }])),
            formulas: sheet.formulas!.map((row, r) => (r === 0 ? row : [row[0]!, '=IF(#REF!="","",#REF!)'])),
          }
        : sheet,
    ),
  };

  test('is one entry, and linked again to the cells that are selected', async () => {
    const page = await open(broken, { selection: { sheet: 'Shop', range: 'C2:C13' } });
    await page.getByText('Sales: the cells it was read from were deleted; 12 periods show #REF!.').waitFor();
    await page.getByRole('button', { name: 'Link again…: Sales' }).click();
    await page.getByText('12 months with a figure').waitFor();
    await expect(overflows(page)).resolves.toBe(false);
    await page.getByRole('button', { name: 'Link it', exact: true }).click();
    await page.getByText('Sales is linked again: 12 months.').waitFor();
    await expect(page.getByText('are gone').count()).resolves.toBe(0);
    const now = await page.evaluate(() => window.host.workbook());
    const data = now.sheets.find(({ name }) => name === 'Compass Data')!;
    expect(data.values.slice(1).map(row => row[1])).toEqual(months.map(row => row[2]));
  });
});
