import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { bakeryLookalikeXlsx } from '../../fixtures/bakeryLookalike';
import * as web from './browser';

jest.setTimeout(180_000);

const folder = mkdtempSync(join(tmpdir(), 'compass-journey-'));
const lookalike = join(folder, 'lookalike.xlsx');

let browser: Browser;
let open: web.OpenPage;
let page: Page;

beforeAll(async () => {
  writeFileSync(lookalike, await bakeryLookalikeXlsx());
  browser = await web.launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});
beforeEach(async () => {
  open = await web.openPage(browser);
  page = open.page;
});
afterEach(async () => {
  const { foreign, errors } = open;
  await open.close();
  expect(foreign).toEqual([]);
  expect(errors).toEqual([]);
});

const sidebar = () => page.locator('#sidebar');
const alerts = () => sidebar().locator('[data-alert]');
const reviewed = () => page.waitForFunction(() => document.querySelector('#sidebar [data-ready="true"]') !== null);

describe('an owner’s first quarter of an hour', () => {
  test('begins with a bakery that is at home: its score and its alerts are there at once', async () => {
    await reviewed();
    await sidebar().getByRole('heading', { name: 'Alignment score' }).waitFor();
    expect(await alerts().count()).toBeGreaterThan(0);
    expect(await web.sheets(page)).toEqual(expect.arrayContaining(['Compass KPIs', 'Compass Data']));
    // Eight KPIs of two years, a header row above.
    const data = await web.read(page, 'Compass Data', 'A1:I25');
    expect(data.values.flat().every(cell => cell !== null && cell !== '')).toBe(true);
  });

  test('tracks the tickets of the own workbook, is told of the fall in November, and sees it in the grid', async () => {
    await web.openFile(page, lookalike);
    await web.goTo(page, 'B4:B26');
    await sidebar().getByRole('button', { name: 'Track the selected cells' }).click();
    await sidebar().getByText('Weekly!B4:B26').first().waitFor();
    await sidebar().getByLabel('Name').fill('Tickets');
    await sidebar().getByLabel('Business function').fill('Sales');
    await sidebar().getByLabel('Goal it serves').fill('A full shop');
    await sidebar().getByLabel('Target').fill('420');
    await sidebar().getByRole('button', { name: 'Track it' }).click();
    await sidebar().getByText('at least 420').waitFor();
    await sidebar().getByRole('tab', { name: 'Review' }).click();
    await alerts().first().waitFor();
    await web.ready(page);

    // What a person typed into the sidebar went there, not into the grid.
    expect((await web.read(page, 'Weekly', 'A3:B3')).values[0]).toEqual(['Week from', 'Tickets']);
    expect(await web.sheets(page)).toEqual([
      'Weekly',
      'Till',
      'Compass Strategy',
      'Compass KPIs',
      'Compass Data',
      'Compass Log',
    ]);
    const tickets = await web.read(page, 'Weekly', 'B4:B26');
    const data = await web.read(page, 'Compass Data', 'B1:B24');
    expect(data.formulas[1]).toEqual(['=IF(Weekly!$B$4="","",Weekly!$B$4)']);
    expect(data.values).toEqual([['Tickets'], ...tickets.values]);

    const alert = alerts().first();
    expect(await alert.getAttribute('data-state')).toBe('open');
    // The look-alike falls in its fourth week, that of 21 November 2016; a week either way counts.
    expect(await alert.textContent()).toMatch(/(14|21|28) Nov 2016/);
    await web.select(page, { sheet: 'Till', range: 'A1' });
    await alert.getByRole('button', { name: /Show me/ }).click();
    await web.selected(page, 'Weekly', /^B\d+:B26$/);
  });

  test('sees the review follow a figure that is changed in the grid', async () => {
    await reviewed();
    const score = () => sidebar().locator('[data-score]').first().getAttribute('data-score');
    const before = await score();
    // The newest month of the shop: as many visitors, hardly any tickets.
    const { values } = await web.read(page, 'Shop', 'A1:A100');
    const last = 100 - [...values].reverse().findIndex(([month]) => typeof month === 'number');
    await web.typeInto(page, `C${last}`, '100');
    await page.waitForFunction(
      old => document.querySelector('#sidebar [data-score]')?.getAttribute('data-score') !== old,
      before,
    );
    expect(Number(await score())).toBeLessThan(Number(before));
  });

  test('looks at a sample in a workbook of its own', async () => {
    await web.openFile(page, lookalike);
    await sidebar().getByRole('tab', { name: 'Templates' }).click();
    await sidebar().getByRole('button', { name: 'Install Four functions…' }).click();
    await sidebar().getByRole('button', { name: 'Preview' }).click();
    await sidebar().getByRole('button', { name: 'Install Four functions' }).click();
    await web.opened(page, 'Sample: Four functions');
    expect(await web.sheets(page)).toEqual(expect.arrayContaining(['Four functions', 'Compass KPIs']));
    expect(await web.sheets(page)).not.toContain('Weekly');
  });

  test('installs a template beside the own sheets, and finds everything again after a reload', async () => {
    await web.openFile(page, lookalike);
    const before = await web.read(page, 'Weekly', 'A1:I26');
    await sidebar().getByRole('tab', { name: 'Templates' }).click();
    await sidebar().getByRole('button', { name: 'Install Four functions…' }).click();
    await sidebar().getByLabel('in a workbook of its own').uncheck();
    await sidebar().getByRole('button', { name: 'Preview' }).click();
    await sidebar().getByRole('button', { name: 'Install Four functions' }).click();
    await sidebar().getByRole('heading', { name: 'Alignment score' }).waitFor();
    await web.ready(page);
    const sheets = await web.sheets(page);
    expect(sheets.slice(0, 2)).toEqual(['Weekly', 'Till']);
    expect(sheets).toEqual(expect.arrayContaining(['Compass KPIs', 'Compass Data', 'Compass Templates']));
    expect(await web.read(page, 'Weekly', 'A1:I26')).toEqual(before);
    const kpis = await web.read(page, 'Compass KPIs', 'A2:A6');
    expect(kpis.values.flat()).toEqual([
      'Lead Quality Ratio',
      'Sales Conversion Rate',
      'Order Fulfillment Time',
      'CSAT',
      'Leads',
    ]);

    await page.reload();
    await web.ready(page);
    expect(await web.sheets(page)).toEqual(sheets);
    expect(await web.read(page, 'Compass KPIs', 'A2:A6')).toEqual(kpis);
    await sidebar().getByRole('heading', { name: 'Alignment score' }).waitFor();
  });
});
