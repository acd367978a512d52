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
    const { page, foreign, errors, close } = await openTracked();
    await page
      .getByText(/Tickets/)
      .first()
      .waitFor();
    const words = (await page.textContent('#sidebar')) ?? '';
    // The look-alike's story: tickets fall for good in the week of 21 November 2016.
    expect(words).toMatch(/21 Nov 2016/);
    expect(foreign).toEqual([]);
    expect(errors).toEqual([]);
    await close();
  });

  it('registers the cell functions and the ribbon’s command in the same runtime', async () => {
    const { associated, close } = await openPane(bakeryWeeks());
    expect(await associated()).toEqual({
      functions: functions.map(({ name }) => name),
      commands: ['repairFormulas'],
    });
    await close();
  });

  it('repairs formulas at the ribbon’s button, says so in the pane, and lets the button go', async () => {
    const { page, press, errors, close } = await openPane({
      name: 'Shop',
      values: [[5, 100, 0.05]],
      formulas: [[null, null, '=IFERROR(__xludf.DUMMYFUNCTION("CHURN_RATE(A1,B1)"),0.05)']],
    });
    expect(await press('repairFormulas')).toBe(1);
    expect(await page.textContent('#notice')).toBe('1 Compass formula was entered again.');
    expect(await press('repairFormulas')).toBe(1);
    expect(await page.textContent('#notice')).toBe('No Compass formula needed repair.');
    expect(errors).toEqual([]);
    await close();
  });

  it('says why a repair is refused, and lets the button go all the same', async () => {
    const { page, excel, press, errors, close } = await openPane({
      name: 'Shop',
      values: [[5, 100, 0.05]],
      formulas: [[null, null, '=IFERROR(__xludf.DUMMYFUNCTION("CHURN_RATE(A1,B1)"),0.05)']],
    });
    excel.protectedSheets.add('Shop');
    expect(await press('repairFormulas')).toBe(1);
    expect(await page.textContent('#notice')).toBe(
      "The formulas could not be repaired. Excel says: You can't perform the requested operation because the worksheet is protected.",
    );
    expect(errors).toEqual([]);
    await close();
  });

  it('greets a workbook without Compass sheets, without an error', async () => {
    const { page, errors, close } = await openPane(bakeryWeeks());
    await page.getByText(/track/i).first().waitFor();
    expect(errors).toEqual([]);
    await close();
  });
});
