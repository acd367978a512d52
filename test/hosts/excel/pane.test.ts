import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { extname, join, resolve } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { functions } from '../../../src/functions/catalogue';
import { excelBridge } from '../../../src/hosts/excel/bridge';
import type { Block } from '../../../src/workbook/snapshot';
import { bakeryKpis, bakeryWeeks, trackIn } from '../bakery';
import { type Built, build } from '../build';
import { createGrid } from '../grid';
import { launchBrowser } from '../web/browser';
import { fakeExcel, installExcel } from './fakeExcel';

jest.setTimeout(120_000);

const root = resolve(__dirname, '../../..');
const address = 'https://compass.example';
const types: Record<string, string> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' };

let addIn: Built;
let officeJs: string;
let browser: Browser;
let tracked: Block[];

/** The bakery's workbook in which the tickets are tracked, with everything calculated. */
async function trackedBakery(): Promise<Block[]> {
  const engine = createGrid([bakeryWeeks()]);
  const fake = fakeExcel(engine);
  const uninstall = installExcel(fake);
  try {
    await trackIn(excelBridge(), bakeryKpis[0]!);
    return engine.sheets().map(name => {
      const { rows, columns } = engine.extent(name);
      return engine.read(name, 0, 0, rows, columns);
    });
  } finally {
    uninstall();
    engine.dispose();
  }
}

/** A script of the test's own for the browser. */
function bundled(entry: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'compass-office-'));
  const outfile = join(folder, 'office.js');
  const esbuild = join(root, 'node_modules/esbuild/bin/esbuild');
  execFileSync(esbuild, [
    join(__dirname, entry),
    '--bundle',
    '--format=iife',
    `--outfile=${outfile}`,
    '--log-level=warning',
  ]);
  const script = readFileSync(outfile, 'utf8');
  rmSync(folder, { recursive: true });
  return script;
}

beforeAll(async () => {
  addIn = build('excel', 'buildExcel', { baseUrl: address });
  officeJs = bundled('officeInBrowser.ts');
  tracked = await trackedBakery();
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  addIn?.remove();
});

/** Opens the task pane as Excel does, in a pane 350 pixels wide, with the fake where Office.js is expected. */
async function openPane(workbook: Block[]): Promise<{ page: Page; foreign: string[]; errors: string[] }> {
  const page = await browser.newPage({ viewport: { width: 350, height: 900 } });
  const foreign: string[] = [];
  const errors: string[] = [];
  page.on('pageerror', error => errors.push(error.message));
  await page.addInitScript(blocks => {
    (window as unknown as { workbookOfTest: unknown }).workbookOfTest = blocks;
  }, workbook);
  await page.route('**/*', route => {
    const url = route.request().url();
    const file = join(addIn.folder, url.replace(`${address}/`, ''));
    if (url === 'https://appsforoffice.microsoft.com/lib/1/hosted/office.js') {
      return route.fulfill({ contentType: 'text/javascript', body: officeJs });
    }
    if (url.startsWith(`${address}/`) && existsSync(file)) {
      return route.fulfill({ contentType: types[extname(file)] ?? 'application/octet-stream', path: file });
    }
    if (!url.endsWith('/favicon.ico')) foreign.push(url);
    return route.abort();
  });
  await page.goto(`${address}/taskpane.html`);
  return { page, foreign, errors };
}

describe('the task pane in Excel', () => {
  it('shows the review of the workbook that is open, and asks nobody else for anything', async () => {
    const { page, foreign, errors } = await openPane(tracked);
    await page
      .getByText(/Tickets/)
      .first()
      .waitFor();
    const words = (await page.textContent('#sidebar')) ?? '';
    // The look-alike's story: tickets fall for good in the week of 21 November 2016.
    expect(words).toMatch(/21 Nov 2016/);
    expect(foreign).toEqual([]);
    expect(errors).toEqual([]);
    await page.close();
  });

  it('registers the cell functions and the ribbon’s command in the same runtime', async () => {
    const { page } = await openPane(tracked);
    const known = await page.evaluate(() => {
      const { functions: answers, commands } = (
        window as unknown as { fakeOfTest: { functions: Map<string, unknown>; commands: Map<string, unknown> } }
      ).fakeOfTest;
      return { functions: [...answers.keys()], commands: [...commands.keys()] };
    });
    expect(known).toEqual({ functions: functions.map(({ name }) => name), commands: ['repairFormulas'] });
    await page.close();
  });

  it('says what the ribbon’s repair has done, and lets its button go', async () => {
    const { page, errors } = await openPane(tracked);
    const completed = await page.evaluate(async () => {
      let times = 0;
      const { commands } = (window as unknown as Window & { fakeOfTest: ReturnType<typeof fakeExcel> }).fakeOfTest;
      await commands.get('repairFormulas')!({ completed: () => (times += 1) });
      return times;
    });
    expect(completed).toBe(1);
    expect(await page.textContent('#notice')).toBe('No Compass formula needed repair.');
    expect(errors).toEqual([]);
    await page.close();
  });

  it('says why a repair is refused, and lets the button go all the same', async () => {
    const { page, errors } = await openPane([
      { name: 'Shop', values: [[{ error: '#NAME?' }]], formulas: [['=COMPASS.NPS(A2:A9)']] },
    ]);
    const completed = await page.evaluate(async () => {
      let times = 0;
      const { commands } = (window as unknown as Window & { fakeOfTest: ReturnType<typeof fakeExcel> }).fakeOfTest;
      await commands.get('repairFormulas')!({ completed: () => (times += 1) });
      return times;
    });
    expect(completed).toBe(1);
    // The workbook of this test stands still: nothing can be written to it.
    expect(await page.textContent('#notice')).toBe(
      'The formulas could not be repaired. Excel says: This workbook stands still.',
    );
    expect(errors).toEqual([]);
    await page.close();
  });

  it('greets a workbook without Compass sheets, without an error', async () => {
    const { page, errors } = await openPane([bakeryWeeks()]);
    await page.getByText(/track/i).first().waitFor();
    expect(errors).toEqual([]);
    await page.close();
  });
});
