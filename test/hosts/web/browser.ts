import { basename } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { serve } from '../../../scripts/serve.mjs';
import type { Bridge } from '../../../src/hosts/bridge';
import type { Edit } from '../../../src/workbook/edit';
import type { Outcome } from '../../../src/workbook/edits/outcome';
import type { Place } from '../../../src/workbook/register';
import type { Block } from '../../../src/workbook/snapshot';
import { builtWeb } from '../../built';

export { launchBrowser } from '../../../scripts/browser.mjs';

/** The web workbook in a browser, and what it did there that nobody asked for. */
export interface OpenPage {
  page: Page;
  /** Addresses outside the page's own origin that something asked for. */
  foreign: string[];
  /** Errors that reached the console or nobody. */
  errors: string[];
  close(): Promise<void>;
}

export interface PageOptions {
  width?: number;
  height?: number;
  colorScheme?: 'light' | 'dark';
  /** The browser's language. */
  locale?: string;
}

/** Serves the built page on a free port of this machine and opens it, in a profile of its own. */
export async function openPage(browser: Browser, options: PageOptions = {}): Promise<OpenPage> {
  const server = await serve({ directory: builtWeb(), port: 0 });
  const context = await browser.newContext({
    viewport: { width: options.width ?? 1280, height: options.height ?? 800 },
    colorScheme: options.colorScheme ?? 'light',
    locale: options.locale ?? 'en-GB',
    acceptDownloads: true,
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  const page = await context.newPage();
  const foreign: string[] = [];
  const errors: string[] = [];
  context.on('request', request => {
    const own = request.url().startsWith(`${server.url}/`) || /^(data|blob):/.test(request.url());
    if (!own) foreign.push(request.url());
  });
  page.on('console', message => {
    if (message.type() === 'error') errors.push(message.text());
  });
  page.on('pageerror', error => errors.push(error.message));
  await page.goto(`${server.url}/`);
  await ready(page);
  return {
    page,
    foreign,
    errors,
    close: async () => {
      await context.close();
      await server.close();
    },
  };
}

/** Waits until nothing is being opened, saved or calculated, and what was done is kept in the browser. */
export async function ready(page: Page): Promise<void> {
  await page.waitForFunction(
    () => document.body.dataset.state === 'ready' && document.body.dataset.kept === 'yes',
    undefined,
    { timeout: 60_000 },
  );
}

/** Opens a file by the page's own button and waits until it is in the grid. */
export async function openFile(page: Page, path: string): Promise<void> {
  await page.setInputFiles('#file', path);
  await opened(page, basename(path, '.xlsx'));
}

/** Waits until a workbook of that name is open, and kept. */
export async function opened(page: Page, name: string): Promise<void> {
  await page.waitForFunction(wanted => document.getElementById('name')?.textContent === wanted, name);
  await ready(page);
}

/** Goes to a cell of the sheet that is shown by typing its address into the box above the grid. */
export async function goTo(page: Page, address: string): Promise<void> {
  const box = page.locator('#grid [data-u-comp="defined-name"] input');
  await box.click();
  await box.fill(address);
  await box.press('Enter');
}

/** Types into a cell by keyboard, as a person would, and waits until the grid has calculated. */
export async function typeInto(page: Page, address: string, text: string): Promise<void> {
  await goTo(page, address);
  await changing(page, async () => {
    await page.keyboard.type(text);
    await page.keyboard.press('Enter');
  });
}

/** Pastes a text, or a table of another program where it comes with HTML, at a cell by keyboard. */
export async function pasteAt(page: Page, address: string, text: string, html?: string): Promise<void> {
  await goTo(page, address);
  await page.evaluate(
    async ([plain, table]) => {
      const part = (type: string, content: string) => ({ [type]: new Blob([content], { type }) });
      const parts = { ...part('text/plain', plain!), ...(table && part('text/html', table)) };
      await navigator.clipboard.write([new ClipboardItem(parts)]);
    },
    [text, html] as const,
  );
  await changing(page, () => page.keyboard.press('Control+v'));
}

/**
 * Does something that changes the workbook, and waits until that is calculated and kept. What changes it is seen by an observer
 * from before: on a busy machine it may be kept again before anybody asks.
 */
export async function changing(page: Page, act: () => Promise<unknown>): Promise<void> {
  await page.evaluate(() => {
    const { body } = document;
    delete body.dataset.changed;
    const observer = new MutationObserver(records => {
      if (body.dataset.kept === 'yes' && records.every(({ oldValue }) => oldValue === 'yes')) return;
      body.dataset.changed = 'yes';
      observer.disconnect();
    });
    observer.observe(body, { attributes: true, attributeFilter: ['data-kept'], attributeOldValue: true });
  });
  await act();
  await page.waitForFunction(() => document.body.dataset.changed === 'yes');
  await ready(page);
}

/** What the page offers to the console; only what tests use. */
interface PageWindow {
  univerAPI: {
    getActiveWorkbook(): {
      getSheets(): { getSheetName(): string }[];
      getSheetByName(name: string): { getRange(a1: string): { getDisplayValues(): string[][] } } | null;
      getActiveSheet(): { getSheetName(): string };
    };
  };
  compass: Bridge;
}

/** What the grid shows in some cells, as text. */
export function shown(page: Page, sheet: string, range: string): Promise<string[][]> {
  return page.evaluate(
    ([name, a1]) => {
      const book = (window as unknown as PageWindow).univerAPI.getActiveWorkbook();
      return book.getSheetByName(name)!.getRange(a1).getDisplayValues();
    },
    [sheet, range] as const,
  );
}

/** Values, formulas and formats of some cells, as the sidebar is given them. */
export async function read(page: Page, sheet: string, range: string): Promise<Required<Block>> {
  const snapshot = await page.evaluate(
    ([name, a1]) => (window as unknown as PageWindow).compass.snapshot([{ sheet: name, range: a1 }]),
    [sheet, range] as const,
  );
  return snapshot.sheets.filter(block => block.name === sheet).at(-1) as Required<Block>;
}

/** Applies edits the way the sidebar does. */
export function apply(page: Page, edits: Edit[]): Promise<Outcome> {
  return page.evaluate(list => (window as unknown as PageWindow).compass.apply(list), edits);
}

/** Goes to a place the way the sidebar's *Show me* does, and says what is selected then. */
export function select(page: Page, place: Place): Promise<Required<Place> | null> {
  return page.evaluate(async where => {
    const { compass } = window as unknown as PageWindow;
    await compass.select(where);
    return compass.selection();
  }, place);
}

/** Waits until cells of a sheet are selected, their address as told. */
export async function selected(page: Page, sheet: string, address: RegExp): Promise<void> {
  await page.waitForFunction(
    async ([name, pattern]) => {
      const place = await (window as unknown as PageWindow).compass.selection();
      return place?.sheet === name && new RegExp(pattern).test(place.range);
    },
    [sheet, address.source] as const,
  );
}

/** Names of the sheets of the open workbook. */
export function sheets(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    (window as unknown as PageWindow).univerAPI
      .getActiveWorkbook()
      .getSheets()
      .map(sheet => sheet.getSheetName()),
  );
}

/** The name of the sheet that is shown. */
export function activeSheet(page: Page): Promise<string> {
  return page.evaluate(() =>
    (window as unknown as PageWindow).univerAPI.getActiveWorkbook().getActiveSheet().getSheetName(),
  );
}
