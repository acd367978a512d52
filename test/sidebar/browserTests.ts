import type { Browser, Page } from 'playwright-core';
import type { Snapshot } from '../../src/workbook/snapshot';
import { launchBrowser } from '../hosts/web/browser';
import { type OpenSidebar, type Options, openSidebar, sidebarPage } from './openSidebar';

/**
 * Sets a test file up to open sidebars in a browser; after each test nothing may have gone wrong behind the owner's back.
 *
 * @returns  what opens a sidebar beside a workbook
 */
export function browserTests(): (workbook: Snapshot, options?: Options) => Promise<Page> {
  let browser: Browser;
  let html: string;
  let sidebar: OpenSidebar | undefined;

  jest.setTimeout(120_000);
  beforeAll(async () => {
    html = sidebarPage();
    browser = await launchBrowser();
  });
  afterAll(() => browser?.close());
  afterEach(async () => {
    await sidebar?.close();
    const { amiss } = sidebar ?? { amiss: [] };
    sidebar = undefined;
    expect(amiss).toEqual([]);
  });

  return async (workbook, options) => {
    sidebar = await openSidebar(browser, html, workbook, options);
    return sidebar.page;
  };
}
