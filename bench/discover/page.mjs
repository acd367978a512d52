/**
 * What somebody waits for who opens a file of 1 MB in the page: npm run bench:discover:page [rounds], after a build. From choosing
 * the file to the list of what changed in it, or to the first alert where KPIs are tracked already; from tracking one to its review;
 * and the longest task of the page's own thread meanwhile. By the clock, so on a quiet machine, with the processor's time beside it.
 */
import { execFileSync } from 'node:child_process';
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

/** Twenty-eight branches, a line a day: some 1 MB. Takings of the third branch fell by a third in the last months. */
const DAYS = 7600;
const FALLEN = 150;
const branches = Array.from({ length: 28 }, (_, i) => `Branch ${i + 1} sales`);
const lines = Array.from({ length: DAYS }, (_, day) =>
  [
    new Date(Date.UTC(2005, 0, 1 + day)).toISOString().slice(0, 10),
    ...branches.map((__, i) => 900 + i + ((day * 7 + i * 3) % 41) - (i === 2 && day > DAYS - FALLEN ? 300 : 0)),
  ].join(),
);
const text = [['Date', ...branches].join(), ...lines].join('\n');
const folder = mkdtempSync(join(tmpdir(), 'compass-page-'));
const files = { '.csv': join(folder, 'branches.csv'), '.xlsx': join(folder, 'branches.xlsx') };
writeFileSync(files['.csv'], text);
writeFileSync(files['.xlsx'], await workbookFromText(new TextEncoder().encode(text), 'branches.csv', 'en-GB'));
const tracked = join(folder, 'tracked.xlsx');
const track = ['track', files['.xlsx'], '--all', '--only', 'Branch 3 sales', '--cadence', 'month', '-o', tracked];
execFileSync(process.execPath, [join(root, 'dist/node/compass.js'), ...track]);

/** A file of 1 MB, and whether its KPI is tracked already. */
const cases = [
  { what: '.csv', path: files['.csv'], isTracked: false },
  { what: '.xlsx', path: files['.xlsx'], isTracked: false },
  { what: '.xlsx with a KPI', path: tracked, isTracked: true },
];

const server = await serve({ directory: join(root, 'dist/web'), port: 0 });
const browser = await launchBrowser();
try {
  for (const { what, path, isTracked } of cases) {
    const seen = [];
    for (let round = 0; round < rounds; round++) seen.push(await opened(path, isTracked));
    console.log(`${what}, ${(text.length / 1e6).toFixed(2)} MB of text (middle of ${rounds})`);
    for (const step of Object.keys(seen[0] ?? {})) {
      /** @type {(of: keyof Step) => string} */
      const shown = of => middle(seen.flatMap(each => each[step]?.[of] ?? [])).toFixed(0);
      console.log(
        `  ${step}: ${shown('waited')} ms (${shown('processor')} ms of the processor), longest task ${shown('longest')} ms`,
      );
    }
  }
} finally {
  await browser.close();
  await server.close();
  rmSync(folder, { recursive: true });
}

/** @typedef {{ waited: number, processor: number, longest: number }} Step */

/**
 * @param {string} path
 * @param {boolean} isTracked
 * @returns {Promise<Record<string, Step>>}
 */
async function opened(path, isTracked) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'en-GB' });
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  await devtools.send('Performance.enable');
  const processor = async () => {
    const { metrics } = await devtools.send('Performance.getMetrics');
    return (metrics.find(({ name }) => name === 'ProcessTime')?.value ?? 0) * 1000;
  };
  const alert = page.locator('[data-alert]').filter({ hasText: 'Branch 3 sales' }).first();
  /** @type {(act: () => Promise<unknown>, seen: import('playwright-core').Locator) => Promise<Step>} */
  const measured = async (act, seen) => {
    await page.evaluate(watchTasks);
    const [from, used] = [performance.now(), await processor()];
    await act();
    await seen.waitFor({ timeout: 60_000 });
    const waited = performance.now() - from;
    const used2 = await processor();
    // What was still to be drawn holds the page up as well.
    await page.waitForFunction(() => document.body.dataset.state === 'ready');
    await page.waitForTimeout(500);
    return { waited, processor: used2 - used, longest: await page.evaluate(() => /** @type {any} */ (window).longest) };
  };
  try {
    await page.goto(`${server.url}/`);
    await page.waitForFunction(() => document.body.dataset.state === 'ready');
    // The sample is calculated and drawn first.
    await page.waitForTimeout(5000);
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Open your workbook' }).click();
    const choose = async () => (await chooser).setFiles(path);
    if (isTracked) return { 'first alert after choosing the file': await measured(choose, alert) };
    const list = await measured(choose, page.locator('[data-found]').first());
    await page.getByLabel('branches', { exact: true }).uncheck();
    await page.locator('[data-found="Branch 3 sales"] input[type=checkbox]').first().check();
    const review = await measured(() => page.getByRole('button', { name: 'Track 1 KPI' }).click(), alert);
    return { 'list of what changed after choosing the file': list, 'review after tracking one': review };
  } finally {
    await context.close();
  }
}

/** Remembers the page's longest task from now on, as the browser reports it. */
function watchTasks() {
  const seen = /** @type {any} */ (window);
  seen.observer?.disconnect();
  seen.longest = 0;
  seen.observer = new PerformanceObserver(list => {
    for (const { duration } of list.getEntries()) seen.longest = Math.max(seen.longest, duration);
  });
  seen.observer.observe({ entryTypes: ['longtask'] });
}
