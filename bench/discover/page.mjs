/**
 * What somebody waits for who opens a file of 1 MB in the page: npm run bench:discover:page [rounds], after a build. From choosing
 * the file to the series that were found, from tracking them to the review, and the longest task of the page's own thread
 * while the finder looks, as the browser reports it. By the clock, so on a quiet machine.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { launchBrowser } from '../../scripts/browser.mjs';
import { serve } from '../../scripts/serve.mjs';
import { middle } from '../functions/times.mjs';
import { load } from '../load.mjs';

const rounds = Number(process.argv[2] ?? 3);
const root = fileURLToPath(new URL('../..', import.meta.url));
const { workbookFromText } = await load('src/hosts/file/fromText.ts');

/** Twenty-eight branches, a line a day: some 1 MB. Takings of the third branch fall by a third in the last quarter of the days. */
const DAYS = 7600;
const branches = Array.from({ length: 28 }, (_, i) => `Branch ${i + 1} sales`);
const lines = Array.from({ length: DAYS }, (_, day) =>
  [
    new Date(Date.UTC(2005, 0, 1 + day)).toISOString().slice(0, 10),
    ...branches.map((__, i) => 900 + i + ((day * 7 + i * 3) % 41) - (i === 2 && day > 0.75 * DAYS ? 300 : 0)),
  ].join(),
);
const text = [['Date', ...branches].join(), ...lines].join('\n');
const folder = mkdtempSync(join(tmpdir(), 'compass-page-'));
const files = { '.csv': join(folder, 'branches.csv'), '.xlsx': join(folder, 'branches.xlsx') };
writeFileSync(files['.csv'], text);
writeFileSync(files['.xlsx'], await workbookFromText(new TextEncoder().encode(text), 'branches.csv', 'en-GB'));

const server = await serve({ directory: join(root, 'dist/web'), port: 0 });
const browser = await launchBrowser();
try {
  for (const [ending, path] of Object.entries(files)) {
    const seen = [];
    for (let round = 0; round < rounds; round++) seen.push(await opened(path));
    /** @type {(part: 'opened' | 'found' | 'reviewed' | 'longest') => string} */
    const shown = part => `${middle(seen.map(each => each[part])).toFixed(0)} ms`;
    console.log(
      `${ending}: ${(text.length / 1e6).toFixed(2)} MB of text in the grid after ${shown('opened')}, series found ${shown('found')} after the press, ` +
        `review ${shown('reviewed')} after tracking one; longest task while the finder looked ${shown('longest')}`,
    );
  }
} finally {
  await browser.close();
  await server.close();
  rmSync(folder, { recursive: true });
}

/** @param {string} path */
async function opened(path) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'en-GB' });
  const page = await context.newPage();
  try {
    await page.goto(`${server.url}/`);
    await page.waitForFunction(() => document.body.dataset.state === 'ready');
    const begun = performance.now();
    await page.setInputFiles('#file', path);
    const press = page.getByRole('button', { name: 'Set up from this workbook' });
    await press.or(page.getByText('series found.')).first().waitFor();
    const inGrid = performance.now();
    await page.evaluate(() => {
      const seen = /** @type {any} */ (window);
      seen.longest = 0;
      new PerformanceObserver(list => {
        for (const { duration } of list.getEntries()) seen.longest = Math.max(seen.longest, duration);
      }).observe({ entryTypes: ['longtask'] });
    });
    if (await press.isVisible()) await press.click();
    await page.getByText('series found.').waitFor();
    const found = performance.now();
    const longest = await page.evaluate(() => /** @type {any} */ (window).longest);
    await page.getByLabel('branches', { exact: true }).uncheck();
    await page.locator('[data-found="Branch 3 sales"] input[type=checkbox]').first().check();
    const tracked = performance.now();
    await page.getByRole('button', { name: 'Track 1 KPI' }).click();
    await page.getByRole('heading', { name: 'Branch 3 sales' }).first().waitFor({ timeout: 60_000 });
    return { opened: inGrid - begun, found: found - inGrid, reviewed: performance.now() - tracked, longest };
  } finally {
    await context.close();
  }
}
