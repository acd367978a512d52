import type { Browser } from 'playwright-core';
import { functions } from '../../../src/functions/catalogue';
import { excelBridge } from '../../../src/hosts/excel/bridge';
import type { Block } from '../../../src/workbook/snapshot';
import { bakeryKpis, bakeryWeeks, trackIn } from '../bakery';
import { type Built, build } from '../build';
import { createGrid } from '../grid';
import type { Grid } from '../typing';
import { launchBrowser } from '../web/browser';
import { fakeExcel, installExcel } from './fakeExcel';
import { ADDRESS, openTaskPane } from './taskPane';

jest.setTimeout(120_000);

let addIn: Built;
let browser: Browser;
let engine: Grid;
afterEach(() => engine.dispose());

beforeAll(async () => {
  addIn = build('excel', 'buildExcel', { baseUrl: ADDRESS });
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  addIn?.remove();
});

/** Opens the task pane over a workbook. */
function openPane(...sheets: Block[]) {
  engine = createGrid(sheets);
  return openTaskPane(browser, addIn.folder, engine);
}

/** Opens it over the bakery's workbook in which the tickets are tracked. */
async function openTracked() {
  engine = createGrid([bakeryWeeks()]);
  const uninstall = installExcel(fakeExcel(engine));
  await trackIn(excelBridge(), bakeryKpis[0]!);
  uninstall();
  return openTaskPane(browser, addIn.folder, engine);
}

describe('the task pane in Excel', () => {
  it('shows the review of the workbook that is open, and asks nobody else for anything', async () => {
    const { pane, foreign, errors, close } = await openTracked();
    await pane
      .getByText(/Tickets/)
      .first()
      .waitFor();
    const words = (await pane.textContent('#sidebar')) ?? '';
    // The look-alike's story: tickets fall for good in the week of 21 November 2016.
    expect(words).toMatch(/21 Nov 2016/);
    expect(foreign).toEqual([]);
    expect(errors).toEqual([]);
    await close();
  });

  it('registers the cell functions and the ribbon’s commands in the same runtime', async () => {
    const { associated, close } = await openPane(bakeryWeeks());
    expect(await associated()).toEqual({
      functions: functions.map(({ name }) => name),
      commands: ['openSetUp', 'openTrack', 'openTemplates', 'openFunctions', 'repairFormulas'],
    });
    await close();
  });

  it('repairs formulas at the ribbon’s button, says so in the pane, and lets the button go', async () => {
    const { pane, press, errors, close } = await openPane({
      name: 'Shop',
      values: [[5, 100, 0.05]],
      formulas: [[null, null, '=IFERROR(__xludf.DUMMYFUNCTION("CHURN_RATE(A1,B1)"),0.05)']],
    });
    expect(await press('repairFormulas')).toBe(1);
    expect(await pane.textContent('#notice')).toBe('1 Compass formula was entered again.');
    expect(await press('repairFormulas')).toBe(1);
    expect(await pane.textContent('#notice')).toBe('No Compass formula needed repair.');
    expect(errors).toEqual([]);
    await close();
  });

  it('says why a repair is refused, and lets the button go all the same', async () => {
    const { pane, excel, press, errors, close } = await openPane({
      name: 'Shop',
      values: [[5, 100, 0.05]],
      formulas: [[null, null, '=IFERROR(__xludf.DUMMYFUNCTION("CHURN_RATE(A1,B1)"),0.05)']],
    });
    excel.protectedSheets.add('Shop');
    expect(await press('repairFormulas')).toBe(1);
    expect(await pane.textContent('#notice')).toBe(
      "The formulas could not be repaired. Excel says: You can't perform the requested operation because the worksheet is protected. Remove the protection (Review, Unprotect Sheet or Protect Workbook) or save a copy to edit, then try again.",
    );
    expect(errors).toEqual([]);
    await close();
  });

  it('greets a workbook without Compass sheets, without an error', async () => {
    const { pane, errors, close } = await openPane(bakeryWeeks());
    await pane.getByText(/track/i).first().waitFor();
    expect(errors).toEqual([]);
    await close();
  });

  it('leaves the workbook alone until it is in view, while the functions are there', async () => {
    engine = createGrid([bakeryWeeks()]);
    const { pane, excel, associated, show, press, close } = await openTaskPane(browser, addIn.folder, engine, {
      isVisible: false,
    });
    expect((await associated()).functions).toHaveLength(functions.length);
    await pane.waitForTimeout(500);
    // It asks to be told when it comes into view, and reads nothing.
    expect([...excel.listening]).toEqual([]);
    expect(await pane.textContent('#sidebar')).toBe('');
    await show(true);
    await pane.getByText(/track/i).first().waitFor();
    const shown = excel.syncs;
    await show(false);
    excel.raise('DataChanged', { worksheetId: '{Compass KPIs}', triggerSource: 'Unknown' });
    await pane.waitForTimeout(800);
    expect(excel.syncs).toBe(shown);
    await show(true);
    await pane.waitForTimeout(800);
    // What changed meanwhile is read now.
    expect(excel.syncs).toBeGreaterThan(shown);
    // The ribbon's buttons show their pages.
    expect(await press('openTemplates')).toBe(1);
    await pane.getByRole('tab', { name: 'Templates', selected: true }).waitFor();
    expect(await press('openTrack')).toBe(1);
    await pane.getByRole('tab', { name: 'KPIs', selected: true }).waitFor();
    await close();
  });

  it('tracks the selected cells, shows the alert, and shows where it is', async () => {
    const { pane, excel, press, errors, close } = await openPane(bakeryWeeks());
    excel.selection = 'Weekly!B4:B26';
    await press('openTrack');
    // The header above the figures is the first name.
    await pane.waitForFunction(() => [...document.querySelectorAll('input')].some(({ value }) => value === 'Tickets'));
    await pane.getByLabel('Target').fill('420');
    await pane.getByRole('button', { name: 'Track it' }).click();
    await pane.getByText('Tickets is tracked: 23 weeks.').waitFor();
    expect(engine.read('Compass Data', 1, 1).formulas).toEqual([['=IF(Weekly!$B$4="","",Weekly!$B$4)']]);
    await pane.getByRole('tab', { name: 'Review' }).click();
    // The look-alike's story: tickets fall for good in the week of 21 November 2016.
    await pane
      .getByText(/21 Nov 2016/)
      .first()
      .waitFor();
    await pane
      .getByRole('button', { name: /^Show me: .*Tickets/ })
      .first()
      .click();
    while (excel.selection === 'Weekly!B4:B26') await pane.waitForTimeout(20);
    expect(excel.selection).toMatch(/^Weekly!B7:B26$/);
    expect(errors).toEqual([]);
    await close();
  });

  it('says what it is in a browser, where there is no Excel', async () => {
    engine = createGrid([bakeryWeeks()]);
    const page = await browser.newPage();
    await page.route('**/*', route => {
      const name = new URL(route.request().url()).pathname.slice(1);
      return name.endsWith('office.js') ? route.abort() : route.fulfill({ path: `${addIn.folder}/${name}` });
    });
    await page.goto(`${ADDRESS}/taskpane.html`);
    await page.getByText('It works inside Excel only.').waitFor();
    await page.getByRole('link', { name: 'What it is and how to get it' }).click();
    await page.getByRole('heading', { name: 'Errors in cells' }).waitFor();
    await page.close();
  });

  it('follows Excel’s theme, whatever the system’s is', async () => {
    engine = createGrid([bakeryWeeks()]);
    const theme = { bodyBackgroundColor: '#262626', bodyForegroundColor: '#ffffff' };
    const { page, pane, close } = await openTaskPane(browser, addIn.folder, engine, { theme });
    await page.emulateMedia({ colorScheme: 'light' });
    await pane.getByText(/track/i).first().waitFor();
    const ground = await pane.evaluate(() => getComputedStyle(document.getElementById('sidebar')!).backgroundColor);
    // --ground of the dark colours, #1b1e22 (sidebar/style/tokens.css).
    expect(ground).toBe('rgb(27, 30, 34)');
    await close();
  });
});
