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
    await page.getByText('No function answers to that').waitFor();
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
