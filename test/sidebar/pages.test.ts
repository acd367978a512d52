import { browserTests } from './browserTests';
import { seen, sidebarPage } from './openSidebar';
import { emptyWorkbook } from './workbooks';

const open = browserTests();

describe('the functions', () => {
  test('are found by what an owner would call them', async () => {
    const page = await open(emptyWorkbook());
    await page.click('#tab-functions');
    await page.getByLabel('Find a function').fill('win rate');
    await expect(page.locator('[data-function]').count()).resolves.toBe(1);
    await page.locator('[data-function=SALES_CONVERSION_RATE] summary').click();
    const entry = await seen(page.locator('[data-function]'));
    // 11 of 50 offers won is 22 %, by hand.
    expect(entry).toMatch(/=SALES_CONVERSION_RATE\(11,50\)\s+gives 22\.0%/);
    expect(entry).toContain('=SALES_CONVERSION_RATE(won, opportunities)');
    expect(entry).toContain('Without the add-in');
    await page.getByLabel('Find a function').fill('unicorn');
    await page.getByText('No function matches').waitFor();
  });

  test('go into the selected cell, with cells taken from the sheet and values typed', async () => {
    const page = await open(emptyWorkbook(), { selection: { sheet: 'Sheet1', range: 'D2' } });
    await page.click('#tab-functions');
    await page.getByLabel('Find a function').fill('CHURN_RATE');
    const entry = page.locator('[data-function=CHURN_RATE]');
    await entry.locator('summary').first().click();
    await entry.getByRole('button', { name: 'Insert into the selected cell: CHURN_RATE' }).click();
    await entry.getByRole('button', { name: 'Insert', exact: true }).click();
    await entry.getByText('Type cells such as B2:B13').first().waitFor();
    await page.evaluate(() => window.host.select({ sheet: 'Sheet1', range: 'A2:A13' }));
    await entry.getByRole('button', { name: 'Use the selection for lost' }).click();
    await entry.getByRole('textbox', { name: 'at_start' }).fill('=1+1');
    await entry.getByRole('button', { name: 'Insert', exact: true }).click();
    await entry.getByText("'=1+1' is not a cell, a range or a number.").waitFor();
    await entry.getByRole('textbox', { name: 'at_start' }).fill('100');
    await entry.getByRole('button', { name: 'Insert', exact: true }).click();
    await page.getByText('CHURN_RATE is now in Sheet1!D2.').waitFor();
    const [[edit]] = (await page.evaluate(() => window.host.applied())) as [[unknown]];
    const reference = { top: 1, left: 0, bottom: 12, right: 0 };
    expect(edit).toMatchObject({
      sheet: 'Sheet1',
      row: 1,
      column: 3,
      cells: [[{ formula: { call: 'CHURN_RATE', arguments: [{ reference }, { number: 100 }] } }]],
    });
  });
});

describe('the page for Google', () => {
  test('is whole: it loads nothing, evaluates nothing, and closes no element of its own early', () => {
    const html = sidebarPage();
    const found = (pattern: RegExp) => html.match(pattern) ?? [];
    expect(found(/<link|<script src|@import|url\(\s*['"]?https?:/g)).toEqual([]);
    expect(found(/\beval\(|new Function\(/g)).toEqual([]);
    expect(found(/<\/(script|style)/g)).toEqual(['</style', '</script']);
    // Google's HtmlService takes `//` in a template literal for a comment.
    expect(found(/`/g)).toEqual([]);
  });
});
