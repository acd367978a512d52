import type { Page } from 'playwright-core';
import { templates } from '../../src/templates/catalogue';
import { installTemplate } from '../../src/templates/install/installTemplate';
import type { Edit } from '../../src/workbook/edit';
import { applyEdits } from '../../src/workbook/edits/applyEdits';
import type { Snapshot } from '../../src/workbook/snapshot';
import { unfold, violations } from './axe';
import { browserTests } from './browserTests';
import { overflows, seen } from './openSidebar';
import { emptyWorkbook, trackedBakery } from './workbooks';

const open = browserTests();

/** A tracked bakery with a template that was typed into, a decision, and cells of the owner's that depend on these. */
function lived(): Snapshot {
  const tracked = trackedBakery();
  const template = templates.find(({ id }) => id === 'four-functions')!;
  const edits = installTemplate(template, tracked, { mode: 'sample', functions: true });
  const typed: Edit[] = [
    { kind: 'write', sheet: template.sheets[0]!.name, row: 70, column: 1, cells: [[123456]] },
    {
      kind: 'write',
      sheet: 'Compass Log',
      row: 1,
      column: 0,
      cells: [[42723, 'decision', null, 'Tickets', null, 'watch', null, null, 'Ask the guests']],
    },
  ];
  const made = applyEdits(tracked, [...edits, ...typed]);
  const own = {
    name: 'Mine',
    values: [[0.05, 1186, 593]],
    formulas: [['=CHURN_RATE(5,100)', "='Compass Data'!B2*2", null]],
  };
  return { ...made, sheets: [...made.sheets, own] };
}

const unfoldPart = async (page: Page, tab = 'templates') => {
  await page.click(`#tab-${tab}`);
  await page.locator('summary', { hasText: 'Remove Strategic Compass' }).click();
  await page.getByRole('button', { name: 'Preview removal' }).click();
  await page.getByRole('heading', { name: 'Preview', exact: true }).waitFor();
};
const workbook = (page: Page) => page.evaluate(() => window.host.workbook());
const names = async (page: Page) => [...new Set((await workbook(page)).sheets.map(({ name }) => name))];
const remove = (page: Page) => page.getByRole('button', { name: 'Remove Strategic Compass' }).click();

describe('removing the product', () => {
  test('shows every sheet and cell first, and writes nothing until then', async () => {
    const page = await open(lived());
    await unfoldPart(page);
    const preview = page.locator('.uninstall .preview');
    await preview.waitFor();
    const text = await seen(preview);
    expect(text).toContain('Compass KPIs (6 KPIs): removed');
    expect(text).toContain('Compass Dashboard (the page to print): removed');
    expect(text).toContain('Four functions (a sheet of Four functions): kept');
    expect(text).toContain('1 cell beside or below what was installed, from B71 on');
    expect(text).toContain("Mine B1: ='Compass Data'!B2*2");
    expect(text).toContain('Four functions: 20 formulas, from B3 on');
    expect(text).toContain('Mine A1: =CHURN_RATE(5,100)');
    await expect(page.getByLabel('Keep its values on a plain sheet, Decisions').isChecked()).resolves.toBe(true);
    await expect(page.getByLabel('Keep Four functions').isChecked()).resolves.toBe(true);
    await expect(page.evaluate(() => window.host.applied())).resolves.toEqual([]);
  });

  test('keeps what was typed, the log and the values of dependent cells, in one change', async () => {
    const page = await open(lived());
    await unfoldPart(page);
    await remove(page);
    await page.getByText('Strategic Compass was removed from this workbook.').waitFor();
    expect(await names(page)).toEqual(['Weekly', 'Till', 'Four functions', 'Mine', 'Decisions']);
    const mine = (await workbook(page)).sheets.find(({ name }) => name === 'Mine')!;
    expect([mine.values[0], mine.formulas![0]]).toEqual([
      [0.05, 1186, 593],
      [null, null, null],
    ]);
    await expect(page.evaluate(() => window.host.applied().length)).resolves.toBe(1);
  });

  test('goes by what is chosen', async () => {
    const page = await open(lived());
    await unfoldPart(page, 'kpis');
    await page.getByLabel('Keep its values on a plain sheet, Decisions').uncheck();
    await page.getByLabel('Keep Four functions').uncheck();
    await page.getByLabel('Keep the formulas').check();
    await remove(page);
    await page.getByText('Strategic Compass was removed from this workbook.').waitFor();
    expect(await names(page)).toEqual(['Weekly', 'Till', 'Mine']);
    const mine = (await workbook(page)).sheets.find(({ name }) => name === 'Mine')!;
    expect(mine.formulas![0]).toEqual(['=CHURN_RATE(5,100)', null, null]);
  });

  test('says so where there is nothing to remove', async () => {
    const page = await open(emptyWorkbook());
    await unfoldPart(page);
    await page.getByText('This workbook has nothing of Strategic Compass.').waitFor();
    await expect(page.getByRole('button', { name: 'Remove Strategic Compass' }).count()).resolves.toBe(0);
  });

  test('is done by keyboard alone, and the focus is where the hand expects it', async () => {
    const page = await open(lived());
    const focused = () => page.evaluate(() => document.activeElement?.textContent ?? '');
    const reach = async (name: string) => {
      for (let step = 0; step < 90 && (await focused()) !== name; step++) await page.keyboard.press('Tab');
      expect(await focused()).toBe(name);
    };
    await page.click('#tab-kpis');
    await reach('Remove Strategic Compass ');
    await page.keyboard.press('Enter');
    await reach('Preview removal');
    await page.keyboard.press('Enter');
    await page.locator('.uninstall .preview').waitFor();
    expect(await focused()).toBe('Preview');
    await reach('Cancel');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.activeElement?.textContent === 'Preview removal');
    await page.keyboard.press('Enter');
    await page.locator('.uninstall .preview').waitFor();
    await reach('Remove Strategic Compass');
    await page.keyboard.press('Enter');
    await page.getByText('Strategic Compass was removed from this workbook.').waitFor();
    expect(await names(page)).toContain('Decisions');
  });

  test('keeps nobody out and fits 300 pixels', async () => {
    const page = await open(lived(), { width: 300 });
    await unfoldPart(page, 'kpis');
    await page.locator('.uninstall .preview').waitFor();
    if (process.env.SHOTS) await page.locator('.uninstall').screenshot({ path: `${process.env.SHOTS}/uninstall.png` });
    await unfold(page);
    await expect(violations(page)).resolves.toEqual([]);
    await expect(overflows(page)).resolves.toBe(false);
  });
});
