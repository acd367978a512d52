/**
 * How long somebody looks at an empty sidebar: npm run bench:sidebar [rounds]. From the arrival of the workbook's data to the first
 * alert on the screen, in Chromium at the machine's own speed and slowed four times, which is a cheap laptop beside a good one.
 * Every round is a page of its own: nothing has been compiled or judged before. By the clock, so on a quiet machine.
 */
import { writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { launchBrowser } from '../../scripts/browser.mjs';
import { sidebarHtml } from '../../scripts/sidebar.mjs';
import { report } from '../drift/report.mjs';
import { middle } from '../functions/times.mjs';
import { load } from '../load.mjs';

const rounds = Number(process.argv[2] ?? 5);
/** KPIs and periods: the aim is of the second. */
const SIZES = [
  [8, 24],
  [60, 60],
];
const { manyKpis } = await load('test/sidebar/workbooks.ts');
const html = await sidebarHtml({ entry: 'bench/sidebar/page.ts' });
const browser = await launchBrowser();

/**
 * @param {import('../../src/workbook/snapshot').Snapshot} snapshot
 * @param {number} slower
 * @returns {Promise<import('./page').Times & { processor: number }>}
 */
async function arrival(snapshot, slower) {
  const context = await browser.newContext({ viewport: { width: 300, height: 700 } });
  const page = await context.newPage();
  try {
    await page.setContent(html);
    const client = await context.newCDPSession(page);
    await client.send('Emulation.setCPUThrottlingRate', { rate: slower });
    await client.send('Performance.enable', { timeDomain: 'threadTicks' });
    const before = await busy(client);
    const times = await page.evaluate(given => /** @type {any} */ (window).arrive(given), snapshot);
    return { ...times, processor: (await busy(client)) - before };
  } finally {
    await context.close();
  }
}

/**
 * Milliseconds of the processor's time that the page's thread has had.
 *
 * @param {import('playwright-core').CDPSession} client
 */
async function busy(client) {
  const { metrics } = await client.send('Performance.getMetrics');
  return 1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0);
}

/** @type {(times: Awaited<ReturnType<typeof arrival>>[], what: keyof Awaited<ReturnType<typeof arrival>>) => string} */
const shown = (times, what) => middle(times.map(each => each[what])).toFixed(0);

const page = report();
page.print('# How long the sidebar takes to its first alert\n');
page.print(
  `Made by \`npm run bench:sidebar\`: milliseconds from the arrival of the data, the middle of ${rounds} rounds, each in a fresh page 300 pixels wide, ` +
    `in Chromium ${browser.version()} on ${cpus().length} cores of ${cpus()[0]?.model.trim() || 'a machine of unknown kind'}. The aim: 60 KPIs of 60 periods, ` +
    'slowed 4 times, show their first alert within 500 ms. ' +
    `The machine had ${loadavg()[0]?.toFixed(1)} programs waiting for its cores when the run began: by the clock everything takes so much longer; the last column ` +
    'is the processor’s own time of the page’s thread, which that leaves alone.\n',
);
const rows = [];
for (const [kpis, periods] of SIZES) {
  const snapshot = manyKpis(kpis, periods);
  for (const slower of [1, 4]) {
    const times = [];
    for (let round = 0; round < rounds; round++) times.push(await arrival(snapshot, slower));
    const speed = slower === 1 ? 'as it is' : `${slower} times slower`;
    rows.push([
      ...[`${kpis} of ${periods} periods`, speed, shown(times, 'alert'), shown(times, 'review')],
      ...[shown(times, 'all'), shown(times, 'longest'), shown(times, 'processor')],
    ]);
  }
}
page.table(
  [
    'KPIs',
    'processor',
    'first alert',
    'of that the review',
    'all of the page',
    'longest task',
    'processor’s time for all',
  ],
  rows,
);
writeFileSync(new URL('../results/sidebar.md', import.meta.url), page.text());
await browser.close();
