import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import type { Snapshot } from '../../src/workbook/snapshot';

const root = join(__dirname, '../..');

/** The sidebar as it ships to Google, one page, with the tests' host behind it. */
export function sidebarPage(): string {
  const script = `import('./scripts/sidebar.mjs')
    .then(({ sidebarHtml }) => sidebarHtml({ entry: 'test/sidebar/hostPage.ts' }))
    .then(html => process.stdout.write(html))`;
  // In a process of its own: esbuild does not start inside jest's sandbox.
  return execFileSync(process.execPath, ['-e', script], { cwd: root, maxBuffer: 1e8 }).toString();
}

export interface Options {
  /** 300 pixels, the width of Google's sidebar, unless told. */
  width?: number;
  start?: 'track' | 'setup';
  /** What is selected in the grid. */
  selection?: { sheet: string; range: string };
}

/** A sidebar in a browser, and what went wrong in it. */
export interface OpenSidebar {
  page: Page;
  /** Errors that reached the console or nobody, and addresses that something asked for. */
  amiss: string[];
  close(): Promise<void>;
}

/** Opens the sidebar beside a workbook, and waits for its first review. */
export async function openSidebar(
  browser: Browser,
  html: string,
  workbook: Snapshot,
  { width = 300, start, selection }: Options = {},
): Promise<OpenSidebar> {
  const context = await browser.newContext({ viewport: { width, height: 700 } });
  const page = await context.newPage();
  const amiss: string[] = [];
  page.on('console', message => message.type() === 'error' && amiss.push(message.text()));
  page.on('pageerror', error => amiss.push(error.message));
  page.on('request', request => amiss.push(request.url()));
  await page.setContent(html);
  await page.evaluate(
    ([snapshot, selected, page]) => {
      window.host.select(selected ?? null);
      window.host.open(snapshot, page);
    },
    [workbook, selection, start] as const,
  );
  await page.locator('[data-ready=true]').waitFor();
  return { page, amiss, close: () => context.close() };
}

/** What a person reads in a part of the page: nothing of what is folded away. */
export async function seen(part: Locator): Promise<string> {
  return (await part.allInnerTexts()).join('\n');
}

/** A sidebar of 300 pixels at 200 % zoom has so many of CSS. */
const ZOOMED = 150;

/** Whether anything is wider than the page, also at 200 % zoom. */
export async function overflows(page: Page): Promise<boolean> {
  const isTooWide = () =>
    page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
  if (await isTooWide()) return true;
  const size = page.viewportSize()!;
  await page.setViewportSize({ ...size, width: ZOOMED });
  try {
    return await isTooWide();
  } finally {
    await page.setViewportSize(size);
  }
}
