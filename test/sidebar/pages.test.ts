import { browserTests } from './browserTests';
import { seen, sidebarPage } from './openSidebar';
import { bakery, emptyWorkbook } from './workbooks';

const open = browserTests();

describe('the gallery', () => {
  test('says what a template holds, and which cells it would write, before it writes any', async () => {
    const page = await open(bakery());
    await page.click('#tab-templates');
    const card = page.locator('[data-template=four-functions]');
    expect(await seen(card)).toMatch(
      /Lead Quality Ratio[\s\S]*Sales Conversion Rate[\s\S]*Order Fulfillment Time[\s\S]*CSAT/,
    );
    await card.getByRole('button', { name: 'See what it would make: Four functions' }).click();
    const preview = await seen(card.locator('.preview'));
    for (const name of ['Four functions', 'Compass Strategy', 'Compass KPIs', 'Compass Data'])
      expect(preview).toMatch(new RegExp(`${name}, a new sheet: A1:[A-Z]+\\d+, \\d+ cells`));
    await expect(page.evaluate(() => window.host.applied())).resolves.toEqual([]);
  });

  test('installs with sample data, touches nothing that was there, and shows the review', async () => {
    const page = await open(bakery());
    const before = await page.evaluate(() => window.host.workbook().sheets);
    await page.click('#tab-templates');
    await page.getByRole('button', { name: 'See what it would make: Four functions' }).click();
    await page.getByRole('button', { name: 'Install Four functions' }).click();
    await page.getByText('Four functions is installed.').waitFor();
    await expect(page.getByRole('tab', { name: 'Review' }).getAttribute('aria-selected')).resolves.toBe('true');
    await expect(page.locator('.bar-name').allInnerTexts()).resolves.toEqual([
      'Marketing',
      'Sales',
      'Operations',
      'Customer Service',
    ]);
    const after = await page.evaluate(() => window.host.workbook().sheets);
    expect(after.slice(0, before.length)).toEqual(before);
  });

  test('installs empty, and the review waits for figures', async () => {
    const page = await open(emptyWorkbook());
    await page.click('#tab-templates');
    const card = page.locator('[data-template=four-functions]');
    await card.getByLabel('empty, to type into').check();
    await card.getByRole('button', { name: /^See what/ }).click();
    await card.getByRole('button', { name: /^Install/ }).click();
    await page.getByText('Nothing can be scored yet').waitFor();
    await page.click('#tab-kpis');
    expect(await seen(page.locator('[data-kpi=CSAT]'))).toMatch(/no figure[\s\S]*too early to tell/);
  });
});

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
    await page.getByText('No function answers to that').waitFor();
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
    await entry.getByRole('button', { name: 'Take selection for lost' }).click();
    await entry.getByRole('textbox', { name: 'at_start' }).fill('=1+1');
    await entry.getByRole('button', { name: 'Insert', exact: true }).click();
    await entry.getByText("'=1+1' is neither cells nor a number.").waitFor();
    await entry.getByRole('textbox', { name: 'at_start' }).fill('100');
    await entry.getByRole('button', { name: 'Insert', exact: true }).click();
    await page.getByText('CHURN_RATE stands in Sheet1!D2.').waitFor();
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
