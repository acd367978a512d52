/** `npm run screenshot`: the picture in the README, taken of the page as it is built now. */
import { existsSync } from 'node:fs';
import sparticuz from '@sparticuz/chromium';
import { chromium } from 'playwright-core';
import { root } from './install.mjs';
import { serve } from './serve.mjs';

const installed = process.env.CHROME ?? ['/usr/bin/chromium', '/usr/bin/google-chrome'].find(path => existsSync(path));
const server = await serve({ directory: `${root}dist/web`, port: 0 });
const browser = await chromium.launch({
  executablePath: installed ?? (await sparticuz.executablePath()),
  args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-background-networking'],
});
const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, locale: 'en-GB' });
await page.goto(server.url);
await page.waitForSelector('body[data-state="ready"] [data-alert]');
await page.waitForSelector('body[data-kept="yes"]');
await page.waitForTimeout(1500);
await page.screenshot({ path: `${root}docs/images/workbook.png` });
await browser.close();
await server.close();
