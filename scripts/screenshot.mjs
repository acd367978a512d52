/** `npm run screenshot`: the picture in the README, taken of the page as it is built now, and Office's icons, drawn from the page's own. */
import { mkdirSync, readFileSync } from 'node:fs';
import { launchBrowser } from './browser.mjs';
import { ICON_SIZES } from './excel.mjs';
import { root } from './install.mjs';
import { serve } from './serve.mjs';

const server = await serve({ directory: `${root}dist/web`, port: 0 });
const browser = await launchBrowser();
const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, locale: 'en-GB' });
await page.goto(server.url);
await page.waitForSelector('body[data-state="ready"] [data-alert]');
await page.waitForSelector('body[data-kept="yes"]');
// On a busy machine the formulas take their time: nobody wants to see that.
await page.waitForFunction(() => !document.body.textContent?.match(/Calculating|Looking at the formulas/), null, {
  timeout: 120_000,
});
await page.waitForTimeout(1500);
await page.screenshot({ path: `${root}docs/images/workbook.png` });
await server.close();

const icon = readFileSync(`${root}src/entries/web/icon.svg`, 'utf8');
const folder = `${root}src/entries/excel/icons`;
mkdirSync(folder, { recursive: true });
for (const size of ICON_SIZES) {
  await page.setViewportSize({ width: size, height: size });
  await page.setContent(`<style>body{margin:0}svg{display:block;width:100vw}</style>${icon}`);
  await page.screenshot({ path: `${folder}/icon-${size}.png`, omitBackground: true });
}
await browser.close();
