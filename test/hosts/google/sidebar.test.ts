import type { Browser, Page } from 'playwright-core';
import { googleBridge } from '../../../src/hosts/google/bridge';
import { bakeryKpis, bakeryWeeks, trackIn } from '../bakery';
import { type Built, build } from '../build';
import { launchBrowser } from '../web/browser';
import { type OpenSpreadsheet, openSpreadsheet } from './openSpreadsheet';

jest.setTimeout(120_000);

let project: Built;
let browser: Browser;
beforeAll(async () => {
  project = build('google', 'buildGoogle');
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  project?.remove();
});

let sheets: OpenSpreadsheet;
let page: Page;
let errors: string[];
afterEach(async () => {
  await page.close();
  sheets.fake.engine.dispose();
});

/** Sidebar.html in a browser, 300 pixels wide, its rpc leading to Code.js in a bare realm over the bakery's spreadsheet. */
async function openSidebar(): Promise<void> {
  sheets = openSpreadsheet(project.read('Code.js'), [bakeryWeeks()]);
  sheets.fake.files = { Sidebar: project.read('Sidebar.html') };
  errors = [];
  page = await openHtml(project.read('Sidebar.html'), { width: 300, height: 900 });
}

/** A page of the project in a browser, with the rpc behind it. */
async function openHtml(html: string, size: { width: number; height: number }): Promise<Page> {
  const page = await browser.newPage({ viewport: size });
  page.on('pageerror', error => errors.push(error.message));
  await page.exposeFunction('ask', sheets.ask);
  await page.addInitScript(() => {
    type Handler = (said: never) => void;
    const { ask } = window as unknown as { ask: (json: string) => Promise<string> };
    const runner = (done?: Handler, failed?: Handler): object => ({
      withSuccessHandler: (handler: Handler) => runner(handler, failed),
      withFailureHandler: (handler: Handler) => runner(done, handler),
      compassRpc: (json: string) => void ask(json).then(done as never, failed as never),
    });
    Object.assign(window, { google: { script: { run: runner() } } });
  });
  await page.route('**/*', route => route.fulfill({ contentType: 'text/html', body: html }));
  await page.goto('https://script.example/');
  return page;
}

describe('the sidebar in Google Sheets, from end to end', () => {
  it('tracks the selected cells, shows the alert, and shows where it stands', async () => {
    await openSidebar();
    const { fake } = sheets;
    fake.selection = { sheet: 'Weekly', range: 'B4:B26' };
    await page.getByRole('button', { name: 'Track the selected cells' }).click();
    // The header above the figures is the first name.
    await page.waitForFunction(() => [...document.querySelectorAll('input')].some(({ value }) => value === 'Tickets'));
    await page.getByLabel('Target').fill('420');
    await page.getByRole('button', { name: 'Track it' }).click();
    await page.getByText('Tickets is tracked: 23 weeks.').waitFor();
    // Written by Code.js into the spreadsheet, a formula for each week.
    expect(fake.engine.read('Compass Data', 1, 1).formulas).toEqual([['=IF(Weekly!$B$4="","",Weekly!$B$4)']]);

    await page.getByRole('tab', { name: 'Review' }).click();
    // The look-alike's story: tickets fall for good in the week of 21 November 2016.
    await page
      .getByText(/21 Nov 2016/)
      .first()
      .waitFor();
    fake.selection = { sheet: 'Weekly', range: 'A1' };
    await page
      .getByRole('button', { name: /^Show me: .*Tickets/ })
      .first()
      .click();
    while (fake.selection.range === 'A1') await new Promise(resolve => setTimeout(resolve, 20));
    expect(fake.selection.sheet).toBe('Weekly');
    expect(fake.selection.range).toMatch(/^B7:B26$/);
    expect(errors).toEqual([]);
  });

  it('shows a KPI in a wide window over the sheet, whatever its name, and both see what the other writes', async () => {
    await openSidebar();
    const name = 'Tickets "<i>$&</i>" at 5 €, 🥐';
    await trackIn(googleBridge(sheets.run), { ...bakeryKpis[0]!, kpi: name });
    await page.evaluate(() => window.dispatchEvent(new Event('focus')));
    await page.getByRole('tab', { name: 'KPIs' }).click();
    await page.getByRole('button', { name: `Open ${name}` }).click();
    await page.getByRole('button', { name: 'Open in a wide window' }).click();
    await page.getByText(`${name} is in a window over the sheet.`).waitFor();

    const { html, width, height, title } = sheets.fake.dialog!;
    expect(title).toBe('Strategic Compass');
    // Dialogs too are garbled by letters beyond ASCII.
    expect([...html].filter(letter => letter.charCodeAt(0) > 126)).toEqual([]);
    const wide = await openHtml(html, { width, height });
    await wide.getByRole('heading', { name, level: 2 }).waitFor();
    // In a window already there is no way into another one.
    await expect(wide.getByRole('button', { name: 'Open in a wide window' }).count()).resolves.toBe(0);
    // There is room for chart and words side by side.
    const [chart, words] = [wide.locator('.item-charts'), wide.locator('.item-side')];
    expect((await chart.boundingBox())!.x).toBeLessThan((await words.boundingBox())!.x);
    await wide.getByRole('button', { name: 'Edit', exact: true }).click();
    await wide.getByLabel('Target', { exact: true }).fill('433');
    await wide.getByRole('button', { name: 'Save' }).click();
    await wide.getByText(`${name} was changed.`).waitFor();
    await wide.close();
    await page.evaluate(() => window.dispatchEvent(new Event('focus')));
    await page.getByText('at least 433').waitFor();
    expect(errors).toEqual([]);
  });

  it('follows what is typed into the grid when the user comes back to it', async () => {
    await openSidebar();
    await page.getByText('Start with your own numbers').waitFor();
    await trackIn(googleBridge(sheets.run), bakeryKpis[0]!);
    await page.evaluate(() => window.dispatchEvent(new Event('focus')));
    await page
      .getByText(/21 Nov 2016/)
      .first()
      .waitFor();
  });
});
