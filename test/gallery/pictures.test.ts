import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { launchBrowser } from '../hosts/web/browser';

// What is drawn, as it was when somebody last looked at it and approved it (APPROVE=1). Without its texts: fonts differ from
// machine to machine, and what charts say is held elsewhere. A few pictures of all states, in both colours and in high contrast.

jest.setTimeout(240_000);

const root = join(__dirname, '../..');
const folder = join(__dirname, 'pictures');
/** Pixels that may differ, as a share: browsers of other versions smooth edges differently. */
const TOLERANCE = 0.002;

/** The drawings, by the state and the place in it. */
const DRAWINGS: Record<string, [state: string, drawing: string]> = {
  alert: ['One alert', '[data-alert] .chart'],
  pattern: ['A pattern, the plan and five effects', '[data-alert] .chart'],
  functions: ['The Compass, wide', '.compass-picture >> nth=0'],
  money: ['The Compass, wide', '.compass-picture >> nth=1'],
  effect: ['The Compass, wide', '.effect-lines .compass-picture:has(circle)'],
  kpi: ['The page of a KPI, wide', '.large-chart .chart'],
  sparkline: ['KPIs as cards', '.kpi .sparkline'],
  history: ['A pattern, the plan and five effects', '.score-history .sparkline'],
};

const COLOURS = {
  light: { colorScheme: 'light', forcedColors: 'none' },
  dark: { colorScheme: 'dark', forcedColors: 'none' },
  contrast: { colorScheme: 'dark', forcedColors: 'active' },
} as const;

let browser: Browser;
let page: Page;
beforeAll(async () => {
  const html = execFileSync(
    process.execPath,
    [
      '-e',
      "import('./scripts/gallery.mjs').then(({ galleryHtml }) => galleryHtml()).then(html => process.stdout.write(html))",
    ],
    { cwd: root, maxBuffer: 1e8 },
  ).toString();
  browser = await launchBrowser();
  page = await browser.newPage({ viewport: { width: 1700, height: 1000 } });
  await page.setContent(html);
  await page.locator('body[data-shown=all]').waitFor({ timeout: 200_000 });
  const compare = readFileSync(require.resolve('pixelmatch'), 'utf8');
  await page.addScriptTag({ type: 'module', content: `${compare}\nwindow.pixelmatch = pixelmatch;` });
  await page.addStyleTag({ content: '* { caret-color: transparent; }' });
});
afterAll(() => browser?.close());

test('every state is shown, with nothing amiss', async () => {
  expect(await page.evaluate(() => (window as unknown as { amiss: string[] }).amiss)).toEqual([]);
});

/**
 * A picture of a drawing by itself, without its texts, in the corner of the page: where the texts around it end depends on fonts,
 * and half a pixel further down every edge is smoothed otherwise.
 */
async function pictureOf(drawing: Locator): Promise<Buffer> {
  await drawing.evaluate(svg => {
    const place = document.createElement('div');
    place.className = 'compass';
    place.id = 'picture';
    const width = svg.getAttribute('viewBox')!.split(' ')[2]!;
    place.style.cssText = `position: fixed; z-index: 9; top: 0; left: 0; width: ${width}px; min-height: 0; padding: 8px; box-sizing: content-box`;
    const copy = svg.cloneNode(true) as SVGElement;
    copy.style.maxWidth = 'none';
    for (const text of copy.querySelectorAll('text')) text.style.visibility = 'hidden';
    place.append(copy);
    (svg.getRootNode() as ShadowRoot).append(place);
  });
  const picture = page.locator('#picture');
  const taken = await picture.screenshot({ animations: 'disabled' });
  await picture.evaluate(place => place.remove());
  return taken;
}

/** The share of pixels in which two pictures differ; 1 where they are not of one size. */
const difference = (one: Buffer, other: Buffer) =>
  page.evaluate(
    async pictures => {
      const [a, b] = await Promise.all(
        pictures.map(async base64 => {
          const image = new Image();
          image.src = `data:image/png;base64,${base64}`;
          await image.decode();
          const canvas = new OffscreenCanvas(image.width, image.height);
          const context = canvas.getContext('2d')!;
          context.drawImage(image, 0, 0);
          return context.getImageData(0, 0, image.width, image.height);
        }),
      );
      if (a!.width !== b!.width || a!.height !== b!.height) return 1;
      const { pixelmatch } = window as unknown as { pixelmatch: typeof import('pixelmatch').default };
      return pixelmatch(a!.data, b!.data, null, a!.width, a!.height, { threshold: 0.1 }) / (a!.width * a!.height);
    },
    [one, other].map(picture => picture.toString('base64')),
  );

describe.each(Object.entries(COLOURS))('in %s colours', (colours, media) => {
  test.each(Object.entries(DRAWINGS))('the drawing %s is as approved', async (name, [state, drawing]) => {
    await page.emulateMedia(media);
    const now = await pictureOf(page.locator(`figure[data-state="${state}"] ${drawing}`).first());
    const path = join(folder, `${name}-${colours}.png`);
    if (process.env.APPROVE) {
      mkdirSync(folder, { recursive: true });
      writeFileSync(path, now);
    }
    expect(existsSync(path)).toBe(true);
    expect(await difference(readFileSync(path), now)).toBeLessThan(TOLERANCE);
  });
});

test('a drawing that changed is noticed', async () => {
  const alert = readFileSync(join(folder, 'alert-light.png'));
  await page.emulateMedia(COLOURS.light);
  const place = page.locator('figure[data-state="One alert"] [data-alert] .chart').first();
  // Without its target line: one dashed line of a pixel and a half.
  await place.evaluate(svg => svg.querySelector('.chart-target')!.remove());
  expect(await difference(alert, await pictureOf(place))).toBeGreaterThan(TOLERANCE);
});
