import { isDeepStrictEqual } from 'node:util';
import type { Browser, Page } from 'playwright-core';
import type { ConditionalRule } from '../../../src/hosts/univer/looks/rules';
import * as web from './browser';

jest.setTimeout(180_000);

let browser: Browser;
let open: web.OpenPage;
let page: Page;

beforeAll(async () => {
  browser = await web.launchBrowser();
});
afterAll(() => browser?.close());
beforeEach(async () => {
  open = await web.openPage(browser);
  page = open.page;
});
afterEach(async () => {
  const { errors } = open;
  await open.close();
  expect(errors).toEqual([]);
});

/** The bakery's sheet, what the review reads of it, and its looks; what the engine left blank is blank. */
async function bakery() {
  const sheets = [];
  for (const name of ['Shop', 'Bakehouse', 'Guests', 'Compass KPIs', 'Compass Data', 'Compass Dashboard']) {
    const { values, formulas, formats } = await web.read(page, name, 'A1:S60');
    sheets.push({ name, values: values.map(line => line.map(cell => (cell === '' ? null : cell))), formulas, formats });
  }
  return { sheets, looks: await looks() };
}

/** Cells and formula of each look of the sheet Shop, in their order. */
function looks(): Promise<{ rows: number[][]; formula: unknown }[]> {
  return page.evaluate(() => {
    const { univerAPI } = window as unknown as {
      univerAPI: {
        getActiveWorkbook(): {
          getSheetByName(name: string): { getConditionalFormattingRules(): ConditionalRule[] };
        };
      };
    };
    const rules = univerAPI.getActiveWorkbook().getSheetByName('Shop').getConditionalFormattingRules();
    return rules.map(({ ranges, rule }) => ({
      rows: ranges.map(({ startRow, endRow }) => [startRow, endRow]),
      formula: rule.value,
    }));
  });
}

async function undo(): Promise<void> {
  await web.changing(page, () =>
    page.evaluate(() => (window as unknown as { univerAPI: { undo(): void } }).univerAPI.undo()),
  );
}

test('a template that is extended by a year is all there, live, and goes back as one step', async () => {
  const sidebar = page.locator('#sidebar');
  const before = await bakery();
  await sidebar.getByRole('tab', { name: 'Templates' }).click();
  await sidebar.getByRole('button', { name: 'Extend by a year: Bakery' }).click();
  await sidebar.getByRole('button', { name: 'Extend Bakery' }).click();
  await sidebar.getByText('Bakery is extended.').waitFor();
  await web.ready(page);
  const after = await bakery();

  // Two years was in rows 8 to 31; a third one follows, and no typed figure has moved or changed.
  const [shop] = after.sheets;
  const [old] = before.sheets;
  expect(shop!.values.slice(0, 31)).toEqual(old!.values.slice(0, 31));
  expect(shop!.values.slice(31, 43).map(([, ...typed]) => typed.every(cell => cell === null))).toEqual(
    Array(12).fill(true),
  );
  const months = shop!.values.slice(7, 43).map(([month]) => month as number);
  // Months have 28 to 31 days.
  months.slice(1).forEach((month, index) => {
    expect(month - months[index]!).toBeGreaterThanOrEqual(28);
    expect(month - months[index]!).toBeLessThanOrEqual(31);
  });
  const data = after.sheets.find(({ name }) => name === 'Compass Data')!;
  expect(data.values.slice(0, 25)).toEqual(
    before.sheets.find(({ name }) => name === 'Compass Data')!.values.slice(0, 25),
  );
  expect(data.values.slice(25, 37).map(([month]) => month)).toEqual(months.slice(24));

  // Each look of a column is still one, over all three years, and speaks of its own cells.
  expect(after.looks).toEqual(
    before.looks.map(({ rows, formula }) => ({
      rows: rows.map(([first, last]) => [first, first === 7 ? 42 : last]),
      formula,
    })),
  );

  await web.select(page, { sheet: 'Shop', range: 'A1' });
  await web.typeInto(page, 'B32', '5500');
  expect((await web.read(page, 'Compass Data', 'C26')).values).toEqual([[5500]]);
  await undo();
  await undo();
  // The cells are back at once, and what they come to once the worker has calculated them.
  const patience = Date.now() + 30_000;
  while (Date.now() < patience && !isDeepStrictEqual(await bakery(), before)) await page.waitForTimeout(200);
  expect(await bakery()).toEqual(before);
});
